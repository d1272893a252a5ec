# Compiled from ui/report_register.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFormLayout, QGroupBox,
    QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_RegisterReportDialog(object):
    def setupUi(self, RegisterReportDialog):
        if not RegisterReportDialog.objectName():
            RegisterReportDialog.setObjectName(u"RegisterReportDialog")
        RegisterReportDialog.resize(600, 560)
        self.whole = QVBoxLayout(RegisterReportDialog)
        self.whole.setSpacing(10)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(RegisterReportDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setVerticalSpacing(8)
        self.receivedLabel = QLabel(RegisterReportDialog)
        self.receivedLabel.setObjectName(u"receivedLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.receivedLabel)

        self.receivedPlace = QVBoxLayout()
        self.receivedPlace.setObjectName(u"receivedPlace")

        self.form.setLayout(0, QFormLayout.ItemRole.FieldRole, self.receivedPlace)

        self.usedLabel = QLabel(RegisterReportDialog)
        self.usedLabel.setObjectName(u"usedLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.usedLabel)

        self.usedPlace = QVBoxLayout()
        self.usedPlace.setObjectName(u"usedPlace")

        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.usedPlace)


        self.whole.addLayout(self.form)

        self.parts = QGroupBox(RegisterReportDialog)
        self.parts.setObjectName(u"parts")

        self.whole.addWidget(self.parts)

        self.unused = QLabel(RegisterReportDialog)
        self.unused.setObjectName(u"unused")
        self.unused.setWordWrap(True)
        self.unused.setProperty(u"muted", True)

        self.whole.addWidget(self.unused)

        self.rest = QFormLayout()
        self.rest.setObjectName(u"rest")
        self.rest.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.rest.setVerticalSpacing(8)
        self.answersLabel = QLabel(RegisterReportDialog)
        self.answersLabel.setObjectName(u"answersLabel")

        self.rest.setWidget(0, QFormLayout.ItemRole.LabelRole, self.answersLabel)

        self.answers = QPlainTextEdit(RegisterReportDialog)
        self.answers.setObjectName(u"answers")
        self.answers.setTabChangesFocus(True)
        self.answers.setMaximumSize(QSize(16777215, 90))

        self.rest.setWidget(0, QFormLayout.ItemRole.FieldRole, self.answers)

        self.fileLabel = QLabel(RegisterReportDialog)
        self.fileLabel.setObjectName(u"fileLabel")

        self.rest.setWidget(1, QFormLayout.ItemRole.LabelRole, self.fileLabel)

        self.fileRow = QHBoxLayout()
        self.fileRow.setSpacing(8)
        self.fileRow.setObjectName(u"fileRow")
        self.file = QLineEdit(RegisterReportDialog)
        self.file.setObjectName(u"file")

        self.fileRow.addWidget(self.file)

        self.fileChoose = QPushButton(RegisterReportDialog)
        self.fileChoose.setObjectName(u"fileChoose")
        self.fileChoose.setAutoDefault(False)

        self.fileRow.addWidget(self.fileChoose)


        self.rest.setLayout(1, QFormLayout.ItemRole.FieldRole, self.fileRow)

        self.reasonLabel = QLabel(RegisterReportDialog)
        self.reasonLabel.setObjectName(u"reasonLabel")

        self.rest.setWidget(2, QFormLayout.ItemRole.LabelRole, self.reasonLabel)

        self.reason = QLineEdit(RegisterReportDialog)
        self.reason.setObjectName(u"reason")

        self.rest.setWidget(2, QFormLayout.ItemRole.FieldRole, self.reason)


        self.whole.addLayout(self.rest)

        self.problem = QLabel(RegisterReportDialog)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"stop")

        self.whole.addWidget(self.problem)

        self.space = QSpacerItem(20, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.space)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.push = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.push)

        self.ok = QPushButton(RegisterReportDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(RegisterReportDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.answersLabel.setBuddy(self.answers)
        self.fileLabel.setBuddy(self.file)
        self.reasonLabel.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RegisterReportDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, RegisterReportDialog):
        RegisterReportDialog.setWindowTitle(QCoreApplication.translate("RegisterReportDialog", u"Registrera \u00e5terrapport", None))
        self.receivedLabel.setText(QCoreApplication.translate("RegisterReportDialog", u"&Kom in (obligatorisk)", None))
        self.usedLabel.setText(QCoreApplication.translate("RegisterReportDialog", u"&Anv\u00e4nt belopp, kronor (obligatoriskt)", None))
        self.parts.setTitle(QCoreApplication.translate("RegisterReportDialog", u"Anv\u00e4nt per del, om mottagaren har delat upp beloppet", None))
        self.answersLabel.setText(QCoreApplication.translate("RegisterReportDialog", u"Mottagarens &svar", None))
#if QT_CONFIG(accessibility)
        self.answers.setAccessibleName(QCoreApplication.translate("RegisterReportDialog", u"Mottagarens svar", None))
#endif // QT_CONFIG(accessibility)
        self.fileLabel.setText(QCoreApplication.translate("RegisterReportDialog", u"&Handling", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("RegisterReportDialog", u"Handling", None))
#endif // QT_CONFIG(accessibility)
        self.fileChoose.setText(QCoreApplication.translate("RegisterReportDialog", u"V\u00e4lj fil\u2026", None))
#if QT_CONFIG(accessibility)
        self.fileChoose.setAccessibleName(QCoreApplication.translate("RegisterReportDialog", u"V\u00e4lj fil: Handling", None))
#endif // QT_CONFIG(accessibility)
        self.reasonLabel.setText(QCoreApplication.translate("RegisterReportDialog", u"Sk\u00e4l till &r\u00e4ttelsen (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("RegisterReportDialog", u"Sk\u00e4l till r\u00e4ttelsen (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("RegisterReportDialog", u"Registrera", None))
        self.cancel.setText(QCoreApplication.translate("RegisterReportDialog", u"Avbryt", None))
    # retranslateUi
