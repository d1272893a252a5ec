# Compiled from ui/programme_ground.ui by installer/build_forms.py; never edit this file.

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
class Ui_GroundDialog(object):
    def setupUi(self, GroundDialog):
        if not GroundDialog.objectName():
            GroundDialog.setObjectName(u"GroundDialog")
        GroundDialog.resize(620, 620)
        self.whole = QVBoxLayout(GroundDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(GroundDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.labelLabel = QLabel(GroundDialog)
        self.labelLabel.setObjectName(u"labelLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.labelLabel)

        self.label = QLineEdit(GroundDialog)
        self.label.setObjectName(u"label")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.label)

        self.codeLabel = QLabel(GroundDialog)
        self.codeLabel.setObjectName(u"codeLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.codeLabel)

        self.code = QComboBox(GroundDialog)
        self.code.setObjectName(u"code")
        self.code.setEditable(True)
        self.code.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.code)

        self.modalityLabel = QLabel(GroundDialog)
        self.modalityLabel.setObjectName(u"modalityLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.modalityLabel)

        self.modality = QComboBox(GroundDialog)
        self.modality.setObjectName(u"modality")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.modality)

        self.factLabel = QLabel(GroundDialog)
        self.factLabel.setObjectName(u"factLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.factLabel)

        self.fact = QComboBox(GroundDialog)
        self.fact.setObjectName(u"fact")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.fact)

        self.causesLabel = QLabel(GroundDialog)
        self.causesLabel.setObjectName(u"causesLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.causesLabel)

        self.causesPlace = QVBoxLayout()
        self.causesPlace.setObjectName(u"causesPlace")

        self.form.setLayout(4, QFormLayout.ItemRole.FieldRole, self.causesPlace)


        self.whole.addLayout(self.form)

        self.problem = QLabel(GroundDialog)
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

        self.ok = QPushButton(GroundDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(GroundDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.labelLabel.setBuddy(self.label)
        self.codeLabel.setBuddy(self.code)
        self.modalityLabel.setBuddy(self.modality)
        self.factLabel.setBuddy(self.fact)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(GroundDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, GroundDialog):
        GroundDialog.setWindowTitle(QCoreApplication.translate("GroundDialog", u"Grund f\u00f6r \u00e5terkrav", None))
        self.intro.setText(QCoreApplication.translate("GroundDialog", u"En grund f\u00f6r \u00e5terkrav m\u00e5ste st\u00e5 i anvisningen eller i lag.", None))
        self.labelLabel.setText(QCoreApplication.translate("GroundDialog", u"&Grundens text i brevet (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.label.setAccessibleName(QCoreApplication.translate("GroundDialog", u"Grundens text i brevet (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.codeLabel.setText(QCoreApplication.translate("GroundDialog", u"&Kod (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("GroundDialog", u"Kod (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.modalityLabel.setText(QCoreApplication.translate("GroundDialog", u"&Ska eller kan", None))
#if QT_CONFIG(accessibility)
        self.modality.setAccessibleName(QCoreApplication.translate("GroundDialog", u"Ska eller kan", None))
#endif // QT_CONFIG(accessibility)
        self.factLabel.setText(QCoreApplication.translate("GroundDialog", u"&Uppgift med meningen", None))
#if QT_CONFIG(accessibility)
        self.fact.setAccessibleName(QCoreApplication.translate("GroundDialog", u"Uppgift med meningen", None))
#endif // QT_CONFIG(accessibility)
        self.causesLabel.setText(QCoreApplication.translate("GroundDialog", u"Feltyper som f\u00e5r vila p\u00e5 grunden", None))
        self.ok.setText(QCoreApplication.translate("GroundDialog", u"Spara grunden", None))
        self.cancel.setText(QCoreApplication.translate("GroundDialog", u"Avbryt", None))
    # retranslateUi
