"""What the reconciliation protocol shows, and when it may be issued."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from documents import examples as x
from documents import examples_hearings as hearings
from documents import examples_protocols as protocols
from documents.letters import one_line, pdf_of, text_of

from sbdesk.documents.content import ContentFault
from sbdesk.domain.errors import UserFacingError


def said(content: Any) -> str:
    return one_line(text_of(content))


def test_the_protocol_shows_finding_quote_ground_and_verdict_of_each_row() -> None:
    text = said(protocols.PROTOCOL)
    assert "L01 Utanför användningstiden: Kostnaden avser december 2025, före bidragsåret 2026." in text
    assert hearings.QUOTE in text
    assert "Bedömning: period" in text
    assert "Grund: Bidraget har inte använts enligt syftet eller anvisningarna" in text
    assert "Beredd av handläggare Anna Berg den 19 april 2027." in text
    assert "Fastställd av handläggare Per Lund den 20 april 2027." in text


def test_a_quote_is_printed_once_and_then_pointed_at() -> None:
    text = said(protocols.PROTOCOL_LONG)
    assert text.count(hearings.QUOTE) == 1
    assert text.count("Samma citat som vid rad 2.") > 200


def test_parked_rows_give_a_span() -> None:
    text = said(protocols.PROTOCOL_PARKED)
    assert "Att återbetala enligt avstämningen: mellan 360 000 kronor och 487 500 kronor." in text
    assert "Bedömning: väntar på underlag till den 12 mars 2027" in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"rows": protocols.PROTOCOL.rows[:1]},
        {"rows": (replace(protocols.PROTOCOL.rows[0], cause=None), protocols.PROTOCOL.rows[1])},
        {"rows": (replace(protocols.PROTOCOL.rows[0], parked_ore=1), protocols.PROTOCOL.rows[1])},
        {"imports": ()},
        {"imports": (replace(protocols.PROTOCOL.imports[0], excluded=13),)},
        {"fixed_on": None},
    ],
)
def test_a_protocol_whose_sums_disagree_cannot_be_made(wrong: dict[str, Any]) -> None:
    with pytest.raises(ContentFault):
        replace(protocols.PROTOCOL, **wrong)


def test_the_protocol_is_issued_when_another_person_has_fixed_it() -> None:
    with pytest.raises(UserFacingError, match="inte fastställd"):
        pdf_of(replace(protocols.PROTOCOL, fixed_by=None, fixed_on=None))
    with pytest.raises(UserFacingError, match="Samma person"):
        pdf_of(replace(protocols.PROTOCOL, fixed_by=x.ANNA))
    assert "Samma person har berett och fastställt" in said(protocols.PROTOCOL_REPORT)
