# Compiled from ui/settings_look.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFormLayout, QHBoxLayout,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_SettingsLook(object):
    def setupUi(self, SettingsLook):
        if not SettingsLook.objectName():
            SettingsLook.setObjectName(u"SettingsLook")
        SettingsLook.resize(640, 360)
        self.whole = QVBoxLayout(SettingsLook)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(4, 12, -1, -1)
        self.intro = QLabel(SettingsLook)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)
        self.intro.setProperty(u"muted", True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.themeLabel = QLabel(SettingsLook)
        self.themeLabel.setObjectName(u"themeLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.themeLabel)

        self.theme = QComboBox(SettingsLook)
        self.theme.setObjectName(u"theme")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.theme)

        self.scaleLabel = QLabel(SettingsLook)
        self.scaleLabel.setObjectName(u"scaleLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.scaleLabel)

        self.scale = QComboBox(SettingsLook)
        self.scale.setObjectName(u"scale")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.scale)

        self.densityLabel = QLabel(SettingsLook)
        self.densityLabel.setObjectName(u"densityLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.densityLabel)

        self.density = QComboBox(SettingsLook)
        self.density.setObjectName(u"density")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.density)


        self.whole.addLayout(self.form)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.standard = QPushButton(SettingsLook)
        self.standard.setObjectName(u"standard")

        self.buttons.addWidget(self.standard)

        self.push = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.push)


        self.whole.addLayout(self.buttons)

        self.rest = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

#if QT_CONFIG(shortcut)
        self.themeLabel.setBuddy(self.theme)
        self.scaleLabel.setBuddy(self.scale)
        self.densityLabel.setBuddy(self.density)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SettingsLook)
    # setupUi

    def retranslateUi(self, SettingsLook):
        self.intro.setText(QCoreApplication.translate("SettingsLook", u"\u00c4ndringarna g\u00e4ller genast och bara p\u00e5 den h\u00e4r datorn.", None))
        self.themeLabel.setText(QCoreApplication.translate("SettingsLook", u"&F\u00e4rger", None))
#if QT_CONFIG(accessibility)
        self.theme.setAccessibleName(QCoreApplication.translate("SettingsLook", u"F\u00e4rger", None))
#endif // QT_CONFIG(accessibility)
        self.scaleLabel.setText(QCoreApplication.translate("SettingsLook", u"&Text", None))
#if QT_CONFIG(accessibility)
        self.scale.setAccessibleName(QCoreApplication.translate("SettingsLook", u"Textstorlek", None))
#endif // QT_CONFIG(accessibility)
        self.densityLabel.setText(QCoreApplication.translate("SettingsLook", u"T\u00e4t&het i tabeller", None))
#if QT_CONFIG(accessibility)
        self.density.setAccessibleName(QCoreApplication.translate("SettingsLook", u"T\u00e4thet i tabeller", None))
#endif // QT_CONFIG(accessibility)
        self.standard.setText(QCoreApplication.translate("SettingsLook", u"\u00c5terst\u00e4ll standard", None))
        pass
    # retranslateUi
