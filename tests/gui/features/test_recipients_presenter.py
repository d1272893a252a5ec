"""The presenter of Regioner with a view that is no widget: what it asks, does and shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from support.desk import OpenDesk, open_desk
from support.gui_pages import Surroundings
from support.owing import owe

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui.features.recipients import account_acts, lines, representative_acts
from sbdesk.gui.features.recipients.acting import Shown, required_file
from sbdesk.gui.features.recipients.presenter import RecipientsPresenter
from sbdesk.gui.features.recipients.questions import Answer, Question, accept, read_file
from sbdesk.gui.shown import Status
from sbdesk.services.recipient_rows import DisqualifiedRow, RecipientInput, RecipientRow


class HeardView:
    """Remembers what it was told to show; ``answers`` are given to the questions in order."""

    def __init__(self) -> None:
        self.rows: Sequence[RecipientRow] = ()
        self.shown: Shown | None = None
        self.debt: Status | None = None
        self.errors: list[UserFacingError] = []
        self.asked: list[Question] = []
        self.kept: list[int | None] = []
        self.copied: list[str] = []
        self.answers: list[Answer] = []
        self.particulars = 0

    def show_error(self, error: UserFacingError) -> None:
        self.errors.append(error)

    def clear_error(self) -> None:
        self.errors.clear()

    def show_rows(self, rows: Sequence[RecipientRow]) -> None:
        self.rows = rows

    def show_card(self, shown: Shown, debt: Status | None) -> None:
        self.shown, self.debt = shown, debt

    def particulars_kept(self) -> None:
        self.particulars += 1

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        self.asked.append(question)
        if self.answers:
            then(self.answers.pop(0))

    def answer_kept(self, made: int | None) -> None:
        self.kept.append(made)

    def go_to(self, recipient_id: int) -> None:
        raise AssertionError("the page goes there itself")

    def copy_text(self, text: str) -> None:
        self.copied.append(text)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    yield made
    made.store.close()


@pytest.fixture
def view() -> HeardView:
    return HeardView()


@pytest.fixture
def presenter(desk: OpenDesk, view: HeardView) -> Iterator[RecipientsPresenter]:
    made = RecipientsPresenter(Surroundings(desk.work).context, view)
    yield made
    made.close()


def chosen(presenter: RecipientsPresenter, desk: OpenDesk) -> Shown:
    presenter.reload(presenter.WATCHES)
    presenter.choose(desk.recipient())
    assert presenter.shown is not None
    return presenter.shown


def test_before_a_recipient_is_chosen_nothing_is_offered(presenter: RecipientsPresenter) -> None:
    assert presenter.card is None
    assert presenter.recipient_actions() == ()
    assert presenter.representative_actions(None) == ()
    assert presenter.account_actions(None) == ()
    assert presenter.operation_actions(None) == ()
    assert presenter.contact_actions(None) == ()
    presenter.change(RecipientInput(peppol_id="0007:1"))


def test_the_others_are_offered_but_not_the_recipient_itself(
    presenter: RecipientsPresenter, desk: OpenDesk
) -> None:
    shown = chosen(presenter, desk)
    names = [name for _key, name in shown.recipients]
    assert len(names) == 20
    assert "Region Skåne" not in names
    assert [name for _key, name in shown.people] == ["Karin Ek, enhetschef", "Per Lund, handläggare"]


def test_without_a_row_every_act_on_one_says_so(presenter: RecipientsPresenter, desk: OpenDesk) -> None:
    chosen(presenter, desk)
    for offered in (
        presenter.representative_actions(None),
        presenter.account_actions(None),
        presenter.operation_actions(None),
    ):
        assert all(act.reason for act in offered if not act.enabled)
        assert [act.label for act in offered if act.enabled] == [offered[0].label]
        for act in offered[1:]:
            act.run()
    for act in presenter.contact_actions(None):
        assert not act.enabled


def test_an_answer_is_kept_once_and_a_refusal_is_told(
    presenter: RecipientsPresenter, desk: OpenDesk, view: HeardView
) -> None:
    chosen(presenter, desk)
    view.answers = [Answer(line="Ombud", day=desk.clock.today(), second="ombud")]
    presenter.representative_actions(None)[0].run()
    assert [error.code for error in view.errors] == ["email"]
    assert view.kept == []
    view.answers = [Answer(line="Ombud", day=desk.clock.today())]
    presenter.representative_actions(None)[0].run()
    assert view.errors == []
    assert len(view.kept) == 1


def test_the_debt_is_told_with_its_effects(
    presenter: RecipientsPresenter, desk: OpenDesk, view: HeardView
) -> None:
    owe(desk)
    shown = chosen(presenter, desk)
    assert view.debt is None
    desk.clock.set(desk.clock.today().replace(month=7, day=2))
    presenter.choose(desk.recipient())
    assert view.debt is not None
    assert "Stoppar bifall i CSD 2026." in view.debt.text
    debts = presenter.shown.card.debts if presenter.shown else ()
    informed = replace(shown.card, debts=debts, debt_informs=("NKR 2026",))
    told = lines.debt_status(informed, desk.clock.today())
    assert told is not None
    assert told.text.endswith("Upplysning i NKR 2026.")


def test_jav_is_told_with_its_days(presenter: RecipientsPresenter, desk: OpenDesk) -> None:
    card = chosen(presenter, desk).card
    day = desk.clock.today()
    both = (DisqualifiedRow("Anna Berg", day, None), DisqualifiedRow("Per Lund", day, day))
    assert lines.disqualified(replace(card, disqualified=both)) == (
        "Jäv anmält: Anna Berg sedan 2026-06-10, Per Lund sedan 2026-06-10 till och med 2026-06-10."
    )
    assert lines.disqualified(card) == ""


def test_who_signs_depends_on_the_logins(presenter: RecipientsPresenter, desk: OpenDesk) -> None:
    shown = chosen(presenter, desk)
    with pytest.raises(UserFacingError, match="ingen annan person att välja"):
        shown.second(Answer())
    assert shown.second(Answer(other=desk.karin)).officer_id == desk.karin
    personal = replace(shown, signed_outside=False)
    assert personal.second_labels() == {}
    assert personal.second(Answer()).officer_id == desk.anna


def test_files_are_read_or_asked_for_again(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match=r"Filen finns-inte\.pdf kan inte läsas"):
        read_file(str(tmp_path / "finns-inte.pdf"))
    with pytest.raises(UserFacingError, match="Filen saknas"):
        required_file(Answer())
    file = tmp_path / "papper.pdf"
    file.write_bytes(b"%PDF-1.4")
    assert required_file(Answer(path=str(file))).media_type == "application/pdf"


def test_a_question_says_what_it_asks() -> None:
    question = Question("Titel", "Spara", labels={"line": "&Namn (obligatoriskt)", "day": "&Dag"})
    assert (question.asks("line"), question.asks("text")) == (True, False)
    assert (question.requires("line"), question.requires("day")) == (True, False)
    assert accept(Answer()) == ""


def test_a_row_without_history_is_told_shortly(presenter: RecipientsPresenter, desk: OpenDesk) -> None:
    chosen(presenter, desk)
    services = presenter.services
    today = desk.clock.today()
    services.representatives.appoint(
        desk.recipient(), representative_acts._given(Answer(line="Ombud", day=today))
    )
    presenter.choose(desk.recipient())
    assert presenter.shown is not None
    assert representative_acts.told(presenter.shown.card.representatives[0]) == ""
    assert account_acts.problem_of(Answer(choice="iban", second="SE45 5000 0000 0583 9825 7466")) == ""
