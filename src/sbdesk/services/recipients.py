"""Every recipient across programmes: what it has been granted, paid and owes."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AwardSums, Balances
from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.ore import Ore
from sbdesk.domain.parties import RecipientKind
from sbdesk.services import programme_definitions, programme_setup
from sbdesk.services.changes import Done, Touched
from sbdesk.services.letter_parts import org_number_in_print
from sbdesk.services.recipient_debts import debt_effects, debt_rows, debts_of
from sbdesk.services.recipient_rows import (
    AccountRow,
    DebtRow,
    RecipientAwardRow,
    RecipientCard,
    RecipientInput,
    RecipientRow,
)
from sbdesk.services.workplace import Workplace
from sbdesk.store.commands import once
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import PayoutAccountRecord, RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord

__all__ = [
    "AccountRow",
    "DebtRow",
    "RecipientAwardRow",
    "RecipientCard",
    "RecipientInput",
    "RecipientRow",
    "RecipientsService",
    "debts_of",
]

KIND_WORDS = {
    RecipientKind.REGION: "region",
    RecipientKind.MUNICIPALITY: "kommun",
    RecipientKind.MUNICIPAL_ASSOCIATION: "kommunalförbund",
    RecipientKind.ASSOCIATION: "förening",
    RecipientKind.OTHER: "annan",
}


class RecipientsService:
    """The Regioner page's service."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def rows(self) -> list[RecipientRow]:
        """Every recipient in Swedish order."""
        with self.work.store.reading() as session:
            return self._rows(session, None)

    def card(self, recipient_id: int) -> RecipientCard:
        """One recipient over all programmes."""
        with self.work.store.reading() as session:
            record = session.get_one(RecipientRecord, recipient_id)
            (row,) = self._rows(session, recipient_id)
            stops, informs = debt_effects(session, recipient_id)
            return RecipientCard(
                row=row,
                version=record.version,
                seat=record.seat,
                address=record.address,
                registrar_email=record.registrar_email,
                buyer_reference=record.buyer_reference,
                peppol_id=record.peppol_id,
                awards=_awards(session, recipient_id),
                accounts=_accounts(session, recipient_id),
                debts=debt_rows(session, self.work.clock.today(), recipient_id),
                debt_stops=stops,
                debt_informs=informs,
            )

    def add_regions(self, command_id: str | None = None) -> Done:
        """Put in the 21 regions; those there are kept."""

        def act() -> int:
            return programme_setup.add_recipients(session, programme_definitions.regions())

        with self.work.store.writing() as session:
            added = once(session, command_id, "add_regions", [], self.work.clock.now(), act)
        return Done(Touched.RECIPIENTS, f"{added} regioner är inlagda.")

    def change(
        self, recipient_id: int, version: int, given: RecipientInput, command_id: str | None = None
    ) -> Done:
        """Change address, registrar, reference. Raises F12 when somebody was first; refuses a bad e-mail."""
        if given.registrar_email and "@" not in given.registrar_email:
            raise NotAllowed(
                f"”{given.registrar_email}” är ingen e-postadress.", "Inget är ändrat.", "Rätta adressen."
            )

        def act() -> None:
            record = session.get_one(RecipientRecord, recipient_id)
            if record.version != version:
                raise Conflict(
                    f"Någon annan ändrade {record.name} först.",
                    "Din ändring är inte sparad men finns kvar här.",
                    "Jämför och välj vilken som ska gälla.",
                    code="F12",
                )
            record.address = given.address.strip() or None
            record.registrar_email = given.registrar_email.strip() or None
            record.buyer_reference = given.buyer_reference.strip() or None
            record.peppol_id = given.peppol_id.strip() or None
            record.org_number_confirmed = given.org_number_confirmed
            self.work.record(
                session,
                "change_recipient",
                ("recipient", recipient_id),
                after={"org_number_confirmed": record.org_number_confirmed, "peppol_id": record.peppol_id},
            )

        with self.work.store.writing() as session:
            once(session, command_id, "change_recipient", [recipient_id, version], self.work.clock.now(), act)
        return Done(Touched.RECIPIENTS, "Mottagarens uppgifter är sparade.", recipient_id)

    def _rows(self, session: Session, only: int | None) -> list[RecipientRow]:
        query = select(RecipientRecord).order_by(RecipientRecord.name_key)
        if only is not None:
            query = query.where(RecipientRecord.id == only)
        sums = _sums_by_recipient(session)
        debts = debts_of(session, self.work)
        return [
            _row(record, sums.get(record.id, []), debts.get(record.id, 0))
            for record in session.scalars(query)
        ]


def _sums_by_recipient(session: Session) -> dict[int, list[AwardSums]]:
    pairs = session.execute(select(AwardRecord.id, AwardRecord.recipient_id)).all()
    sums = sums_of(session, [award for award, _recipient in pairs])
    found: dict[int, list[AwardSums]] = {}
    for award, recipient in pairs:
        found.setdefault(recipient, []).append(sums[award])
    return found


def _row(record: RecipientRecord, sums: list[AwardSums], debt: Ore) -> RecipientRow:
    balances = [Balances(one) for one in sums]
    return RecipientRow(
        id=record.id,
        name=record.name,
        name_key=record.name_key,
        kind=KIND_WORDS[record.kind],
        org_number=org_number_in_print(record.org_number),
        org_number_confirmed=record.org_number_confirmed,
        care_region=record.care_region or "",
        programmes=len(sums),
        granted_ore=sum(one.granted for one in sums),
        paid_ore=sum(one.paid for one in sums),
        accepted_ore=sum(one.accepted for one in balances),
        repayable_ore=sum(one.repayable for one in balances if one.sums.reported or one.sums.declared),
        debt_ore=debt,
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


def _accounts(session: Session, recipient_id: int) -> tuple[AccountRow, ...]:
    accounts = select(PayoutAccountRecord).where(PayoutAccountRecord.recipient_id == recipient_id)
    return tuple(
        AccountRow(
            id=record.id,
            kind=record.kind.swedish,
            number=f"{record.clearing}, {record.number}" if record.clearing else record.number,
            confirmed=record.attestation_id is not None,
        )
        for record in session.scalars(accounts.order_by(PayoutAccountRecord.id))
    )
