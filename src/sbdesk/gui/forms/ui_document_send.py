# Compiled from ui/document_send.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)
class Ui_SendDialog(object):
    def setupUi(self, SendDialog):
        if not SendDialog.objectName():
            SendDialog.setObjectName(u"SendDialog")
        SendDialog.resize(480, 280)
        self.whole = QVBoxLayout(SendDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(SendDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.dayLabel = QLabel(SendDialog)
        self.dayLabel.setObjectName(u"dayLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.dayLabel)

        self.dayPlace = QVBoxLayout()
        self.dayPlace.setObjectName(u"dayPlace")

        self.form.setLayout(0, QFormLayout.ItemRole.FieldRole, self.dayPlace)

        self.channelLabel = QLabel(SendDialog)
        self.channelLabel.setObjectName(u"channelLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.channelLabel)

        self.channel = QComboBox(SendDialog)
        self.channel.setObjectName(u"channel")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.channel)


        self.whole.addLayout(self.form)

        self.problem = QLabel(SendDialog)
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

        self.ok = QPushButton(SendDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(SendDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.channelLabel.setBuddy(self.channel)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SendDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, SendDialog):
        SendDialog.setWindowTitle(QCoreApplication.translate("SendDialog", u"Markera som skickat", None))
        self.intro.setText(QCoreApplication.translate("SendDialog", u"Programmet skickar inget sj\u00e4lvt. Ange dagen och s\u00e4ttet n\u00e4r du har skickat brevet.", None))
        self.dayLabel.setText(QCoreApplication.translate("SendDialog", u"&Skickat den dag (obligatorisk)", None))
        self.channelLabel.setText(QCoreApplication.translate("SendDialog", u"&S\u00e4tt", None))
#if QT_CONFIG(accessibility)
        self.channel.setAccessibleName(QCoreApplication.translate("SendDialog", u"S\u00e4tt", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("SendDialog", u"Markera som skickat", None))
        self.cancel.setText(QCoreApplication.translate("SendDialog", u"Avbryt", None))
    # retranslateUi
