"""When the acts on the case as a whole are permitted, whatever its requisition."""

from __future__ import annotations

from sbdesk.domain import requisition_guards as guards
from sbdesk.domain.requisition_acts import EVERY, OPEN, Act, ActRule
from sbdesk.domain.requisition_case import Stage

AWARD_ACTS: dict[Act, ActRule] = {
    Act.REOPEN: ActRule(
        "Öppna rekvisitionen på nytt…", (Stage.WITHDRAWN,), "Rekvisitionen är inte återkallad."
    ),
    Act.ASSIGN: ActRule(
        "Tilldela…", tuple(stage for stage in EVERY if stage is not Stage.CLOSED), "Ärendet är avslutat."
    ),
    Act.SET_CASE_NUMBER: ActRule(
        "Ändra diarienummer…",
        (Stage.EXPECTED, *OPEN, Stage.PROPOSED, Stage.WITHDRAWN),
        "Diarienumret står i beslutet och kan inte ändras.",
    ),
    Act.CLOSE_UNREQUESTED: ActRule(
        "Stäng som inte rekvirerat…",
        (Stage.EXPECTED,),
        "Rekvisition är redan registrerad.",
        guards.window_is_over,
    ),
    Act.REOPEN_AWARD: ActRule("Öppna ärendet på nytt…", (Stage.CLOSED,), "Ärendet är redan öppet."),
    Act.HOLD: ActRule(
        "Gör vilande…",
        tuple(stage for stage in EVERY if stage not in (Stage.CLOSED, Stage.ON_HOLD)),
        "Ärendet är redan vilande.",
    ),
    Act.RELEASE: ActRule("Återuppta", (Stage.ON_HOLD,), "Ärendet är inte vilande."),
    Act.NOTE: ActRule("Tjänsteanteckning…", EVERY, ""),
    Act.DISQUALIFY: ActRule("Anmäl jäv…", EVERY, ""),
}
"""In the order of the menu."""
