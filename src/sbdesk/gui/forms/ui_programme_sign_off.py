# Compiled from ui/programme_sign_off.ui by installer/build_forms.py; never edit this file.

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_SignOffDialog(object):
    def setupUi(self, SignOffDialog):
        if not SignOffDialog.objectName():
            SignOffDialog.setObjectName(u"SignOffDialog")
        SignOffDialog.resize(560, 360)
        self.whole = QVBoxLayout(SignOffDialog)
        self.whole.setSpacing(12)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.intro = QLabel(SignOffDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.whole.addWidget(self.intro)

        self.review = QLabel(SignOffDialog)
        self.review.setObjectName(u"review")
        self.review.setWordWrap(True)

        self.whole.addWidget(self.review)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(8)
        self.differencesLabel = QLabel(SignOffDialog)
        self.differencesLabel.setObjectName(u"differencesLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.differencesLabel)

        self.differences = QPlainTextEdit(SignOffDialog)
        self.differences.setObjectName(u"differences")
        self.differences.setTabChangesFocus(True)
        self.differences.setReadOnly(True)

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.differences)

        self.officerLabel = QLabel(SignOffDialog)
        self.officerLabel.setObjectName(u"officerLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.officerLabel)

        self.officer = QComboBox(SignOffDialog)
        self.officer.setObjectName(u"officer")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.officer)

        self.dayLabel = QLabel(SignOffDialog)
        self.dayLabel.setObjectName(u"dayLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.dayLabel)

        self.dayPlace = QVBoxLayout()
        self.dayPlace.setObjectName(u"dayPlace")

        self.form.setLayout(2, QFormLayout.ItemRole.FieldRole, self.dayPlace)

        self.fileLabel = QLabel(SignOffDialog)
        self.fileLabel.setObjectName(u"fileLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.fileLabel)

        self.fileRow = QHBoxLayout()
        self.fileRow.setSpacing(8)
        self.fileRow.setObjectName(u"fileRow")
        self.file = QLineEdit(SignOffDialog)
        self.file.setObjectName(u"file")

        self.fileRow.addWidget(self.file)

        self.fileChoose = QPushButton(SignOffDialog)
        self.fileChoose.setObjectName(u"fileChoose")
        self.fileChoose.setAutoDefault(False)

        self.fileRow.addWidget(self.fileChoose)


        self.form.setLayout(3, QFormLayout.ItemRole.FieldRole, self.fileRow)


        self.whole.addLayout(self.form)

        self.problem = QLabel(SignOffDialog)
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

        self.ok = QPushButton(SignOffDialog)
        self.ok.setObjectName(u"ok")
        self.ok.setProperty(u"primary", True)

        self.buttons.addWidget(self.ok)

        self.cancel = QPushButton(SignOffDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)


        self.whole.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.differencesLabel.setBuddy(self.differences)
        self.officerLabel.setBuddy(self.officer)
        self.fileLabel.setBuddy(self.file)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SignOffDialog)

        self.ok.setDefault(True)

    # setupUi

    def retranslateUi(self, SignOffDialog):
        SignOffDialog.setWindowTitle(QCoreApplication.translate("SignOffDialog", u"Registrera granskning", None))
        self.intro.setText(QCoreApplication.translate("SignOffDialog", u"En annan person \u00e4n den som lade in uppgifterna har j\u00e4mf\u00f6rt dem med anvisningen och skrivit under. Bifoga den undertecknade sidan.", None))
        self.differencesLabel.setText(QCoreApplication.translate("SignOffDialog", u"Detta skiljer sig", None))
#if QT_CONFIG(accessibility)
        self.differences.setAccessibleName(QCoreApplication.translate("SignOffDialog", u"Detta skiljer sig", None))
#endif // QT_CONFIG(accessibility)
        self.officerLabel.setText(QCoreApplication.translate("SignOffDialog", u"&Vem har granskat", None))
#if QT_CONFIG(accessibility)
        self.officer.setAccessibleName(QCoreApplication.translate("SignOffDialog", u"Vem har granskat", None))
#endif // QT_CONFIG(accessibility)
        self.dayLabel.setText(QCoreApplication.translate("SignOffDialog", u"&Dag (obligatorisk)", None))
        self.fileLabel.setText(QCoreApplication.translate("SignOffDialog", u"&Undertecknad sida (obligatorisk)", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("SignOffDialog", u"Undertecknad sida (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.fileChoose.setText(QCoreApplication.translate("SignOffDialog", u"V\u00e4lj fil\u2026", None))
#if QT_CONFIG(accessibility)
        self.fileChoose.setAccessibleName(QCoreApplication.translate("SignOffDialog", u"V\u00e4lj fil: Undertecknad sida (obligatorisk)", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("SignOffDialog", u"Registrera granskning", None))
        self.cancel.setText(QCoreApplication.translate("SignOffDialog", u"Avbryt", None))
    # retranslateUi
