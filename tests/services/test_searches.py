"""A case is found by what the officer remembers."""

from __future__ import annotations

import pytest
from support.desk import OpenDesk
from support.owing import owe

from sbdesk.services.searches import SearchesService
from sbdesk.store.records.awards import AwardRecord


@pytest.mark.parametrize("text", ["skåne", "SKÅNE csd", "9.1-2651/2026", "9.1–2651/2026"])
def test_a_case_is_found(desk: OpenDesk, text: str) -> None:
    with desk.store.writing() as session:
        session.get_one(AwardRecord, desk.award()).case_number = "9.1-2651/2026"
    (found,) = SearchesService(desk.work).find(text)
    assert (found.page, found.id) == ("requisitions", desk.award())
    assert found.label == "Region Skåne · CSD 2026 · 9.1-2651/2026"


def test_an_invoice_number_leads_to_its_claim(desk: OpenDesk) -> None:
    owe(desk)
    (found,) = SearchesService(desk.work).find("f-2026-001")
    assert (found.page, found.id) == ("recoveries", desk.award())


def test_nothing_is_found_for_nothing(desk: OpenDesk) -> None:
    service = SearchesService(desk.work)
    assert service.find("  ") == []
    assert service.find("atlantis") == []
    assert len(service.find("csd")) == 6
    assert service.years() == (2026,)
