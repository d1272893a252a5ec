"""What the form for a change of a decision starts from and gives back, and how a prepared one is told."""

from __future__ import annotations

from dataclasses import dataclass

from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.decision_changes import GROUND_WORDS, KIND_WORDS
from sbdesk.domain.ore import Ore
from sbdesk.gui import formats
from sbdesk.gui.features.requisitions.entries import AmountRow
from sbdesk.services.decision_changes_reading import ChangePage, ChangeRow


@dataclass(frozen=True, slots=True)
class ChangeStart:
    """What the form shows first; without ``grounds`` the letter has not left and none is asked for."""

    intro: str
    kinds: tuple[tuple[DecisionKind, str], ...]
    kind: DecisionKind
    grounds: tuple[tuple[ChangeGround, str], ...]
    ground: ChangeGround | None
    amounts: tuple[AmountRow, ...]
    reasons: str
    unheard_reason: str


@dataclass(frozen=True, slots=True)
class PartShown:
    """One part of the decision before and after, öre; the last row, number 0, is the sum."""

    id: int
    label: str
    before_ore: Ore
    after_ore: Ore

    @property
    def difference_ore(self) -> Ore:
        """What the part gains or loses."""
        return self.after_ore - self.before_ore


def start_of(page: ChangePage) -> ChangeStart:
    """The form, filled with the open change or with what stands."""
    change = page.change
    parts = page.parts if change is None else change.parts
    sent = (
        "Brevet är skickat: en ändring till mottagarens nackdel behöver grund, och mottagaren ska få yttra "
        "sig."
        if page.letter_sent
        else "Brevet är inte markerat som skickat: det ersätts av ett nytt."
    )
    floor = (
        f" {formats.kronor(page.floor_ore)} är på väg eller utbetalt och kan inte tas tillbaka här."
        if page.floor_ore
        else ""
    )
    day = formats.long_day(page.decided_on)
    return ChangeStart(
        intro=f"Beslut {page.decision_number} den {day}. {sent}{floor}",
        kinds=tuple((kind, KIND_WORDS[kind]) for kind in page.kinds),
        kind=change.kind if change else DecisionKind.AMEND,
        grounds=tuple((ground, GROUND_WORDS[ground]) for ground in page.grounds),
        ground=change.ground if change else None,
        amounts=tuple(
            AmountRow(
                part.key,
                part.label,
                f"nu {formats.kronor(part.before_ore)}, {_ceiling(part.allotted_ore)}",
                part.after_ore,
            )
            for part in parts
        ),
        reasons=change.reasons if change else "",
        unheard_reason=change.unheard_reason if change else "",
    )


def _ceiling(allotted: Ore | None) -> str:
    return "högsta belopp inte beslutat" if allotted is None else f"högst {formats.kronor(allotted)}"


def shown_parts(change: ChangeRow) -> tuple[PartShown, ...]:
    """Before, after and difference per part, and in all."""
    rows = [
        PartShown(number, part.label, part.before_ore, part.after_ore)
        for number, part in enumerate(change.parts, 1)
    ]
    total = PartShown(0, "Summa", sum(row.before_ore for row in rows), sum(row.after_ore for row in rows))
    return (*rows, total)


def told(change: ChangeRow) -> str:
    """Kind, ground, reasons and hearing of a prepared change, a line each."""
    lines = [KIND_WORDS[change.kind]]
    if change.ground is not None:
        lines.append(f"Stöds på: {GROUND_WORDS[change.ground]}")
    lines.append(f"Skäl: {change.reasons}")
    if change.unheard_reason:
        lines.append(f"Mottagaren hörs inte: {change.unheard_reason}")
    elif change.needs_hearing:
        lines.append(change.heard)
    return "\n".join(lines)
