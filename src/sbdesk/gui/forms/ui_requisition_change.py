# Compiled from ui/requisition_change.ui by installer/build_forms.py; never edit this file.

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
class Ui_RequisitionChange(object):
    def setupUi(self, RequisitionChange):
        if not RequisitionChange.objectName():
            RequisitionChange.setObjectName(u"RequisitionChange")
        RequisitionChange.resize(560, 640)
        self.whole = QVBoxLayout(RequisitionChange)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(4, 8, 12, 8)
        self.title = QLabel(RequisitionChange)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"heading", u"card")

        self.whole.addWidget(self.title)

        self.intro = QLabel(RequisitionChange)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)
        self.intro.setProperty(u"muted", True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setVerticalSpacing(8)
        self.kindLabel = QLabel(RequisitionChange)
        self.kindLabel.setObjectName(u"kindLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.kindLabel)

        self.kind = QComboBox(RequisitionChange)
        self.kind.setObjectName(u"kind")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.kind)

        self.groundLabel = QLabel(RequisitionChange)
        self.groundLabel.setObjectName(u"groundLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.groundLabel)

        self.ground = QComboBox(RequisitionChange)
        self.ground.setObjectName(u"ground")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.ground)

        self.amountsLabel = QLabel(RequisitionChange)
        self.amountsLabel.setObjectName(u"amountsLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.amountsLabel)

        self.amountsPlace = QVBoxLayout()
        self.amountsPlace.setObjectName(u"amountsPlace")

        self.form.setLayout(2, QFormLayout.ItemRole.FieldRole, self.amountsPlace)

        self.reasonsLabel = QLabel(RequisitionChange)
        self.reasonsLabel.setObjectName(u"reasonsLabel")
        self.reasonsLabel.setWordWrap(True)

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.reasonsLabel)

        self.reasons = QPlainTextEdit(RequisitionChange)
        self.reasons.setObjectName(u"reasons")
        self.reasons.setTabChangesFocus(True)
        self.reasons.setMinimumSize(QSize(0, 110))
        self.reasons.setMaximumSize(QSize(16777215, 180))

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.reasons)

        self.unheardLabel = QLabel(RequisitionChange)
        self.unheardLabel.setObjectName(u"unheardLabel")
        self.unheardLabel.setWordWrap(True)

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.unheardLabel)

        self.unheard = QPlainTextEdit(RequisitionChange)
        self.unheard.setObjectName(u"unheard")
        self.unheard.setTabChangesFocus(True)
        self.unheard.setMinimumSize(QSize(0, 60))
        self.unheard.setMaximumSize(QSize(16777215, 100))

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.unheard)


        self.whole.addLayout(self.form)

        self.problem = QLabel(RequisitionChange)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"stop")

        self.whole.addWidget(self.problem)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.ok = QPushButton(RequisitionChange)
        self.ok.setObjectName(u"ok")
        self.ok.setAutoDefault(False)
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.preview = QPushButton(RequisitionChange)
        self.preview.setObjectName(u"preview")
        self.preview.setAutoDefault(False)

        self.buttons.addWidget(self.preview)

        self.cancel = QPushButton(RequisitionChange)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.push = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.push)


        self.whole.addLayout(self.buttons)

        self.rest = QSpacerItem(20, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

#if QT_CONFIG(shortcut)
        self.kindLabel.setBuddy(self.kind)
        self.groundLabel.setBuddy(self.ground)
        self.reasonsLabel.setBuddy(self.reasons)
        self.unheardLabel.setBuddy(self.unheard)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RequisitionChange)
    # setupUi

    def retranslateUi(self, RequisitionChange):
        self.title.setText(QCoreApplication.translate("RequisitionChange", u"R\u00e4tta eller \u00e4ndra beslut", None))
        self.intro.setText("")
        self.kindLabel.setText(QCoreApplication.translate("RequisitionChange", u"&\u00c4ndringen", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("RequisitionChange", u"\u00c4ndringen", None))
#endif // QT_CONFIG(accessibility)
        self.groundLabel.setText(QCoreApplication.translate("RequisitionChange", u"&St\u00f6ds p\u00e5", None))
#if QT_CONFIG(accessibility)
        self.ground.setAccessibleName(QCoreApplication.translate("RequisitionChange", u"St\u00f6ds p\u00e5", None))
#endif // QT_CONFIG(accessibility)
        self.amountsLabel.setText(QCoreApplication.translate("RequisitionChange", u"Nya belopp i kronor", None))
        self.reasonsLabel.setText(QCoreApplication.translate("RequisitionChange", u"Sk\u00e4&l, st\u00e5r i beslutet (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.reasons.setAccessibleName(QCoreApplication.translate("RequisitionChange", u"Sk\u00e4l, st\u00e5r i beslutet (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.unheardLabel.setText(QCoreApplication.translate("RequisitionChange", u"Varf\u00f6r mottagaren &inte beh\u00f6ver yttra sig, om det \u00e4r uppenbart", None))
#if QT_CONFIG(accessibility)
        self.unheard.setAccessibleName(QCoreApplication.translate("RequisitionChange", u"Varf\u00f6r mottagaren inte beh\u00f6ver yttra sig, om det \u00e4r uppenbart", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("RequisitionChange", u"Spara \u00e4ndringen", None))
        self.preview.setText(QCoreApplication.translate("RequisitionChange", u"F\u00f6rhandsgranska beslutet", None))
        self.cancel.setText(QCoreApplication.translate("RequisitionChange", u"Avbryt", None))
        pass
    # retranslateUi
