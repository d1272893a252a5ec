"""What the Återkrav page asks and does, without Qt: a fake view over the real services."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from support.claiming import Claiming
from support.desk import OpenDesk, open_desk
from support.gui_parts import context as plain_context
from support.ledger import Row
from support.recovery import Rejected, ready_award

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.recovery_actions import RULES, RecoveryAct
from sbdesk.gui.features.recoveries.acting import read_file, second_of
from sbdesk.gui.features.recoveries.presenter import RecoveriesPresenter
from sbdesk.gui.features.recoveries.questions import Answer, Asking, Question, question_of, second_person
from sbdesk.gui.shown import Action
from sbdesk.services.incoming_payments import IncomingPaymentsService, PaymentInput
from sbdesk.services.invoices import InvoicesService
from sbdesk.services.recoveries import RecoveriesService
from sbdesk.services.requisitions import RequisitionsService

A = RecoveryAct


@dataclass
class FakeView:
    """Keeps what it is told; answers every question with ``answer``."""

    rows: Sequence[Any] = ()
    page: Any = None
    primary: Sequence[Action] = ()
    others: Sequence[Action] = ()
    asked: list[Question] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    selected: list[int] = field(default_factory=list)
    payments: list[PaymentInput] = field(default_factory=list)
    answer: Callable[[Question], Answer] = lambda question: Answer()

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.rows = rows

    def show_claim(self, page: Any, invoices: Any, primary: Any, others: Any) -> None:
        self.page, self.primary, self.others = page, primary, others

    def select(self, recovery_id: int) -> None:
        self.selected.append(recovery_id)

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        self.asked.append(question)
        then(self.answer(question))

    def ask_line(self, line: Any, grounds: Any, locked: str, then: Any) -> None:
        raise AssertionError("no line is asked for here")

    def ask_payment(self, title: str, start: PaymentInput, intro: str, then: Any) -> None:
        self.payments.append(start)

    def show_letter(self, title: str, file_name: str, content: bytes) -> None:
        self.letters.append(f"{title} {file_name}")

    def tell(self, text: str) -> None:
        self.told.append(text)

    def show_error(self, error: UserFacingError) -> None:
        self.errors.append(str(error))

    def clear_error(self) -> None:
        self.errors.clear()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_desk(tmp_path / "desk.sbd")
    rows = (Row(from_kronor(1_900_000), voucher="V-1"),)
    ready_award(made, from_kronor(1_900_000), rows, {0: Rejected(from_kronor(300_000))})
    yield made
    made.store.close()


@pytest.fixture
def signed(tmp_path: Path) -> str:
    page = tmp_path / "undertecknat.pdf"
    page.write_bytes(b"%PDF-1.4 undertecknat")
    return str(page)


def services_of(desk: OpenDesk) -> Any:
    return cast(
        "Any",
        SimpleNamespace(
            recoveries=RecoveriesService(desk.work),
            invoices=InvoicesService(desk.work),
            incoming_payments=IncomingPaymentsService(desk.work),
            requisitions=RequisitionsService(desk.work),
        ),
    )


def played(desk: OpenDesk, signed: str = "") -> tuple[RecoveriesPresenter, FakeView]:
    """A presenter whose view picks the first choice, the proposed day and the signed page."""

    def answer(question: Question) -> Answer:
        choice = question.choices[0][0] if question.choices else None
        path = signed if question.file_label and question.file_required else ""
        return Answer(choice, question.day, question.money, question.line, "Ett skäl.", True, path)

    view = FakeView(answer=answer)
    base = plain_context()
    context = type(base)(
        services_of(desk),
        base.tasks,
        base.changes,
        base.messages,
        base.navigate,
        base.settings,
        base.year,
    )
    presenter = RecoveriesPresenter(context, view)
    presenter.reload(presenter.WATCHES)
    return presenter, view


def test_nothing_happens_before_a_claim_is_chosen(desk: OpenDesk) -> None:
    presenter, view = played(desk)
    presenter.start(A.DROP)
    presenter.preview()
    presenter.change_line(1)
    presenter.add_line()
    presenter.drop_line(1)
    presenter.propose_anew()
    assert (view.asked, view.letters, view.rows) == ([], [], [])


def test_every_way_through_the_draft(desk: OpenDesk, signed: str) -> None:
    presenter, view = played(desk, signed)
    claim = Claiming.create(desk, desk.award("Region Uppsala"))
    presenter.choose(claim.recovery_id)
    status = lambda: view.page.row.status.words  # noqa: E731
    presenter.start(A.PROPOSE_UNHEARD)
    assert status() == "Väntar på underskrift: Karin Ek"
    presenter.start(A.PREVIEW)
    assert view.letters == ["Beslutsförslag ÅK-2027-001 beslutsförslag-åk-2027-001.pdf"]
    presenter.start(A.RETURN)
    assert view.page.returned == "Ett skäl."
    presenter.start(A.WRITE_HEARING)
    presenter.start(A.MARK_HEARING_SENT)
    presenter.start(A.REDRAFT)
    assert status() == "Handläggaren utreder"
    presenter.start(A.DROP)
    assert status() == "Avslutat utan återkrav"
    presenter.start(A.REOPEN)
    assert [row.number for row in view.rows] == ["ÅK-2027-001", "ÅK-2027-002"]
    assert view.errors == []


def test_the_simple_path_is_asked_for_and_handed_over(desk: OpenDesk) -> None:
    presenter, view = played(desk)
    RecoveriesService(desk.work).set_simple_allowed(True, "Juristens PM")
    presenter.new()
    (recovery_id,) = view.selected
    presenter.choose(recovery_id)
    assert view.primary[0].label == "Lämna över för beslut utan yttrande…"
    view.primary[0].run()
    assert view.page.row.status.words == "Väntar på underskrift: Karin Ek"


def test_a_payment_before_the_invoice_starts_empty(desk: OpenDesk) -> None:
    presenter, view = played(desk)
    claim = Claiming.create(desk, desk.award("Region Uppsala"))
    claim.hear()
    claim.decide()
    presenter.choose(claim.recovery_id)
    presenter.start(A.REGISTER_PAYMENT)
    assert (view.payments[0].amount_ore, view.payments[0].payer) == (0, "Region Uppsala")


def test_a_refusal_reaches_the_view(desk: OpenDesk) -> None:
    presenter, view = played(desk)
    claim = Claiming.create(desk, desk.award("Region Uppsala"))
    presenter.choose(claim.recovery_id)
    view.answer = lambda question: Answer(None, None, None, "", " ")
    presenter.start(A.DROP)
    assert view.errors[0].startswith("Skäl saknas")


def test_an_award_with_a_claim_is_found_and_one_without_is_offered(desk: OpenDesk) -> None:
    presenter, view = played(desk)
    award = desk.award("Region Uppsala")
    presenter.open_award(award)
    assert view.asked[0].title == "Skapa återkravsförslag"
    presenter.open_award(award)
    assert view.selected == [1, 1]


@pytest.mark.parametrize("act", [act for act in RecoveryAct if act in RULES])
def test_every_act_has_a_question_or_needs_none(desk: OpenDesk, act: RecoveryAct) -> None:
    claim = Claiming.create(desk, desk.award("Region Uppsala"))
    page = claim.service.page(claim.recovery_id)
    people = tuple((k, t, tuple(r)) for k, t, r in RequisitionsService(desk.work).officers())
    direct = {A.PREVIEW, A.DRAFT_INVOICE, A.REGISTER_PAYMENT, A.ISSUE_INVOICE}
    if act in direct:
        with pytest.raises((KeyError, LookupError)):
            question_of(act, Asking(page, people, desk.anna))
    else:
        question = question_of(act, Asking(page, people, desk.anna))
        assert question.title
        assert question.ok


def test_a_personal_login_signs_without_a_page(desk: OpenDesk, tmp_path: Path) -> None:
    services = services_of(desk)
    today = desk.clock.today()
    assert second_of(services, Answer(), signed_outside=False, today=today).officer_id == desk.anna
    with pytest.raises(UserFacingError, match="ingen annan person att välja"):
        second_of(services, Answer(), signed_outside=True, today=today)
    with pytest.raises(UserFacingError, match=r"Filen saknas\.pdf kan inte läsas"):
        read_file(str(tmp_path / "saknas.pdf"))
    question = Question("Beslut", "Besluta")
    assert second_person(question, (), signed_outside=False, today=today) is question
