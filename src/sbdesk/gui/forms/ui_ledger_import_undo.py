# Compiled from ui/ledger_import_undo.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFormLayout, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)
class Ui_LedgerImportUndo(object):
    def setupUi(self, LedgerImportUndo):
        if not LedgerImportUndo.objectName():
            LedgerImportUndo.setObjectName(u"LedgerImportUndo")
        LedgerImportUndo.resize(520, 280)
        self.whole = QVBoxLayout(LedgerImportUndo)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.what = QLabel(LedgerImportUndo)
        self.what.setObjectName(u"what")
        self.what.setWordWrap(True)

        self.whole.addWidget(self.what)

        self.warning = QLabel(LedgerImportUndo)
        self.warning.setObjectName(u"warning")
        self.warning.setWordWrap(True)
        self.warning.setProperty(u"tone", u"deviation")

        self.whole.addWidget(self.warning)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.reasonLabel = QLabel(LedgerImportUndo)
        self.reasonLabel.setObjectName(u"reasonLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.reasonLabel)

        self.reason = QLineEdit(LedgerImportUndo)
        self.reason.setObjectName(u"reason")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.reason)


        self.whole.addLayout(self.form)

        self.problem = QLabel(LedgerImportUndo)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"stop")

        self.whole.addWidget(self.problem)

        self.rest = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whole.addItem(self.rest)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.push = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.push)

        self.ok = QPushButton(LedgerImportUndo)
        self.ok.setObjectName(u"ok")
        self.ok.setAutoDefault(False)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(LedgerImportUndo)
        self.cancel.setObjectName(u"cancel")

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.reasonLabel.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(LedgerImportUndo)

        self.cancel.setDefault(True)

    # setupUi

    def retranslateUi(self, LedgerImportUndo):
        LedgerImportUndo.setWindowTitle(QCoreApplication.translate("LedgerImportUndo", u"\u00c5ngra inl\u00e4sning", None))
        self.reasonLabel.setText(QCoreApplication.translate("LedgerImportUndo", u"&Sk\u00e4l (obligatoriskt)", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("LedgerImportUndo", u"Sk\u00e4l (obligatoriskt)", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("LedgerImportUndo", u"\u00c5ngra inl\u00e4sningen", None))
        self.cancel.setText(QCoreApplication.translate("LedgerImportUndo", u"Avbryt", None))
    # retranslateUi
