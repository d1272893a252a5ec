"""I2, I11 and I15 on the real store: random verdicts and undos keep the sums and touch one award only."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from support.desk import open_desk
from support.ledger import Row, import_rows, pay

from sbdesk.domain.award import AwardSums, Balances
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.verdicts import Approve, Park, Reject, Verdict
from sbdesk.services.verdicts import VerdictsService
from sbdesk.services.verdicts_changes import UndoToken
from sbdesk.store.queries.balances import sums_of

AMOUNTS = (10_000, 25_050, -10_000, 7, -300)

VERDICTS: st.SearchStrategy[Verdict] = st.one_of(
    st.just(Approve()),
    st.builds(
        Reject,
        st.sampled_from([VerdictCause.PERIOD, VerdictCause.DUPLICATE, VerdictCause.PASSED_ON]),
        st.one_of(st.none(), st.integers(-400, 400)),
    ),
    st.builds(Park, st.just(date(2027, 3, 1))),
)


class Judging(RuleBasedStateMachine):
    """Two awards of one desk; verdicts fall on the first."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desk = open_desk(Path(self.folder.name) / "desk.sbd")
        self.awards = [self.desk.award(), self.desk.award("Region Uppsala")]
        for award in self.awards:
            pay(self.desk, award, 100_000)
        deviation = (("L01", Level.DEVIATION),)
        rows = [Row(amount, findings=deviation if amount == 7 else ()) for amount in AMOUNTS]
        self.lines, self.others = (import_rows(self.desk, award, rows) for award in self.awards)
        self.verdicts = VerdictsService(self.desk.work)
        self.undo: list[tuple[UndoToken, AwardSums]] = []
        self.redo: list[tuple[UndoToken, AwardSums]] = []
        self.other = self.sums(1)

    def sums(self, number: int) -> AwardSums:
        with self.desk.store.reading() as session:
            return sums_of(session, self.awards)[self.awards[number]]

    @rule(picked=st.sets(st.integers(0, len(AMOUNTS) - 1), min_size=1), verdict=VERDICTS)
    def judge(self, picked: set[int], verdict: Verdict) -> None:
        before = self.sums(0)
        try:
            done = self.verdicts.judge([self.lines[number] for number in sorted(picked)], verdict)
        except UserFacingError:
            assert self.sums(0) == before
            return
        assert done.undo is not None
        self.undo.append((done.undo, before))
        self.redo.clear()

    @rule()
    def approve_rest(self) -> None:
        before = self.sums(0)
        preview = self.verdicts.bulk_preview(self.awards[0])
        try:
            done = self.verdicts.approve_rest(self.awards[0], preview.rows)
        except NotAllowed:
            assert preview.rows == 0
            return
        assert done.undo is not None
        self.undo.append((done.undo, before))
        self.redo.clear()

    @precondition(lambda self: self.undo)
    @rule()
    def take_back(self) -> None:
        token, before = self.undo.pop()
        now = self.sums(0)
        done = self.verdicts.undo(token)
        assert self.sums(0) == before
        assert done.undo is not None
        self.redo.append((done.undo, now))

    @precondition(lambda self: self.redo)
    @rule()
    def do_again(self) -> None:
        token, after = self.redo.pop()
        now = self.sums(0)
        done = self.verdicts.undo(token)
        assert self.sums(0) == after
        assert done.undo is not None
        self.undo.append((done.undo, now))

    @invariant()
    def every_declared_ore_is_somewhere(self) -> None:
        if not hasattr(self, "desk"):
            return
        sums = self.sums(0)
        balances = Balances(sums)
        assert sums.declared == sum(AMOUNTS) == balances.accepted + sums.rejected + sums.parked
        assert sums.rejected >= 0
        assert sums.paid == balances.eligible + balances.repayable
        assert self.sums(1) == self.other

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.store.close()
            self.folder.cleanup()


TestJudging = Judging.TestCase
TestJudging.settings = settings(
    max_examples=6,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
