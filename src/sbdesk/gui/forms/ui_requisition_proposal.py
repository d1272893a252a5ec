# Compiled from ui/requisition_proposal.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFormLayout, QHBoxLayout,
    QLabel, QPlainTextEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)
class Ui_RequisitionProposal(object):
    def setupUi(self, RequisitionProposal):
        if not RequisitionProposal.objectName():
            RequisitionProposal.setObjectName(u"RequisitionProposal")
        RequisitionProposal.resize(560, 520)
        self.whole = QVBoxLayout(RequisitionProposal)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(4, 8, 12, 8)
        self.title = QLabel(RequisitionProposal)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"heading", u"card")

        self.whole.addWidget(self.title)

        self.intro = QLabel(RequisitionProposal)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)
        self.intro.setProperty(u"muted", True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setVerticalSpacing(8)
        self.amountsLabel = QLabel(RequisitionProposal)
        self.amountsLabel.setObjectName(u"amountsLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.amountsLabel)

        self.amountsPlace = QVBoxLayout()
        self.amountsPlace.setObjectName(u"amountsPlace")

        self.form.setLayout(0, QFormLayout.ItemRole.FieldRole, self.amountsPlace)

        self.reasonsLabel = QLabel(RequisitionProposal)
        self.reasonsLabel.setObjectName(u"reasonsLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.reasonsLabel)

        self.reasons = QPlainTextEdit(RequisitionProposal)
        self.reasons.setObjectName(u"reasons")
        self.reasons.setTabChangesFocus(True)
        self.reasons.setMinimumSize(QSize(0, 120))

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.reasons)

        self.deciderLabel = QLabel(RequisitionProposal)
        self.deciderLabel.setObjectName(u"deciderLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.deciderLabel)

        self.decider = QComboBox(RequisitionProposal)
        self.decider.setObjectName(u"decider")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.decider)


        self.whole.addLayout(self.form)

        self.problem = QLabel(RequisitionProposal)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"stop")

        self.whole.addWidget(self.problem)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.ok = QPushButton(RequisitionProposal)
        self.ok.setObjectName(u"ok")
        self.ok.setAutoDefault(False)
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(RequisitionProposal)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.push = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.push)


        self.whole.addLayout(self.buttons)

        self.rest = QSpacerItem(20, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

#if QT_CONFIG(shortcut)
        self.reasonsLabel.setBuddy(self.reasons)
        self.deciderLabel.setBuddy(self.decider)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RequisitionProposal)
    # setupUi

    def retranslateUi(self, RequisitionProposal):
        self.title.setText(QCoreApplication.translate("RequisitionProposal", u"L\u00e4mna \u00f6ver f\u00f6r beslut", None))
        self.intro.setText("")
        self.amountsLabel.setText(QCoreApplication.translate("RequisitionProposal", u"Belopp att bevilja i kronor", None))
        self.reasonsLabel.setText(QCoreApplication.translate("RequisitionProposal", u"&Sk\u00e4l f\u00f6r beslutet", None))
#if QT_CONFIG(accessibility)
        self.reasons.setAccessibleName(QCoreApplication.translate("RequisitionProposal", u"Sk\u00e4l f\u00f6r beslutet", None))
#endif // QT_CONFIG(accessibility)
        self.deciderLabel.setText(QCoreApplication.translate("RequisitionProposal", u"&Beslutsfattare", None))
#if QT_CONFIG(accessibility)
        self.decider.setAccessibleName(QCoreApplication.translate("RequisitionProposal", u"Beslutsfattare", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("RequisitionProposal", u"L\u00e4mna \u00f6ver f\u00f6r beslut", None))
        self.cancel.setText(QCoreApplication.translate("RequisitionProposal", u"Avbryt", None))
        pass
    # retranslateUi
