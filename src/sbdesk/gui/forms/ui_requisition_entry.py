# Compiled from ui/requisition_entry.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_RequisitionEntry(object):
    def setupUi(self, RequisitionEntry):
        if not RequisitionEntry.objectName():
            RequisitionEntry.setObjectName(u"RequisitionEntry")
        RequisitionEntry.resize(560, 720)
        self.whole = QVBoxLayout(RequisitionEntry)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(4, 8, 12, 8)
        self.title = QLabel(RequisitionEntry)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"heading", u"card")

        self.whole.addWidget(self.title)

        self.intro = QLabel(RequisitionEntry)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)
        self.intro.setProperty(u"muted", True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setVerticalSpacing(8)
        self.caseNumberLabel = QLabel(RequisitionEntry)
        self.caseNumberLabel.setObjectName(u"caseNumberLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.caseNumberLabel)

        self.caseNumber = QLineEdit(RequisitionEntry)
        self.caseNumber.setObjectName(u"caseNumber")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.caseNumber)

        self.dayLabel = QLabel(RequisitionEntry)
        self.dayLabel.setObjectName(u"dayLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.dayLabel)

        self.dayPlace = QVBoxLayout()
        self.dayPlace.setObjectName(u"dayPlace")

        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.dayPlace)

        self.amountsLabel = QLabel(RequisitionEntry)
        self.amountsLabel.setObjectName(u"amountsLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.amountsLabel)

        self.amountsPlace = QVBoxLayout()
        self.amountsPlace.setObjectName(u"amountsPlace")

        self.form.setLayout(2, QFormLayout.ItemRole.FieldRole, self.amountsPlace)

        self.numberLabel = QLabel(RequisitionEntry)
        self.numberLabel.setObjectName(u"numberLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.numberLabel)

        self.accountRow = QHBoxLayout()
        self.accountRow.setSpacing(8)
        self.accountRow.setObjectName(u"accountRow")
        self.accountKind = QComboBox(RequisitionEntry)
        self.accountKind.setObjectName(u"accountKind")

        self.accountRow.addWidget(self.accountKind)

        self.clearing = QLineEdit(RequisitionEntry)
        self.clearing.setObjectName(u"clearing")

        self.accountRow.addWidget(self.clearing)

        self.number = QLineEdit(RequisitionEntry)
        self.number.setObjectName(u"number")

        self.accountRow.addWidget(self.number)


        self.form.setLayout(3, QFormLayout.ItemRole.FieldRole, self.accountRow)

        self.compared = QCheckBox(RequisitionEntry)
        self.compared.setObjectName(u"compared")

        self.form.setWidget(4, QFormLayout.ItemRole.SpanningRole, self.compared)

        self.contactNameLabel = QLabel(RequisitionEntry)
        self.contactNameLabel.setObjectName(u"contactNameLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.contactNameLabel)

        self.contactName = QLineEdit(RequisitionEntry)
        self.contactName.setObjectName(u"contactName")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.contactName)

        self.contactEmailLabel = QLabel(RequisitionEntry)
        self.contactEmailLabel.setObjectName(u"contactEmailLabel")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.contactEmailLabel)

        self.contactEmail = QLineEdit(RequisitionEntry)
        self.contactEmail.setObjectName(u"contactEmail")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.contactEmail)

        self.portal = QCheckBox(RequisitionEntry)
        self.portal.setObjectName(u"portal")

        self.form.setWidget(7, QFormLayout.ItemRole.SpanningRole, self.portal)

        self.channelLabel = QLabel(RequisitionEntry)
        self.channelLabel.setObjectName(u"channelLabel")

        self.form.setWidget(8, QFormLayout.ItemRole.LabelRole, self.channelLabel)

        self.channel = QComboBox(RequisitionEntry)
        self.channel.setObjectName(u"channel")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.channel)

        self.referenceLabel = QLabel(RequisitionEntry)
        self.referenceLabel.setObjectName(u"referenceLabel")

        self.form.setWidget(9, QFormLayout.ItemRole.LabelRole, self.referenceLabel)

        self.reference = QLineEdit(RequisitionEntry)
        self.reference.setObjectName(u"reference")

        self.form.setWidget(9, QFormLayout.ItemRole.FieldRole, self.reference)

        self.fileLabel = QLabel(RequisitionEntry)
        self.fileLabel.setObjectName(u"fileLabel")

        self.form.setWidget(10, QFormLayout.ItemRole.LabelRole, self.fileLabel)

        self.fileRow = QHBoxLayout()
        self.fileRow.setSpacing(8)
        self.fileRow.setObjectName(u"fileRow")
        self.file = QLineEdit(RequisitionEntry)
        self.file.setObjectName(u"file")

        self.fileRow.addWidget(self.file)

        self.fileChoose = QPushButton(RequisitionEntry)
        self.fileChoose.setObjectName(u"fileChoose")
        self.fileChoose.setAutoDefault(False)

        self.fileRow.addWidget(self.fileChoose)


        self.form.setLayout(10, QFormLayout.ItemRole.FieldRole, self.fileRow)

        self.exceptionLabel = QLabel(RequisitionEntry)
        self.exceptionLabel.setObjectName(u"exceptionLabel")

        self.form.setWidget(11, QFormLayout.ItemRole.LabelRole, self.exceptionLabel)

        self.exception = QLineEdit(RequisitionEntry)
        self.exception.setObjectName(u"exception")

        self.form.setWidget(11, QFormLayout.ItemRole.FieldRole, self.exception)


        self.whole.addLayout(self.form)

        self.problem = QLabel(RequisitionEntry)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"stop")

        self.whole.addWidget(self.problem)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.ok = QPushButton(RequisitionEntry)
        self.ok.setObjectName(u"ok")
        self.ok.setAutoDefault(False)
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(RequisitionEntry)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.push = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.push)


        self.whole.addLayout(self.buttons)

        self.rest = QSpacerItem(20, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

#if QT_CONFIG(shortcut)
        self.caseNumberLabel.setBuddy(self.caseNumber)
        self.numberLabel.setBuddy(self.number)
        self.contactNameLabel.setBuddy(self.contactName)
        self.contactEmailLabel.setBuddy(self.contactEmail)
        self.channelLabel.setBuddy(self.channel)
        self.referenceLabel.setBuddy(self.reference)
        self.fileLabel.setBuddy(self.file)
        self.exceptionLabel.setBuddy(self.exception)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.caseNumber, self.number)
        QWidget.setTabOrder(self.number, self.contactName)
        QWidget.setTabOrder(self.contactName, self.contactEmail)
        QWidget.setTabOrder(self.contactEmail, self.portal)
        QWidget.setTabOrder(self.portal, self.ok)
        QWidget.setTabOrder(self.ok, self.cancel)
        QWidget.setTabOrder(self.cancel, self.channel)
        QWidget.setTabOrder(self.channel, self.accountKind)
        QWidget.setTabOrder(self.accountKind, self.clearing)
        QWidget.setTabOrder(self.clearing, self.compared)
        QWidget.setTabOrder(self.compared, self.reference)
        QWidget.setTabOrder(self.reference, self.file)
        QWidget.setTabOrder(self.file, self.fileChoose)
        QWidget.setTabOrder(self.fileChoose, self.exception)

        self.retranslateUi(RequisitionEntry)
    # setupUi

    def retranslateUi(self, RequisitionEntry):
        self.title.setText(QCoreApplication.translate("RequisitionEntry", u"Registrera rekvisition", None))
        self.intro.setText(QCoreApplication.translate("RequisitionEntry", u"Fyll i uppgifterna som de st\u00e5r i rekvisitionen. Kontrollerna k\u00f6rs n\u00e4r den \u00e4r sparad.", None))
        self.caseNumberLabel.setText(QCoreApplication.translate("RequisitionEntry", u"&Diarienummer", None))
#if QT_CONFIG(accessibility)
        self.caseNumber.setAccessibleName(QCoreApplication.translate("RequisitionEntry", u"Diarienummer", None))
#endif // QT_CONFIG(accessibility)
        self.dayLabel.setText(QCoreApplication.translate("RequisitionEntry", u"Kom &in (obligatorisk)", None))
        self.amountsLabel.setText(QCoreApplication.translate("RequisitionEntry", u"Rekvirerat, kronor (obligatoriskt)", None))
        self.numberLabel.setText(QCoreApplication.translate("RequisitionEntry", u"&Konto", None))
#if QT_CONFIG(accessibility)
        self.accountKind.setAccessibleName(QCoreApplication.translate("RequisitionEntry", u"Typ av konto", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.clearing.setAccessibleName(QCoreApplication.translate("RequisitionEntry", u"Clearingnummer", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(QCoreApplication.translate("RequisitionEntry", u"Kontonummer", None))
#endif // QT_CONFIG(accessibility)
        self.compared.setText(QCoreApplication.translate("RequisitionEntry", u"&J\u00e4mf\u00f6rt med mottagarens handling", None))
        self.contactNameLabel.setText(QCoreApplication.translate("RequisitionEntry", u"Kontaktpersonens &namn", None))
#if QT_CONFIG(accessibility)
        self.contactName.setAccessibleName(QCoreApplication.translate("RequisitionEntry", u"Kontaktpersonens namn", None))
#endif // QT_CONFIG(accessibility)
        self.contactEmailLabel.setText(QCoreApplication.translate("RequisitionEntry", u"Kontaktpersonens &e-postadress", None))
#if QT_CONFIG(accessibility)
        self.contactEmail.setAccessibleName(QCoreApplication.translate("RequisitionEntry", u"Kontaktpersonens e-postadress", None))
#endif // QT_CONFIG(accessibility)
        self.portal.setText(QCoreApplication.translate("RequisitionEntry", u"Kontrollerat i e-&tj\u00e4nsten: ombud och kontaktuppgifter", None))
        self.channelLabel.setText(QCoreApplication.translate("RequisitionEntry", u"K&om in genom", None))
#if QT_CONFIG(accessibility)
        self.channel.setAccessibleName(QCoreApplication.translate("RequisitionEntry", u"Kom in genom", None))
#endif // QT_CONFIG(accessibility)
        self.referenceLabel.setText(QCoreApplication.translate("RequisitionEntry", u"&Referens f\u00f6r betalningen", None))
#if QT_CONFIG(accessibility)
        self.reference.setAccessibleName(QCoreApplication.translate("RequisitionEntry", u"Referens f\u00f6r betalningen", None))
#endif // QT_CONFIG(accessibility)
        self.fileLabel.setText(QCoreApplication.translate("RequisitionEntry", u"&Handling", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("RequisitionEntry", u"Handling", None))
#endif // QT_CONFIG(accessibility)
        self.fileChoose.setText(QCoreApplication.translate("RequisitionEntry", u"V\u00e4lj fil\u2026", None))
#if QT_CONFIG(accessibility)
        self.fileChoose.setAccessibleName(QCoreApplication.translate("RequisitionEntry", u"V\u00e4lj fil: Handling", None))
#endif // QT_CONFIG(accessibility)
        self.exceptionLabel.setText(QCoreApplication.translate("RequisitionEntry", u"&Sk\u00e4l att pr\u00f6va efter sista dag", None))
#if QT_CONFIG(accessibility)
        self.exception.setAccessibleName(QCoreApplication.translate("RequisitionEntry", u"Sk\u00e4l att pr\u00f6va efter sista dag", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("RequisitionEntry", u"Spara rekvisitionen", None))
        self.cancel.setText(QCoreApplication.translate("RequisitionEntry", u"Avbryt", None))
        pass
    # retranslateUi
