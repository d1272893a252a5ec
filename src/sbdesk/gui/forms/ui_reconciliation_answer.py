# Compiled from ui/reconciliation_answer.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_AnswerDialog(object):
    def setupUi(self, AnswerDialog):
        if not AnswerDialog.objectName():
            AnswerDialog.setObjectName(u"AnswerDialog")
        AnswerDialog.resize(480, 170)
        self.whole = QVBoxLayout(AnswerDialog)
        self.whole.setSpacing(8)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.label = QLabel(AnswerDialog)
        self.label.setObjectName(u"label")
        self.label.setWordWrap(True)

        self.whole.addWidget(self.label)

        self.fieldPlace = QVBoxLayout()
        self.fieldPlace.setObjectName(u"fieldPlace")

        self.whole.addLayout(self.fieldPlace)

        self.rest = QSpacerItem(20, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.push = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.push)

        self.ok = QPushButton(AnswerDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(AnswerDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)


        self.retranslateUi(AnswerDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, AnswerDialog):
        self.cancel.setText(QCoreApplication.translate("AnswerDialog", u"Avbryt", None))
        pass
    # retranslateUi
