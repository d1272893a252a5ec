"""Reads the claims, asks what an act needs, and does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import uuid4

from sbdesk.domain.recovery import RecoveryPath
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.recoveries import shown
from sbdesk.gui.features.recoveries.acting import Doing, do
from sbdesk.gui.features.recoveries.questions import (
    REASON,
    Answer,
    Asking,
    Question,
    new_claim,
    question_of,
)
from sbdesk.gui.features.recoveries.view import ClaimShown, RecoveriesView
from sbdesk.gui.presenter import Presenter
from sbdesk.gui.shown import Action
from sbdesk.services.changes import Touched
from sbdesk.services.incoming_payments import PaymentInput
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.services.recoveries_rows import CandidateRow, RecoveryPage

NOTHING_LEFT = "Inget ärende har en fastställd avstämning med något kvar att kräva tillbaka."


class RecoveriesPresenter(Presenter):
    """Reads list and claim again when anything that a claim rests on changes."""

    WATCHES = (
        Touched.RECOVERIES
        | Touched.INVOICES
        | Touched.INCOMING_PAYMENTS
        | Touched.RECONCILIATIONS
        | Touched.REPORTS
        | Touched.PAYOUTS
        | Touched.PROGRAMMES
        | Touched.SETTINGS
        | Touched.DOCUMENTS
    )

    def __init__(self, context: PageContext, view: RecoveriesView) -> None:
        super().__init__(context, view)
        self._view = view
        self._services = context.services
        self.shown: ClaimShown | None = None
        self._claim: int | None = None

    def reload(self, touched: Touched) -> None:
        """Read the list, and the claim that is shown."""
        self.load(self._services.recoveries.rows, self._view.show_rows)
        if self._claim is not None:
            self.choose(self._claim)

    def choose(self, recovery_id: int) -> None:
        """Read one claim."""
        self._claim = recovery_id
        services = self._services

        def read() -> ClaimShown:
            page = services.recoveries.page(recovery_id)
            invoices = tuple(services.invoices.rows(page.row.award_id))
            people = tuple((key, text, tuple(roles)) for key, text, roles in services.requisitions.officers())
            return ClaimShown(page, invoices, people)

        self.load(read, self._show)

    def open_award(self, award_id: int) -> None:
        """Go to the award's newest claim, or offer to propose one."""

        def found(page: RecoveryPage | None) -> None:
            if page is None:
                self.new(award_id)
            else:
                self._view.select(page.row.id)

        self.load(lambda: self._services.recoveries.page_of_award(award_id), found)

    def new(self, award_id: int | None = None) -> None:
        """Propose a claim for an award whose reconciliation is final."""

        def ask(candidates: Sequence[CandidateRow]) -> None:
            if not candidates:
                self._view.tell(NOTHING_LEFT)
                return
            self._view.ask(new_claim(candidates, award_id), self._create)

        self.load(self._services.recoveries.candidates, ask)

    def start(self, act: RecoveryAct) -> None:
        """Begin an act: ask its question, open its form, or do it at once."""
        it = self.shown
        if it is None:
            return
        if act is RecoveryAct.PREVIEW:
            self.preview()
        elif act is RecoveryAct.DRAFT_INVOICE:
            self._do(act, it, Answer())
        elif act is RecoveryAct.REGISTER_PAYMENT:
            self._register_payment(it)
        else:
            invoice = next((row for row in it.invoices if row.id == it.page.draft_invoice_id), None)
            asking = Asking(it.page, it.people, self._services.recoveries.work.officer_id, invoice)

            def answered(answer: Answer) -> None:
                # What the officer has seen and confirmed is the amount of the draft.
                seen = invoice.amount_ore if invoice and act is RecoveryAct.ISSUE_INVOICE else None
                self._do(act, it, replace(answer, money=seen))

            self._view.ask(question_of(act, asking), answered)

    def preview(self) -> None:
        """Show the letter that comes next as a draft, else the decision or the hearing letter as sent."""
        it = self.shown
        if it is None:
            return
        page, services = it.page, self._services
        enabled = {offer.key for offer in page.offers if offer.enabled}
        claim, number = page.row.id, page.row.number
        if RecoveryAct.PREVIEW in enabled:
            self._draw(f"Beslutsförslag {number}", lambda: services.recoveries.draft_decision(claim))
        elif RecoveryAct.WRITE_HEARING in enabled:
            self._draw(
                f"Brev inför beslut {number}",
                lambda: services.recoveries.draft_hearing(claim, page.default_answer_due),
            )
        elif page.draft_invoice_id is not None:
            draft = page.draft_invoice_id
            self._draw(f"Faktura för {number}", lambda: services.invoices.draft_letter(draft))
        else:
            self._open_newest(page)

    def open_document(self, document_id: int) -> None:
        """Show a document on its own page."""
        self.context.navigate("documents", Target(id=document_id))

    def change_line(self, line_id: int) -> None:
        """Ask for the line's new content."""
        it = self.shown
        line = next((row for row in it.page.lines if row.id == line_id), None) if it else None
        if it is None or line is None:
            return
        recoveries, version = self._services.recoveries, line.version

        def given(typed: LineInput) -> None:
            command = uuid4().hex
            self.act(lambda: recoveries.change_line(line_id, typed, version, command))

        self._view.ask_line(line, it.page.grounds, it.page.locked, given)

    def add_line(self) -> None:
        """Ask for a line of the officer's own finding."""
        it = self.shown
        if it is None:
            return
        recoveries, claim = self._services.recoveries, it.page.row.id

        def given(typed: LineInput) -> None:
            command = uuid4().hex
            self.act(lambda: recoveries.add_line(claim, typed, command))

        self._view.ask_line(None, it.page.grounds, "", given)

    def drop_line(self, line_id: int) -> None:
        """Ask why the line is taken out."""
        it = self.shown
        line = next((row for row in it.page.lines if row.id == line_id), None) if it else None
        if line is None:
            return
        recoveries = self._services.recoveries

        def answered(answer: Answer) -> None:
            command = uuid4().hex
            self.act(lambda: recoveries.drop_line(line_id, answer.text, command))

        intro = f"{line.label} tas bort ur förslaget. Gör om förslaget tar tillbaka raden."
        self._view.ask(Question("Ta bort raden", "Ta bort", intro, text_label=REASON), answered)

    def propose_anew(self) -> None:
        """Propose the lines again from the reconciliation."""
        it = self.shown
        if it is not None:
            recoveries, claim, command = self._services.recoveries, it.page.row.id, uuid4().hex
            self.act(lambda: recoveries.propose_anew(claim, command))

    def _create(self, answer: Answer) -> None:
        recoveries, command = self._services.recoveries, uuid4().hex
        award = answer.choice if isinstance(answer.choice, int) else 0
        path = RecoveryPath.SIMPLE if answer.tick else RecoveryPath.FULL

        def made(recovery_id: int | None) -> None:
            if recovery_id is not None:
                self._view.select(recovery_id)

        self.act(lambda: recoveries.create(award, path, command), lambda done: made(done.id))

    def _do(self, act: RecoveryAct, it: ClaimShown, answer: Answer) -> None:
        doing = Doing(self._services, it.page, answer, uuid4().hex)
        self.act(lambda: do(act, doing))

    def _register_payment(self, it: ClaimShown) -> None:
        invoice = next((row for row in it.invoices if row.is_open and row.outstanding_ore > 0), None)
        start = PaymentInput(
            it.page.today,
            invoice.outstanding_ore if invoice else 0,
            invoice.ocr_number if invoice else "",
            it.page.row.recipient,
        )
        payments = self._services.incoming_payments

        def given(typed: PaymentInput) -> None:
            command = uuid4().hex
            self.act(lambda: payments.register(typed, command))

        self._view.ask_payment("Registrera inbetalning", start, "", given)

    def _draw(self, title: str, work: Callable[[], bytes]) -> None:
        file_name = f"{title.lower().replace(' ', '-')}.pdf"
        self.load(work, lambda content: self._view.show_letter(title, file_name, content))

    def _open_newest(self, page: RecoveryPage) -> None:
        letters = [page.decision_document_id, *(row.document_id for row in page.hearings)]
        newest = next((letter for letter in letters if letter is not None), None)
        if newest is not None:
            self.open_document(newest)

    def _show(self, it: ClaimShown) -> None:
        self.shown = it
        primary, others = shown.actions(it.page, self.start)
        self._view.show_claim(it.page, it.invoices, primary, [*others, *self._letters(it.page)])

    def _letters(self, page: RecoveryPage) -> list[Action]:
        made = []
        hearing = next((row.document_id for row in page.hearings if row.document_id), None)
        for label, document in (
            ("Visa brevet inför beslut", hearing),
            ("Visa beslutet", page.decision_document_id),
        ):
            if document is not None:
                made.append(Action(label, self._opener(document), icon="documents"))
        return made

    def _opener(self, document_id: int) -> Callable[[], None]:
        return lambda: self.open_document(document_id)
