# Compiled from ui/start_team_database.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFormLayout, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)
class Ui_TeamDatabaseDialog(object):
    def setupUi(self, TeamDatabaseDialog):
        if not TeamDatabaseDialog.objectName():
            TeamDatabaseDialog.setObjectName(u"TeamDatabaseDialog")
        TeamDatabaseDialog.resize(620, 400)
        self.whole = QVBoxLayout(TeamDatabaseDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(TeamDatabaseDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.serverLabel = QLabel(TeamDatabaseDialog)
        self.serverLabel.setObjectName(u"serverLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.serverLabel)

        self.server = QLineEdit(TeamDatabaseDialog)
        self.server.setObjectName(u"server")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.server)

        self.databaseLabel = QLabel(TeamDatabaseDialog)
        self.databaseLabel.setObjectName(u"databaseLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.databaseLabel)

        self.database = QLineEdit(TeamDatabaseDialog)
        self.database.setObjectName(u"database")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.database)

        self.loginLabel = QLabel(TeamDatabaseDialog)
        self.loginLabel.setObjectName(u"loginLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.loginLabel)

        self.login = QLineEdit(TeamDatabaseDialog)
        self.login.setObjectName(u"login")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.login)

        self.passwordLabel = QLabel(TeamDatabaseDialog)
        self.passwordLabel.setObjectName(u"passwordLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.passwordLabel)

        self.password = QLineEdit(TeamDatabaseDialog)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.password)


        self.whole.addLayout(self.form)

        self.problem = QLabel(TeamDatabaseDialog)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"stop")

        self.whole.addWidget(self.problem)

        self.rest = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.push = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.push)

        self.open = QPushButton(TeamDatabaseDialog)
        self.open.setObjectName(u"open")
        self.open.setProperty(u"primary", True)

        self.buttons.addWidget(self.open)

        self.cancel = QPushButton(TeamDatabaseDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.serverLabel.setBuddy(self.server)
        self.databaseLabel.setBuddy(self.database)
        self.loginLabel.setBuddy(self.login)
        self.passwordLabel.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(TeamDatabaseDialog)

        self.open.setDefault(True)

    # setupUi

    def retranslateUi(self, TeamDatabaseDialog):
        TeamDatabaseDialog.setWindowTitle(QCoreApplication.translate("TeamDatabaseDialog", u"\u00d6ppna teamets databas", None))
        self.intro.setText(QCoreApplication.translate("TeamDatabaseDialog", u"I teamets databas loggar var och en in som sig sj\u00e4lv. D\u00e5 fattas beslut i programmet, och databasen ser till att tv\u00e5 olika personer bereder och beslutar.", None))
        self.serverLabel.setText(QCoreApplication.translate("TeamDatabaseDialog", u"&Server (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.server.setAccessibleName(QCoreApplication.translate("TeamDatabaseDialog", u"Server (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.databaseLabel.setText(QCoreApplication.translate("TeamDatabaseDialog", u"&Databas (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.database.setAccessibleName(QCoreApplication.translate("TeamDatabaseDialog", u"Databas (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.loginLabel.setText(QCoreApplication.translate("TeamDatabaseDialog", u"Din &inloggning (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.login.setAccessibleName(QCoreApplication.translate("TeamDatabaseDialog", u"Din inloggning (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.passwordLabel.setText(QCoreApplication.translate("TeamDatabaseDialog", u"&L\u00f6senord (sparas inte; tomt om servern k\u00e4nner igen dig \u00e4nd\u00e5)", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("TeamDatabaseDialog", u"L\u00f6senord", None))
#endif // QT_CONFIG(accessibility)
        self.open.setText(QCoreApplication.translate("TeamDatabaseDialog", u"\u00d6ppna", None))
        self.cancel.setText(QCoreApplication.translate("TeamDatabaseDialog", u"Avbryt", None))
    # retranslateUi
