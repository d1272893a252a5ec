# Compiled from ui/requisition_booking.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFormLayout, QHBoxLayout,
    QLabel, QLineEdit, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_RequisitionBooking(object):
    def setupUi(self, RequisitionBooking):
        if not RequisitionBooking.objectName():
            RequisitionBooking.setObjectName(u"RequisitionBooking")
        RequisitionBooking.resize(560, 420)
        self.whole = QVBoxLayout(RequisitionBooking)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(RequisitionBooking)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.accountLabel = QLabel(RequisitionBooking)
        self.accountLabel.setObjectName(u"accountLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.accountLabel)

        self.account = QLineEdit(RequisitionBooking)
        self.account.setObjectName(u"account")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.account)

        self.itemLabel = QLabel(RequisitionBooking)
        self.itemLabel.setObjectName(u"itemLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.itemLabel)

        self.item = QLineEdit(RequisitionBooking)
        self.item.setObjectName(u"item")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.item)

        self.centreLabel = QLabel(RequisitionBooking)
        self.centreLabel.setObjectName(u"centreLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.centreLabel)

        self.centre = QLineEdit(RequisitionBooking)
        self.centre.setObjectName(u"centre")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.centre)

        self.counterpartyLabel = QLabel(RequisitionBooking)
        self.counterpartyLabel.setObjectName(u"counterpartyLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.counterpartyLabel)

        self.counterparty = QLineEdit(RequisitionBooking)
        self.counterparty.setObjectName(u"counterparty")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.counterparty)

        self.referenceLabel = QLabel(RequisitionBooking)
        self.referenceLabel.setObjectName(u"referenceLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.referenceLabel)

        self.reference = QLineEdit(RequisitionBooking)
        self.reference.setObjectName(u"reference")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.reference)

        self.answerLabel = QLabel(RequisitionBooking)
        self.answerLabel.setObjectName(u"answerLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.answerLabel)

        self.answer = QPlainTextEdit(RequisitionBooking)
        self.answer.setObjectName(u"answer")
        self.answer.setTabChangesFocus(True)
        self.answer.setMinimumSize(QSize(0, 90))

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.answer)


        self.whole.addLayout(self.form)

        self.problem = QLabel(RequisitionBooking)
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

        self.ok = QPushButton(RequisitionBooking)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(RequisitionBooking)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.accountLabel.setBuddy(self.account)
        self.itemLabel.setBuddy(self.item)
        self.centreLabel.setBuddy(self.centre)
        self.counterpartyLabel.setBuddy(self.counterparty)
        self.referenceLabel.setBuddy(self.reference)
        self.answerLabel.setBuddy(self.answer)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RequisitionBooking)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, RequisitionBooking):
        RequisitionBooking.setWindowTitle(QCoreApplication.translate("RequisitionBooking", u"Skapa utbetalningsunderlag", None))
        self.intro.setText("")
        self.accountLabel.setText(QCoreApplication.translate("RequisitionBooking", u"&Konto i redovisningen (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.account.setAccessibleName(QCoreApplication.translate("RequisitionBooking", u"Konto i redovisningen (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.itemLabel.setText(QCoreApplication.translate("RequisitionBooking", u"&Anslagspost", None))
#if QT_CONFIG(accessibility)
        self.item.setAccessibleName(QCoreApplication.translate("RequisitionBooking", u"Anslagspost", None))
#endif // QT_CONFIG(accessibility)
        self.centreLabel.setText(QCoreApplication.translate("RequisitionBooking", u"Kostnads&st\u00e4lle", None))
#if QT_CONFIG(accessibility)
        self.centre.setAccessibleName(QCoreApplication.translate("RequisitionBooking", u"Kostnadsst\u00e4lle", None))
#endif // QT_CONFIG(accessibility)
        self.counterpartyLabel.setText(QCoreApplication.translate("RequisitionBooking", u"&Motpart", None))
#if QT_CONFIG(accessibility)
        self.counterparty.setAccessibleName(QCoreApplication.translate("RequisitionBooking", u"Motpart", None))
#endif // QT_CONFIG(accessibility)
        self.referenceLabel.setText(QCoreApplication.translate("RequisitionBooking", u"Ekonomisystemets &referens", None))
#if QT_CONFIG(accessibility)
        self.reference.setAccessibleName(QCoreApplication.translate("RequisitionBooking", u"Ekonomisystemets referens", None))
#endif // QT_CONFIG(accessibility)
        self.answerLabel.setText(QCoreApplication.translate("RequisitionBooking", u"&Juristens svar om skulden (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.answer.setAccessibleName(QCoreApplication.translate("RequisitionBooking", u"Juristens svar om skulden (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("RequisitionBooking", u"Skapa utbetalningsunderlag", None))
        self.cancel.setText(QCoreApplication.translate("RequisitionBooking", u"Avbryt", None))
    # retranslateUi
