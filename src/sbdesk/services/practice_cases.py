"""The steps of a case in practice data, each through the same services that the window calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sbdesk.domain.award import Basis
from sbdesk.domain.findings import Level
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import Ore
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.requisition import Channel
from sbdesk.domain.verdicts import Approve, Reject
from sbdesk.services.ledger_imports_rows import ImportRequest
from sbdesk.services.payouts import Booking
from sbdesk.services.practice_files import signature
from sbdesk.services.practice_people import CSD, KARIN, PER, PracticeOffice
from sbdesk.services.reports_rows import ReportInput
from sbdesk.services.requisition_inputs import AccountInput, RequisitionInput

REJECTED = {
    "L01": VerdictCause.PERIOD,
    "L04": VerdictCause.ACCRUAL,
    "L06": VerdictCause.DUPLICATE,
    "L09": VerdictCause.NOT_OF_THE_GRANT,
}
"""What the practice officer holds against a row with a deviation of this code."""

EXPLANATION = "Skillnaden är regionens egen bidragsintäkt på konto 3510, som är underkänd."


@dataclass(frozen=True, slots=True)
class PracticeCase:
    """One recipient's case in the practice office; days move the office's clock."""

    office: PracticeOffice
    recipient: str
    bankgiro: str
    programme: str = CSD

    @property
    def award_id(self) -> int:
        """The recipient's award in the programme."""
        return self.office.award(self.recipient, self.programme)

    def _allotted(self) -> Mapping[int, Ore]:
        return self.office.programmes[self.programme].allotted[self.recipient]

    def receive(self, on: date) -> None:
        """The requisition comes in through the portal, for all that is allotted."""
        self.office.clock.set(on)
        named = self.recipient if self.programme == CSD else f"{self.recipient} {self.programme}"
        number = sum(map(ord, named)) % 9000
        self.office.services.requisitions.receive(
            self.award_id,
            RequisitionInput(
                received_on=on,
                channel=Channel.PORTAL,
                amounts=self._allotted(),
                account=AccountInput(AccountKind.BANKGIRO, self.bankgiro),
                payment_reference=self.office.programmes[self.programme].short_title,
                contact_name="Eva Exempel",
                contact_email="eva.exempel@exempel.invalid",
                portal_checked=True,
                case_number=f"9.1-{number}/2026",
            ),
        )

    def propose(self, on: date, reasons: str = "") -> None:
        """Lay the whole requisition before Karin Ek; a late one needs its reasons in the letter."""
        self.office.clock.set(on)
        decisions = self.office.services.decisions
        decisions.propose(self.award_id, self._allotted(), reasons, self.office.karin)

    def decide(self, on: date) -> int:
        """Register the signed decision; the letter's document."""
        self.office.clock.set(on)
        second = signature(self.office.karin, KARIN.name, f"beslut om statsbidrag till {self.recipient}", on)
        done = self.office.services.decisions.register_signed(self.award_id, second)
        return done.id or 0

    def send_decision(self, on: date) -> None:
        """Mark the decision letter as sent."""
        self.office.clock.set(on)
        self.office.services.decisions.mark_sent(self.award_id, on, DispatchChannel.E_MAIL)

    def explain(self, on: date, reason: str) -> None:
        """Give every deviation that the checks have found the same reason."""
        self.office.clock.set(on)
        requisitions = self.office.services.requisitions
        checks = requisitions.case(self.award_id).checks
        requisitions.explain(self.award_id, {row.code: reason for row in checks if row.needs_reason})

    def prepare_payout(self) -> None:
        """Make the payment basis."""
        booking = Booking(account="ÖVNING 7310", appropriation_item="ÖVNING")
        self.office.services.payouts.prepare(self.award_id, booking)

    def pay(self, on: date) -> None:
        """Karin Ek approves the payment and the bank has made it."""
        self.office.clock.set(on)
        second = signature(self.office.karin, KARIN.name, f"attest av utbetalning till {self.recipient}", on)
        self.office.services.payouts.approve(self.award_id, second)
        self.office.services.payouts.confirm(self.award_id, on, f"ÖVNING-{on:%Y%m%d}-{self.award_id}")

    def granted(self, received: date) -> int:
        """From requisition to a decision that is sent within a week; the decision letter's document."""
        self.receive(received)
        self.propose(received + timedelta(days=3))
        letter = self.decide(received + timedelta(days=5))
        self.send_decision(received + timedelta(days=6))
        return letter

    def paid(self, received: date, on: date | None = None) -> int:
        """From requisition to payment, within two weeks unless ``on`` says when; the decision letter."""
        letter = self.granted(received)
        if on is not None:
            self.office.clock.set(on)
        self.prepare_payout()
        self.pay(on or received + timedelta(days=12))
        return letter

    def report(self, on: date, used: Ore) -> None:
        """The region's report comes in."""
        self.office.clock.set(on)
        self.office.services.reports.register(self.award_id, ReportInput(received_on=on, used_ore=used))

    def import_ledger(self, on: date, extract: Path, stated: Ore) -> None:
        """Read the extract as the program proposes, against the total that the region has stated."""
        self.office.clock.set(on)
        imports = self.office.services.ledger_imports
        offer = imports.offer(imports.inspect(extract), self.award_id)
        layout = offer.sheets[offer.proposed].layout
        imports.import_ledger(ImportRequest(extract, self.award_id, layout, stated_ore=stated))

    def judge(self, on: date) -> None:
        """Reject what the checks and the instruction give ground for, approve the rest."""
        self.office.clock.set(on)
        reconciliations = self.office.services.reconciliations
        reconciliations.start(self.award_id, Basis.LEDGER_ALL)
        for line_id, cause in self._held_against().items():
            verdict = Approve() if cause is None else Reject(cause)
            self.office.services.verdicts.judge([line_id], verdict)
        rows = self.office.services.verdicts.bulk_preview(self.award_id).rows
        self.office.services.verdicts.approve_rest(self.award_id, rows)

        self._explain_the_rest()

    def _explain_the_rest(self) -> None:
        """Answer what concerns the whole extract with a reason."""
        reconciliations = self.office.services.reconciliations
        whole = [
            finding.id
            for group in reconciliations.page(self.award_id).groups
            for finding in group.findings
            if finding.line_id is None and group.level is Level.DEVIATION and not finding.answered
        ]
        if whole:
            reconciliations.findings.dismiss(whole, EXPLANATION)

    def _held_against(self) -> dict[int, VerdictCause | None]:
        """Each row with a stop or deviation, and the cause that the practice officer sees in it."""
        held: dict[int, VerdictCause | None] = {}
        for group in self.office.services.reconciliations.page(self.award_id).groups:
            for finding in group.findings:
                if finding.line_id is not None and group.level is not Level.NOTE:
                    held.setdefault(finding.line_id, REJECTED.get(group.code))
        return held

    def fix(self, proposed: date, fixed: date) -> None:
        """Anna hands the reconciliation over and Per fixes it."""
        self.office.clock.set(proposed)
        self.office.services.reconciliations.propose(self.award_id)
        self.office.clock.set(fixed)
        second = signature(self.office.per, PER.name, f"avstämning för {self.recipient}", fixed)
        self.office.services.reconciliations.finalise(self.award_id, second)
