# Compiled from ui/allotment_share.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_ShareDialog(object):
    def setupUi(self, ShareDialog):
        if not ShareDialog.objectName():
            ShareDialog.setObjectName(u"ShareDialog")
        ShareDialog.resize(560, 520)
        self.whole = QVBoxLayout(ShareDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(ShareDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.recipientLabel = QLabel(ShareDialog)
        self.recipientLabel.setObjectName(u"recipientLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.recipientLabel)

        self.recipient = QComboBox(ShareDialog)
        self.recipient.setObjectName(u"recipient")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.recipient)

        self.operationLabel = QLabel(ShareDialog)
        self.operationLabel.setObjectName(u"operationLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.operationLabel)

        self.operation = QComboBox(ShareDialog)
        self.operation.setObjectName(u"operation")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.operation)

        self.unitsLabel = QLabel(ShareDialog)
        self.unitsLabel.setObjectName(u"unitsLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.unitsLabel)

        self.units = QLineEdit(ShareDialog)
        self.units.setObjectName(u"units")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.units)

        self.weightLabel = QLabel(ShareDialog)
        self.weightLabel.setObjectName(u"weightLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.weightLabel)

        self.weight = QLineEdit(ShareDialog)
        self.weight.setObjectName(u"weight")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.weight)

        self.decidedLabel = QLabel(ShareDialog)
        self.decidedLabel.setObjectName(u"decidedLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.decidedLabel)

        self.decidedPlace = QVBoxLayout()
        self.decidedPlace.setObjectName(u"decidedPlace")

        self.form.setLayout(4, QFormLayout.ItemRole.FieldRole, self.decidedPlace)

        self.sourceLabel = QLabel(ShareDialog)
        self.sourceLabel.setObjectName(u"sourceLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.sourceLabel)

        self.source = QLineEdit(ShareDialog)
        self.source.setObjectName(u"source")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.source)


        self.whole.addLayout(self.form)

        self.problem = QLabel(ShareDialog)
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

        self.ok = QPushButton(ShareDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(ShareDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.recipientLabel.setBuddy(self.recipient)
        self.operationLabel.setBuddy(self.operation)
        self.unitsLabel.setBuddy(self.units)
        self.weightLabel.setBuddy(self.weight)
        self.sourceLabel.setBuddy(self.source)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ShareDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, ShareDialog):
        ShareDialog.setWindowTitle(QCoreApplication.translate("ShareDialog", u"Post i f\u00f6rdelningen", None))
        self.recipientLabel.setText(QCoreApplication.translate("ShareDialog", u"&Mottagare (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.recipient.setAccessibleName(QCoreApplication.translate("ShareDialog", u"Mottagare (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.operationLabel.setText(QCoreApplication.translate("ShareDialog", u"&Verksamhet", None))
#if QT_CONFIG(accessibility)
        self.operation.setAccessibleName(QCoreApplication.translate("ShareDialog", u"Verksamhet", None))
#endif // QT_CONFIG(accessibility)
        self.unitsLabel.setText(QCoreApplication.translate("ShareDialog", u"&Antal enheter", None))
#if QT_CONFIG(accessibility)
        self.units.setAccessibleName(QCoreApplication.translate("ShareDialog", u"Antal enheter", None))
#endif // QT_CONFIG(accessibility)
        self.weightLabel.setText(QCoreApplication.translate("ShareDialog", u"Be&folkning", None))
#if QT_CONFIG(accessibility)
        self.weight.setAccessibleName(QCoreApplication.translate("ShareDialog", u"Befolkning", None))
#endif // QT_CONFIG(accessibility)
        self.decidedLabel.setText(QCoreApplication.translate("ShareDialog", u"Best\u00e4mt &belopp i kronor", None))
        self.sourceLabel.setText(QCoreApplication.translate("ShareDialog", u"&K\u00e4lla till det best\u00e4mda beloppet", None))
#if QT_CONFIG(accessibility)
        self.source.setAccessibleName(QCoreApplication.translate("ShareDialog", u"K\u00e4lla till det best\u00e4mda beloppet", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("ShareDialog", u"Spara posten", None))
        self.cancel.setText(QCoreApplication.translate("ShareDialog", u"Avbryt", None))
    # retranslateUi
