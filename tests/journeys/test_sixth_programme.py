"""A grant that no code knows is made, allotted, requisitioned and decided in the real window alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot
from support import window_grant as grant
from support.window_driver import WindowDriver, open_window
from support.window_programme import WindowProgramme
from support.window_steps import WindowCase

from sbdesk.domain.ore import from_kronor
from sbdesk.services.practice_people import APPEAL_TEXT
from sbdesk.store.queries.balances import award_sums

EKHULT, _, UNITS = grant.MUNICIPALITIES[0]
AMOUNT = from_kronor(UNITS * 12_903)
SOURCE = "ÖVNINGSDATA: exempel, en jurist har inte tagit ställning"


@pytest.fixture
def at(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    yield from open_window(qapp, qtbot, tmp_path, date(2026, 6, 10))


SENTENCES = (
    "beviljar Ekhults kommun 1 548 360 kronor i statsbidrag för bidragsåret 2026",
    "Bidraget är 120 enheter à 12 903 kronor.",
    "Bidraget lämnas enligt våra anvisningar för lånecyklar i skolan (ÖVNINGSDATA) 2026.",
    "att köpa och sköta cyklar som elever lånar under skoldagen.",
    "Ni kan använda bidraget från och med den 1 juli 2026 till och med den 30 juni 2027.",
    "Ni ska återrapportera senast den 15 september 2027.",
    "Ni ska betala tillbaka hela eller delar av bidraget om ni inte har använt hela bidraget",
    "Ni kan bli skyldiga att betala tillbaka hela eller delar av bidraget om ni inte har använt det",
    "Det som ska betalas tillbaka ska betalas senast den 1 november 2027.",
    "Vi fakturerar belopp över 2 500 kronor.",
    "ni har ingen obetald skuld till Socialstyrelsen som gäller statsbidrag",
    "Ni får inte lämna pengarna vidare",
    "Beslutet får överklagas till förvaltningsrätten.",
)


CHECKS = tuple(f"R{number:02}" for number in range(1, 11))


class MunicipalCase(WindowCase):
    """One municipality's case in the new grant."""

    @property
    def award_id(self) -> int:
        """As the list of cases has it."""
        found = self.requisition().table.current_id()
        assert found is not None
        return found

    def receive(self, bankgiro: str, case_number: str) -> None:
        """The form with what the municipality has written in the service: as many bicycles as it may have."""
        page = self.requisition()
        self.at.next_step()
        form = page.case.entry
        self.at.wait(form.isVisible)
        (amount,) = form.amounts.fields.values()
        for field, text in (
            (form.ui.caseNumber, case_number),
            (amount.edit, "1 548 360"),
            (form.ui.number, bankgiro),
            (form.ui.contactName, "Eva Exempel"),
            (form.ui.contactEmail, "eva.exempel@exempel.invalid"),
            (form.ui.reference, "ÖVNING"),
        ):
            self.at.type(text, field)
        self.at.click(form.ui.ok)
        self.at.wait(lambda: page.case.status.text() == "Handläggaren kontrollerar")


def define(programme: WindowProgramme, folder: Path) -> None:
    """Everything that the instruction says, each fact beside its sentence."""
    programme.begin(grant.TITLE, grant.SHORT, grant.CODE, "Kommuner")
    text = folder / "anvisning.txt"
    text.write_text(grant.instruction(), encoding="utf-8")
    programme.load_instruction(text)
    first, *rest = grant.FACTS
    programme.quote_from_text(first, grant.FACTS[first].value, 5)
    programme.state({name: grant.FACTS[name] for name in rest})
    programme.confirm_the_rest()
    rows = {row.name: row for row in programme.page.tabs.facts.model.rows()}
    for name, said in grant.FACTS.items():
        assert rows[name].status.swedish == said.status
        assert (rows[name].line is not None) == (said.status == grant.STATED), "each quote is in the text"


def fill(programme: WindowProgramme) -> None:
    """Part, grounds, checks, the jurist's fields and the list of municipalities."""
    programme.add_part(grant.PART, "4 000 000", "Belopp per enhet")
    programme.add_ground("Inte använt", "Bidraget är inte använt", "Ska", "Återbetalning: inte använt", (1,))
    programme.add_ground(
        "Fel ändamål", "Bidraget är använt till annat", "Kan", "Återbetalning: fel ändamål", (4,)
    )
    threshold = programme.open_condition("K01")
    assert "Faktureras över 2 500 kr" in plain(labels(threshold))
    threshold.reject()
    programme.at.settle()
    programme.set_level("L07", "Avvikelse", "Per Lund", date(2026, 6, 10))
    programme.fill_appeal("Bifall", "Ja", "Den dag mottagaren fick del", APPEAL_TEXT, SOURCE)
    programme.paste_allotment(grant.table())


def open_it(programme: WindowProgramme) -> None:
    """Another person has compared the facts; then the cases are there."""
    programme.sign_off("Per Lund", date(2026, 6, 10))
    page = programme.page
    programme.at.wait(lambda: page.status.text() == "Uppgifter godkända: kan öppnas")
    programme.at.next_step()
    programme.at.wait(lambda: page.tabs.awards.model.rowCount() == len(grant.MUNICIPALITIES))
    assert {row.recipient: row.ceiling_ore for row in page.tabs.awards.model.rows()} == {
        name: from_kronor(units * 12_903) for name, _number, units in grant.MUNICIPALITIES
    }


def grant_and_pay(case: MunicipalCase) -> None:
    """From the form to the money, by two persons."""
    at = case.at
    case.receive("111-1111", "9.1-2001/2026")
    shown = case.requisition().presenter.shown
    assert shown is not None
    assert {row.code: row.word for row in shown.page.checks} == dict.fromkeys(CHECKS, "OK")
    at.new_day(date(2026, 9, 1))
    case.propose()
    at.new_day(date(2026, 9, 3))
    case.decide(date(2026, 9, 3))
    case.send_decision(date(2026, 9, 3))
    case.prepare_payout()
    at.new_day(date(2026, 9, 8))
    case.pay(date(2026, 9, 8))


def letter(at: WindowDriver, award: int) -> str:
    """The text of the decision's PDF, on one line."""
    documents = at.office.services.documents
    (row,) = [row for row in documents.rows(award_id=award) if row.kind == "decision_letter"]
    content = documents.read(row.id).content
    assert content.startswith(b"%PDF")
    return plain(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))


def labels(dialog: QDialog) -> str:
    """Everything that a dialog says."""
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.timeout(600)
def test_a_sixth_programme_in_the_window_alone(at: WindowDriver, tmp_path: Path) -> None:
    programme = WindowProgramme(at)
    define(programme, tmp_path)
    fill(programme)
    open_it(programme)
    case = MunicipalCase(at, EKHULT)
    at.new_day(date(2026, 6, 16))
    grant_and_pay(case)
    award = case.award_id
    with at.office.opened.store.reading() as session:
        sums = award_sums(session, award)
    assert (sums.granted, sums.paid) == (AMOUNT, AMOUNT)
    text = letter(at, award)
    for sentence in SENTENCES:
        assert sentence in text, text
