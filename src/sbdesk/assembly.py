"""The one place where everything meets: arguments, window, database, services."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sbdesk import __version__, paths
from sbdesk.domain.errors import UserFacingError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from sbdesk.gui.features.start.new_database import NewDatabase
    from sbdesk.gui.shell.command_palette import Command
    from sbdesk.gui.shell.desk import Desk
    from sbdesk.services.changes import Done
    from sbdesk.services.opening import OpenDatabase
    from sbdesk.services.searches import FoundCase

LAST_FILE = "file/last"


def main(arguments: Sequence[str]) -> int:
    """Do a command, or open the window; the exit code."""
    if arguments and not arguments[0].startswith("-"):
        from sbdesk import command_line

        if arguments[0] in command_line.names() or not Path(arguments[0]).exists():
            return command_line.main(arguments, photograph)
    if "-h" in arguments or "--help" in arguments:
        from sbdesk import command_line

        return command_line.main(["--help"])
    chosen = _window_arguments().parse_args(arguments)
    return open_window(demo=chosen.demo, place=chosen.file)


def _window_arguments() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="sbdesk")
    made.add_argument("--demo", action="store_true", help="öppna fönstret med nya övningsdata")
    made.add_argument("--version", action="version", version=f"sbdesk {__version__}")
    made.add_argument("file", nargs="?", help="en databas, eller postgresql+psycopg://…")
    return made


def open_window(*, demo: bool = False, place: str | None = None) -> int:
    """Show the window at once, read what is heavy after its first paint, and run until it closes."""
    from sbdesk.gui.application import make_application, start

    app = make_application()
    reception = Reception(app)
    try:
        return start(lambda: reception.window, lambda _window: reception.begin(demo=demo, place=place))
    finally:
        reception.close()


def photograph(place: Path, picture: Path) -> None:
    """Draw the window over a database, without a screen where there is none, and save it as PNG."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer

    from sbdesk.gui.application import make_application

    app = make_application()
    folder = tempfile.TemporaryDirectory(prefix="sbdesk-")
    reception = Reception(app, Path(folder.name))
    loop = QEventLoop()
    reception.window.resize(1280, 800)
    reception.window.show()
    reception.open(place)

    def look() -> None:
        if reception.database is not None and reception.tasks.idle():
            clock.stop()
            QTimer.singleShot(300, loop.quit)

    clock = QTimer()
    clock.setInterval(50)
    clock.timeout.connect(look)
    clock.start()
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
    saved = reception.window.grab().save(str(picture))
    reception.close()
    folder.cleanup()
    if not saved:
        raise OSError(picture)


class Reception:
    """Stands between the start page and the open database: opens, makes, changes and closes files."""

    def __init__(self, app: QApplication, folder: Path | None = None) -> None:
        from sbdesk.gui.features.registry import FEATURES
        from sbdesk.gui.features.start.page import Beginnings, StartPage
        from sbdesk.gui.messages import Messages
        from sbdesk.gui.settings import FileSettings
        from sbdesk.gui.shell.appearance import Appearance
        from sbdesk.gui.shell.desk import Surroundings
        from sbdesk.gui.shell.main_window import MainWindow
        from sbdesk.gui.task_threads import ThreadTasks
        from sbdesk.gui.unexpected import Unexpected, log_to

        self._folder = folder or paths.data_folder()
        self.settings = FileSettings(self._folder / "fonster.json")
        unexpected = Unexpected(log_to(self._folder))
        unexpected.install()
        self.tasks = ThreadTasks(unexpected.show)
        appearance = Appearance(app, self.settings)
        appearance.apply()
        self.start_page = StartPage(Beginnings(self.practise, self.create, self.open))
        surroundings = Surroundings(self.settings, Messages(), self.tasks, appearance)
        self.window = MainWindow(FEATURES, surroundings, self.start_page)
        unexpected.parent = self.window
        self.window.other_database_wanted.connect(self.leave)
        self.database: OpenDatabase | None = None

    def begin(self, *, demo: bool = False, place: str | None = None) -> None:
        """What happens after the first paint: practice data, the file asked for, or the one used last."""
        if demo:
            self.practise()
            return
        wanted = place or self.settings.get(LAST_FILE)
        if wanted:
            self.open(wanted)

    def practise(self) -> None:
        """Begin anew with invented cases."""
        file = self._folder / paths.practice_database().name

        def make() -> OpenDatabase:
            from sbdesk.services.practice import make_practice_database

            return make_practice_database(file)

        self.leave()
        self._do("Övningsdata skapas …", make)

    def open(self, place: str | Path) -> None:
        """Open a file, or a team's database by its address."""

        def work() -> OpenDatabase:
            from sbdesk.services.opening import open_database

            return open_database(place)

        self._do(f"Öppnar {str(place).rpartition('/')[2] or place} …", work)

    def create(self, given: NewDatabase) -> None:
        """Make the officer's own database in the place a first start proposes."""

        def work() -> OpenDatabase:
            from sbdesk.gui.features.start.new_database import ROLE_LABELS
            from sbdesk.services.opening import create_database
            from sbdesk.services.settings import OfficerInput

            person = OfficerInput(given.name, ROLE_LABELS[given.role].lower(), (given.role,))
            made = create_database(self._folder / paths.default_database().name, person)
            made.services.settings.set_backup_folder(str(given.backup_folder))
            return made

        self._do("Databasen skapas …", work)

    def leave(self) -> None:
        """Close the database and show the start page."""
        self.window.detach()
        self.tasks.settle()
        if self.database is not None:
            self.database.close()
            self.database = None
        self.settings.put(LAST_FILE, "")

    def close(self) -> None:
        """End the threads, then let go of the file."""
        self.tasks.close()
        if self.database is not None:
            self.database.close()
            self.database = None

    def _do(self, text: str, work: Callable[[], OpenDatabase]) -> None:
        self.start_page.set_busy(text)
        self.tasks.submit(lambda: (opened := work(), self._desk(opened)), self._opened, self._refused)

    def _refused(self, error: UserFacingError) -> None:
        self.settings.put(LAST_FILE, "")
        self.start_page.show_error(error)

    def _opened(self, made: tuple[OpenDatabase, Desk]) -> None:
        opened, desk = made
        self.start_page.set_busy("")
        self.database = opened
        self.settings.put(LAST_FILE, opened.path if opened.store.file else "")
        self.window.attach(desk)
        desk.changes.listen(lambda done: self._offer_years(desk, done))

    def _offer_years(self, desk: Desk, done: Done) -> None:
        """A grant of a new year makes its year one to choose."""
        from sbdesk.services.changes import Touched

        if Touched.PROGRAMMES in done.touched:
            self.tasks.read(desk.services.searches.years, desk.year.offer, lambda _error: None)

    def _desk(self, opened: OpenDatabase) -> Desk:
        """What the window needs to know of the database; read where it was opened, not in the main thread."""
        from sbdesk.gui.changes import ChangeBus
        from sbdesk.gui.context import GrantYear
        from sbdesk.gui.shell.desk import Desk

        years = opened.services.searches.years() or (opened.work.clock.today().year,)
        return Desk(
            services=opened.services,
            changes=ChangeBus(),
            year=GrantYear(years, years[-1]),
            user=opened.services.settings.me().name,
            file_name=opened.name,
            file_path=opened.path,
            practice=opened.services.settings.practice(),
            search=self._search,
        )

    def _search(self, text: str, arrived: Callable[[Sequence[Command]], None]) -> None:
        """Ctrl+K: cases by recipient, programme, case number or invoice number."""
        from sbdesk.gui.context import Target
        from sbdesk.gui.shell.command_palette import Command

        opened = self.database
        if opened is None:
            return

        def show(found: Sequence[FoundCase]) -> None:
            arrived(
                [
                    Command(case.label, partial(self.window.navigate, case.page, Target(id=case.id)))
                    for case in found
                ]
            )

        self.tasks.read(lambda: opened.services.searches.find(text), show, lambda _error: None)
