# Compiled from ui/settings_backup.ui by installer/build_forms.py; never edit this file.

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
class Ui_SettingsBackup(object):
    def setupUi(self, SettingsBackup):
        if not SettingsBackup.objectName():
            SettingsBackup.setObjectName(u"SettingsBackup")
        SettingsBackup.resize(640, 300)
        self.whole = QVBoxLayout(SettingsBackup)
        self.whole.setSpacing(10)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(4, 12, -1, -1)
        self.folderLabel = QLabel(SettingsBackup)
        self.folderLabel.setObjectName(u"folderLabel")

        self.whole.addWidget(self.folderLabel)

        self.folderRow = QHBoxLayout()
        self.folderRow.setSpacing(8)
        self.folderRow.setObjectName(u"folderRow")
        self.folder = QLineEdit(SettingsBackup)
        self.folder.setObjectName(u"folder")

        self.folderRow.addWidget(self.folder)

        self.choose = QPushButton(SettingsBackup)
        self.choose.setObjectName(u"choose")

        self.folderRow.addWidget(self.choose)


        self.whole.addLayout(self.folderRow)

        self.problem = QLabel(SettingsBackup)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"stop")

        self.whole.addWidget(self.problem)

        self.truth = QLabel(SettingsBackup)
        self.truth.setObjectName(u"truth")
        self.truth.setWordWrap(True)
        self.truth.setProperty(u"muted", True)

        self.whole.addWidget(self.truth)

        self.rest = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

#if QT_CONFIG(shortcut)
        self.folderLabel.setBuddy(self.folder)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SettingsBackup)
    # setupUi

    def retranslateUi(self, SettingsBackup):
        self.folderLabel.setText(QCoreApplication.translate("SettingsBackup", u"&Mapp f\u00f6r s\u00e4kerhetskopior", None))
#if QT_CONFIG(accessibility)
        self.folder.setAccessibleName(QCoreApplication.translate("SettingsBackup", u"Mapp f\u00f6r s\u00e4kerhetskopior", None))
#endif // QT_CONFIG(accessibility)
        self.choose.setText(QCoreApplication.translate("SettingsBackup", u"V\u00e4lj mapp\u2026", None))
        self.truth.setText(QCoreApplication.translate("SettingsBackup", u"Den h\u00e4r versionen tar inga kopior sj\u00e4lv. St\u00e4ng sbdesk och kopiera databasfilen till mappen. V\u00e4lj g\u00e4rna en mapp p\u00e5 en annan disk.", None))
        pass
    # retranslateUi
