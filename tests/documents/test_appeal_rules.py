"""What an appeal's letters can never say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from documents.examples_appeals import APPEAL_DISMISSED, APPEAL_HANDED_OVER, APPEAL_NOT_ALLOWED
from documents.letters import one_line, pdf_of, text_of

from sbdesk.documents.content import ContentFault, Stage
from sbdesk.domain.errors import UserFacingError


def test_in_time_is_never_dismissed() -> None:
    with pytest.raises(ContentFault, match="in time"):
        replace(APPEAL_DISMISSED, received_on=APPEAL_DISMISSED.last_on)


def test_late_is_never_handed_over_and_nothing_without_documents() -> None:
    with pytest.raises(ContentFault, match="dismissed, not handed over"):
        replace(APPEAL_HANDED_OVER, in_time=False)
    with pytest.raises(ContentFault, match="documents of the case"):
        replace(APPEAL_HANDED_OVER, documents=())


def test_issued_only_with_appeal_and_case_number() -> None:
    assert APPEAL_DISMISSED.marks.stage is Stage.ISSUED
    with pytest.raises(UserFacingError, match="får överklagas"):
        pdf_of(replace(APPEAL_DISMISSED, appeal=None))
    without = replace(APPEAL_HANDED_OVER.case, case_number="")
    with pytest.raises(UserFacingError, match="diarienummer"):
        pdf_of(replace(APPEAL_HANDED_OVER, case=without))


def test_whether_it_may_be_appealed_is_for_the_court() -> None:
    text = one_line(text_of(APPEAL_NOT_ALLOWED))
    assert "den frågan prövas av domstolen (47 § förvaltningslagen)" in text
    assert date(2026, 8, 3).isoformat() not in text
