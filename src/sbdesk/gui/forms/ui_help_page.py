# Compiled from ui/help_page.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QListWidget,
    QListWidgetItem, QSizePolicy, QTextBrowser, QVBoxLayout,
    QWidget)
class Ui_HelpPage(object):
    def setupUi(self, HelpPage):
        if not HelpPage.objectName():
            HelpPage.setObjectName(u"HelpPage")
        HelpPage.resize(900, 640)
        self.whole = QHBoxLayout(HelpPage)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.contents = QVBoxLayout()
        self.contents.setSpacing(8)
        self.contents.setObjectName(u"contents")
        self.searchPlace = QVBoxLayout()
        self.searchPlace.setObjectName(u"searchPlace")

        self.contents.addLayout(self.searchPlace)

        self.topics = QListWidget(HelpPage)
        self.topics.setObjectName(u"topics")

        self.contents.addWidget(self.topics)

        self.contents.setStretch(1, 1)

        self.whole.addLayout(self.contents)

        self.reading = QVBoxLayout()
        self.reading.setSpacing(8)
        self.reading.setObjectName(u"reading")
        self.ticks = QFrame(HelpPage)
        self.ticks.setObjectName(u"ticks")
        self.ticks.setProperty(u"card", True)
        self.ticksLayout = QVBoxLayout(self.ticks)
        self.ticksLayout.setObjectName(u"ticksLayout")

        self.reading.addWidget(self.ticks)

        self.text = QTextBrowser(HelpPage)
        self.text.setObjectName(u"text")
        self.text.setOpenLinks(False)

        self.reading.addWidget(self.text)

        self.reading.setStretch(1, 1)

        self.whole.addLayout(self.reading)


        self.retranslateUi(HelpPage)
    # setupUi

    def retranslateUi(self, HelpPage):
#if QT_CONFIG(accessibility)
        self.topics.setAccessibleName(QCoreApplication.translate("HelpPage", u"Hj\u00e4lpsidor", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.ticks.setAccessibleName(QCoreApplication.translate("HelpPage", u"Kom ig\u00e5ng, det du har gjort", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("HelpPage", u"Hj\u00e4lptext", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
