# Compiled from ui/settings_sender.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFormLayout, QLabel, QLineEdit,
    QPlainTextEdit, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_SettingsSender(object):
    def setupUi(self, SettingsSender):
        if not SettingsSender.objectName():
            SettingsSender.setObjectName(u"SettingsSender")
        SettingsSender.resize(640, 520)
        self.whole = QVBoxLayout(SettingsSender)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(4, 12, -1, -1)
        self.intro = QLabel(SettingsSender)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)
        self.intro.setProperty(u"muted", True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.nameLabel = QLabel(SettingsSender)
        self.nameLabel.setObjectName(u"nameLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.nameLabel)

        self.name = QLineEdit(SettingsSender)
        self.name.setObjectName(u"name")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.unitLabel = QLabel(SettingsSender)
        self.unitLabel.setObjectName(u"unitLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.unitLabel)

        self.unit = QLineEdit(SettingsSender)
        self.unit.setObjectName(u"unit")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.unit)

        self.orgLabel = QLabel(SettingsSender)
        self.orgLabel.setObjectName(u"orgLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.orgLabel)

        self.org = QLineEdit(SettingsSender)
        self.org.setObjectName(u"org")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.org)

        self.addressLabel = QLabel(SettingsSender)
        self.addressLabel.setObjectName(u"addressLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.addressLabel)

        self.address = QPlainTextEdit(SettingsSender)
        self.address.setObjectName(u"address")
        self.address.setTabChangesFocus(True)

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.address)

        self.phoneLabel = QLabel(SettingsSender)
        self.phoneLabel.setObjectName(u"phoneLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.phoneLabel)

        self.phone = QLineEdit(SettingsSender)
        self.phone.setObjectName(u"phone")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.phone)

        self.emailLabel = QLabel(SettingsSender)
        self.emailLabel.setObjectName(u"emailLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.emailLabel)

        self.email = QLineEdit(SettingsSender)
        self.email.setObjectName(u"email")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.email)

        self.bankgiroLabel = QLabel(SettingsSender)
        self.bankgiroLabel.setObjectName(u"bankgiroLabel")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.bankgiroLabel)

        self.bankgiro = QLineEdit(SettingsSender)
        self.bankgiro.setObjectName(u"bankgiro")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.bankgiro)


        self.whole.addLayout(self.form)

        self.rest = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

#if QT_CONFIG(shortcut)
        self.nameLabel.setBuddy(self.name)
        self.unitLabel.setBuddy(self.unit)
        self.orgLabel.setBuddy(self.org)
        self.addressLabel.setBuddy(self.address)
        self.phoneLabel.setBuddy(self.phone)
        self.emailLabel.setBuddy(self.email)
        self.bankgiroLabel.setBuddy(self.bankgiro)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SettingsSender)
    # setupUi

    def retranslateUi(self, SettingsSender):
        self.intro.setText(QCoreApplication.translate("SettingsSender", u"S\u00e5 h\u00e4r st\u00e5r myndigheten i brev, beslut och fakturor. Varje \u00e4ndring sparas n\u00e4r du l\u00e4mnar f\u00e4ltet.", None))
        self.nameLabel.setText(QCoreApplication.translate("SettingsSender", u"&Myndighet", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("SettingsSender", u"Myndighet", None))
#endif // QT_CONFIG(accessibility)
        self.unitLabel.setText(QCoreApplication.translate("SettingsSender", u"&Enhet", None))
#if QT_CONFIG(accessibility)
        self.unit.setAccessibleName(QCoreApplication.translate("SettingsSender", u"Enhet", None))
#endif // QT_CONFIG(accessibility)
        self.orgLabel.setText(QCoreApplication.translate("SettingsSender", u"&Organisationsnummer", None))
#if QT_CONFIG(accessibility)
        self.org.setAccessibleName(QCoreApplication.translate("SettingsSender", u"Organisationsnummer", None))
#endif // QT_CONFIG(accessibility)
        self.addressLabel.setText(QCoreApplication.translate("SettingsSender", u"&Postadress", None))
#if QT_CONFIG(accessibility)
        self.address.setAccessibleName(QCoreApplication.translate("SettingsSender", u"Postadress", None))
#endif // QT_CONFIG(accessibility)
        self.phoneLabel.setText(QCoreApplication.translate("SettingsSender", u"&Telefon", None))
#if QT_CONFIG(accessibility)
        self.phone.setAccessibleName(QCoreApplication.translate("SettingsSender", u"Telefon", None))
#endif // QT_CONFIG(accessibility)
        self.emailLabel.setText(QCoreApplication.translate("SettingsSender", u"E-&post", None))
#if QT_CONFIG(accessibility)
        self.email.setAccessibleName(QCoreApplication.translate("SettingsSender", u"E-post", None))
#endif // QT_CONFIG(accessibility)
        self.bankgiroLabel.setText(QCoreApplication.translate("SettingsSender", u"&Bankgiro f\u00f6r \u00e5terbetalning", None))
#if QT_CONFIG(accessibility)
        self.bankgiro.setAccessibleName(QCoreApplication.translate("SettingsSender", u"Bankgiro f\u00f6r \u00e5terbetalning", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
