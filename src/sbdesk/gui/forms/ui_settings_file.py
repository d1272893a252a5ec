# Compiled from ui/settings_file.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_SettingsFile(object):
    def setupUi(self, SettingsFile):
        if not SettingsFile.objectName():
            SettingsFile.setObjectName(u"SettingsFile")
        SettingsFile.resize(640, 420)
        self.whole = QVBoxLayout(SettingsFile)
        self.whole.setSpacing(10)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(4, 12, -1, -1)
        self.placeTitle = QLabel(SettingsFile)
        self.placeTitle.setObjectName(u"placeTitle")
        self.placeTitle.setProperty(u"heading", u"card")

        self.whole.addWidget(self.placeTitle)

        self.place = QLineEdit(SettingsFile)
        self.place.setObjectName(u"place")
        self.place.setReadOnly(True)

        self.whole.addWidget(self.place)

        self.placeButtons = QHBoxLayout()
        self.placeButtons.setObjectName(u"placeButtons")
        self.openFolder = QPushButton(SettingsFile)
        self.openFolder.setObjectName(u"openFolder")

        self.placeButtons.addWidget(self.openFolder)

        self.push = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.placeButtons.addItem(self.push)


        self.whole.addLayout(self.placeButtons)

        self.checkTitle = QLabel(SettingsFile)
        self.checkTitle.setObjectName(u"checkTitle")
        self.checkTitle.setProperty(u"heading", u"card")

        self.whole.addWidget(self.checkTitle)

        self.checkIntro = QLabel(SettingsFile)
        self.checkIntro.setObjectName(u"checkIntro")
        self.checkIntro.setWordWrap(True)
        self.checkIntro.setProperty(u"muted", True)

        self.whole.addWidget(self.checkIntro)

        self.checkButtons = QHBoxLayout()
        self.checkButtons.setObjectName(u"checkButtons")
        self.check = QPushButton(SettingsFile)
        self.check.setObjectName(u"check")

        self.checkButtons.addWidget(self.check)

        self.push2 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.checkButtons.addItem(self.push2)


        self.whole.addLayout(self.checkButtons)

        self.resultPlace = QVBoxLayout()
        self.resultPlace.setObjectName(u"resultPlace")

        self.whole.addLayout(self.resultPlace)

        self.rest = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)


        self.retranslateUi(SettingsFile)
    # setupUi

    def retranslateUi(self, SettingsFile):
        self.placeTitle.setText(QCoreApplication.translate("SettingsFile", u"Databasen finns h\u00e4r", None))
#if QT_CONFIG(accessibility)
        self.place.setAccessibleName(QCoreApplication.translate("SettingsFile", u"Databasens plats", None))
#endif // QT_CONFIG(accessibility)
        self.openFolder.setText(QCoreApplication.translate("SettingsFile", u"\u00d6ppna mappen", None))
        self.checkTitle.setText(QCoreApplication.translate("SettingsFile", u"Kontrollera databasen", None))
        self.checkIntro.setText(QCoreApplication.translate("SettingsFile", u"Programmet g\u00e5r igenom h\u00e4ndelseloggens kedja, filen och varje dokuments kontrollsumma. Inget \u00e4ndras.", None))
        self.check.setText(QCoreApplication.translate("SettingsFile", u"Kontrollera databasen", None))
        pass
    # retranslateUi
