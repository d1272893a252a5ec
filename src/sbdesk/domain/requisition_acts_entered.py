"""When the acts on a requisition are permitted, from the expected one to the one laid before the decider."""

from __future__ import annotations

from sbdesk.domain import requisition_guards as guards
from sbdesk.domain.requisition_acts import CHECKED, OPEN, Act, ActRule
from sbdesk.domain.requisition_case import Stage

_NOT_CHECKED = "Rekvisitionen är inte under kontroll."
_NOT_ASKED = "Ingen komplettering är begärd."

ENTERED: dict[Act, ActRule] = {
    Act.REGISTER: ActRule(
        "Registrera rekvisition",
        (Stage.EXPECTED, Stage.REFUSED, Stage.WITHDRAWN, Stage.ENDED),
        "Mottagaren har redan en rekvisition i det här statsbidraget.",
        todo="Öppna den och välj Ändra uppgift i rekvisitionen.",
    ),
    Act.PROPOSE: ActRule("Lämna över för beslut", CHECKED, _NOT_CHECKED, guards.may_propose),
    Act.EXPLAIN: ActRule("Ange skäl för avvikelser…", CHECKED, _NOT_CHECKED, guards.unexplained),
    Act.ASK_COMPLETION: ActRule("Begär komplettering…", CHECKED, _NOT_CHECKED, guards.has_case_number),
    Act.COMPLETE: ActRule("Registrera svar", (Stage.INCOMPLETE,), _NOT_ASKED),
    Act.EXTEND_COMPLETION: ActRule("Förläng svarstiden…", (Stage.INCOMPLETE,), _NOT_ASKED),
    Act.REMIND_COMPLETION: ActRule("Skapa påminnelse…", (Stage.INCOMPLETE,), _NOT_ASKED, guards.may_remind),
    Act.DECIDE_WITHOUT: ActRule(
        "Avgör utan komplettering…", (Stage.INCOMPLETE,), _NOT_ASKED, guards.time_is_over
    ),
    Act.PROPOSE_REFUSAL: ActRule("Föreslå avslag…", OPEN, _NOT_CHECKED),
    Act.PROPOSE_DISMISSAL: ActRule("Föreslå avvisning…", OPEN, _NOT_CHECKED),
    Act.WRITE_OFF_CASE: ActRule("Skriv av ärendet…", (*OPEN, Stage.WITHDRAWN), _NOT_CHECKED),
    Act.REVISE: ActRule(
        "Ändra uppgift i rekvisitionen…", (*OPEN, Stage.GRANTED), "Rekvisitionens uppgifter är låsta nu."
    ),
    Act.WITHDRAW: ActRule("Registrera återkallelse…", OPEN, "Rekvisitionen kan inte återkallas nu."),
}
"""In the order of the menu."""
