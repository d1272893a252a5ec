# Compiled from ui/requisition_bulk.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFormLayout, QHBoxLayout,
    QLabel, QLineEdit, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_RequisitionBulk(object):
    def setupUi(self, RequisitionBulk):
        if not RequisitionBulk.objectName():
            RequisitionBulk.setObjectName(u"RequisitionBulk")
        RequisitionBulk.resize(560, 420)
        self.whole = QVBoxLayout(RequisitionBulk)
        self.whole.setSpacing(8)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(0, 0, 8, 0)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setVerticalSpacing(8)
        self.form.setHorizontalSpacing(12)
        self.personLabel = QLabel(RequisitionBulk)
        self.personLabel.setObjectName(u"personLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.personLabel)

        self.person = QComboBox(RequisitionBulk)
        self.person.setObjectName(u"person")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.person)

        self.dayLabel = QLabel(RequisitionBulk)
        self.dayLabel.setObjectName(u"dayLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.dayLabel)

        self.dayPlace = QVBoxLayout()
        self.dayPlace.setObjectName(u"dayPlace")

        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.dayPlace)

        self.channelLabel = QLabel(RequisitionBulk)
        self.channelLabel.setObjectName(u"channelLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.channelLabel)

        self.channel = QComboBox(RequisitionBulk)
        self.channel.setObjectName(u"channel")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.channel)

        self.caseNumberLabel = QLabel(RequisitionBulk)
        self.caseNumberLabel.setObjectName(u"caseNumberLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.caseNumberLabel)

        self.caseNumber = QLineEdit(RequisitionBulk)
        self.caseNumber.setObjectName(u"caseNumber")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.caseNumber)

        self.fileLabel = QLabel(RequisitionBulk)
        self.fileLabel.setObjectName(u"fileLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.fileLabel)

        self.fileRow = QHBoxLayout()
        self.fileRow.setSpacing(8)
        self.fileRow.setObjectName(u"fileRow")
        self.file = QLineEdit(RequisitionBulk)
        self.file.setObjectName(u"file")

        self.fileRow.addWidget(self.file)

        self.fileChoose = QPushButton(RequisitionBulk)
        self.fileChoose.setObjectName(u"fileChoose")
        self.fileChoose.setAutoDefault(False)

        self.fileRow.addWidget(self.fileChoose)


        self.form.setLayout(4, QFormLayout.ItemRole.FieldRole, self.fileRow)

        self.folderLabel = QLabel(RequisitionBulk)
        self.folderLabel.setObjectName(u"folderLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.folderLabel)

        self.folderRow = QHBoxLayout()
        self.folderRow.setSpacing(8)
        self.folderRow.setObjectName(u"folderRow")
        self.folder = QLineEdit(RequisitionBulk)
        self.folder.setObjectName(u"folder")

        self.folderRow.addWidget(self.folder)

        self.folderChoose = QPushButton(RequisitionBulk)
        self.folderChoose.setObjectName(u"folderChoose")
        self.folderChoose.setAutoDefault(False)

        self.folderRow.addWidget(self.folderChoose)


        self.form.setLayout(5, QFormLayout.ItemRole.FieldRole, self.folderRow)

        self.reasonLabel = QLabel(RequisitionBulk)
        self.reasonLabel.setObjectName(u"reasonLabel")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.reasonLabel)

        self.reason = QPlainTextEdit(RequisitionBulk)
        self.reason.setObjectName(u"reason")
        self.reason.setTabChangesFocus(True)
        self.reason.setMinimumSize(QSize(0, 70))
        self.reason.setMaximumSize(QSize(16777215, 110))

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.reason)

        self.reasonsLabel = QLabel(RequisitionBulk)
        self.reasonsLabel.setObjectName(u"reasonsLabel")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.reasonsLabel)

        self.reasonsPlace = QVBoxLayout()
        self.reasonsPlace.setObjectName(u"reasonsPlace")

        self.form.setLayout(7, QFormLayout.ItemRole.FieldRole, self.reasonsPlace)

        self.accountLabel = QLabel(RequisitionBulk)
        self.accountLabel.setObjectName(u"accountLabel")

        self.form.setWidget(8, QFormLayout.ItemRole.LabelRole, self.accountLabel)

        self.account = QLineEdit(RequisitionBulk)
        self.account.setObjectName(u"account")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.account)

        self.itemLabel = QLabel(RequisitionBulk)
        self.itemLabel.setObjectName(u"itemLabel")

        self.form.setWidget(9, QFormLayout.ItemRole.LabelRole, self.itemLabel)

        self.item = QLineEdit(RequisitionBulk)
        self.item.setObjectName(u"item")

        self.form.setWidget(9, QFormLayout.ItemRole.FieldRole, self.item)

        self.centreLabel = QLabel(RequisitionBulk)
        self.centreLabel.setObjectName(u"centreLabel")

        self.form.setWidget(10, QFormLayout.ItemRole.LabelRole, self.centreLabel)

        self.centre = QLineEdit(RequisitionBulk)
        self.centre.setObjectName(u"centre")

        self.form.setWidget(10, QFormLayout.ItemRole.FieldRole, self.centre)

        self.counterpartyLabel = QLabel(RequisitionBulk)
        self.counterpartyLabel.setObjectName(u"counterpartyLabel")

        self.form.setWidget(11, QFormLayout.ItemRole.LabelRole, self.counterpartyLabel)

        self.counterparty = QLineEdit(RequisitionBulk)
        self.counterparty.setObjectName(u"counterparty")

        self.form.setWidget(11, QFormLayout.ItemRole.FieldRole, self.counterparty)

        self.referenceLabel = QLabel(RequisitionBulk)
        self.referenceLabel.setObjectName(u"referenceLabel")

        self.form.setWidget(12, QFormLayout.ItemRole.LabelRole, self.referenceLabel)

        self.reference = QLineEdit(RequisitionBulk)
        self.reference.setObjectName(u"reference")

        self.form.setWidget(12, QFormLayout.ItemRole.FieldRole, self.reference)


        self.whole.addLayout(self.form)

        self.problem = QLabel(RequisitionBulk)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"stop")

        self.whole.addWidget(self.problem)

        self.rest = QSpacerItem(20, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

#if QT_CONFIG(shortcut)
        self.personLabel.setBuddy(self.person)
        self.channelLabel.setBuddy(self.channel)
        self.caseNumberLabel.setBuddy(self.caseNumber)
        self.fileLabel.setBuddy(self.file)
        self.folderLabel.setBuddy(self.folder)
        self.reasonLabel.setBuddy(self.reason)
        self.accountLabel.setBuddy(self.account)
        self.itemLabel.setBuddy(self.item)
        self.centreLabel.setBuddy(self.centre)
        self.counterpartyLabel.setBuddy(self.counterparty)
        self.referenceLabel.setBuddy(self.reference)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RequisitionBulk)
    # setupUi

    def retranslateUi(self, RequisitionBulk):
        self.personLabel.setText(QCoreApplication.translate("RequisitionBulk", u"&Person (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.person.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"Person", None))
#endif // QT_CONFIG(accessibility)
        self.dayLabel.setText(QCoreApplication.translate("RequisitionBulk", u"&Dag (obligatorisk)", None))
        self.channelLabel.setText(QCoreApplication.translate("RequisitionBulk", u"&Skickat med", None))
#if QT_CONFIG(accessibility)
        self.channel.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"Skickat med", None))
#endif // QT_CONFIG(accessibility)
        self.caseNumberLabel.setText(QCoreApplication.translate("RequisitionBulk", u"Beslutets diarie&nummer (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.caseNumber.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"Beslutets diarienummer", None))
#endif // QT_CONFIG(accessibility)
        self.fileLabel.setText(QCoreApplication.translate("RequisitionBulk", u"Undertecknad s&ida (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"Undertecknad sida", None))
#endif // QT_CONFIG(accessibility)
        self.fileChoose.setText(QCoreApplication.translate("RequisitionBulk", u"V\u00e4lj fil\u2026", None))
#if QT_CONFIG(accessibility)
        self.fileChoose.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"V\u00e4lj fil\u2026 Undertecknad sida", None))
#endif // QT_CONFIG(accessibility)
        self.folderLabel.setText(QCoreApplication.translate("RequisitionBulk", u"&Mapp (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.folder.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"Mapp", None))
#endif // QT_CONFIG(accessibility)
        self.folderChoose.setText(QCoreApplication.translate("RequisitionBulk", u"V\u00e4lj mapp\u2026", None))
#if QT_CONFIG(accessibility)
        self.folderChoose.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"V\u00e4lj mapp\u2026 Mapp", None))
#endif // QT_CONFIG(accessibility)
        self.reasonLabel.setText(QCoreApplication.translate("RequisitionBulk", u"&Sk\u00e4l (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"Sk\u00e4l", None))
#endif // QT_CONFIG(accessibility)
        self.reasonsLabel.setText(QCoreApplication.translate("RequisitionBulk", u"Sk\u00e4l per \u00e4rende (obligatoriska)", None))
        self.accountLabel.setText(QCoreApplication.translate("RequisitionBulk", u"&Konto i redovisningen (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.account.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"Konto i redovisningen (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.itemLabel.setText(QCoreApplication.translate("RequisitionBulk", u"&Anslagspost", None))
#if QT_CONFIG(accessibility)
        self.item.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"Anslagspost", None))
#endif // QT_CONFIG(accessibility)
        self.centreLabel.setText(QCoreApplication.translate("RequisitionBulk", u"Kostnads&st\u00e4lle", None))
#if QT_CONFIG(accessibility)
        self.centre.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"Kostnadsst\u00e4lle", None))
#endif // QT_CONFIG(accessibility)
        self.counterpartyLabel.setText(QCoreApplication.translate("RequisitionBulk", u"M&otpart", None))
#if QT_CONFIG(accessibility)
        self.counterparty.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"Motpart", None))
#endif // QT_CONFIG(accessibility)
        self.referenceLabel.setText(QCoreApplication.translate("RequisitionBulk", u"Ekonomisystemets &referens", None))
#if QT_CONFIG(accessibility)
        self.reference.setAccessibleName(QCoreApplication.translate("RequisitionBulk", u"Ekonomisystemets referens", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
