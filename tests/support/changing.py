"""A granted case of CSD 2026, and the services that change or appeal its decision."""

from __future__ import annotations

from datetime import date
from typing import Any

from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.decision_changes import DecisionChangesService
from sbdesk.services.decision_changes_cases import ChangeInput
from sbdesk.services.decision_changes_reading import ChangeRow
from sbdesk.services.hearings import AnswerInput
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.office import DocumentRecord
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import CaseDriver

FOUR_MILLIONS = from_kronor(4_000_000)
FIVE_MILLIONS = from_kronor(5_000_000)
SIX_MILLIONS = from_kronor(6_000_000)
REASONS = "Uppdraget att samordna har minskat."


class ChangeDriver(CaseDriver):
    """A case whose decision is changed, as Anna Berg does it."""

    def __init__(self, desk: OpenDesk, recipient: str = "Region Skåne") -> None:
        super().__init__(desk, recipient)
        self.changes = DecisionChangesService(desk.work)

    def granted(self, *, sent: bool = True) -> ChangeDriver:
        """6 000 000 kronor granted in two parts; the letter is marked as sent unless told otherwise."""
        decide_appeal(self.desk)
        self.receive()
        self.propose()
        self.decide()
        if sent:
            self.send_decision()
        return self

    def lower(self, **changes: Any) -> ChangeInput:
        """The coordination lowered from 4 to 3 million kronor, on a reserve in the decision."""
        base, coordination = self.components()
        plain: dict[str, Any] = {
            "kind": DecisionKind.AMEND,
            "amounts": {coordination: from_kronor(3_000_000)},
            "reasons": REASONS,
            "ground": ChangeGround.RESERVE,
        }
        assert base != coordination
        return ChangeInput(**{**plain, **changes})

    def prepare(self, **changes: Any) -> None:
        self.changes.prepare(self.award, self.lower(**changes))

    def open_change(self) -> ChangeRow:
        change = self.changes.page(self.award).change
        assert change is not None
        return change

    def hear(self, *, final: bool = True) -> None:
        """Letter written and sent today, answered today."""
        self.changes.write_hearing(self.award)
        self.changes.mark_hearing_sent(self.award, self.desk.clock.today(), DispatchChannel.E_MAIL)
        self.changes.register_answer(
            self.award, AnswerInput(self.desk.clock.today(), "Regionen godtar ändringen.", final)
        )

    def change(self, **changes: Any) -> DecisionRecord:
        """Prepared, proposed and decided; unheard with a reason."""
        self.prepare(**{"unheard_reason": "regionen själv har bett om ändringen", **changes})
        self.changes.propose(self.award, self.desk.karin)
        self.decide()
        return self.newest()

    def model(self, document_id: int | None) -> dict[str, Any]:
        """What the letter was made from."""
        with self.desk.store.reading() as session:
            made: dict[str, Any] = session.get_one(DocumentRecord, document_id).content_model or {}
            return made

    def newest(self) -> DecisionRecord:
        decision = self.page().decision
        assert decision is not None
        with self.desk.store.reading() as session:
            return session.get_one(DecisionRecord, decision.id)

    def refused(self) -> ChangeDriver:
        self.bring_to(Stage.REFUSED)
        return self

    def paid(self) -> ChangeDriver:
        """Everything granted is paid out."""
        self.granted()
        super().prepare()
        self.approve()
        self.confirm()
        return self

    def on(self, day: date) -> ChangeDriver:
        self.desk.clock.set(day)
        return self
