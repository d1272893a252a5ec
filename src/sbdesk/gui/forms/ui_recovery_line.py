# Compiled from ui/recovery_line.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_RecoveryLine(object):
    def setupUi(self, RecoveryLine):
        if not RecoveryLine.objectName():
            RecoveryLine.setObjectName(u"RecoveryLine")
        RecoveryLine.resize(620, 560)
        self.whole = QVBoxLayout(RecoveryLine)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(RecoveryLine)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.groundLabel = QLabel(RecoveryLine)
        self.groundLabel.setObjectName(u"groundLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.groundLabel)

        self.ground = QComboBox(RecoveryLine)
        self.ground.setObjectName(u"ground")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.ground)

        self.amountLabel = QLabel(RecoveryLine)
        self.amountLabel.setObjectName(u"amountLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.amountLabel)

        self.amountPlace = QVBoxLayout()
        self.amountPlace.setObjectName(u"amountPlace")

        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.amountPlace)

        self.reasonLabel = QLabel(RecoveryLine)
        self.reasonLabel.setObjectName(u"reasonLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.reasonLabel)

        self.reason = QPlainTextEdit(RecoveryLine)
        self.reason.setObjectName(u"reason")
        self.reason.setTabChangesFocus(True)
        self.reason.setMinimumSize(QSize(0, 70))

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.reason)

        self.judgementLabel = QLabel(RecoveryLine)
        self.judgementLabel.setObjectName(u"judgementLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.judgementLabel)

        self.judgement = QPlainTextEdit(RecoveryLine)
        self.judgement.setObjectName(u"judgement")
        self.judgement.setTabChangesFocus(True)
        self.judgement.setMinimumSize(QSize(0, 70))

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.judgement)

        self.discretionLabel = QLabel(RecoveryLine)
        self.discretionLabel.setObjectName(u"discretionLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.discretionLabel)

        self.discretion = QPlainTextEdit(RecoveryLine)
        self.discretion.setObjectName(u"discretion")
        self.discretion.setTabChangesFocus(True)
        self.discretion.setMinimumSize(QSize(0, 70))

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.discretion)


        self.whole.addLayout(self.form)

        self.problem = QLabel(RecoveryLine)
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

        self.ok = QPushButton(RecoveryLine)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(RecoveryLine)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.groundLabel.setBuddy(self.ground)
        self.reasonLabel.setBuddy(self.reason)
        self.judgementLabel.setBuddy(self.judgement)
        self.discretionLabel.setBuddy(self.discretion)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RecoveryLine)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, RecoveryLine):
        RecoveryLine.setWindowTitle(QCoreApplication.translate("RecoveryLine", u"Rad i \u00e5terkravet", None))
        self.intro.setText("")
        self.groundLabel.setText(QCoreApplication.translate("RecoveryLine", u"&Grund (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.ground.setAccessibleName(QCoreApplication.translate("RecoveryLine", u"Grund (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.amountLabel.setText(QCoreApplication.translate("RecoveryLine", u"&Belopp, kronor (obligatoriskt)", None))
        self.reasonLabel.setText(QCoreApplication.translate("RecoveryLine", u"Det har vi &funnit (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("RecoveryLine", u"Det har vi funnit (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.judgementLabel.setText(QCoreApplication.translate("RecoveryLine", u"V\u00e5r be&d\u00f6mning, som den st\u00e5r i beslutet", None))
#if QT_CONFIG(accessibility)
        self.judgement.setAccessibleName(QCoreApplication.translate("RecoveryLine", u"V\u00e5r bed\u00f6mning, som den st\u00e5r i beslutet", None))
#endif // QT_CONFIG(accessibility)
        self.discretionLabel.setText(QCoreApplication.translate("RecoveryLine", u"S&k\u00e4l f\u00f6r att kr\u00e4va tillbaka (obligatoriskt f\u00f6r grunder som kan leda till \u00e5terkrav)", None))
#if QT_CONFIG(accessibility)
        self.discretion.setAccessibleName(QCoreApplication.translate("RecoveryLine", u"Sk\u00e4l f\u00f6r att kr\u00e4va tillbaka (obligatoriskt f\u00f6r grunder som kan leda till \u00e5terkrav)", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("RecoveryLine", u"Spara raden", None))
        self.cancel.setText(QCoreApplication.translate("RecoveryLine", u"Avbryt", None))
    # retranslateUi
