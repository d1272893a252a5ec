"""What the import presenter does when answers come late, without Qt, over the real service."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from support.desk import OpenDesk, open_desk
from support.gui_parts import context
from support.ledger_extracts import workbook_row, write_workbook

from sbdesk.domain.account_classes import AccountClass
from sbdesk.domain.errors import Cancelled, UserFacingError
from sbdesk.domain.ledger import ColumnRole, CostSign, DateOrder, DecimalSign
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.ledger_imports.presenter import LOOKING, NO_AWARD, NO_FILE, LedgerImportsPresenter
from sbdesk.gui.features.ledger_imports.shown import hidden_words, reason_not_ready
from sbdesk.gui.shown import Action
from sbdesk.gui.tasks import InlineTasks, ShownProgress, TaskScope
from sbdesk.services.ledger_imports import LedgerImportsService
from sbdesk.services.ledger_imports_rows import ImportOffer, ImportPreview, SheetOffer


class HeldTasks(InlineTasks):
    """Keeps work aside until it is let go, so that a test decides what comes home first."""

    def __init__(self) -> None:
        self.held: list[Callable[[], None]] = []
        self.hold = False

    def aside(self, *given: Any, **named: Any) -> None:
        if self.hold:
            self.held.append(lambda: super(HeldTasks, self).aside(*given, **named))
        else:
            super().aside(*given, **named)

    def let_go(self, index: int = 0) -> None:
        self.held.pop(index)()


class FakeView:
    """Remembers what it was told, by the name of the telling."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.errors: list[UserFacingError] = []
        self.reason = ""
        self.offer: ImportOffer | None = None
        self.preview: ImportPreview | None = None
        self.done = ""
        self.actions: list[Action | None] = []
        self.progress: list[ShownProgress] = []

    def show_error(self, error: UserFacingError) -> None:
        self.errors.append(error)

    def clear_error(self) -> None:
        self.told.append("clear_error")

    def show_awards(self, awards: Any, chosen: int | None) -> None:
        self.told.append(f"awards {chosen}")

    def show_no_file(self, path: Path | None, reason: str) -> None:
        self.reason = reason

    def show_offer(self, offer: ImportOffer) -> None:
        self.offer = offer

    def show_sheet(self, offer: ImportOffer, sheet: SheetOffer) -> None:
        self.told.append("sheet")
        self.preview = None

    def show_preview(self, preview: ImportPreview) -> None:
        self.told.append("preview")
        self.preview = preview

    def show_refusal(self, error: UserFacingError, action: Action | None) -> None:
        self.errors.append(error)
        self.actions.append(action)

    def show_imports(self, rows: Any) -> None:
        self.told.append(f"imports {len(rows)}")

    def show_working(self) -> None:
        self.told.append("working")

    def show_done(self, message: str) -> None:
        self.done = message

    def ask_undo(self, row: Any, facts: Any) -> None:
        self.told.append(f"undo {facts.rows}")

    def new_progress(self) -> ShownProgress:
        self.progress.append(ShownProgress(lambda step: None))
        return self.progress[-1]


@dataclasses.dataclass
class Scene:
    desk: OpenDesk
    presenter: LedgerImportsPresenter
    view: FakeView
    tasks: HeldTasks
    went: list[tuple[str, Target | None]]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    desk, tasks, view = open_desk(tmp_path / "desk.sbd"), HeldTasks(), FakeView()
    went: list[tuple[str, Target | None]] = []
    services = SimpleNamespace(ledger_imports=LedgerImportsService(desk.work))
    made: PageContext = dataclasses.replace(
        context(navigate=lambda *place: went.append(place)),
        services=cast("Any", services),
        tasks=TaskScope(tasks),
    )
    presenter = LedgerImportsPresenter(made, view)
    yield Scene(desk, presenter, view, tasks, went)
    presenter.close()
    desk.store.close()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    rows = [
        workbook_row("7010", "Konsult", f"L000000{n}", date(2026, 5, 26), "Nordvik AB", f"Stöd {n}", 84.5)
        for n in range(3)
    ]
    return write_workbook(tmp_path / "csd-2026 Region Skåne.xlsx", rows)


def test_a_file_that_comes_before_the_cases_waits_for_them(scene: Scene, book: Path) -> None:
    scene.presenter.open(None, book)
    assert scene.view.reason == NO_AWARD
    scene.presenter.reload(scene.presenter.WATCHES)
    assert scene.presenter.award_id == scene.desk.award()
    assert scene.view.preview is not None
    assert "imports 0" in scene.view.told


def test_only_the_newest_choice_is_shown(scene: Scene, book: Path) -> None:
    scene.presenter.reload(scene.presenter.WATCHES)
    scene.presenter.choose_file(book)
    scene.tasks.hold = True
    draft = scene.presenter.draft
    draft.set_signs(CostSign.COST_NEGATIVE, DecimalSign.AUTO, DateOrder.AUTO)
    draft.set_signs(CostSign.COST_POSITIVE, DecimalSign.COMMA, DateOrder.DAY_FIRST)
    older, newer = scene.view.progress[-2:]
    with pytest.raises(Cancelled):
        older.raise_if_cancelled()
    newer.raise_if_cancelled()
    assert not scene.presenter.import_now(), "nothing is read by the layout as it is"
    scene.tasks.let_go(1)
    assert scene.view.preview is not None
    shown = scene.view.preview
    scene.tasks.let_go(0)
    assert scene.view.preview is shown


def test_the_same_choice_again_reads_nothing(scene: Scene, book: Path) -> None:
    scene.presenter.reload(scene.presenter.WATCHES)
    scene.presenter.choose_file(book)
    before = list(scene.view.told)
    draft = scene.presenter.draft
    assert draft.chosen is not None
    layout = draft.chosen.sheet.layout
    draft.set_signs(layout.sign, layout.decimal, layout.date_order)
    draft.set_header_row(layout.header_row)
    draft.set_stated(None)
    draft.set_class([], AccountClass.VAT)
    draft.include([4])
    scene.presenter.choose_award(scene.presenter.award_id)
    assert scene.view.told == before


def test_a_file_let_go_does_not_come_back(scene: Scene, book: Path) -> None:
    scene.presenter.reload(scene.presenter.WATCHES)
    scene.tasks.hold = True
    scene.presenter.choose_file(book)
    assert scene.view.reason == LOOKING
    scene.presenter.start_over()
    assert scene.view.reason == NO_FILE
    scene.tasks.let_go()
    assert scene.view.offer is None
    scene.presenter.choose_file(book)
    scene.tasks.let_go()
    draft = scene.presenter.draft
    reading = draft.chosen
    scene.presenter.start_over()
    scene.tasks.let_go()
    assert scene.view.preview is None
    assert reading is not None
    assert draft.chosen is None


def test_nothing_happens_without_a_file(scene: Scene, tmp_path: Path) -> None:
    draft = scene.presenter.draft
    draft.choose_sheet(0)
    draft.set_role(0, ColumnRole.ACCOUNT)
    draft.set_header_row(1)
    draft.set_signs(CostSign.COST_NEGATIVE, DecimalSign.AUTO, DateOrder.AUTO)
    draft.set_stated(1)
    draft.set_class(["4010"], AccountClass.VAT)
    draft.exclude([1], "x")
    draft.include([1])
    draft.show_again()
    scene.presenter.save_faults(tmp_path / "fel.xlsx")
    scene.presenter.go_to_reconciliation()
    assert not scene.presenter.import_now()
    assert (scene.view.told, scene.went) == ([], [])


def test_a_cancelled_import_leaves_the_file_as_it_was(
    scene: Scene, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.presenter.reload(scene.presenter.WATCHES)
    scene.presenter.choose_file(book)

    def step(self: ShownProgress, done: int, of: int, text: str) -> None:
        self.cancel()

    monkeypatch.setattr(ShownProgress, "step", step)
    assert scene.presenter.import_now()
    assert scene.view.done == ""
    assert scene.view.told[-1] == "preview"
    monkeypatch.undo()
    assert scene.presenter.import_now()
    assert scene.view.done.startswith("3 rader är inlästa")


def test_a_refused_case_tells_the_state_and_offers_no_import_to_open(scene: Scene, book: Path) -> None:
    from sbdesk.domain.reconciliation import ReconciliationState
    from sbdesk.services.reconciliation_opening import begin_reconciliation

    with scene.desk.store.writing() as session:
        record = begin_reconciliation(session, scene.desk.work, scene.desk.award())
        record.state = ReconciliationState.PROPOSED
    scene.presenter.reload(scene.presenter.WATCHES)
    scene.presenter.choose_file(book)
    assert "lämnad för granskning" in str(scene.view.errors[-1])
    assert scene.view.actions == [None]
    assert scene.view.preview is not None
    assert reason_not_ready(scene.view.preview).startswith("Avstämningen är lämnad för granskning")
    assert not scene.presenter.import_now()


def test_a_sheet_without_hidden_content_says_nothing(scene: Scene, book: Path) -> None:
    scene.presenter.reload(scene.presenter.WATCHES)
    scene.presenter.choose_file(book)
    assert scene.view.offer is not None
    info = scene.view.offer.sheets[0].info
    assert hidden_words([info], info) == ""
    columns = dataclasses.replace(info, hidden_columns=2)
    assert hidden_words([columns], columns) == "Filen har 2 dolda kolumner. Dolda rader på bladet läses in."
