"""Reads a recipient with its sums, accounts, people and what has happened, over all programmes."""

from __future__ import annotations

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from sbdesk.domain import party_actions
from sbdesk.domain.award import AwardSums, Balances
from sbdesk.domain.ore import Ore
from sbdesk.services.case_history import TimelineRow, told
from sbdesk.services.contacts import contact_rows
from sbdesk.services.letter_parts import org_number_in_print
from sbdesk.services.operations import hosting_rows
from sbdesk.services.recipient_accounts import account_rows
from sbdesk.services.recipient_debts import debt_effects, debt_rows, debts_of
from sbdesk.services.recipient_rows import (
    DisqualifiedRow,
    RecipientAwardRow,
    RecipientCard,
    RecipientRow,
    Succession,
)
from sbdesk.services.representatives import representative_rows
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.parties import (
    DisqualificationRecord,
    OfficerRecord,
    OperationHostRecord,
    PayoutAccountRecord,
    RecipientRecord,
    RepresentativeRecord,
)
from sbdesk.store.records.programmes import ProgrammeRecord


def recipient_rows(session: Session, work: Workplace, only: int | None = None) -> list[RecipientRow]:
    """Every recipient in Swedish order, or one of them."""
    query = select(RecipientRecord).order_by(RecipientRecord.name_key)
    if only is not None:
        query = query.where(RecipientRecord.id == only)
    sums = _sums_by_recipient(session)
    debts = debts_of(session, work)
    names = dict(session.execute(select(RecipientRecord.id, RecipientRecord.name)).all())
    return [
        _row(
            record, sums.get(record.id, []), debts.get(record.id, 0), names.get(record.successor_id or 0, "")
        )
        for record in session.scalars(query)
    ]


def recipient_card(session: Session, work: Workplace, recipient_id: int) -> RecipientCard:
    """One recipient over all programmes; NoResultFound when the database lacks it."""
    record = session.get_one(RecipientRecord, recipient_id)
    (row,) = recipient_rows(session, work, recipient_id)
    stops, informs = debt_effects(session, recipient_id)
    return RecipientCard(
        row=row,
        kind=record.kind,
        version=record.version,
        seat=record.seat,
        address=record.address,
        registrar_email=record.registrar_email,
        buyer_reference=record.buyer_reference,
        peppol_id=record.peppol_id,
        awards=_awards(session, recipient_id),
        accounts=account_rows(session, recipient_id),
        debts=debt_rows(session, work.clock.today(), recipient_id),
        debt_stops=stops,
        debt_informs=informs,
        representatives=representative_rows(session, recipient_id),
        operations=hosting_rows(session, recipient_id),
        contacts=contact_rows(session, recipient_id, work.clock.today()),
        disqualified=_disqualified(session, work, recipient_id),
        timeline=_timeline(session, recipient_id),
        succession=_succession(session, record, row.successor),
        change_number_refused=party_actions.why_not_change_number(confirmed=record.org_number_confirmed),
    )


def _sums_by_recipient(session: Session) -> dict[int, list[AwardSums]]:
    pairs = session.execute(select(AwardRecord.id, AwardRecord.recipient_id)).all()
    sums = sums_of(session, [award for award, _recipient in pairs])
    found: dict[int, list[AwardSums]] = {}
    for award, recipient in pairs:
        found.setdefault(recipient, []).append(sums[award])
    return found


def _row(record: RecipientRecord, sums: list[AwardSums], debt: Ore, successor: str) -> RecipientRow:
    balances = [Balances(one) for one in sums]
    return RecipientRow(
        id=record.id,
        name=record.name,
        name_key=record.name_key,
        kind=record.kind.swedish,
        org_number=org_number_in_print(record.org_number),
        org_number_confirmed=record.org_number_confirmed,
        care_region=record.care_region or "",
        programmes=len(sums),
        granted_ore=sum(one.granted for one in sums),
        paid_ore=sum(one.paid for one in sums),
        accepted_ore=sum(one.accepted for one in balances),
        repayable_ore=sum(one.repayable for one in balances if one.sums.reported or one.sums.declared),
        debt_ore=debt,
        successor=successor,
    )


def _awards(session: Session, recipient_id: int) -> tuple[RecipientAwardRow, ...]:
    rows = session.execute(
        select(AwardRecord.id, ProgrammeRecord.short_title)
        .join(ProgrammeRecord, ProgrammeRecord.id == AwardRecord.programme_id)
        .where(AwardRecord.recipient_id == recipient_id)
        .order_by(ProgrammeRecord.budget_year.desc(), ProgrammeRecord.title_key)
    ).all()
    sums = sums_of(session, [award for award, _title in rows])
    made = []
    for award, title in rows:
        balances = Balances(sums[award])
        reported = bool(sums[award].reported or sums[award].declared)
        made.append(
            RecipientAwardRow(
                award_id=award,
                programme=title,
                ceiling_ore=sums[award].allotted,
                granted_ore=sums[award].granted,
                paid_ore=sums[award].paid,
                accepted_ore=balances.accepted,
                repayable_ore=balances.repayable if reported else 0,
                outstanding_ore=balances.outstanding,
            )
        )
    return tuple(made)


def _disqualified(session: Session, work: Workplace, recipient_id: int) -> tuple[DisqualifiedRow, ...]:
    jav = DisqualificationRecord
    rows = session.execute(
        select(OfficerRecord.name, jav.from_on, jav.to_on)
        .join(OfficerRecord, OfficerRecord.id == jav.officer_id)
        .where(jav.recipient_id == recipient_id, or_(jav.to_on.is_(None), jav.to_on >= work.clock.today()))
        .order_by(jav.from_on, OfficerRecord.name)
    )
    return tuple(DisqualifiedRow(name, first, last) for name, first, last in rows)


def _succession(session: Session, record: RecipientRecord, successor: str) -> Succession:
    former = session.scalars(
        select(RecipientRecord.name)
        .where(RecipientRecord.successor_id == record.id)
        .order_by(RecipientRecord.name_key)
    )
    return Succession(
        into=successor,
        on=record.succeeded_on,
        from_others=tuple(former),
        merge_refused=party_actions.why_not_merge(successor),
        undo_refused=party_actions.why_not_undo_merge(successor),
    )


def _timeline(session: Session, recipient_id: int) -> tuple[TimelineRow, ...]:
    """What was done with the recipient itself; each case has a timeline of its own."""
    own = {
        "representative": _ids(RepresentativeRecord.id, RepresentativeRecord.recipient_id, recipient_id),
        "payout_account": _ids(PayoutAccountRecord.id, PayoutAccountRecord.recipient_id, recipient_id),
        "operation_host": _ids(OperationHostRecord.id, OperationHostRecord.recipient_id, recipient_id),
        "disqualification": _ids(
            DisqualificationRecord.id, DisqualificationRecord.recipient_id, recipient_id
        ),
    }
    event = EventRecord
    parts = [and_(event.subject_kind == kind, event.subject_id.in_(ids)) for kind, ids in own.items()]
    itself = and_(event.subject_kind == "recipient", event.subject_id == recipient_id)
    return told(session, or_(itself, *parts))


def _ids(
    key: InstrumentedAttribute[int], owner: InstrumentedAttribute[int], recipient_id: int
) -> Select[*tuple[int]]:
    return select(key).where(owner == recipient_id)
