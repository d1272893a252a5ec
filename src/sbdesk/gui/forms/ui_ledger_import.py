# Compiled from ui/ledger_import.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QGridLayout, QHBoxLayout,
    QLabel, QSizePolicy, QSpacerItem, QSpinBox,
    QVBoxLayout, QWidget)
class Ui_LedgerImportForm(object):
    def setupUi(self, LedgerImportForm):
        if not LedgerImportForm.objectName():
            LedgerImportForm.setObjectName(u"LedgerImportForm")
        LedgerImportForm.resize(1000, 640)
        self.whole = QVBoxLayout(LedgerImportForm)
        self.whole.setSpacing(10)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.caseRow = QHBoxLayout()
        self.caseRow.setSpacing(12)
        self.caseRow.setObjectName(u"caseRow")
        self.caseColumn = QVBoxLayout()
        self.caseColumn.setSpacing(4)
        self.caseColumn.setObjectName(u"caseColumn")
        self.awardLabel = QLabel(LedgerImportForm)
        self.awardLabel.setObjectName(u"awardLabel")

        self.caseColumn.addWidget(self.awardLabel)

        self.award = QComboBox(LedgerImportForm)
        self.award.setObjectName(u"award")
        self.award.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.award.setMinimumContentsLength(8)

        self.caseColumn.addWidget(self.award)

        self.casePush = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.caseColumn.addItem(self.casePush)

        self.caseColumn.setStretch(2, 1)

        self.caseRow.addLayout(self.caseColumn)

        self.dropPlace = QVBoxLayout()
        self.dropPlace.setObjectName(u"dropPlace")

        self.caseRow.addLayout(self.dropPlace)

        self.caseRow.setStretch(0, 2)
        self.caseRow.setStretch(1, 3)

        self.whole.addLayout(self.caseRow)

        self.reading = QWidget(LedgerImportForm)
        self.reading.setObjectName(u"reading")
        self.readingLayout = QVBoxLayout(self.reading)
        self.readingLayout.setSpacing(8)
        self.readingLayout.setObjectName(u"readingLayout")
        self.readingLayout.setContentsMargins(0, 0, 0, 0)
        self.choices = QGridLayout()
        self.choices.setObjectName(u"choices")
        self.choices.setHorizontalSpacing(12)
        self.choices.setVerticalSpacing(4)
        self.sheetLabel = QLabel(self.reading)
        self.sheetLabel.setObjectName(u"sheetLabel")

        self.choices.addWidget(self.sheetLabel, 0, 0, 1, 1)

        self.sheet = QComboBox(self.reading)
        self.sheet.setObjectName(u"sheet")
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sheet.setMinimumContentsLength(8)

        self.choices.addWidget(self.sheet, 1, 0, 1, 1)

        self.headerRowLabel = QLabel(self.reading)
        self.headerRowLabel.setObjectName(u"headerRowLabel")

        self.choices.addWidget(self.headerRowLabel, 0, 1, 1, 1)

        self.headerRow = QSpinBox(self.reading)
        self.headerRow.setObjectName(u"headerRow")
        self.headerRow.setMaximum(1048576)

        self.choices.addWidget(self.headerRow, 1, 1, 1, 1)

        self.signLabel = QLabel(self.reading)
        self.signLabel.setObjectName(u"signLabel")

        self.choices.addWidget(self.signLabel, 0, 2, 1, 1)

        self.sign = QComboBox(self.reading)
        self.sign.setObjectName(u"sign")
        self.sign.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sign.setMinimumContentsLength(8)

        self.choices.addWidget(self.sign, 1, 2, 1, 1)

        self.decimalLabel = QLabel(self.reading)
        self.decimalLabel.setObjectName(u"decimalLabel")

        self.choices.addWidget(self.decimalLabel, 2, 0, 1, 1)

        self.decimal = QComboBox(self.reading)
        self.decimal.setObjectName(u"decimal")
        self.decimal.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.decimal.setMinimumContentsLength(8)

        self.choices.addWidget(self.decimal, 3, 0, 1, 1)

        self.dateOrderLabel = QLabel(self.reading)
        self.dateOrderLabel.setObjectName(u"dateOrderLabel")

        self.choices.addWidget(self.dateOrderLabel, 2, 1, 1, 1)

        self.dateOrder = QComboBox(self.reading)
        self.dateOrder.setObjectName(u"dateOrder")
        self.dateOrder.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.dateOrder.setMinimumContentsLength(8)

        self.choices.addWidget(self.dateOrder, 3, 1, 1, 1)

        self.statedLabel = QLabel(self.reading)
        self.statedLabel.setObjectName(u"statedLabel")

        self.choices.addWidget(self.statedLabel, 2, 2, 1, 1)

        self.statedPlace = QVBoxLayout()
        self.statedPlace.setObjectName(u"statedPlace")

        self.choices.addLayout(self.statedPlace, 3, 2, 1, 1)

        self.choices.setColumnStretch(0, 2)
        self.choices.setColumnStretch(1, 1)
        self.choices.setColumnStretch(2, 2)

        self.readingLayout.addLayout(self.choices)

        self.note = QLabel(self.reading)
        self.note.setObjectName(u"note")
        self.note.setWordWrap(True)
        self.note.setProperty(u"muted", True)

        self.readingLayout.addWidget(self.note)

        self.previewPlace = QVBoxLayout()
        self.previewPlace.setObjectName(u"previewPlace")

        self.readingLayout.addLayout(self.previewPlace)


        self.whole.addWidget(self.reading)

        self.tabsPlace = QVBoxLayout()
        self.tabsPlace.setObjectName(u"tabsPlace")

        self.whole.addLayout(self.tabsPlace)

#if QT_CONFIG(shortcut)
        self.awardLabel.setBuddy(self.award)
        self.sheetLabel.setBuddy(self.sheet)
        self.headerRowLabel.setBuddy(self.headerRow)
        self.signLabel.setBuddy(self.sign)
        self.decimalLabel.setBuddy(self.decimal)
        self.dateOrderLabel.setBuddy(self.dateOrder)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(LedgerImportForm)
    # setupUi

    def retranslateUi(self, LedgerImportForm):
        self.awardLabel.setText(QCoreApplication.translate("LedgerImportForm", u"\u00c4&rende som huvudboken h\u00f6r till", None))
#if QT_CONFIG(accessibility)
        self.award.setAccessibleName(QCoreApplication.translate("LedgerImportForm", u"\u00c4rende som huvudboken h\u00f6r till (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.sheetLabel.setText(QCoreApplication.translate("LedgerImportForm", u"&Blad", None))
#if QT_CONFIG(accessibility)
        self.sheet.setAccessibleName(QCoreApplication.translate("LedgerImportForm", u"Blad", None))
#endif // QT_CONFIG(accessibility)
        self.headerRowLabel.setText(QCoreApplication.translate("LedgerImportForm", u"&Rubrikrad", None))
#if QT_CONFIG(accessibility)
        self.headerRow.setAccessibleName(QCoreApplication.translate("LedgerImportForm", u"Rubrikrad, 0 betyder att rubriker saknas", None))
#endif // QT_CONFIG(accessibility)
        self.headerRow.setSpecialValueText(QCoreApplication.translate("LedgerImportForm", u"Ingen", None))
        self.signLabel.setText(QCoreApplication.translate("LedgerImportForm", u"&Plus och minus", None))
#if QT_CONFIG(accessibility)
        self.sign.setAccessibleName(QCoreApplication.translate("LedgerImportForm", u"Plus och minus", None))
#endif // QT_CONFIG(accessibility)
        self.decimalLabel.setText(QCoreApplication.translate("LedgerImportForm", u"De&cimaltecken", None))
#if QT_CONFIG(accessibility)
        self.decimal.setAccessibleName(QCoreApplication.translate("LedgerImportForm", u"Decimaltecken", None))
#endif // QT_CONFIG(accessibility)
        self.dateOrderLabel.setText(QCoreApplication.translate("LedgerImportForm", u"Dag och &m\u00e5nad", None))
#if QT_CONFIG(accessibility)
        self.dateOrder.setAccessibleName(QCoreApplication.translate("LedgerImportForm", u"Dag och m\u00e5nad", None))
#endif // QT_CONFIG(accessibility)
        self.statedLabel.setText(QCoreApplication.translate("LedgerImportForm", u"Summa enligt mo&ttagaren", None))
        pass
    # retranslateUi
