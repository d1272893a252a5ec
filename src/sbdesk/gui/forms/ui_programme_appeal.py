# Compiled from ui/programme_appeal.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_AppealDialog(object):
    def setupUi(self, AppealDialog):
        if not AppealDialog.objectName():
            AppealDialog.setObjectName(u"AppealDialog")
        AppealDialog.resize(620, 480)
        self.whole = QVBoxLayout(AppealDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(AppealDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.allowedLabel = QLabel(AppealDialog)
        self.allowedLabel.setObjectName(u"allowedLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.allowedLabel)

        self.allowed = QComboBox(AppealDialog)
        self.allowed.setObjectName(u"allowed")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.allowed)

        self.startLabel = QLabel(AppealDialog)
        self.startLabel.setObjectName(u"startLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.startLabel)

        self.start = QComboBox(AppealDialog)
        self.start.setObjectName(u"start")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.start)

        self.textLabel = QLabel(AppealDialog)
        self.textLabel.setObjectName(u"textLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.textLabel)

        self.text = QPlainTextEdit(AppealDialog)
        self.text.setObjectName(u"text")
        self.text.setTabChangesFocus(True)

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.text)

        self.sourceLabel = QLabel(AppealDialog)
        self.sourceLabel.setObjectName(u"sourceLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.sourceLabel)

        self.source = QLineEdit(AppealDialog)
        self.source.setObjectName(u"source")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.source)


        self.whole.addLayout(self.form)

        self.problem = QLabel(AppealDialog)
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

        self.ok = QPushButton(AppealDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(AppealDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.allowedLabel.setBuddy(self.allowed)
        self.startLabel.setBuddy(self.start)
        self.textLabel.setBuddy(self.text)
        self.sourceLabel.setBuddy(self.source)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(AppealDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, AppealDialog):
        AppealDialog.setWindowTitle(QCoreApplication.translate("AppealDialog", u"\u00d6verklagande", None))
        self.intro.setText(QCoreApplication.translate("AppealDialog", u"Uppgiften \u00e4r juristens. Den st\u00e5r i brevet. Utan den kan inget beslut av det h\u00e4r slaget fattas.", None))
        self.allowedLabel.setText(QCoreApplication.translate("AppealDialog", u"&F\u00e5r beslutet \u00f6verklagas", None))
#if QT_CONFIG(accessibility)
        self.allowed.setAccessibleName(QCoreApplication.translate("AppealDialog", u"F\u00e5r beslutet \u00f6verklagas", None))
#endif // QT_CONFIG(accessibility)
        self.startLabel.setText(QCoreApplication.translate("AppealDialog", u"&Tre veckor r\u00e4knas fr\u00e5n", None))
#if QT_CONFIG(accessibility)
        self.start.setAccessibleName(QCoreApplication.translate("AppealDialog", u"Tre veckor r\u00e4knas fr\u00e5n", None))
#endif // QT_CONFIG(accessibility)
        self.textLabel.setText(QCoreApplication.translate("AppealDialog", u"T&ext i brevet", None))
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("AppealDialog", u"Text i brevet", None))
#endif // QT_CONFIG(accessibility)
        self.sourceLabel.setText(QCoreApplication.translate("AppealDialog", u"&K\u00e4lla: regel eller person (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.source.setAccessibleName(QCoreApplication.translate("AppealDialog", u"K\u00e4lla: regel eller person (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("AppealDialog", u"Spara uppgiften", None))
        self.cancel.setText(QCoreApplication.translate("AppealDialog", u"Avbryt", None))
    # retranslateUi
