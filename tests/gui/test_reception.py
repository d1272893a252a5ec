"""From the start page to an open database and back: practice, new, existing, missing; and a light start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from sbdesk import assembly
from sbdesk.assembly import LAST_FILE, Reception
from sbdesk.domain.parties import Role
from sbdesk.domain.programme_entry import Identity
from sbdesk.domain.programme_vocabulary import EligibleKind
from sbdesk.gui.features.start.new_database import NewDatabase
from sbdesk.gui.shell.command_palette import Command
from sbdesk.gui.shell.desk import Desk


@pytest.fixture
def reception(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Reception]:
    made = Reception(qapp, tmp_path)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.detach()
    made.close()


def settle(qtbot: QtBot, reception: Reception) -> None:
    qtbot.waitUntil(reception.tasks.idle, timeout=180_000)


def test_practice_data_open_with_the_striped_bar(reception: Reception, qtbot: QtBot) -> None:
    reception.begin(demo=True)
    settle(qtbot, reception)
    assert reception.database is not None
    assert reception.window.practice_bar.isVisible()
    assert reception.window.windowTitle() == "ovning.sbd – sbdesk"
    assert reception.settings.get(LAST_FILE).endswith("ovning.sbd")
    assert reception.database.work.clock.today().isoformat() == "2027-02-15"


def test_the_file_used_last_opens_by_itself(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    first = Reception(qapp, tmp_path)
    qtbot.addWidget(first.window)
    first.create(NewDatabase("Anna Berg", Role.OFFICER, tmp_path / "kopior"))
    settle(qtbot, first)
    assert first.database is not None
    assert first.database.services.settings.backup_folder() == str(tmp_path / "kopior")
    first.window.detach()
    first.close()
    again = Reception(qapp, tmp_path)
    qtbot.addWidget(again.window)
    again.begin()
    settle(qtbot, again)
    assert again.database is not None
    assert again.database.name == "statsbidrag.sbd"
    assert not again.database.services.settings.practice()
    again.leave()
    assert again.database is None
    assert again.settings.get(LAST_FILE) == ""
    again.close()


def test_a_missing_file_is_told_and_the_start_page_stays(
    reception: Reception, qtbot: QtBot, tmp_path: Path
) -> None:
    reception.begin(place=str(tmp_path / "borta.sbd"))
    settle(qtbot, reception)
    assert reception.database is None
    assert "Filen finns inte" in reception.start_page.message_bar.text()
    assert reception.start_page.ui.practice.isEnabled()


def test_a_second_new_database_does_not_overwrite_the_first(
    reception: Reception, qtbot: QtBot, tmp_path: Path
) -> None:
    given = NewDatabase("Anna Berg", Role.OFFICER, tmp_path)
    reception.create(given)
    settle(qtbot, reception)
    reception.leave()
    before = (tmp_path / "statsbidrag.sbd").read_bytes()
    reception.create(given)
    settle(qtbot, reception)
    assert "finns redan" in reception.start_page.message_bar.text()
    assert (tmp_path / "statsbidrag.sbd").read_bytes() == before


def test_ctrl_k_finds_a_case_and_goes_there(reception: Reception, qtbot: QtBot) -> None:
    reception.begin(demo=True)
    settle(qtbot, reception)
    arrived: list[Command] = []
    reception._search("skåne", arrived.extend)
    settle(qtbot, reception)
    assert {tuple(command.label.split(" · ")[:2]) for command in arrived} == {
        ("Region Skåne", programme) for programme in ("CSD 2026", "NKR 2026", "PMC 2026")
    }
    arrived[0].run()
    settle(qtbot, reception)
    page = reception.window.page()
    assert page is not None
    assert page.title == "Rekvisitioner"


def test_nothing_heavy_is_read_before_the_first_paint(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from sbdesk.gui.application import make_application\n"
        "from sbdesk.assembly import Reception\n"
        "app = make_application()\n"
        "reception = Reception(app, Path(sys.argv[1]))\n"
        "reception.window.show(); app.processEvents()\n"
        "heavy = {'sqlalchemy', 'reportlab', 'openpyxl', 'alembic'} & set(sys.modules)\n"
        "reception.close()\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_arguments_choose_command_window_or_help(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    opened: list[tuple[bool, str | None]] = []
    monkeypatch.setattr(assembly, "open_window", lambda *, demo, place: opened.append((demo, place)) or 0)
    file = tmp_path / "a.sbd"
    file.write_bytes(b"")
    assert assembly.main([]) == 0
    assert assembly.main(["--demo"]) == 0
    assert assembly.main([str(file)]) == 0
    assert opened == [(False, None), (True, None), (False, str(file))]
    assert assembly.main(["programme", "csd-2026", "--json"]) == 0
    assert '"id": "csd-2026"' in capsys.readouterr().out
    for wrong in (["--help"], ["finns-inte"]):
        with pytest.raises(SystemExit):
            assembly.main(wrong)


def test_the_window_is_photographed(qapp: QApplication, tmp_path: Path) -> None:
    from sbdesk.services.practice import make_practice_database

    make_practice_database(tmp_path / "o.sbd").close()
    assembly.photograph(tmp_path / "o.sbd", tmp_path / "bild.png")
    assert (tmp_path / "bild.png").read_bytes().startswith(b"\x89PNG")


def test_a_grant_of_a_new_year_makes_the_year_one_to_choose(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks: list[Desk] = []
    made = Reception(qapp, tmp_path)
    qtbot.addWidget(made.window)
    attach = made.window.attach
    monkeypatch.setattr(made.window, "attach", lambda desk: (desks.append(desk), attach(desk)))
    made.create(NewDatabase("Anna Berg", Role.OFFICER, tmp_path))
    settle(qtbot, made)
    (desk,) = desks
    assert made.database is not None
    before = desk.year.value
    editing = made.database.services.programme_editing
    done = editing.create_empty(
        Identity("ny-2031", 2031, "Ett nytt bidrag", "Nytt 2031", EligibleKind.REGION)
    )
    desk.changes.emit(done)
    settle(qtbot, made)
    assert desk.year.years == tuple(sorted({before, 2031}))
    assert desk.year.value == before
    years = next(box for box in made.window.findChildren(QComboBox) if box.accessibleName() == "Bidragsår")
    assert [years.itemText(n) for n in range(years.count())] == [str(year) for year in desk.year.years]
    made.window.detach()
    made.close()
