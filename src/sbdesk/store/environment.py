"""The Swedish sentence behind what disk, file, server and other people do to the database."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError, OperationalError

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Words that the database says, and the three sentences that the officer reads."""

    said: tuple[str, ...]
    what: str
    safe: str
    todo: str
    code: str | None = None
    kind: type[UserFacingError] = UserFacingError

    def refusal(self) -> UserFacingError:
        return self.kind(self.what, self.safe, self.todo, code=self.code)


_LOST_RACE = _Trouble(
    (),
    "Någon annan ändrade samtidigt.",
    "Din ändring är inte sparad men finns kvar här.",
    "Läs om sidan och försök igen.",
    "F12",
    Conflict,
)

_SERVER = (
    _Trouble(
        ("password authentication failed", "does not exist", "no pg_hba.conf entry", "no password supplied"),
        "Servern släpper inte in dig, eller så finns inte databasen där.",
        "Inget är ändrat.",
        "Kontrollera databasens namn, din inloggning och lösenordet.",
    ),
    _Trouble(
        ("connection failed", "connection is bad", "failed to resolve host", "server closed the connection"),
        "Servern svarar inte.",
        "Inget är ändrat. Det som var sparat finns kvar på servern.",
        "Kontrollera serverns namn och nätverket och försök igen.",
    ),
)
"""Said only of an operation that failed: a table that does not exist is our own fault, not the server's."""

_FILE = (
    _Trouble(
        ("database or disk is full",),
        "Disken är full.",
        "Din senaste ändring är inte sparad, allt tidigare är det.",
        "Frigör minst 200 MB och välj Försök igen.",
        "F03",
    ),
    _Trouble(
        ("readonly database", "read-only"),
        "Filen är skrivskyddad.",
        "Du kan läsa men inte ändra; inget har gått förlorat.",
        "Kontrollera behörigheten och öppna igen.",
        "F04",
    ),
    _Trouble(
        ("database is locked",),
        "Databasen används av ett annat program.",
        "Din ändring är inte sparad men finns kvar här.",
        "Vänta en stund och försök igen.",
        "F01",
        Conflict,
    ),
    _Trouble(
        ("file is not a database", "malformed"),
        "Filen är skadad eller är ingen sbdesk-databas.",
        "Filen är inte ändrad.",
        "Läs tillbaka den senaste säkerhetskopian eller välj en annan fil.",
    ),
)


def refusal_of(error: DBAPIError) -> UserFacingError | None:
    """Full disk, read-only file, busy file, lost race, silent server: the sentence; None for a bug."""
    state, words = getattr(error.orig, "sqlstate", None), str(error.orig)
    if state in {"40001", "40P01"}:
        return _LOST_RACE.refusal()
    if state == "42501":
        return NotAllowed(
            f"Databasen tillåter inte den ändringen för din inloggning ({words.strip()}).",
            "Inget är ändrat.",
            "Behövs ändringen, kontakta den som sköter databasen.",
        )
    troubles = (*_SERVER, *_FILE) if isinstance(error, OperationalError) else _FILE
    for trouble in troubles:
        if any(said in words for said in trouble.said):
            return trouble.refusal()
    return None
