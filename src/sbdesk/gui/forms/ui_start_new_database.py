# Compiled from ui/start_new_database.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_NewDatabaseDialog(object):
    def setupUi(self, NewDatabaseDialog):
        if not NewDatabaseDialog.objectName():
            NewDatabaseDialog.setObjectName(u"NewDatabaseDialog")
        NewDatabaseDialog.resize(620, 360)
        self.whole = QVBoxLayout(NewDatabaseDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(NewDatabaseDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.nameLabel = QLabel(NewDatabaseDialog)
        self.nameLabel.setObjectName(u"nameLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.nameLabel)

        self.name = QLineEdit(NewDatabaseDialog)
        self.name.setObjectName(u"name")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.roleLabel = QLabel(NewDatabaseDialog)
        self.roleLabel.setObjectName(u"roleLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.roleLabel)

        self.role = QComboBox(NewDatabaseDialog)
        self.role.setObjectName(u"role")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.role)

        self.backupLabel = QLabel(NewDatabaseDialog)
        self.backupLabel.setObjectName(u"backupLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.backupLabel)

        self.backupRow = QHBoxLayout()
        self.backupRow.setSpacing(8)
        self.backupRow.setObjectName(u"backupRow")
        self.backup = QLineEdit(NewDatabaseDialog)
        self.backup.setObjectName(u"backup")

        self.backupRow.addWidget(self.backup)

        self.choose = QPushButton(NewDatabaseDialog)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.backupRow.addWidget(self.choose)


        self.form.setLayout(2, QFormLayout.ItemRole.FieldRole, self.backupRow)


        self.whole.addLayout(self.form)

        self.problem = QLabel(NewDatabaseDialog)
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

        self.create = QPushButton(NewDatabaseDialog)
        self.create.setObjectName(u"create")
        self.create.setProperty(u"primary", True)

        self.buttons.addWidget(self.create)

        self.cancel = QPushButton(NewDatabaseDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.nameLabel.setBuddy(self.name)
        self.roleLabel.setBuddy(self.role)
        self.backupLabel.setBuddy(self.backup)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(NewDatabaseDialog)

        self.create.setDefault(True)

    # setupUi

    def retranslateUi(self, NewDatabaseDialog):
        NewDatabaseDialog.setWindowTitle(QCoreApplication.translate("NewDatabaseDialog", u"Skapa ny databas", None))
        self.intro.setText(QCoreApplication.translate("NewDatabaseDialog", u"Databasen blir en fil p\u00e5 den h\u00e4r datorn. Tre uppgifter beh\u00f6vs; alla kan \u00e4ndras senare under Inst\u00e4llningar.", None))
        self.nameLabel.setText(QCoreApplication.translate("NewDatabaseDialog", u"Ditt &namn (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("NewDatabaseDialog", u"Ditt namn (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.roleLabel.setText(QCoreApplication.translate("NewDatabaseDialog", u"Din &roll", None))
#if QT_CONFIG(accessibility)
        self.role.setAccessibleName(QCoreApplication.translate("NewDatabaseDialog", u"Din roll", None))
#endif // QT_CONFIG(accessibility)
        self.backupLabel.setText(QCoreApplication.translate("NewDatabaseDialog", u"Mapp f\u00f6r &s\u00e4kerhetskopior (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.backup.setAccessibleName(QCoreApplication.translate("NewDatabaseDialog", u"Mapp f\u00f6r s\u00e4kerhetskopior (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.choose.setText(QCoreApplication.translate("NewDatabaseDialog", u"V\u00e4lj mapp\u2026", None))
        self.create.setText(QCoreApplication.translate("NewDatabaseDialog", u"Skapa databasen", None))
        self.cancel.setText(QCoreApplication.translate("NewDatabaseDialog", u"Avbryt", None))
    # retranslateUi
