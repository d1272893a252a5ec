# Compiled from ui/programme_fact.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFormLayout, QHBoxLayout,
    QLabel, QLineEdit, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_FactForm(object):
    def setupUi(self, FactForm):
        if not FactForm.objectName():
            FactForm.setObjectName(u"FactForm")
        FactForm.resize(560, 520)
        self.whole = QVBoxLayout(FactForm)
        self.whole.setSpacing(8)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(0, 8, 0, 8)
        self.intro = QLabel(FactForm)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.former = QLabel(FactForm)
        self.former.setObjectName(u"former")
        self.former.setWordWrap(True)

        self.whole.addWidget(self.former)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.nameLabel = QLabel(FactForm)
        self.nameLabel.setObjectName(u"nameLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.nameLabel)

        self.name = QComboBox(FactForm)
        self.name.setObjectName(u"name")
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.kindLabel = QLabel(FactForm)
        self.kindLabel.setObjectName(u"kindLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.kindLabel)

        self.kind = QComboBox(FactForm)
        self.kind.setObjectName(u"kind")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.kind)

        self.statusLabel = QLabel(FactForm)
        self.statusLabel.setObjectName(u"statusLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.statusLabel)

        self.status = QComboBox(FactForm)
        self.status.setObjectName(u"status")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.status)

        self.valueLabel = QLabel(FactForm)
        self.valueLabel.setObjectName(u"valueLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.valueLabel)

        self.valuePlace = QVBoxLayout()
        self.valuePlace.setObjectName(u"valuePlace")

        self.form.setLayout(3, QFormLayout.ItemRole.FieldRole, self.valuePlace)

        self.headingLabel = QLabel(FactForm)
        self.headingLabel.setObjectName(u"headingLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.headingLabel)

        self.heading = QLineEdit(FactForm)
        self.heading.setObjectName(u"heading")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.heading)

        self.quoteLabel = QLabel(FactForm)
        self.quoteLabel.setObjectName(u"quoteLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.quoteLabel)

        self.quote = QPlainTextEdit(FactForm)
        self.quote.setObjectName(u"quote")
        self.quote.setTabChangesFocus(True)

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.quote)

        self.statuteLabel = QLabel(FactForm)
        self.statuteLabel.setObjectName(u"statuteLabel")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.statuteLabel)

        self.statute = QLineEdit(FactForm)
        self.statute.setObjectName(u"statute")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.statute)

        self.reasonLabel = QLabel(FactForm)
        self.reasonLabel.setObjectName(u"reasonLabel")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.reasonLabel)

        self.reason = QLineEdit(FactForm)
        self.reason.setObjectName(u"reason")

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.reason)

        self.whyLabel = QLabel(FactForm)
        self.whyLabel.setObjectName(u"whyLabel")

        self.form.setWidget(8, QFormLayout.ItemRole.LabelRole, self.whyLabel)

        self.why = QLineEdit(FactForm)
        self.why.setObjectName(u"why")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.why)


        self.whole.addLayout(self.form)

        self.problem = QLabel(FactForm)
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

        self.fetch = QPushButton(FactForm)
        self.fetch.setObjectName(u"fetch")
        self.fetch.setAutoDefault(False)

        self.buttons.addWidget(self.fetch)

        self.ok = QPushButton(FactForm)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(FactForm)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.nameLabel.setBuddy(self.name)
        self.kindLabel.setBuddy(self.kind)
        self.statusLabel.setBuddy(self.status)
        self.headingLabel.setBuddy(self.heading)
        self.quoteLabel.setBuddy(self.quote)
        self.statuteLabel.setBuddy(self.statute)
        self.reasonLabel.setBuddy(self.reason)
        self.whyLabel.setBuddy(self.why)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FactForm)
    # setupUi

    def retranslateUi(self, FactForm):
        self.intro.setText("")
        self.nameLabel.setText(QCoreApplication.translate("FactForm", u"&Uppgift (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("FactForm", u"Uppgift (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.kindLabel.setText(QCoreApplication.translate("FactForm", u"Slag av &v\u00e4rde", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("FactForm", u"Slag av v\u00e4rde", None))
#endif // QT_CONFIG(accessibility)
        self.statusLabel.setText(QCoreApplication.translate("FactForm", u"Vem &s\u00e4ger det", None))
#if QT_CONFIG(accessibility)
        self.status.setAccessibleName(QCoreApplication.translate("FactForm", u"Vem s\u00e4ger det", None))
#endif // QT_CONFIG(accessibility)
        self.valueLabel.setText(QCoreApplication.translate("FactForm", u"V\u00e4rde (obligatorisk)", None))
        self.headingLabel.setText(QCoreApplication.translate("FactForm", u"&Rubrik i anvisningen", None))
#if QT_CONFIG(accessibility)
        self.heading.setAccessibleName(QCoreApplication.translate("FactForm", u"Rubrik i anvisningen", None))
#endif // QT_CONFIG(accessibility)
        self.quoteLabel.setText(QCoreApplication.translate("FactForm", u"&Citat, ordagrant; ny rad d\u00e4r texten \u00e4r bruten", None))
#if QT_CONFIG(accessibility)
        self.quote.setAccessibleName(QCoreApplication.translate("FactForm", u"Citat, ordagrant; ny rad d\u00e4r texten \u00e4r bruten", None))
#endif // QT_CONFIG(accessibility)
        self.statuteLabel.setText(QCoreApplication.translate("FactForm", u"&Lagrum", None))
#if QT_CONFIG(accessibility)
        self.statute.setAccessibleName(QCoreApplication.translate("FactForm", u"Lagrum", None))
#endif // QT_CONFIG(accessibility)
        self.reasonLabel.setText(QCoreApplication.translate("FactForm", u"S&k\u00e4l", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("FactForm", u"Sk\u00e4l", None))
#endif // QT_CONFIG(accessibility)
        self.whyLabel.setText(QCoreApplication.translate("FactForm", u"Varf\u00f6r \u00e4ndras upp&giften (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.why.setAccessibleName(QCoreApplication.translate("FactForm", u"Varf\u00f6r \u00e4ndras uppgiften (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.fetch.setText(QCoreApplication.translate("FactForm", u"H\u00e4mta citat ur texten", None))
        self.ok.setText(QCoreApplication.translate("FactForm", u"Spara och bekr\u00e4fta", None))
        self.cancel.setText(QCoreApplication.translate("FactForm", u"St\u00e4ng", None))
        pass
    # retranslateUi
