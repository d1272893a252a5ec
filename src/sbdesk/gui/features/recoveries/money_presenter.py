"""Reads invoices and incoming payments, asks what an act on one needs, and does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol
from uuid import uuid4

from sbdesk.domain.office import DispatchChannel
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.recoveries import money_questions
from sbdesk.gui.features.recoveries.acting import second_of
from sbdesk.gui.features.recoveries.questions import Answer, Question, issue, sent
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Action
from sbdesk.services.changes import Done, Touched
from sbdesk.services.incoming_payments import PaymentInput
from sbdesk.services.invoices_rows import InvoiceRow, PaymentRow

_TAKES_BACK = frozenset({"credit", "discard"})


class MoneyView(View, Protocol):
    """What the page offers for its two lists of money."""

    def show_invoices(self, rows: Sequence[InvoiceRow]) -> None:
        """Show the invoices."""

    def show_payments(self, rows: Sequence[PaymentRow]) -> None:
        """Show the incoming payments."""

    def select(self, recovery_id: int) -> None:
        """Go to the claim in the list of claims."""

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """Ask in a dialog; ``then`` is called unless the officer cancels."""

    def ask_payment(
        self, title: str, start: PaymentInput, intro: str, then: Callable[[PaymentInput], None]
    ) -> None:
        """Ask for an incoming payment."""

    def show_letter(self, title: str, file_name: str, content: bytes) -> None:
        """Show a draft letter."""

    def tell(self, text: str) -> None:
        """Say something that asks for nothing."""


class MoneyPresenter(Presenter):
    """Fakturor and Inbetalningar."""

    WATCHES = (
        Touched.INVOICES
        | Touched.INCOMING_PAYMENTS
        | Touched.RECOVERIES
        | Touched.PROGRAMMES
        | Touched.SETTINGS
        | Touched.DOCUMENTS
    )

    def __init__(self, context: PageContext, view: MoneyView) -> None:
        super().__init__(context, view)
        self._view = view
        self._services = context.services
        self._invoices: Sequence[InvoiceRow] = ()

    def reload(self, touched: Touched) -> None:
        """Read both lists."""
        self.load(self._services.invoices.rows, self._show_invoices)
        self.load(self._services.incoming_payments.rows, self._view.show_payments)

    def invoice_actions(self, row: InvoiceRow) -> list[Action]:
        """What can be done with the invoice, as its service offers it, and the ways on from it."""
        acts: dict[str, Callable[[InvoiceRow], None]] = {
            "issue": self._issue,
            "mark_sent": self._mark_sent,
            "register_payment": self._pay,
            "credit": self._credit,
            "discard": lambda it: self._do(lambda: self._services.invoices.discard(it.id)),
            "restore": lambda it: self._do(lambda: self._services.invoices.restore(it.id)),
        }

        def run(key: str) -> Callable[[], None]:
            return lambda: acts[key](row)

        # What takes something back comes last, so that Ctrl+Enter never credits a paid invoice.
        offers = sorted(row.offers, key=lambda it: it.key in _TAKES_BACK)
        made = [Action(it.label, run(it.key), it.enabled, it.reason) for it in offers]
        last = sum(it.key in _TAKES_BACK for it in offers)
        show = "Visa fakturan" if row.document_id else "Visa utkastet"
        return [
            *made[: len(made) - last],
            Action(show, lambda: self.show_letter(row), icon="preview"),
            Action("Öppna återkravet", lambda: self._view.select(row.recovery_id), icon="recoveries"),
            *made[len(made) - last :],
        ]

    def payment_actions(self, row: PaymentRow) -> list[Action]:
        """What can be done with the payment, each with its reason when it is forbidden."""
        live = [it for it in row.matches if not it.undone]
        foreign = "Inbetalningen är markerad som inte vår." if row.foreign else ""
        whole = foreign or ("" if row.left_ore > 0 else "Hela inbetalningen är kopplad.")
        unmatched = "" if live else "Inget är kopplat."
        ours = "" if row.foreign else "Inbetalningen är inte markerad som inte vår."
        taken = foreign or ("Ångra kopplingen först." if live else "")
        acts = (
            ("Koppla till faktura…", lambda: self._match(row), whole),
            ("Koppla som frivillig återbetalning…", lambda: self._match_voluntary(row), whole),
            ("Ångra kopplingen…", lambda: self._undo(row), unmatched),
            ("Markera som inte vår…", lambda: self._not_ours(row), taken),
            ("Ta tillbaka inbetalningen…", lambda: self._reopen(row), ours),
        )
        return [Action(label, run, not reason, reason) for label, run, reason in acts]

    def register(self) -> None:
        """Ask for a payment; it is matched when it names an invoice."""
        payments = self._services.incoming_payments
        intro = "Anges OCR-nummer eller fakturanummer kopplas inbetalningen till fakturan."
        self._ask_payment(
            "Registrera inbetalning", 0, "", "", intro, lambda it, key: payments.register(it, key)
        )

    def register_voluntary(self) -> None:
        """Ask which award a recipient repays by own will, then how much."""
        payments = self._services.incoming_payments

        def chosen(answer: Answer) -> None:
            award = answer.choice if isinstance(answer.choice, int) else 0
            self._ask_payment(
                "Registrera frivillig återbetalning",
                0,
                "",
                "",
                "Det mottagaren betalar tillbaka före ett beslut sänker återkravet.",
                lambda it, key: payments.register_voluntary(award, it, key),
            )

        self._ask_award("Registrera frivillig återbetalning", "Fortsätt", chosen)

    def show_letter(self, row: InvoiceRow) -> None:
        """The issued invoice on its own page, or the draft here."""
        if row.document_id is not None:
            self.context.navigate("documents", Target(id=row.document_id))
            return
        title = f"Faktura för {row.recovery_number}"
        self.load(
            lambda: self._services.invoices.draft_letter(row.id),
            lambda content: self._view.show_letter(title, "faktura-utkast.pdf", content),
        )

    def _show_invoices(self, rows: Sequence[InvoiceRow]) -> None:
        self._invoices = rows
        self._view.show_invoices(rows)

    def _issue(self, row: InvoiceRow) -> None:
        invoices, command = self._services.invoices, uuid4().hex
        self._view.ask(
            issue(row),
            lambda answer: self._do(lambda: invoices.issue(row.id, row.amount_ore, answer.day, command)),
        )

    def _mark_sent(self, row: InvoiceRow) -> None:
        invoices, command, today = self._services.invoices, uuid4().hex, self._today()

        def answered(answer: Answer) -> None:
            channel = DispatchChannel(str(answer.choice))
            self._do(lambda: invoices.mark_sent(row.id, answer.day or today, channel, command))

        self._view.ask(sent(f"Markera {row.number} som skickad", today), answered)

    def _pay(self, row: InvoiceRow) -> None:
        payments = self._services.incoming_payments
        self._ask_payment(
            "Registrera inbetalning",
            row.outstanding_ore,
            row.ocr_number,
            row.recipient,
            "",
            lambda it, key: payments.register(it, key),
        )

    def _credit(self, row: InvoiceRow) -> None:
        services, command, today = self._services, uuid4().hex, self._today()
        work = services.invoices.work
        outside = not work.store.enforces_people
        choices = tuple(
            (key, text) for key, text, _ in services.requisitions.officers() if key != work.officer_id
        )

        def answered(answer: Answer) -> None:
            def act() -> Done:
                second = second_of(services, answer, signed_outside=outside, today=today)
                return services.invoices.credit(row.id, answer.money or 0, answer.text, second, command)

            self._do(act)

        self._view.ask(money_questions.credit(row, choices, signed_outside=outside, today=today), answered)

    def _match(self, row: PaymentRow) -> None:
        payments, command = self._services.incoming_payments, uuid4().hex

        def answered(answer: Answer) -> None:
            invoice = answer.choice if isinstance(answer.choice, int) else 0
            self._do(lambda: payments.match(row.id, invoice, answer.money, command))

        self._view.ask(money_questions.match(row, self._invoices), answered)

    def _match_voluntary(self, row: PaymentRow) -> None:
        payments, command = self._services.incoming_payments, uuid4().hex

        def chosen(answer: Answer) -> None:
            award = answer.choice if isinstance(answer.choice, int) else 0
            self._do(lambda: payments.match_voluntary(row.id, award, command))

        self._ask_award("Koppla som frivillig återbetalning", "Koppla", chosen)

    def _undo(self, row: PaymentRow) -> None:
        payments, command = self._services.incoming_payments, uuid4().hex

        def answered(answer: Answer) -> None:
            match = answer.choice if isinstance(answer.choice, int) else 0
            self._do(lambda: payments.undo_match(match, answer.text, command))

        self._view.ask(money_questions.undo_match(row.matches), answered)

    def _not_ours(self, row: PaymentRow) -> None:
        payments, command = self._services.incoming_payments, uuid4().hex
        self._view.ask(
            money_questions.not_ours(row),
            lambda answer: self._do(lambda: payments.mark_not_ours(row.id, answer.text, command)),
        )

    def _reopen(self, row: PaymentRow) -> None:
        payments, command = self._services.incoming_payments, uuid4().hex
        self._view.ask(
            money_questions.reopened(row),
            lambda answer: self._do(lambda: payments.reopen(row.id, answer.text, command)),
        )

    def _ask_award(self, title: str, ok: str, then: Callable[[Answer], None]) -> None:
        def ask(awards: Sequence[tuple[int, str]]) -> None:
            if not awards:
                self._view.tell("Inget ärende har något kvar att betala tillbaka utan beslut.")
                return
            question = Question(title, ok, choice_label="&Ärende (obligatoriskt)", choices=tuple(awards))
            self._view.ask(question, then)

        self.load(self._services.incoming_payments.awards, ask)

    def _ask_payment(
        self,
        title: str,
        amount: int,
        reference: str,
        payer: str,
        intro: str,
        register: Callable[[PaymentInput, str], Done],
    ) -> None:
        command = uuid4().hex
        start = PaymentInput(self._today(), amount, reference, payer)
        self._view.ask_payment(title, start, intro, lambda it: self._do(lambda: register(it, command)))

    def _do(self, work: Callable[[], Done]) -> None:
        self.act(work)

    def _today(self) -> date:
        return self._services.invoices.work.clock.today()
