"""A decided case whose decision is appealed, as Anna Berg and the desk handle it."""

from __future__ import annotations

from datetime import date, timedelta

from sbdesk.domain.appeal import AppealOutcome, Reconsideration
from sbdesk.services.appeals import AppealsService
from sbdesk.services.appeals_inputs import AppealInput, JudgmentInput, TimeInput
from sbdesk.services.appeals_reading import AppealRow
from sbdesk.services.attestations import ReceivedFile
from support.changing import ChangeDriver
from support.desk import FIRST_DAY, OpenDesk

COURT = "Förvaltningsrätten i Exempelstad"
LATER = FIRST_DAY + timedelta(days=30)


def page(name: str) -> ReceivedFile:
    return ReceivedFile(f"{name}.pdf", f"%PDF-1.4 {name}".encode())


class AppealDriver(ChangeDriver):
    def __init__(self, desk: OpenDesk) -> None:
        super().__init__(desk)
        self.appeals = AppealsService(desk.work)

    def appeal(self, on: date = FIRST_DAY, name: str = "overklagande") -> int:
        self.desk.clock.set(max(on, self.desk.clock.today()))
        decision = self.appeals.page(self.award).decisions[0]
        given = AppealInput(decision.id, on, "Regionen vill ha hela beloppet.", page(name))
        made = self.appeals.register(self.award, given).id
        assert made is not None
        return made

    def late(self) -> int:
        appeal = self.appeal(LATER)
        self.appeals.test_time(appeal, TimeInput(FIRST_DAY))
        return appeal

    def in_time(self) -> int:
        appeal = self.appeal()
        self.appeals.test_time(appeal, TimeInput(FIRST_DAY))
        return appeal

    def unchanged(self) -> int:
        appeal = self.in_time()
        self.appeals.reconsider(appeal, Reconsideration.UNCHANGED, "Inget nytt.", self.signed())
        return appeal

    def at_court(self) -> int:
        appeal = self.unchanged()
        self.appeals.hand_over(appeal, COURT)
        return appeal

    def judge(self, appeal: int, outcome: AppealOutcome, name: str = "dom") -> str:
        given = JudgmentInput(self.desk.clock.today(), outcome, "1234-26", page(name))
        return self.appeals.register_judgment(appeal, given).message

    @property
    def row(self) -> AppealRow:
        return self.appeals.page(self.award).appeals[0]
