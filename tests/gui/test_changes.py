"""Acts tell the pages concerned, messages are kept, presenters read again."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.gui_parts import Heard, context

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui.changes import ChangeBus
from sbdesk.gui.context import GrantYear
from sbdesk.gui.messages import Messages
from sbdesk.gui.presenter import Presenter
from sbdesk.gui.settings import FileSettings
from sbdesk.services.changes import Done, Touched

PAID = Done(Touched.PAYOUTS | Touched.REQUISITIONS, "Utbetalningen är registrerad.", 7)
ERROR = UserFacingError("Det hände.", "Inget är ändrat.", "Gör så här.")


def test_only_pages_concerned_are_told() -> None:
    bus, payouts, documents, everything = ChangeBus(), Heard(), Heard(), Heard()
    bus.watch(Touched.PAYOUTS, payouts)
    bus.watch(Touched.DOCUMENTS, documents)
    bus.listen(everything)
    bus.emit(PAID)
    assert payouts.told == [PAID.touched]
    assert documents.told == []
    assert everything.told == [PAID]


def test_a_closed_watch_is_not_told_even_when_closed_by_another() -> None:
    bus, second = ChangeBus(), Heard()
    first = bus.watch(Touched.PAYOUTS, lambda touched: other.close())
    other = bus.watch(Touched.PAYOUTS, second)
    bus.emit(PAID)
    assert second.told == []
    other.close()
    first.close()
    bus.emit(PAID)


def test_messages_are_kept_newest_first() -> None:
    at = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
    messages, heard = Messages(lambda: at), Heard()
    messages.listen(heard)
    for text in ("Första.", "", "Andra."):
        messages.tell(text)
    assert [message.text for message in messages.kept()] == ["Andra.", "Första."]
    assert str(heard.told[0]) == "14.32  Första."


class _View:
    def __init__(self) -> None:
        self.errors: list[UserFacingError] = []
        self.cleared = 0

    def show_error(self, error: UserFacingError) -> None:
        self.errors.append(error)

    def clear_error(self) -> None:
        self.cleared += 1


class _Payouts(Presenter):
    WATCHES = Touched.PAYOUTS

    def reload(self, touched: Touched) -> None:
        self.load(lambda: ["rad"], self.shown.append)

    shown: list[list[str]]


def test_a_presenter_acts_tells_and_reads_again() -> None:
    view = _View()
    presenter = _Payouts(context(), view)
    presenter.shown = []
    then = Heard()
    presenter.act(lambda: PAID, then)
    assert then.told == [PAID]
    assert presenter.shown == [["rad"]]
    assert view.cleared == 1

    def refused() -> Done:
        raise ERROR

    presenter.act(refused, pytest.fail)
    assert view.errors == [ERROR]
    presenter.close()
    presenter.act(lambda: PAID)
    assert presenter.shown == [["rad"]]


def test_a_presenter_says_how_it_reads_again() -> None:
    presenter = Presenter(context(), _View())
    with pytest.raises(NotImplementedError):
        presenter.reload(Touched.NOTHING)


def test_the_grant_year_tells_once() -> None:
    year, heard = GrantYear((2025, 2026), 2026), Heard()
    year.listen(heard)
    year.choose(2026)
    year.choose(2025)
    assert heard.told == [2025]


def test_window_settings_survive_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "new" / "window.json"
    settings = FileSettings(file)
    settings.put("table/a/order", "å ä ö")
    settings.put("table/a/order", "å ä ö")
    assert FileSettings(file).get("table/a/order") == "å ä ö"
    assert FileSettings(file).get("missing", "usual") == "usual"


@pytest.mark.parametrize("text", ["{", "[1]", '{"a": 3}'])
def test_a_broken_settings_file_costs_only_column_widths(tmp_path: Path, text: str) -> None:
    file = tmp_path / "window.json"
    file.write_text(text, encoding="utf-8")
    settings = FileSettings(file)
    assert settings.get("a", "usual") == "usual"
    settings.put("b", "1")
    assert FileSettings(file).get("b") == "1"


def test_a_disk_that_refuses_does_not_stop_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    settings = FileSettings(tmp_path / "file" / "window.json")
    settings.put("a", "1")
    assert settings.get("a") == "1"


def test_what_presenters_use_brings_no_qt() -> None:
    modules = ("presenter", "context", "tasks", "changes", "messages", "settings", "columns", "formats")
    code = f"import sys; import {', '.join('sbdesk.gui.' + name for name in modules)}"
    code += "; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False, env=environment()).returncode == 0


def environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
