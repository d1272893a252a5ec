"""Sets the Qt application up: fonts, Swedish, icon and look, and paints before anything heavy is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from sbdesk import __version__
from sbdesk.gui import icons, palette


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The one application object, dressed; RuntimeError when fonts or the Swedish texts of Qt are missing."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([sys.argv[0], *arguments])
    app.setApplicationName("sbdesk")
    app.setApplicationDisplayName("sbdesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("sbdesk")
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    if app.findChild(QTranslator) is None:
        translator = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if not translator.load("qtbase_sv", folder):
            raise RuntimeError(f"qtbase_sv.qm is not in {folder}")
        app.installTranslator(translator)
        palette.load_fonts()
    app.setWindowIcon(icons.app_icon())
    return app


class _FirstPaint(QObject):
    """Watches a window until it has been painted once."""

    def __init__(self, window: QWidget, call: Callable[[], None]) -> None:
        super().__init__(window)
        self._call = call
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Zero milliseconds: after the paint event that is under way, before anything else.
            QTimer.singleShot(0, self, self._go)
        return False

    def _go(self) -> None:
        self._call()
        self.deleteLater()


def after_first_paint(window: QWidget, call: Callable[[], None]) -> None:
    """Call once the window has been painted; heavy modules are imported there."""
    _FirstPaint(window, call)


def start(make_window: Callable[[], QWidget], load: Callable[[QWidget], None]) -> int:
    """Show the window, then ``load`` what is heavy, then run until the last window closes. Exit code.

    ``make_window`` may import neither SQLAlchemy, ReportLab nor openpyxl.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("make_application() comes first")
    window = make_window()
    after_first_paint(window, lambda: load(window))
    window.show()
    return app.exec()
