# Compiled from ui/document_diary.ui by installer/build_forms.py; never edit this file.

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
class Ui_DiaryDialog(object):
    def setupUi(self, DiaryDialog):
        if not DiaryDialog.objectName():
            DiaryDialog.setObjectName(u"DiaryDialog")
        DiaryDialog.resize(480, 280)
        self.whole = QVBoxLayout(DiaryDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(DiaryDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.numberLabel = QLabel(DiaryDialog)
        self.numberLabel.setObjectName(u"numberLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.numberLabel)

        self.number = QLineEdit(DiaryDialog)
        self.number.setObjectName(u"number")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.number)

        self.dayLabel = QLabel(DiaryDialog)
        self.dayLabel.setObjectName(u"dayLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.dayLabel)

        self.dayPlace = QVBoxLayout()
        self.dayPlace.setObjectName(u"dayPlace")

        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.dayPlace)


        self.whole.addLayout(self.form)

        self.problem = QLabel(DiaryDialog)
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

        self.ok = QPushButton(DiaryDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(DiaryDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.numberLabel.setBuddy(self.number)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(DiaryDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, DiaryDialog):
        DiaryDialog.setWindowTitle(QCoreApplication.translate("DiaryDialog", u"Diarief\u00f6rd", None))
        self.intro.setText(QCoreApplication.translate("DiaryDialog", u"Ange numret som dokumentet har f\u00e5tt i diariet.", None))
        self.numberLabel.setText(QCoreApplication.translate("DiaryDialog", u"Diarie&nummer (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(QCoreApplication.translate("DiaryDialog", u"Diarienummer (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.dayLabel.setText(QCoreApplication.translate("DiaryDialog", u"&Dag (obligatorisk)", None))
        self.ok.setText(QCoreApplication.translate("DiaryDialog", u"Spara", None))
        self.cancel.setText(QCoreApplication.translate("DiaryDialog", u"Avbryt", None))
    # retranslateUi
