"""Gives every programme its letters: its own texts, and general ones filled with its facts for the rest.

``programme_wording(letter, definition)`` is what services use; ``load_wording`` alone knows shipped files.
A programme made in the window has no file of its own, so all of its own sentences come from
``resources/letters/general.toml`` and its facts; a shipped programme gets from there only what it lacks, as a
component added later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sbdesk import paths
from sbdesk.documents.phrases import enumerate_words
from sbdesk.documents.wording import Wording, load_wording, read_texts
from sbdesk.domain.decision_changes import WITHHOLD_FACT
from sbdesk.domain.findings import Level
from sbdesk.domain.programme import Component, FactContent, FactStatus, ProgrammeDefinition, RecoveryGround

GENERAL = "general"
_TITLE = re.compile(r"statsbidrag till (?P<grant>.+?)[,–]?(?: (?P<year>20\d\d))?$", re.IGNORECASE)
_YEAR = re.compile(r",? 20\d\d$")
_DECIDES = ("decision", "collective", "covering")
"""The letters that say what a grant is for and on what conditions."""


def programme_wording(letter: str, definition: ProgrammeDefinition, folder: Path | None = None) -> Wording:
    """The texts of a letter for a programme; WordingFault when a shipped text is broken."""
    folder = folder or paths.resources() / "letters"
    shipped = load_wording(letter, definition.id, folder)
    source, table = read_texts(folder / f"{GENERAL}.toml")
    texts = dict(_general(letter, definition, table))
    missing = {key: text for key, text in texts.items() if not _has(shipped, key)}
    if not missing:
        return shipped
    return replace(shipped, texts={**shipped.texts, **missing}, sources=(*shipped.sources, source))


def has_debt_rule(definition: ProgrammeDefinition) -> bool:
    """Whether a debt hinders a grant; as a note it only informs, and the letter says nothing of it."""
    condition = definition.condition("R07")
    return condition is not None and condition.severity is not Level.NOTE


def _has(wording: Wording, key: str) -> bool:
    """A list, and the texts of a component, are the programme's own as a whole or not at all."""
    whole = re.match(r"(part\.[^.]+|conditions\.list)\.", key)
    return key in wording.texts or (whole is not None and bool(wording.codes(whole[1])))


def _general(
    letter: str, definition: ProgrammeDefinition, table: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    yield "grant", _escaped(grant_name(definition.title, table["name"]["other"]))
    for ground in definition.grounds:
        yield f"rule.{ground.code}", _rule(ground, table["rule"])
    if letter not in _DECIDES:
        return
    yield "eligible", table["eligible"]["any"]
    yield "reasons.background", _background(definition, table["background"])
    yield "time.accrual", table["time"]["accrual"] if _value(definition, "accrual_allowed") is True else ""
    yield "report.what", table["report"]["what"]
    for component in definition.components:
        yield from _part(component, definition, table["part"])
    for number, text in enumerate(_conditions(definition, table["condition"]), start=1):
        yield f"conditions.list.{number}", text


def grant_name(title: str, other: str) -> str:
    """``trygghet i skolan`` from "Statsbidrag till trygghet i skolan 2026"; ``other`` for another title."""
    found = _TITLE.match(title.strip())
    if found:
        return found["grant"]
    return other.replace("{title}", _YEAR.sub("", title.strip()))


def _rule(ground: RecoveryGround, texts: Mapping[str, Any]) -> str:
    known: dict[str, str] = texts[ground.modality.value]
    return _filled(known.get(ground.code, known["other"]), label=_sentence_part(ground.label))


def _background(definition: ProgrammeDefinition, texts: Mapping[str, str]) -> str:
    if not _value(definition, "legal_basis"):
        return texts["none"].replace("{grant}", _escaped(grant_name(definition.title, "”{title}”")))
    return texts["dated" if _value(definition, "legal_basis_day") else "undated"]


def _part(
    component: Component, definition: ProgrammeDefinition, texts: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    purpose = _value(definition, component.purpose_fact or "purpose") or _value(definition, "purpose")
    key = f"part.{component.code}"
    for form in ("line", "line_plain", "line_units", "single", "single_plain", "single_units"):
        yield f"{key}.{form}", _filled(texts[form], label=component.label)
    if isinstance(purpose, str):
        yield f"{key}.purpose", _filled(texts["purpose"], purpose=_sentence_part(purpose))
    else:
        yield f"{key}.purpose", texts["purpose_open"]


def _conditions(definition: ProgrammeDefinition, texts: Mapping[str, str]) -> Iterator[str]:
    said: set[str] = set()
    financing = f"double_financing_{_value(definition, 'double_financing')}"
    for name, template in texts.items():
        facts = [fact for fact in definition.facts if fact.name == name and fact.value not in (None, False)]
        if name == WITHHOLD_FACT:  # by statute; the jurist's own clause stands in the letter's texts
            facts = [fact for fact in facts if fact.status is FactStatus.LAW]
        said_by = [fact.statute if name == WITHHOLD_FACT else fact.value for fact in facts]
        listed = enumerate_words([_inside(words) for words in said_by if isinstance(words, str)])
        text = _filled(template, condition=listed)
        if (facts or name == financing) and text not in said:
            said.add(text)
            yield text


def _value(definition: ProgrammeDefinition, name: str) -> FactContent:
    """A fact's value; None also where the programme has no such fact."""
    return next((fact.value for fact in definition.facts if fact.name == name), None)


def _sentence_part(text: str) -> str:
    """The text inside a sentence: no full stop of its own."""
    return text.strip().rstrip(".")


def _inside(text: str) -> str:
    """The text in the middle of a sentence: a small letter first, unless it is an abbreviation."""
    part = _sentence_part(text)
    return part[:1].lower() + part[1:] if part[1:2].islower() else part


def _filled(template: str, **fields: str) -> str:
    for name, value in fields.items():
        template = template.replace(f"{{{name}}}", _escaped(value))
    return template


def _escaped(text: str) -> str:
    """The officer's words never act as a field."""
    return text.replace("{", "(").replace("}", ")")
