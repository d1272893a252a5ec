# Compiled from ui/programme_identity.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_IdentityDialog(object):
    def setupUi(self, IdentityDialog):
        if not IdentityDialog.objectName():
            IdentityDialog.setObjectName(u"IdentityDialog")
        IdentityDialog.resize(620, 520)
        self.whole = QVBoxLayout(IdentityDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(IdentityDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.titleLabel = QLabel(IdentityDialog)
        self.titleLabel.setObjectName(u"titleLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titleLabel)

        self.title = QLineEdit(IdentityDialog)
        self.title.setObjectName(u"title")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.title)

        self.shortTitleLabel = QLabel(IdentityDialog)
        self.shortTitleLabel.setObjectName(u"shortTitleLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.shortTitleLabel)

        self.shortTitle = QLineEdit(IdentityDialog)
        self.shortTitle.setObjectName(u"shortTitle")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.shortTitle)

        self.yearLabel = QLabel(IdentityDialog)
        self.yearLabel.setObjectName(u"yearLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.yearLabel)

        self.year = QLineEdit(IdentityDialog)
        self.year.setObjectName(u"year")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.year)

        self.recipientKindLabel = QLabel(IdentityDialog)
        self.recipientKindLabel.setObjectName(u"recipientKindLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.recipientKindLabel)

        self.recipientKind = QComboBox(IdentityDialog)
        self.recipientKind.setObjectName(u"recipientKind")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.recipientKind)

        self.codeLabel = QLabel(IdentityDialog)
        self.codeLabel.setObjectName(u"codeLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.codeLabel)

        self.code = QLineEdit(IdentityDialog)
        self.code.setObjectName(u"code")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.code)

        self.caseNumberLabel = QLabel(IdentityDialog)
        self.caseNumberLabel.setObjectName(u"caseNumberLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.caseNumberLabel)

        self.caseNumber = QLineEdit(IdentityDialog)
        self.caseNumber.setObjectName(u"caseNumber")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.caseNumber)


        self.whole.addLayout(self.form)

        self.problem = QLabel(IdentityDialog)
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

        self.ok = QPushButton(IdentityDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(IdentityDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.titleLabel.setBuddy(self.title)
        self.shortTitleLabel.setBuddy(self.shortTitle)
        self.yearLabel.setBuddy(self.year)
        self.recipientKindLabel.setBuddy(self.recipientKind)
        self.codeLabel.setBuddy(self.code)
        self.caseNumberLabel.setBuddy(self.caseNumber)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(IdentityDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, IdentityDialog):
        IdentityDialog.setWindowTitle(QCoreApplication.translate("IdentityDialog", u"Nytt statsbidrag", None))
        self.intro.setText("")
        self.titleLabel.setText(QCoreApplication.translate("IdentityDialog", u"&Namn s\u00e5 som det st\u00e5r i anvisningen (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.title.setAccessibleName(QCoreApplication.translate("IdentityDialog", u"Namn s\u00e5 som det st\u00e5r i anvisningen (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.shortTitleLabel.setText(QCoreApplication.translate("IdentityDialog", u"&Kortnamn, till exempel PMC 2026 (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.shortTitle.setAccessibleName(QCoreApplication.translate("IdentityDialog", u"Kortnamn, till exempel PMC 2026 (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.yearLabel.setText(QCoreApplication.translate("IdentityDialog", u"Bidrags&\u00e5r (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.year.setAccessibleName(QCoreApplication.translate("IdentityDialog", u"Bidrags\u00e5r (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.recipientKindLabel.setText(QCoreApplication.translate("IdentityDialog", u"&Mottagare", None))
#if QT_CONFIG(accessibility)
        self.recipientKind.setAccessibleName(QCoreApplication.translate("IdentityDialog", u"Mottagare", None))
#endif // QT_CONFIG(accessibility)
        self.codeLabel.setText(QCoreApplication.translate("IdentityDialog", u"&Beteckning, till exempel pmc-2026 (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("IdentityDialog", u"Beteckning, till exempel pmc-2026 (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.caseNumberLabel.setText(QCoreApplication.translate("IdentityDialog", u"&Diarienummer", None))
#if QT_CONFIG(accessibility)
        self.caseNumber.setAccessibleName(QCoreApplication.translate("IdentityDialog", u"Diarienummer", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("IdentityDialog", u"Spara", None))
        self.cancel.setText(QCoreApplication.translate("IdentityDialog", u"Avbryt", None))
    # retranslateUi
