# Compiled from ui/report_due.ui by installer/build_forms.py; never edit this file.

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
class Ui_ReportDueDialog(object):
    def setupUi(self, ReportDueDialog):
        if not ReportDueDialog.objectName():
            ReportDueDialog.setObjectName(u"ReportDueDialog")
        ReportDueDialog.resize(480, 260)
        self.whole = QVBoxLayout(ReportDueDialog)
        self.whole.setSpacing(10)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.dayLabel = QLabel(ReportDueDialog)
        self.dayLabel.setObjectName(u"dayLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.dayLabel)

        self.dayPlace = QVBoxLayout()
        self.dayPlace.setObjectName(u"dayPlace")

        self.form.setLayout(0, QFormLayout.ItemRole.FieldRole, self.dayPlace)

        self.reasonLabel = QLabel(ReportDueDialog)
        self.reasonLabel.setObjectName(u"reasonLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.reasonLabel)

        self.reason = QLineEdit(ReportDueDialog)
        self.reason.setObjectName(u"reason")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.reason)


        self.whole.addLayout(self.form)

        self.problem = QLabel(ReportDueDialog)
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

        self.ok = QPushButton(ReportDueDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(ReportDueDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.reasonLabel.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReportDueDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, ReportDueDialog):
        ReportDueDialog.setWindowTitle(QCoreApplication.translate("ReportDueDialog", u"Ange sista dag f\u00f6r \u00e5terrapporten", None))
        self.dayLabel.setText(QCoreApplication.translate("ReportDueDialog", u"&Sista dag (obligatorisk)", None))
        self.reasonLabel.setText(QCoreApplication.translate("ReportDueDialog", u"Var \u00e4r dagen &best\u00e4md (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("ReportDueDialog", u"Var \u00e4r dagen best\u00e4md (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("ReportDueDialog", u"Spara", None))
        self.cancel.setText(QCoreApplication.translate("ReportDueDialog", u"Avbryt", None))
    # retranslateUi
