# Compiled from ui/recipient_particulars.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QFormLayout, QLabel,
    QLineEdit, QPlainTextEdit, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_RecipientParticulars(object):
    def setupUi(self, RecipientParticulars):
        if not RecipientParticulars.objectName():
            RecipientParticulars.setObjectName(u"RecipientParticulars")
        RecipientParticulars.resize(560, 420)
        self.whole = QVBoxLayout(RecipientParticulars)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(4, 12, 4, 8)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.orgLabel = QLabel(RecipientParticulars)
        self.orgLabel.setObjectName(u"orgLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.orgLabel)

        self.confirmed = QCheckBox(RecipientParticulars)
        self.confirmed.setObjectName(u"confirmed")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.confirmed)

        self.registrarLabel = QLabel(RecipientParticulars)
        self.registrarLabel.setObjectName(u"registrarLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.registrarLabel)

        self.registrar = QLineEdit(RecipientParticulars)
        self.registrar.setObjectName(u"registrar")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.registrar)

        self.addressLabel = QLabel(RecipientParticulars)
        self.addressLabel.setObjectName(u"addressLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.addressLabel)

        self.address = QPlainTextEdit(RecipientParticulars)
        self.address.setObjectName(u"address")
        self.address.setTabChangesFocus(True)

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.address)

        self.referenceLabel = QLabel(RecipientParticulars)
        self.referenceLabel.setObjectName(u"referenceLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.referenceLabel)

        self.reference = QLineEdit(RecipientParticulars)
        self.reference.setObjectName(u"reference")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.reference)

        self.peppolLabel = QLabel(RecipientParticulars)
        self.peppolLabel.setObjectName(u"peppolLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.peppolLabel)

        self.peppol = QLineEdit(RecipientParticulars)
        self.peppol.setObjectName(u"peppol")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.peppol)


        self.whole.addLayout(self.form)

        self.rest = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

#if QT_CONFIG(shortcut)
        self.registrarLabel.setBuddy(self.registrar)
        self.addressLabel.setBuddy(self.address)
        self.referenceLabel.setBuddy(self.reference)
        self.peppolLabel.setBuddy(self.peppol)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RecipientParticulars)
    # setupUi

    def retranslateUi(self, RecipientParticulars):
        self.orgLabel.setText(QCoreApplication.translate("RecipientParticulars", u"Organisationsnummer", None))
        self.confirmed.setText(QCoreApplication.translate("RecipientParticulars", u"Bekr\u00e4ftat mot register", None))
#if QT_CONFIG(accessibility)
        self.confirmed.setAccessibleName(QCoreApplication.translate("RecipientParticulars", u"Organisationsnumret \u00e4r bekr\u00e4ftat mot register", None))
#endif // QT_CONFIG(accessibility)
        self.registrarLabel.setText(QCoreApplication.translate("RecipientParticulars", u"&Registrators e-post", None))
#if QT_CONFIG(accessibility)
        self.registrar.setAccessibleName(QCoreApplication.translate("RecipientParticulars", u"Registrators e-post", None))
#endif // QT_CONFIG(accessibility)
        self.registrar.setPlaceholderText(QCoreApplication.translate("RecipientParticulars", u"saknas \u2013 ange", None))
        self.addressLabel.setText(QCoreApplication.translate("RecipientParticulars", u"&Postadress", None))
#if QT_CONFIG(accessibility)
        self.address.setAccessibleName(QCoreApplication.translate("RecipientParticulars", u"Postadress", None))
#endif // QT_CONFIG(accessibility)
        self.address.setPlaceholderText(QCoreApplication.translate("RecipientParticulars", u"saknas \u2013 ange", None))
        self.referenceLabel.setText(QCoreApplication.translate("RecipientParticulars", u"&Fakturareferens", None))
#if QT_CONFIG(accessibility)
        self.reference.setAccessibleName(QCoreApplication.translate("RecipientParticulars", u"Fakturareferens", None))
#endif // QT_CONFIG(accessibility)
        self.reference.setPlaceholderText(QCoreApplication.translate("RecipientParticulars", u"saknas \u2013 ange", None))
        self.peppolLabel.setText(QCoreApplication.translate("RecipientParticulars", u"Peppol-&id", None))
#if QT_CONFIG(accessibility)
        self.peppol.setAccessibleName(QCoreApplication.translate("RecipientParticulars", u"Peppol-id", None))
#endif // QT_CONFIG(accessibility)
        self.peppol.setPlaceholderText(QCoreApplication.translate("RecipientParticulars", u"saknas \u2013 ange", None))
        pass
    # retranslateUi
