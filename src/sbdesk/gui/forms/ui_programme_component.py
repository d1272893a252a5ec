# Compiled from ui/programme_component.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_ComponentDialog(object):
    def setupUi(self, ComponentDialog):
        if not ComponentDialog.objectName():
            ComponentDialog.setObjectName(u"ComponentDialog")
        ComponentDialog.resize(620, 600)
        self.whole = QVBoxLayout(ComponentDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(ComponentDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.labelLabel = QLabel(ComponentDialog)
        self.labelLabel.setObjectName(u"labelLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.labelLabel)

        self.label = QLineEdit(ComponentDialog)
        self.label.setObjectName(u"label")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.label)

        self.codeLabel = QLabel(ComponentDialog)
        self.codeLabel.setObjectName(u"codeLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.codeLabel)

        self.code = QLineEdit(ComponentDialog)
        self.code.setObjectName(u"code")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.code)

        self.totalLabel = QLabel(ComponentDialog)
        self.totalLabel.setObjectName(u"totalLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.totalLabel)

        self.totalPlace = QVBoxLayout()
        self.totalPlace.setObjectName(u"totalPlace")

        self.form.setLayout(2, QFormLayout.ItemRole.FieldRole, self.totalPlace)

        self.methodLabel = QLabel(ComponentDialog)
        self.methodLabel.setObjectName(u"methodLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.methodLabel)

        self.method = QComboBox(ComponentDialog)
        self.method.setObjectName(u"method")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.method)

        self.roundingLabel = QLabel(ComponentDialog)
        self.roundingLabel.setObjectName(u"roundingLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.roundingLabel)

        self.rounding = QComboBox(ComponentDialog)
        self.rounding.setObjectName(u"rounding")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.rounding)

        self.operationKindLabel = QLabel(ComponentDialog)
        self.operationKindLabel.setObjectName(u"operationKindLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.operationKindLabel)

        self.operationKind = QComboBox(ComponentDialog)
        self.operationKind.setObjectName(u"operationKind")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.operationKind)

        self.separatePurpose = QCheckBox(ComponentDialog)
        self.separatePurpose.setObjectName(u"separatePurpose")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.separatePurpose)

        self.purposeFactLabel = QLabel(ComponentDialog)
        self.purposeFactLabel.setObjectName(u"purposeFactLabel")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.purposeFactLabel)

        self.purposeFact = QComboBox(ComponentDialog)
        self.purposeFact.setObjectName(u"purposeFact")

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.purposeFact)


        self.whole.addLayout(self.form)

        self.problem = QLabel(ComponentDialog)
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

        self.ok = QPushButton(ComponentDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(ComponentDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.labelLabel.setBuddy(self.label)
        self.codeLabel.setBuddy(self.code)
        self.methodLabel.setBuddy(self.method)
        self.roundingLabel.setBuddy(self.rounding)
        self.operationKindLabel.setBuddy(self.operationKind)
        self.purposeFactLabel.setBuddy(self.purposeFact)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ComponentDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, ComponentDialog):
        ComponentDialog.setWindowTitle(QCoreApplication.translate("ComponentDialog", u"Del av ramen", None))
        self.intro.setText(QCoreApplication.translate("ComponentDialog", u"Mottagarna och deras belopp anges under fliken F\u00f6rdelning.", None))
        self.labelLabel.setText(QCoreApplication.translate("ComponentDialog", u"&Namn p\u00e5 delen (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.label.setAccessibleName(QCoreApplication.translate("ComponentDialog", u"Namn p\u00e5 delen (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.codeLabel.setText(QCoreApplication.translate("ComponentDialog", u"&Kod, till exempel grundbelopp (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("ComponentDialog", u"Kod, till exempel grundbelopp (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.totalLabel.setText(QCoreApplication.translate("ComponentDialog", u"&Belopp i kronor (obligatorisk)", None))
        self.methodLabel.setText(QCoreApplication.translate("ComponentDialog", u"&Hur delen f\u00f6rdelas", None))
#if QT_CONFIG(accessibility)
        self.method.setAccessibleName(QCoreApplication.translate("ComponentDialog", u"Hur delen f\u00f6rdelas", None))
#endif // QT_CONFIG(accessibility)
        self.roundingLabel.setText(QCoreApplication.translate("ComponentDialog", u"&Avrundning", None))
#if QT_CONFIG(accessibility)
        self.rounding.setAccessibleName(QCoreApplication.translate("ComponentDialog", u"Avrundning", None))
#endif // QT_CONFIG(accessibility)
        self.operationKindLabel.setText(QCoreApplication.translate("ComponentDialog", u"&Verksamhet som delen g\u00e4ller", None))
#if QT_CONFIG(accessibility)
        self.operationKind.setAccessibleName(QCoreApplication.translate("ComponentDialog", u"Verksamhet som delen g\u00e4ller", None))
#endif // QT_CONFIG(accessibility)
        self.separatePurpose.setText(QCoreApplication.translate("ComponentDialog", u"Delen har ett eget &\u00e4ndam\u00e5l", None))
        self.purposeFactLabel.setText(QCoreApplication.translate("ComponentDialog", u"&Uppgift som anger \u00e4ndam\u00e5let", None))
#if QT_CONFIG(accessibility)
        self.purposeFact.setAccessibleName(QCoreApplication.translate("ComponentDialog", u"Uppgift som anger \u00e4ndam\u00e5let", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("ComponentDialog", u"Spara delen", None))
        self.cancel.setText(QCoreApplication.translate("ComponentDialog", u"Avbryt", None))
    # retranslateUi
