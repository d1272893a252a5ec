# Compiled from ui/programme_condition.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_ConditionDialog(object):
    def setupUi(self, ConditionDialog):
        if not ConditionDialog.objectName():
            ConditionDialog.setObjectName(u"ConditionDialog")
        ConditionDialog.resize(620, 480)
        self.whole = QVBoxLayout(ConditionDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(ConditionDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.ruleLabel = QLabel(ConditionDialog)
        self.ruleLabel.setObjectName(u"ruleLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.ruleLabel)

        self.rule = QComboBox(ConditionDialog)
        self.rule.setObjectName(u"rule")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.rule)

        self.used = QCheckBox(ConditionDialog)
        self.used.setObjectName(u"used")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.used)

        self.factLabel = QLabel(ConditionDialog)
        self.factLabel.setObjectName(u"factLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.factLabel)

        self.fact = QComboBox(ConditionDialog)
        self.fact.setObjectName(u"fact")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.fact)

        self.levelLabel = QLabel(ConditionDialog)
        self.levelLabel.setObjectName(u"levelLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.levelLabel)

        self.level = QComboBox(ConditionDialog)
        self.level.setObjectName(u"level")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.level)

        self.parametersLabel = QLabel(ConditionDialog)
        self.parametersLabel.setObjectName(u"parametersLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.parametersLabel)

        self.parametersPlace = QVBoxLayout()
        self.parametersPlace.setObjectName(u"parametersPlace")

        self.form.setLayout(4, QFormLayout.ItemRole.FieldRole, self.parametersPlace)


        self.whole.addLayout(self.form)

        self.problem = QLabel(ConditionDialog)
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

        self.ok = QPushButton(ConditionDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(ConditionDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.ruleLabel.setBuddy(self.rule)
        self.factLabel.setBuddy(self.fact)
        self.levelLabel.setBuddy(self.level)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ConditionDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, ConditionDialog):
        ConditionDialog.setWindowTitle(QCoreApplication.translate("ConditionDialog", u"Kontroll", None))
        self.intro.setText(QCoreApplication.translate("ConditionDialog", u"Utan grund i anvisningen eller i lag \u00e4r kontrollen en upplysning, om inte en andra person skriver under niv\u00e5n.", None))
        self.ruleLabel.setText(QCoreApplication.translate("ConditionDialog", u"&Kontroll", None))
#if QT_CONFIG(accessibility)
        self.rule.setAccessibleName(QCoreApplication.translate("ConditionDialog", u"Kontroll", None))
#endif // QT_CONFIG(accessibility)
        self.used.setText(QCoreApplication.translate("ConditionDialog", u"Kontrollen an&v\u00e4nds", None))
        self.factLabel.setText(QCoreApplication.translate("ConditionDialog", u"&Grund", None))
#if QT_CONFIG(accessibility)
        self.fact.setAccessibleName(QCoreApplication.translate("ConditionDialog", u"Grund", None))
#endif // QT_CONFIG(accessibility)
        self.levelLabel.setText(QCoreApplication.translate("ConditionDialog", u"&Niv\u00e5", None))
#if QT_CONFIG(accessibility)
        self.level.setAccessibleName(QCoreApplication.translate("ConditionDialog", u"Niv\u00e5", None))
#endif // QT_CONFIG(accessibility)
        self.parametersLabel.setText(QCoreApplication.translate("ConditionDialog", u"V\u00e4rden", None))
        self.ok.setText(QCoreApplication.translate("ConditionDialog", u"Spara kontrollen", None))
        self.cancel.setText(QCoreApplication.translate("ConditionDialog", u"Avbryt", None))
    # retranslateUi
