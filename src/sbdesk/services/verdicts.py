"""The officer's verdicts on ledger rows: judged, judged in bulk, commented, carried, undone and redone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.ore import Ore
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.reconciliation import GroupReason
from sbdesk.domain.verdicts import (
    NOTHING,
    CauseChoice,
    Ground,
    Judgement,
    Reject,
    StandingVerdict,
    Verdict,
    act_in_words,
    cause_choices,
    judgement_of,
    rows_in_words,
)
from sbdesk.services.changes import Touched
from sbdesk.services.reconciliations_state import at_judging
from sbdesk.services.verdicts_changes import (
    Standing,
    UndoToken,
    VerdictDone,
    changed_since,
    check_groups,
    claimed_lines,
    group_of,
    new_group,
    one_award,
    told,
)
from sbdesk.services.workplace import Workplace
from sbdesk.store import commands
from sbdesk.store.queries import reconciliation_verdicts as stored
from sbdesk.store.queries.reconciliation_verdicts import LineClaim
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.programmes import RecoveryGroundRecord


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """What the bulk approval would take: rows without verdict and without stop or deviation; öre."""

    rows: int
    ore: Ore

    @property
    def words(self) -> str:
        """The button's text."""
        return f"Godkänn {rows_in_words(self.rows)} utan avvikelse"


class VerdictsService:
    """Every act is one event; undo is an event of its own that names the one undone."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def choices(self, award_id: int) -> tuple[CauseChoice, ...]:
        """The ten causes with the grounds that the award's programme gives them."""
        with self.work.store.reading() as session:
            return choices_of(session, award_id)

    def judge(
        self, line_ids: Sequence[int], verdict: Verdict, *, command_id: str | None = None
    ) -> VerdictDone:
        """Give the rows one verdict.

        Raises NotAllowed outside the judging states, for jäv, and for a credit row rejected without its
        debit; UserFacingError for a cause without ground, a missing comment, or an amount beyond the row.
        """
        if isinstance(verdict, Reject) and verdict.amount_ore is not None and len(line_ids) != 1:
            raise UserFacingError(
                "Ett delbelopp kan bara anges för en rad i taget.", NOTHING, "Markera en rad och försök igen."
            )

        def judged(session: Session, award: AwardRecord, lines: Mapping[int, LineClaim]) -> Standing:
            choices = choices_of(session, award.id)
            today = self.work.clock.today()
            made = {
                line_id: judgement_of(verdict, line.claimed_ore, choices, today)
                for line_id, line in lines.items()
            }
            group_id = group_of(session, award.id, verdict, lines)
            return {key: StandingVerdict(it, self.work.officer_id, group_id) for key, it in made.items()}

        return self._change("judge", line_ids, act_in_words(verdict, len(line_ids)), judged, command_id)

    def comment(self, line_ids: Sequence[int], text: str, *, command_id: str | None = None) -> VerdictDone:
        """Write the same comment on judged rows; empty takes it away where the cause does not need it."""

        def commented(it: StandingVerdict) -> Judgement:
            if it.judgement.cause is VerdictCause.OTHER and not text.strip():
                raise UserFacingError(
                    "Feltypen ”annat” behöver en kommentar.", NOTHING, "Skriv vad som är fel med raden."
                )
            return replace(it.judgement, comment=text.strip() or None)

        words = f"Kommentera {rows_in_words(len(line_ids))}"
        return self._change("comment_verdict", line_ids, words, _of_judged(commented), command_id)

    def carry(self, line_ids: Sequence[int], reason: str, *, command_id: str | None = None) -> VerdictDone:
        """Leave parked rows to be decided later (Ta ställning senare), with a reason."""
        if not reason.strip():
            raise UserFacingError("Skälet saknas.", NOTHING, "Skriv varför raderna avgörs senare.")

        def carried(it: StandingVerdict) -> Judgement:
            if not it.judgement.parked_ore:
                raise NotAllowed(
                    "Raden väntar inte på underlag.", NOTHING, "Välj bara rader som väntar på underlag."
                )
            return replace(it.judgement, carried_reason=reason.strip())

        words = f"Ta ställning senare till {rows_in_words(len(line_ids))}"
        return self._change("carry", line_ids, words, _of_judged(carried), command_id)

    def bulk_preview(self, award_id: int) -> BulkPreview:
        """How many rows, and what sum in öre, the bulk approval would take."""
        with self.work.store.reading() as session:
            counts = stored.counts(session, award_id)
            return BulkPreview(counts.plain, counts.plain_ore)

    def approve_rest(self, award_id: int, rows: int, *, command_id: str | None = None) -> VerdictDone:
        """Approve every row without verdict, stop and deviation; ``rows`` is the number that was shown.

        Raises Conflict when the number has changed since, NotAllowed when there is none.
        """
        with self.work.store.reading() as session:
            ids = stored.plain_ids(session, award_id)
        if len(ids) != rows:
            raise Conflict(
                f"Antalet rader utan avvikelse har ändrats från {rows} till {len(ids)}.",
                NOTHING,
                "Läs om sidan och godkänn på nytt.",
            )
        if not ids:
            raise NotAllowed(
                "Det finns inga rader utan avvikelse att godkänna.", NOTHING, "Bedöm rader för sig."
            )

        def approved(session: Session, award: AwardRecord, lines: Mapping[int, LineClaim]) -> Standing:
            if any(stored.standing(session, list(lines)).values()):
                raise changed_since()
            group = new_group(session, award.id, GroupReason.BULK_ACCEPT)
            one = StandingVerdict(Judgement(), self.work.officer_id, group)
            return dict.fromkeys(lines, one)

        words = f"Godkänn {rows_in_words(rows)} utan avvikelse"
        return self._change("approve_rest", ids, words, approved, command_id)

    def undo(self, token: UndoToken) -> VerdictDone:
        """Put back the verdicts that stood before; with an undone act's token, do the act again.

        Raises Conflict when somebody has judged any of the rows since.
        """
        with self.work.store.writing() as session:
            at_judging(session, self.work, token.award_id)
            now = stored.standing(session, list(token.after))
            if any(now.get(line_id) != verdict for line_id, verdict in token.after.items()):
                raise changed_since()
            stored.put(session, token.before)
            check_groups(session, now, token.before)
            seq = self.work.record(
                session,
                "redo_verdict" if token.undone else "undo_verdict",
                ("award", token.award_id),
                award_id=token.award_id,
                before=told(token.after),
                after=told(token.before),
                undoes=token.seq,
            )
        back = UndoToken(token.award_id, seq, token.words, token.after, token.before, undone=not token.undone)
        message = f"Gjort om: {token.words}." if token.undone else f"Ångrat: {token.words}."
        return VerdictDone(Touched.RECONCILIATIONS, message, token.award_id, back)

    def _change(
        self,
        verb: str,
        line_ids: Sequence[int],
        words: str,
        make: Callable[[Session, AwardRecord, Mapping[int, LineClaim]], Standing],
        command_id: str | None,
    ) -> VerdictDone:
        made: list[UndoToken] = []

        with self.work.store.writing() as session:
            lines = claimed_lines(session, line_ids)
            award_id = one_award(lines)

            def act() -> int:
                award = at_judging(session, self.work, award_id)
                now = stored.standing(session, list(lines))
                before: Standing = {line_id: now.get(line_id) for line_id in lines}
                after = make(session, award, lines)
                stored.put(session, after)
                check_groups(session, now, after)
                seq = self.work.record(
                    session,
                    verb,
                    ("award", award_id),
                    award_id=award_id,
                    before=told(before),
                    after=told(after),
                )
                made.append(UndoToken(award_id, seq, words, before, after))
                return seq

            commands.once(session, command_id, verb, [sorted(lines), words], self.work.clock.now(), act)
        return VerdictDone(Touched.RECONCILIATIONS, f"{words}: klart.", award_id, made[0] if made else None)


def choices_of(session: Session, award_id: int) -> tuple[CauseChoice, ...]:
    """The ten causes with the grounds of the award's programme, in the caller's transaction."""
    award = session.get_one(AwardRecord, award_id)
    records = session.scalars(
        select(RecoveryGroundRecord)
        .where(RecoveryGroundRecord.programme_id == award.programme_id)
        .order_by(RecoveryGroundRecord.id)
    )
    return cause_choices(
        Ground(record.id, record.title, record.modality, frozenset(map(VerdictCause, record.causes)))
        for record in records
    )


def _of_judged(
    change: Callable[[StandingVerdict], Judgement],
) -> Callable[[Session, AwardRecord, Mapping[int, LineClaim]], Standing]:
    def made(session: Session, award: AwardRecord, lines: Mapping[int, LineClaim]) -> Standing:
        now = stored.standing(session, list(lines))
        if len(now) != len(lines):
            raise NotAllowed(
                "Raden är inte bedömd.", NOTHING, "Bedöm raden först. Kommentaren hör till bedömningen."
            )
        return {line_id: replace(it, judgement=change(it)) for line_id, it in now.items()}

    return made
