"""The columns of a table of requisitions, to read it and for its template; amounts per part if several."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.requisition import Channel
from sbdesk.domain.table_shape import CellKind, TableColumn, TableShape
from sbdesk.store.records.programmes import ComponentRecord

ACCOUNT_KINDS = {kind.swedish: kind for kind in AccountKind}
CHANNELS = {"E-tjänsten": Channel.PORTAL, "E-post": Channel.E_MAIL, "Post": Channel.POST}

_WHO = (
    TableColumn(
        "recipient",
        "Mottagare",
        words=("Region", "Kommun", "Organisation", "Namn", "Huvudman", "Sökande organisation"),
        identity=True,
        width=32,
        note="Namnet som i statsbidraget. Räcker om det är entydigt.",
    ),
    TableColumn(
        "org_number",
        "Organisationsnummer",
        CellKind.ORG_NUMBER,
        words=("Org.nr", "Orgnr", "Org nr", "Orgnummer"),
        identity=True,
        note="Tio siffror. Kontrollsiffran kontrolleras.",
    ),
)
_WHEN = (
    TableColumn(
        "received_on",
        "Kom in",
        CellKind.DAY,
        words=("Inkommen", "Inkom", "Ankomstdag", "Inkommen dag", "Datum", "Inskickad", "Kom in den"),
        required=True,
        note="Den dag rekvisitionen kom in, som 2026-06-10.",
    ),
)
_REST = (
    TableColumn(
        "account_kind",
        "Kontotyp",
        words=("Typ av konto", "Kontoslag"),
        choices=tuple(ACCOUNT_KINDS),
        note="Slag av konto.",
    ),
    TableColumn("clearing", "Clearingnummer", words=("Clearing",), note="Bara för bankkonto."),
    TableColumn(
        "account_number",
        "Kontonummer",
        words=("Konto", "Bankgironummer", "Konto nr", "Betalningsmottagarens konto"),
        note="Numret som mottagaren har angett. Kontrollsiffran kontrolleras.",
    ),
    TableColumn(
        "compared",
        "Numret är jämfört",
        CellKind.YES_NO,
        words=("Jämfört",),
        note="Ja när ett nummer som inte kan kontrolleras är jämfört med mottagarens handling.",
    ),
    TableColumn(
        "reference", "Referens", words=("Betalningsreferens", "Er referens"), note="Står på betalningen."
    ),
    TableColumn("contact_name", "Kontaktperson", words=("Kontakt", "Kontaktpersonens namn"), width=26),
    TableColumn(
        "contact_email", "E-post", words=("E-postadress", "Epost", "Kontaktpersonens e-post"), width=30
    ),
    TableColumn("case_number", "Dnr", words=("Diarienummer", "Ärendenummer"), note="Ärendets diarienummer."),
    TableColumn(
        "portal_checked",
        "Kontrollerat i e-tjänsten",
        CellKind.YES_NO,
        words=("Kontrollerat", "Ombud kontrollerat"),
        note="Ja när ombud och kontaktperson är kontrollerade i e-tjänsten.",
    ),
    TableColumn(
        "channel",
        "Sätt",
        words=("Kanal", "Kom in via"),
        choices=tuple(CHANNELS),
        note="Hur rekvisitionen kom in. Tomt är e-tjänsten.",
    ),
)


def part_key(component_id: int) -> str:
    """The key of the column that holds a component's amount."""
    return f"part:{component_id}"


def requisition_shape(session: Session, programme_id: int) -> TableShape:
    """The columns for that programme; the whole amount alone is enough where it fits the allotment."""
    components = session.scalars(
        select(ComponentRecord)
        .where(ComponentRecord.programme_id == programme_id)
        .order_by(ComponentRecord.id)
    ).all()
    amounts = _amounts(components)
    return TableShape(
        (*_WHO, *_WHEN, *amounts, *_REST),
        any_of=(("recipient", "org_number"), tuple(column.key for column in amounts)),
    )


def _amounts(components: Sequence[ComponentRecord]) -> tuple[TableColumn, ...]:
    whole = TableColumn(
        "total",
        "Rekvirerat belopp",
        CellKind.MONEY,
        words=("Belopp", "Rekvirerat", "Summa", "Rekvirerat belopp (kr)", "Sökt belopp"),
        note="Hela beloppet i kronor.",
    )
    if len(components) < 2:
        return (whole,)
    parts = [
        TableColumn(
            part_key(one.id),
            f"Rekvirerat: {one.label}",
            CellKind.MONEY,
            words=(one.label, one.code),
            note="Beloppet för delen i kronor.",
            width=26,
        )
        for one in components
    ]
    return (*parts, whole)
