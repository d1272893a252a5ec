"""What each act asks the officer before it is done, as data for one dialog."""

from __future__ import annotations

from sbdesk.domain.requisition_actions import Act
from sbdesk.gui.features.requisitions.decided_questions import DECIDED_QUESTIONS
from sbdesk.gui.features.requisitions.entered_questions import ENTERED_QUESTIONS
from sbdesk.gui.features.requisitions.question import Answer, Asking, People, Question
from sbdesk.services.requisition_rows import CasePage

__all__ = ["Answer", "People", "Question", "question_of"]

_ASKED: dict[Act, Asking] = {**ENTERED_QUESTIONS, **DECIDED_QUESTIONS}


def question_of(act: Act, page: CasePage, people: People, me: int) -> Question:
    """The act's question; KeyError for an act that asks in another way."""
    return _ASKED[act](page, people, me)
