"""What an officer has entered in the programme's forms, told without Qt, and how an instruction is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.programme import (
    AllotmentMethod,
    FactContent,
    FactStatus,
    FactValue,
    Quote,
    ValueKind,
)
from sbdesk.domain.programme_differences import fact_text
from sbdesk.domain.programme_entry import Identity, fact_problem
from sbdesk.domain.programme_standard import STANDARD_FACTS
from sbdesk.domain.programme_words import content_in_words, fact_title
from sbdesk.services.programme_rows import FactRow, ProgrammePage


class Asking(Protocol):
    """A form that stays open with its text until the act has succeeded."""

    def done_well(self) -> None:
        """The act is done: close."""

    def refused(self, error: UserFacingError) -> None:
        """The act was refused: say why by the field, and keep the text."""


class EntryMode(Enum):
    """What happens to what is entered about a fact."""

    EDIT = "edit"
    ADD = "add"
    AMEND = "amend"


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact as entered; ``seen`` is the revision that the officer looked at, ``why`` goes with a change."""

    mode: EntryMode
    seen: int
    fact: FactValue
    why: str = ""

    def problem(self) -> tuple[str, str] | None:
        """The field that is wrong and why, as the service would say it."""
        if not self.fact.name:
            return "name", "Uppgiftens namn saknas. Välj ett i listan eller skriv ett eget."
        found = fact_problem(self.fact)
        if found is None and self.mode is EntryMode.AMEND and not self.why.strip():
            return "why", "Skriv varför uppgiften ändras."
        return found


@dataclass(frozen=True, slots=True)
class Texts:
    """The text fields of a fact as they stand in the form."""

    heading: str
    quote: str
    statute: str
    reason: str


FIELDS_OF_STATUS = {
    FactStatus.STATED: ("value", "heading", "quote"),
    FactStatus.LAW: ("value", "statute"),
    FactStatus.DERIVED: ("value", "reason", "heading", "quote"),
    FactStatus.OFFICER: ("value", "reason"),
    FactStatus.NOT_YET_DECIDED: ("heading", "quote"),
    FactStatus.NOT_STATED: (),
}
"""The fields that a fact of each status has; the others are hidden and not saved."""

REPEATED = ("legal_basis", "purpose", "purpose_excluded", "evidence")
"""Standard facts that an instruction may hold several of."""

CHOICES: dict[str, tuple[str, ...]] = {
    "double_financing": ("same_cost", "other_state_grant", "any_public_support")
}
"""Facts whose text is one of a few words that a check understands."""


def entered(base: FactValue, status: FactStatus, value: FactContent, texts: Texts) -> FactValue:
    """The fact of the form: only what its status has."""
    fields = FIELDS_OF_STATUS[status]
    spans = tuple(span.strip() for span in texts.quote.splitlines() if span.strip())
    has_quote = "quote" in fields and bool(spans or texts.heading.strip())
    return replace(
        base,
        status=status,
        value=value if "value" in fields else None,
        quote=Quote(texts.heading.strip(), spans) if has_quote else None,
        statute=texts.statute.strip() or None if "statute" in fields else None,
        reason=texts.reason.strip() or None if "reason" in fields else None,
    )


def new_fact_titles() -> list[tuple[str, str, ValueKind]]:
    """What is offered when a fact is added: title, name, kind; an officer may write another title."""
    standard = {name: kind for part in STANDARD_FACTS.values() for name, kind in part.items()}
    return [(fact_title(name), name, standard[name]) for name in REPEATED]


def choice_words(name: str) -> list[tuple[str, str]]:
    """The words a fact is chosen among: the word kept, and what is shown."""
    return [(word, content_in_words(ValueKind.TEXT, word)) for word in CHOICES.get(name, ())]


def now_valid(row: FactRow) -> str:
    """What somebody else has saved meanwhile."""
    by = f" ({row.confirmed_by})" if row.confirmed_by else ""
    return f"Gäller nu{by}: {fact_text(row.fact)}. Spara igen om din text ska gälla i stället."


def heading_above(lines: Sequence[str], number: int) -> str:
    """The heading that the line (0-based) stands under: a short line of its own, no list and no sentence."""
    for place in range(number - 1, -1, -1):
        text = lines[place].strip().lstrip("#").strip()
        alone = place == 0 or not lines[place - 1].strip()
        if text and alone and len(text) <= 120 and text[0] not in "-*•<" and text[-1] not in ".:;,)>":
            return text
    return ""


def quoted(text: str) -> str:
    """What is chosen in the instruction as a quote: one line for each line chosen, without list marks."""
    found = (line.strip().removeprefix("- ").removeprefix("• ").strip() for line in text.splitlines())
    return "\n".join(line for line in found if line)


def next_year(page: ProgrammePage) -> Identity:
    """What next year's programme is called, by the year in this one's names."""
    row, year = page.row, page.row.year
    former, later = str(year), str(year + 1)
    return Identity(
        code=row.code.replace(former, later),
        year=year + 1,
        title=row.title.replace(former, later),
        short_title=row.short_title.replace(former, later),
        recipient_kind=page.recipient_kind,
    )


def identity_of(page: ProgrammePage) -> Identity:
    """The programme's own names."""
    row = page.row
    return Identity(row.code, row.year, row.title, row.short_title, page.recipient_kind, page.case_number)


def has_rounding(method: AllotmentMethod) -> bool:
    """Whether the way of dividing leaves fractions that the officer chooses how to round."""
    return method is AllotmentMethod.POPULATION
