# Compiled from ui/ledger_import_exclude.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QVBoxLayout, QWidget)
class Ui_LedgerImportExclude(object):
    def setupUi(self, LedgerImportExclude):
        if not LedgerImportExclude.objectName():
            LedgerImportExclude.setObjectName(u"LedgerImportExclude")
        LedgerImportExclude.resize(900, 90)
        self.whole = QVBoxLayout(LedgerImportExclude)
        self.whole.setSpacing(4)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.fields = QHBoxLayout()
        self.fields.setSpacing(8)
        self.fields.setObjectName(u"fields")
        self.rowsLabel = QLabel(LedgerImportExclude)
        self.rowsLabel.setObjectName(u"rowsLabel")

        self.fields.addWidget(self.rowsLabel)

        self.rows = QLineEdit(LedgerImportExclude)
        self.rows.setObjectName(u"rows")

        self.fields.addWidget(self.rows)

        self.reasonLabel = QLabel(LedgerImportExclude)
        self.reasonLabel.setObjectName(u"reasonLabel")

        self.fields.addWidget(self.reasonLabel)

        self.reason = QLineEdit(LedgerImportExclude)
        self.reason.setObjectName(u"reason")

        self.fields.addWidget(self.reason)

        self.exclude = QPushButton(LedgerImportExclude)
        self.exclude.setObjectName(u"exclude")

        self.fields.addWidget(self.exclude)

        self.fields.setStretch(1, 1)
        self.fields.setStretch(3, 2)

        self.whole.addLayout(self.fields)

        self.problem = QLabel(LedgerImportExclude)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"stop")

        self.whole.addWidget(self.problem)

#if QT_CONFIG(shortcut)
        self.rowsLabel.setBuddy(self.rows)
        self.reasonLabel.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(LedgerImportExclude)
    # setupUi

    def retranslateUi(self, LedgerImportExclude):
        self.rowsLabel.setText(QCoreApplication.translate("LedgerImportExclude", u"Ra&der", None))
#if QT_CONFIG(accessibility)
        self.rows.setAccessibleName(QCoreApplication.translate("LedgerImportExclude", u"Rader att utesluta, till exempel 12, 15\u201318", None))
#endif // QT_CONFIG(accessibility)
        self.rows.setPlaceholderText(QCoreApplication.translate("LedgerImportExclude", u"12, 15\u201318", None))
        self.reasonLabel.setText(QCoreApplication.translate("LedgerImportExclude", u"Sk\u00e4&l", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("LedgerImportExclude", u"Sk\u00e4l (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.reason.setPlaceholderText(QCoreApplication.translate("LedgerImportExclude", u"till exempel: avser ett annat projekt", None))
        self.exclude.setText(QCoreApplication.translate("LedgerImportExclude", u"&Uteslut raderna", None))
        pass
    # retranslateUi
