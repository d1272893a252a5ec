"""The columns of a table of shares, for reading it and for its template."""

from __future__ import annotations

from sbdesk.domain.parties import RecipientKind
from sbdesk.domain.table_shape import CellKind, TableColumn, TableShape

KIND_WORDS = {kind.swedish: kind for kind in RecipientKind}

SHARE_SHAPE = TableShape(
    (
        TableColumn(
            "recipient",
            "Mottagare",
            words=("Region", "Kommun", "Huvudman", "Organisation", "Namn", "Regionnamn", "Huvudman för RSS"),
            identity=True,
            width=34,
            note="Mottagarens namn. En mottagare som inte finns läggs upp om organisationsnumret är ifyllt.",
        ),
        TableColumn(
            "org_number",
            "Organisationsnummer",
            CellKind.ORG_NUMBER,
            words=("Org.nr", "Orgnr", "Org nr", "Orgnummer", "Org.nummer"),
            identity=True,
            note="Tio siffror, till exempel 232100-0131. Kontrollsiffran kontrolleras.",
        ),
        TableColumn(
            "operation",
            "Verksamhet",
            words=(
                "Register",
                "Kvalitetsregister",
                "Registernamn",
                "Registrets namn",
                "RSS",
                "RSS-verksamhet",
            ),
            width=40,
            note="Registret, RSS-verksamheten eller centrumet som pengarna är till.",
        ),
        TableColumn(
            "units",
            "Antal enheter",
            CellKind.COUNT,
            words=("Antal", "Enheter", "Antal register"),
            note="Bara för belopp per enhet. Lämna tomt för en rad per register.",
        ),
        TableColumn(
            "weight",
            "Befolkning",
            CellKind.COUNT,
            words=("Folkmängd", "Invånare", "Antal invånare", "Vikt"),
            note="Bara för fördelning efter befolkning.",
        ),
        TableColumn(
            "amount",
            "Beslutat belopp",
            CellKind.MONEY,
            words=("Belopp", "Belopp kr", "Belopp (kr)", "Högsta belopp", "Tilldelat belopp", "Summa kr"),
            note="Belopp i kronor som någon har beslutat. Det gäller före det beräknade.",
        ),
        TableColumn(
            "kind",
            "Typ av mottagare",
            words=("Typ", "Mottagartyp"),
            choices=tuple(KIND_WORDS),
            note="Bara för en ny mottagare.",
        ),
    ),
    any_of=(("recipient", "org_number"),),
)
