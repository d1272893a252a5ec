# Compiled from ui/start_page.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_StartPage(object):
    def setupUi(self, StartPage):
        if not StartPage.objectName():
            StartPage.setObjectName(u"StartPage")
        StartPage.resize(900, 640)
        self.whole = QVBoxLayout(StartPage)
        self.whole.setObjectName(u"whole")
        self.above = QSpacerItem(20, 60, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.above)

        self.middle = QHBoxLayout()
        self.middle.setObjectName(u"middle")
        self.left = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.left)

        self.card = QFrame(StartPage)
        self.card.setObjectName(u"card")
        self.card.setMinimumSize(QSize(560, 0))
        self.card.setMaximumSize(QSize(980, 16777215))
        self.card.setProperty(u"card", True)
        self.cardLayout = QVBoxLayout(self.card)
        self.cardLayout.setSpacing(12)
        self.cardLayout.setObjectName(u"cardLayout")
        self.cardLayout.setContentsMargins(40, 36, 40, 36)
        self.picture = QLabel(self.card)
        self.picture.setObjectName(u"picture")

        self.cardLayout.addWidget(self.picture)

        self.welcome = QLabel(self.card)
        self.welcome.setObjectName(u"welcome")
        self.welcome.setProperty(u"heading", u"page")

        self.cardLayout.addWidget(self.welcome)

        self.intro = QLabel(self.card)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.cardLayout.addWidget(self.intro)

        self.gap1 = QSpacerItem(20, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.cardLayout.addItem(self.gap1)

        self.practice = QPushButton(self.card)
        self.practice.setObjectName(u"practice")
        self.practice.setProperty(u"primary", True)

        self.cardLayout.addWidget(self.practice)

        self.practiceText = QLabel(self.card)
        self.practiceText.setObjectName(u"practiceText")
        self.practiceText.setWordWrap(True)
        self.practiceText.setProperty(u"muted", True)

        self.cardLayout.addWidget(self.practiceText)

        self.gap2 = QSpacerItem(20, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.cardLayout.addItem(self.gap2)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(10)
        self.buttons.setObjectName(u"buttons")
        self.create = QPushButton(self.card)
        self.create.setObjectName(u"create")

        self.buttons.addWidget(self.create)

        self.openExisting = QPushButton(self.card)
        self.openExisting.setObjectName(u"openExisting")

        self.buttons.addWidget(self.openExisting)

        self.team = QPushButton(self.card)
        self.team.setObjectName(u"team")

        self.buttons.addWidget(self.team)

        self.rest = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.rest)


        self.cardLayout.addLayout(self.buttons)


        self.middle.addWidget(self.card)

        self.right = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.right)


        self.whole.addLayout(self.middle)

        self.below = QSpacerItem(20, 100, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.below)

        QWidget.setTabOrder(self.practice, self.create)
        QWidget.setTabOrder(self.create, self.openExisting)
        QWidget.setTabOrder(self.openExisting, self.team)

        self.retranslateUi(StartPage)
    # setupUi

    def retranslateUi(self, StartPage):
#if QT_CONFIG(accessibility)
        self.picture.setAccessibleName(QCoreApplication.translate("StartPage", u"sbdesk", None))
#endif // QT_CONFIG(accessibility)
        self.welcome.setText(QCoreApplication.translate("StartPage", u"V\u00e4lkommen till sbdesk", None))
        self.intro.setText(QCoreApplication.translate("StartPage", u"Statsbidrag fr\u00e5n anvisning till faktura: rekvisitioner, beslut, huvudb\u00f6cker, avst\u00e4mningar och \u00e5terkrav p\u00e5 ett skrivbord.", None))
        self.practice.setText(QCoreApplication.translate("StartPage", u"Prova med \u00f6vningsdata", None))
        self.practiceText.setText(QCoreApplication.translate("StartPage", u"Statsbidrag f\u00f6r 2026 med p\u00e5hittade \u00e4renden. \u00c4ndra fritt och b\u00f6rja om med ett klick.", None))
        self.create.setText(QCoreApplication.translate("StartPage", u"Skapa ny databas\u2026", None))
        self.openExisting.setText(QCoreApplication.translate("StartPage", u"\u00d6ppna befintlig\u2026", None))
        self.team.setText(QCoreApplication.translate("StartPage", u"Teamets databas\u2026", None))
        pass
    # retranslateUi
