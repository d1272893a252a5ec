# Compiled from ui/settings_person.ui by installer/build_forms.py; never edit this file.

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
class Ui_PersonDialog(object):
    def setupUi(self, PersonDialog):
        if not PersonDialog.objectName():
            PersonDialog.setObjectName(u"PersonDialog")
        PersonDialog.resize(560, 620)
        self.whole = QVBoxLayout(PersonDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(PersonDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.nameLabel = QLabel(PersonDialog)
        self.nameLabel.setObjectName(u"nameLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.nameLabel)

        self.name = QLineEdit(PersonDialog)
        self.name.setObjectName(u"name")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.titleLabel = QLabel(PersonDialog)
        self.titleLabel.setObjectName(u"titleLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.titleLabel)

        self.title = QLineEdit(PersonDialog)
        self.title.setObjectName(u"title")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.title)

        self.emailLabel = QLabel(PersonDialog)
        self.emailLabel.setObjectName(u"emailLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.emailLabel)

        self.email = QLineEdit(PersonDialog)
        self.email.setObjectName(u"email")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.email)

        self.phoneLabel = QLabel(PersonDialog)
        self.phoneLabel.setObjectName(u"phoneLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.phoneLabel)

        self.phone = QLineEdit(PersonDialog)
        self.phone.setObjectName(u"phone")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.phone)

        self.rolesLabel = QLabel(PersonDialog)
        self.rolesLabel.setObjectName(u"rolesLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.rolesLabel)

        self.rolesPlace = QVBoxLayout()
        self.rolesPlace.setObjectName(u"rolesPlace")

        self.form.setLayout(4, QFormLayout.ItemRole.FieldRole, self.rolesPlace)

        self.decideLabel = QLabel(PersonDialog)
        self.decideLabel.setObjectName(u"decideLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.decideLabel)

        self.decidePlace = QVBoxLayout()
        self.decidePlace.setObjectName(u"decidePlace")

        self.form.setLayout(5, QFormLayout.ItemRole.FieldRole, self.decidePlace)

        self.payLabel = QLabel(PersonDialog)
        self.payLabel.setObjectName(u"payLabel")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.payLabel)

        self.payPlace = QVBoxLayout()
        self.payPlace.setObjectName(u"payPlace")

        self.form.setLayout(6, QFormLayout.ItemRole.FieldRole, self.payPlace)


        self.whole.addLayout(self.form)

        self.problem = QLabel(PersonDialog)
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

        self.ok = QPushButton(PersonDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(PersonDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.nameLabel.setBuddy(self.name)
        self.titleLabel.setBuddy(self.title)
        self.emailLabel.setBuddy(self.email)
        self.phoneLabel.setBuddy(self.phone)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PersonDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, PersonDialog):
        PersonDialog.setWindowTitle(QCoreApplication.translate("PersonDialog", u"L\u00e4gg till person", None))
        self.intro.setText(QCoreApplication.translate("PersonDialog", u"Namn och titel st\u00e5r i beslut och brev.", None))
        self.nameLabel.setText(QCoreApplication.translate("PersonDialog", u"&Namn (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("PersonDialog", u"Namn (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.titleLabel.setText(QCoreApplication.translate("PersonDialog", u"&Titel (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.title.setAccessibleName(QCoreApplication.translate("PersonDialog", u"Titel (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.emailLabel.setText(QCoreApplication.translate("PersonDialog", u"&E-post", None))
#if QT_CONFIG(accessibility)
        self.email.setAccessibleName(QCoreApplication.translate("PersonDialog", u"E-post", None))
#endif // QT_CONFIG(accessibility)
        self.phoneLabel.setText(QCoreApplication.translate("PersonDialog", u"Te&lefon", None))
#if QT_CONFIG(accessibility)
        self.phone.setAccessibleName(QCoreApplication.translate("PersonDialog", u"Telefon", None))
#endif // QT_CONFIG(accessibility)
        self.rolesLabel.setText(QCoreApplication.translate("PersonDialog", u"Roller", None))
        self.decideLabel.setText(QCoreApplication.translate("PersonDialog", u"F\u00e5r besluta upp till, kronor", None))
        self.payLabel.setText(QCoreApplication.translate("PersonDialog", u"F\u00e5r attestera upp till, kronor", None))
        self.ok.setText(QCoreApplication.translate("PersonDialog", u"L\u00e4gg till", None))
        self.cancel.setText(QCoreApplication.translate("PersonDialog", u"Avbryt", None))
    # retranslateUi
