"""What the two forms of the case page start from and give back, without Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sbdesk.domain.amount_keys import AmountKey
from sbdesk.domain.ore import Ore
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui import formats
from sbdesk.gui.features.requisitions.acting import read_file
from sbdesk.gui.features.requisitions.questions import People
from sbdesk.services.requisition_inputs import RequisitionInput
from sbdesk.services.requisition_rows import CasePage, EntryRow


@dataclass(frozen=True, slots=True)
class AmountRow:
    """One part to fill in; ``hint`` says the highest amount. Money is öre."""

    key: AmountKey
    label: str
    hint: str
    ore: Ore | None
    locked: bool = False


@dataclass(frozen=True, slots=True)
class EntryStart:
    """What the form for a requisition's data shows first."""

    act: Act
    title: str
    ok: str
    intro: str
    case_number: str
    today_or_first: str
    amounts: tuple[AmountRow, ...]
    entry: EntryRow | None
    anew: bool = False
    """A former requisition has ended: out of time a new one needs a reason."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The form's content; the file is read when it is saved, outside the main thread."""

    given: RequisitionInput
    path: str = ""

    def whole(self) -> RequisitionInput:
        """With the file's bytes. Raises UserFacingError when it cannot be read."""
        return replace(self.given, document=read_file(self.path)) if self.path else self.given


@dataclass(frozen=True, slots=True)
class ProposalStart:
    """What the form for a proposal shows first; without ``amounts`` it is a refusal."""

    act: Act
    title: str
    ok: str
    intro: str
    amounts: tuple[AmountRow, ...]
    deciders: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ProposalTyped:
    """The proposal as typed: öre by whose amount it is, reasons, and the decider if one is chosen."""

    lines: dict[AmountKey, Ore]
    reasons: str
    decider_id: int | None


_TITLES = {
    Act.REGISTER: (
        "Registrera rekvisition",
        "Spara rekvisitionen",
        "Fyll i uppgifterna som de står i rekvisitionen. Kontrollerna körs när den är sparad.",
    ),
    Act.COMPLETE: (
        "Registrera svar på kompletteringen",
        "Spara svaret",
        "Ändra det som mottagaren har kompletterat. Kontrollerna körs igen när svaret är sparat.",
    ),
    Act.REVISE: (
        "Ändra uppgift i rekvisitionen",
        "Spara ändringen",
        "Ändra det som mottagaren själv har begärt. Bifoga handlingen, eller kontrollera i e-tjänsten.",
    ),
}


def entry_start(act: Act, page: CasePage) -> EntryStart:
    """The form for registering, completing or changing."""
    title, ok, intro = _TITLES[act]
    locked = page.stage is Stage.GRANTED
    known = act is not Act.REGISTER
    return EntryStart(
        act,
        title,
        ok,
        intro,
        page.case_number,
        page.today.isoformat(),
        tuple(
            AmountRow(
                part.key,
                part.name,
                _ceiling(part.allotted_ore),
                part.requested_ore if known else None,
                locked,
            )
            for part in (page.parts if locked else page.shares)
        ),
        page.entry if known else None,
        anew=not known and page.version is not None,
    )


ENDINGS = {
    Act.PROPOSE_REFUSAL: (
        "Föreslå avslag",
        "Skriv varför rekvisitionen ska avslås. Skälen står i beslutet.",
    ),
    Act.PROPOSE_DISMISSAL: (
        "Föreslå avvisning",
        "Rekvisitionen prövas då inte. Skriv varför den inte kan tas upp. Skälen står i beslutet.",
    ),
    Act.WRITE_OFF_CASE: (
        "Skriv av ärendet",
        "Skriv varför det inte längre finns något att pröva. Skälen står i beslutet.",
    ),
}
"""Title and introduction of the proposals that grant nothing."""


def proposal_start(act: Act, page: CasePage, people: People, me: int) -> ProposalStart:
    """The form for a grant, filled with what can be granted, or for a refusal."""
    deciders = tuple((key, text) for key, text, roles in people if key != me and "decider" in roles)
    if act in ENDINGS:
        title, intro = ENDINGS[act]
        if act is Act.WRITE_OFF_CASE and page.stage is Stage.WITHDRAWN:
            intro = "Brevet säger att mottagaren har återkallat rekvisitionen. Skriv skäl bara om mer behövs."
        return ProposalStart(act, title, "Lämna över för beslut", intro, (), deciders)
    rows = tuple(
        AmountRow(
            part.key,
            part.name,
            f"rekvirerat {formats.kronor(part.requested_ore)}, {_ceiling(part.allotted_ore)}",
            min(part.requested_ore or 0, part.allotted_ore or 0),
        )
        for part in page.parts
    )
    if act is Act.RECONSIDER:
        intro = (
            "Kontrollerna körs igen: ett stopp hindrar bifall. Skälen står i beslutet och besvarar "
            "avvikelserna."
        )
        return ProposalStart(act, "Ompröva beslutet", "Lämna över för beslut", intro, rows, deciders)
    intro = (
        "Skäl behövs när mindre beviljas än det som är rekvirerat och avsatt, "
        "eller när rekvisitionen kom in sent."
    )
    return ProposalStart(act, "Lämna över för beslut", "Lämna över för beslut", intro, rows, deciders)


def _ceiling(amount: Ore | None) -> str:
    return "högsta belopp inte beslutat" if amount is None else f"högst {formats.kronor(amount)}"
