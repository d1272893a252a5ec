# Compiled from ui/incoming_payment.ui by installer/build_forms.py; never edit this file.

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
class Ui_IncomingPayment(object):
    def setupUi(self, IncomingPayment):
        if not IncomingPayment.objectName():
            IncomingPayment.setObjectName(u"IncomingPayment")
        IncomingPayment.resize(560, 420)
        self.whole = QVBoxLayout(IncomingPayment)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(IncomingPayment)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.dayLabel = QLabel(IncomingPayment)
        self.dayLabel.setObjectName(u"dayLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.dayLabel)

        self.dayPlace = QVBoxLayout()
        self.dayPlace.setObjectName(u"dayPlace")

        self.form.setLayout(0, QFormLayout.ItemRole.FieldRole, self.dayPlace)

        self.amountLabel = QLabel(IncomingPayment)
        self.amountLabel.setObjectName(u"amountLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.amountLabel)

        self.amountPlace = QVBoxLayout()
        self.amountPlace.setObjectName(u"amountPlace")

        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.amountPlace)

        self.referenceLabel = QLabel(IncomingPayment)
        self.referenceLabel.setObjectName(u"referenceLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.referenceLabel)

        self.reference = QLineEdit(IncomingPayment)
        self.reference.setObjectName(u"reference")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.reference)

        self.payerLabel = QLabel(IncomingPayment)
        self.payerLabel.setObjectName(u"payerLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.payerLabel)

        self.payer = QLineEdit(IncomingPayment)
        self.payer.setObjectName(u"payer")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.payer)

        self.entryLabel = QLabel(IncomingPayment)
        self.entryLabel.setObjectName(u"entryLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.entryLabel)

        self.entry = QLineEdit(IncomingPayment)
        self.entry.setObjectName(u"entry")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.entry)


        self.whole.addLayout(self.form)

        self.problem = QLabel(IncomingPayment)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"stop")

        self.whole.addWidget(self.problem)

        self.rest = QSpacerItem(20, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.push = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.push)

        self.ok = QPushButton(IncomingPayment)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(IncomingPayment)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.referenceLabel.setBuddy(self.reference)
        self.payerLabel.setBuddy(self.payer)
        self.entryLabel.setBuddy(self.entry)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(IncomingPayment)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, IncomingPayment):
        IncomingPayment.setWindowTitle(QCoreApplication.translate("IncomingPayment", u"Registrera inbetalning", None))
        self.intro.setText("")
        self.dayLabel.setText(QCoreApplication.translate("IncomingPayment", u"&Betalningsdag (obligatorisk)", None))
        self.amountLabel.setText(QCoreApplication.translate("IncomingPayment", u"Be&lopp, kronor (obligatoriskt)", None))
        self.referenceLabel.setText(QCoreApplication.translate("IncomingPayment", u"&OCR-nummer eller meddelande", None))
#if QT_CONFIG(accessibility)
        self.reference.setAccessibleName(QCoreApplication.translate("IncomingPayment", u"OCR-nummer eller meddelande", None))
#endif // QT_CONFIG(accessibility)
        self.payerLabel.setText(QCoreApplication.translate("IncomingPayment", u"Be&talare", None))
#if QT_CONFIG(accessibility)
        self.payer.setAccessibleName(QCoreApplication.translate("IncomingPayment", u"Betalare", None))
#endif // QT_CONFIG(accessibility)
        self.entryLabel.setText(QCoreApplication.translate("IncomingPayment", u"Bankens &referens", None))
#if QT_CONFIG(accessibility)
        self.entry.setAccessibleName(QCoreApplication.translate("IncomingPayment", u"Bankens referens", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("IncomingPayment", u"Registrera", None))
        self.cancel.setText(QCoreApplication.translate("IncomingPayment", u"Avbryt", None))
    # retranslateUi
