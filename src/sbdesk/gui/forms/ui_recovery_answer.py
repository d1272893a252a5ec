# Compiled from ui/recovery_answer.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_RecoveryAnswer(object):
    def setupUi(self, RecoveryAnswer):
        if not RecoveryAnswer.objectName():
            RecoveryAnswer.setObjectName(u"RecoveryAnswer")
        RecoveryAnswer.resize(580, 200)
        self.whole = QVBoxLayout(RecoveryAnswer)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(RecoveryAnswer)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QVBoxLayout()
        self.form.setSpacing(6)
        self.form.setObjectName(u"form")
        self.choiceLabel = QLabel(RecoveryAnswer)
        self.choiceLabel.setObjectName(u"choiceLabel")

        self.form.addWidget(self.choiceLabel)

        self.choice = QComboBox(RecoveryAnswer)
        self.choice.setObjectName(u"choice")

        self.form.addWidget(self.choice)

        self.dayLabel = QLabel(RecoveryAnswer)
        self.dayLabel.setObjectName(u"dayLabel")

        self.form.addWidget(self.dayLabel)

        self.dayPlace = QVBoxLayout()
        self.dayPlace.setObjectName(u"dayPlace")

        self.form.addLayout(self.dayPlace)

        self.moneyLabel = QLabel(RecoveryAnswer)
        self.moneyLabel.setObjectName(u"moneyLabel")

        self.form.addWidget(self.moneyLabel)

        self.moneyPlace = QVBoxLayout()
        self.moneyPlace.setObjectName(u"moneyPlace")

        self.form.addLayout(self.moneyPlace)

        self.lineLabel = QLabel(RecoveryAnswer)
        self.lineLabel.setObjectName(u"lineLabel")

        self.form.addWidget(self.lineLabel)

        self.line = QLineEdit(RecoveryAnswer)
        self.line.setObjectName(u"line")

        self.form.addWidget(self.line)

        self.textLabel = QLabel(RecoveryAnswer)
        self.textLabel.setObjectName(u"textLabel")

        self.form.addWidget(self.textLabel)

        self.text = QPlainTextEdit(RecoveryAnswer)
        self.text.setObjectName(u"text")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumSize(QSize(0, 90))

        self.form.addWidget(self.text)

        self.fileLabel = QLabel(RecoveryAnswer)
        self.fileLabel.setObjectName(u"fileLabel")

        self.form.addWidget(self.fileLabel)

        self.filePart = QWidget(RecoveryAnswer)
        self.filePart.setObjectName(u"filePart")
        self.fileRow = QHBoxLayout(self.filePart)
        self.fileRow.setSpacing(8)
        self.fileRow.setObjectName(u"fileRow")
        self.fileRow.setContentsMargins(0, 0, 0, 0)
        self.file = QLineEdit(self.filePart)
        self.file.setObjectName(u"file")

        self.fileRow.addWidget(self.file)

        self.fileChoose = QPushButton(self.filePart)
        self.fileChoose.setObjectName(u"fileChoose")
        self.fileChoose.setAutoDefault(False)

        self.fileRow.addWidget(self.fileChoose)


        self.form.addWidget(self.filePart)


        self.whole.addLayout(self.form)

        self.tick = QCheckBox(RecoveryAnswer)
        self.tick.setObjectName(u"tick")

        self.whole.addWidget(self.tick)

        self.problem = QLabel(RecoveryAnswer)
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

        self.ok = QPushButton(RecoveryAnswer)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(RecoveryAnswer)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.choiceLabel.setBuddy(self.choice)
        self.lineLabel.setBuddy(self.line)
        self.textLabel.setBuddy(self.text)
        self.fileLabel.setBuddy(self.file)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RecoveryAnswer)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, RecoveryAnswer):
        RecoveryAnswer.setWindowTitle("")
        self.intro.setText("")
        self.choiceLabel.setText("")
#if QT_CONFIG(accessibility)
        self.choice.setAccessibleName("")
#endif // QT_CONFIG(accessibility)
        self.dayLabel.setText("")
        self.moneyLabel.setText("")
        self.lineLabel.setText("")
#if QT_CONFIG(accessibility)
        self.line.setAccessibleName("")
#endif // QT_CONFIG(accessibility)
        self.textLabel.setText("")
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName("")
#endif // QT_CONFIG(accessibility)
        self.fileLabel.setText("")
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("RecoveryAnswer", u"Fil", None))
#endif // QT_CONFIG(accessibility)
        self.fileChoose.setText(QCoreApplication.translate("RecoveryAnswer", u"V\u00e4lj fil\u2026", None))
#if QT_CONFIG(accessibility)
        self.fileChoose.setAccessibleName(QCoreApplication.translate("RecoveryAnswer", u"V\u00e4lj fil: Fil", None))
#endif // QT_CONFIG(accessibility)
        self.tick.setText("")
        self.ok.setText(QCoreApplication.translate("RecoveryAnswer", u"Spara", None))
        self.cancel.setText(QCoreApplication.translate("RecoveryAnswer", u"Avbryt", None))
    # retranslateUi
