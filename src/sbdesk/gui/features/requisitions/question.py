"""One short question to the officer as data for one dialog, and its answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sbdesk.services.requisition_rows import CasePage

People = tuple[tuple[int, str, tuple[str, ...]], ...]
"""Id, name with title, and roles of everybody at the desk."""


@dataclass(frozen=True, slots=True)
class Question:
    """A dialog's words and parts; a part without label is not asked. ``careful``: Avbryt is the default."""

    title: str
    ok: str
    intro: str = ""
    choice_label: str = ""
    choices: tuple[tuple[object, str], ...] = ()
    day_label: str = ""
    day: date | None = None
    day_required: bool = True
    line_label: str = ""
    line: str = ""
    line_required: bool = False
    text_label: str = ""
    text: str = ""
    file_label: str = ""
    careful: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the officer answered; parts that were not asked are empty. ``path`` is the chosen file."""

    choice: object = None
    day: date | None = None
    line: str = ""
    text: str = ""
    path: str = ""


Asking = Callable[[CasePage, People, int], Question]
"""Makes an act's question from the case, the people at the desk and the acting officer's id."""


def reason_question(title: str, ok: str, intro: str = "") -> Asking:
    """An act that only asks why."""
    return lambda page, people, me: Question(title, ok, intro, text_label="&Skäl (obligatoriskt)")


def others(people: People, me: int, role: str = "") -> tuple[tuple[object, str], ...]:
    """Everybody but the officer, those with the role first asked for."""
    return tuple((key, text) for key, text, roles in people if key != me and (not role or role in roles))


def second_person(
    page: CasePage,
    choices: tuple[tuple[object, str], ...],
    title: str,
    ok: str,
    intro: str,
    *,
    careful: bool = False,
) -> Question:
    """Ask for the signed page in a local file; with personal logins the officer at the keyboard confirms."""
    if not page.signed_outside:
        return Question(title, ok, intro, careful=careful)
    return Question(
        title,
        ok,
        intro,
        choice_label="&Vem har skrivit under (obligatoriskt)",
        choices=choices,
        day_label="&Underskriven den dag (obligatorisk)",
        day=page.today,
        file_label="Undertecknad s&ida (obligatorisk)",
        careful=careful,
    )
