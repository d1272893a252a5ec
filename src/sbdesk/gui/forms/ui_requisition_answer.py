# Compiled from ui/requisition_answer.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_RequisitionAnswer(object):
    def setupUi(self, RequisitionAnswer):
        if not RequisitionAnswer.objectName():
            RequisitionAnswer.setObjectName(u"RequisitionAnswer")
        RequisitionAnswer.resize(560, 320)
        self.whole = QVBoxLayout(RequisitionAnswer)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(RequisitionAnswer)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.choiceLabel = QLabel(RequisitionAnswer)
        self.choiceLabel.setObjectName(u"choiceLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.choiceLabel)

        self.choice = QComboBox(RequisitionAnswer)
        self.choice.setObjectName(u"choice")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.choice)

        self.dayLabel = QLabel(RequisitionAnswer)
        self.dayLabel.setObjectName(u"dayLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.dayLabel)

        self.dayPlace = QVBoxLayout()
        self.dayPlace.setObjectName(u"dayPlace")

        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.dayPlace)

        self.lineLabel = QLabel(RequisitionAnswer)
        self.lineLabel.setObjectName(u"lineLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.lineLabel)

        self.line = QLineEdit(RequisitionAnswer)
        self.line.setObjectName(u"line")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.line)

        self.textLabel = QLabel(RequisitionAnswer)
        self.textLabel.setObjectName(u"textLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.textLabel)

        self.text = QPlainTextEdit(RequisitionAnswer)
        self.text.setObjectName(u"text")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumSize(QSize(0, 90))

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.text)

        self.fileLabel = QLabel(RequisitionAnswer)
        self.fileLabel.setObjectName(u"fileLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.fileLabel)

        self.fileRow = QHBoxLayout()
        self.fileRow.setSpacing(8)
        self.fileRow.setObjectName(u"fileRow")
        self.file = QLineEdit(RequisitionAnswer)
        self.file.setObjectName(u"file")

        self.fileRow.addWidget(self.file)

        self.fileChoose = QPushButton(RequisitionAnswer)
        self.fileChoose.setObjectName(u"fileChoose")
        self.fileChoose.setAutoDefault(False)

        self.fileRow.addWidget(self.fileChoose)


        self.form.setLayout(4, QFormLayout.ItemRole.FieldRole, self.fileRow)


        self.whole.addLayout(self.form)

        self.problem = QLabel(RequisitionAnswer)
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

        self.ok = QPushButton(RequisitionAnswer)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(RequisitionAnswer)
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

        self.retranslateUi(RequisitionAnswer)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, RequisitionAnswer):
        RequisitionAnswer.setWindowTitle("")
        self.intro.setText("")
        self.choiceLabel.setText("")
#if QT_CONFIG(accessibility)
        self.choice.setAccessibleName("")
#endif // QT_CONFIG(accessibility)
        self.dayLabel.setText("")
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
        self.file.setAccessibleName(QCoreApplication.translate("RequisitionAnswer", u"Fil", None))
#endif // QT_CONFIG(accessibility)
        self.fileChoose.setText(QCoreApplication.translate("RequisitionAnswer", u"V\u00e4lj fil\u2026", None))
#if QT_CONFIG(accessibility)
        self.fileChoose.setAccessibleName(QCoreApplication.translate("RequisitionAnswer", u"V\u00e4lj fil: Fil", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("RequisitionAnswer", u"Spara", None))
        self.cancel.setText(QCoreApplication.translate("RequisitionAnswer", u"Avbryt", None))
    # retranslateUi
