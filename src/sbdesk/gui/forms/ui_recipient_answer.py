# Compiled from ui/recipient_answer.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QLineEdit,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_RecipientAnswer(object):
    def setupUi(self, RecipientAnswer):
        if not RecipientAnswer.objectName():
            RecipientAnswer.setObjectName(u"RecipientAnswer")
        RecipientAnswer.resize(580, 320)
        self.whole = QVBoxLayout(RecipientAnswer)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(RecipientAnswer)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.choiceLabel = QLabel(RecipientAnswer)
        self.choiceLabel.setObjectName(u"choiceLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.choiceLabel)

        self.choice = QComboBox(RecipientAnswer)
        self.choice.setObjectName(u"choice")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.choice)

        self.lineLabel = QLabel(RecipientAnswer)
        self.lineLabel.setObjectName(u"lineLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.lineLabel)

        self.line = QLineEdit(RecipientAnswer)
        self.line.setObjectName(u"line")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.line)

        self.secondLabel = QLabel(RecipientAnswer)
        self.secondLabel.setObjectName(u"secondLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.secondLabel)

        self.second = QLineEdit(RecipientAnswer)
        self.second.setObjectName(u"second")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.second)

        self.thirdLabel = QLabel(RecipientAnswer)
        self.thirdLabel.setObjectName(u"thirdLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.thirdLabel)

        self.third = QLineEdit(RecipientAnswer)
        self.third.setObjectName(u"third")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.third)

        self.dayLabel = QLabel(RecipientAnswer)
        self.dayLabel.setObjectName(u"dayLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.dayLabel)

        self.dayPlace = QVBoxLayout()
        self.dayPlace.setObjectName(u"dayPlace")

        self.form.setLayout(4, QFormLayout.ItemRole.FieldRole, self.dayPlace)

        self.otherLabel = QLabel(RecipientAnswer)
        self.otherLabel.setObjectName(u"otherLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.otherLabel)

        self.other = QComboBox(RecipientAnswer)
        self.other.setObjectName(u"other")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.other)

        self.signedLabel = QLabel(RecipientAnswer)
        self.signedLabel.setObjectName(u"signedLabel")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.signedLabel)

        self.signedPlace = QVBoxLayout()
        self.signedPlace.setObjectName(u"signedPlace")

        self.form.setLayout(6, QFormLayout.ItemRole.FieldRole, self.signedPlace)

        self.textLabel = QLabel(RecipientAnswer)
        self.textLabel.setObjectName(u"textLabel")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.textLabel)

        self.text = QPlainTextEdit(RecipientAnswer)
        self.text.setObjectName(u"text")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumSize(QSize(0, 90))

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.text)

        self.tick = QCheckBox(RecipientAnswer)
        self.tick.setObjectName(u"tick")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.tick)

        self.fileLabel = QLabel(RecipientAnswer)
        self.fileLabel.setObjectName(u"fileLabel")

        self.form.setWidget(9, QFormLayout.ItemRole.LabelRole, self.fileLabel)

        self.fileRow = QHBoxLayout()
        self.fileRow.setSpacing(8)
        self.fileRow.setObjectName(u"fileRow")
        self.file = QLineEdit(RecipientAnswer)
        self.file.setObjectName(u"file")

        self.fileRow.addWidget(self.file)

        self.fileChoose = QPushButton(RecipientAnswer)
        self.fileChoose.setObjectName(u"fileChoose")
        self.fileChoose.setAutoDefault(False)

        self.fileRow.addWidget(self.fileChoose)


        self.form.setLayout(9, QFormLayout.ItemRole.FieldRole, self.fileRow)


        self.whole.addLayout(self.form)

        self.problem = QLabel(RecipientAnswer)
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

        self.ok = QPushButton(RecipientAnswer)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(RecipientAnswer)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.choiceLabel.setBuddy(self.choice)
        self.lineLabel.setBuddy(self.line)
        self.secondLabel.setBuddy(self.second)
        self.thirdLabel.setBuddy(self.third)
        self.otherLabel.setBuddy(self.other)
        self.textLabel.setBuddy(self.text)
        self.fileLabel.setBuddy(self.file)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RecipientAnswer)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, RecipientAnswer):
        RecipientAnswer.setWindowTitle("")
        self.intro.setText("")
        self.choiceLabel.setText("")
#if QT_CONFIG(accessibility)
        self.choice.setAccessibleName("")
#endif // QT_CONFIG(accessibility)
        self.lineLabel.setText("")
#if QT_CONFIG(accessibility)
        self.line.setAccessibleName("")
#endif // QT_CONFIG(accessibility)
        self.secondLabel.setText("")
#if QT_CONFIG(accessibility)
        self.second.setAccessibleName("")
#endif // QT_CONFIG(accessibility)
        self.thirdLabel.setText("")
#if QT_CONFIG(accessibility)
        self.third.setAccessibleName("")
#endif // QT_CONFIG(accessibility)
        self.dayLabel.setText("")
        self.otherLabel.setText("")
#if QT_CONFIG(accessibility)
        self.other.setAccessibleName("")
#endif // QT_CONFIG(accessibility)
        self.signedLabel.setText("")
        self.textLabel.setText("")
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName("")
#endif // QT_CONFIG(accessibility)
        self.tick.setText("")
        self.fileLabel.setText("")
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("RecipientAnswer", u"Fil", None))
#endif // QT_CONFIG(accessibility)
        self.fileChoose.setText(QCoreApplication.translate("RecipientAnswer", u"V\u00e4lj fil\u2026", None))
#if QT_CONFIG(accessibility)
        self.fileChoose.setAccessibleName(QCoreApplication.translate("RecipientAnswer", u"V\u00e4lj fil: Fil", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("RecipientAnswer", u"Spara", None))
        self.cancel.setText(QCoreApplication.translate("RecipientAnswer", u"Avbryt", None))
    # retranslateUi
