"""The steps of a region's case, each clicked and typed in the pages of the real window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from sbdesk.domain.findings import Level
from sbdesk.domain.ore import Ore, format_ore
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.gui.context import Target
from sbdesk.gui.features.ledger_imports.page import LedgerImportPage
from sbdesk.gui.features.reconciliations.page import ReconciliationsPage
from sbdesk.gui.features.reports.page import ReportsPage
from sbdesk.gui.features.requisitions.page import RequisitionsPage
from sbdesk.services.practice_cases import EXPLANATION, REJECTED
from support.window_driver import CONTROL, WindowDriver

Key = Qt.Key


@dataclass
class WindowCase:
    """One region in the window."""

    at: WindowDriver
    recipient: str

    @property
    def award_id(self) -> int:
        return self.at.office.award(self.recipient)

    def requisition(self) -> RequisitionsPage:
        """Ctrl+4 and the region's case: found in the list by typing its name in the search field."""
        self.at.go(Key.Key_4, "Rekvisitioner")
        page = cast("RequisitionsPage", self.at.page())
        self.at.type(self.recipient, page.filter.field)
        self.at.wait(lambda: page.case.title.text().startswith(self.recipient))
        return page

    def receive(self, bankgiro: str, case_number: str) -> None:
        """Fill the form with what the requisition says: everything that is allotted."""
        page = self.requisition()
        self.at.next_step()
        form = page.case.entry
        self.at.wait(form.isVisible)
        self.at.type(case_number, form.ui.caseNumber)
        parts = self.at.office.services.requisitions.case(self.award_id).parts
        for field, part in zip(form.amounts.fields.values(), parts, strict=True):
            self.at.type(format_ore(part.allotted_ore or 0), field.edit)
        for field, text in (
            (form.ui.number, bankgiro),
            (form.ui.contactName, "Eva Exempel"),
            (form.ui.contactEmail, "eva.exempel@exempel.invalid"),
            (form.ui.reference, "CSD 2026"),
        ):
            self.at.type(text, field)
        self.at.click(form.ui.ok)
        self.at.wait(lambda: page.case.status.text() == "Handläggaren kontrollerar")

    def propose(self) -> None:
        """Lay it before Karin Ek."""
        page = self.requisition()
        self.at.next_step()
        self.at.wait(page.case.proposal.isVisible)
        self.at.click(page.case.proposal.ui.ok)
        self.at.wait(lambda: page.case.status.text() == "Väntar på underskrift: Karin Ek")

    def decide(self, on: date) -> None:
        """Register Karin Ek's signature."""
        page = self.requisition()
        self.at.next_step()
        dialog = self.at.dialog("Registrera beslut")
        self._sign(dialog, "Karin Ek", f"beslut om statsbidrag till {self.recipient}", on)
        self.at.wait(lambda: page.case.status.text().startswith("Beviljad"))

    def send_decision(self, on: date) -> None:
        """Mark the letter as sent."""
        self.requisition()
        self.at.next_step()
        dialog = self.at.dialog("Markera beslutet som skickat")
        self.at.choose(dialog.ui.choice, "E-post")
        self.at.type(on.isoformat(), dialog.day.edit)
        self.at.ok(dialog)

    def prepare_payout(self) -> None:
        """Account and appropriation item."""
        self.requisition()
        self.at.next_step()
        dialog = self.at.dialog("Skapa utbetalningsunderlag")
        self.at.type("ÖVNING 7310", dialog.ui.account)
        self.at.type("ÖVNING", dialog.ui.item)
        self.at.ok(dialog)

    def pay(self, on: date) -> None:
        """Karin Ek's attest, and that the bank has paid."""
        page = self.requisition()
        self.at.next_step()
        dialog = self.at.dialog("Attestera")
        self._sign(dialog, "Karin Ek", f"attest av utbetalning till {self.recipient}", on)
        self.at.next_step()
        dialog = self.at.dialog("Markera utbetald")
        self.at.type(on.isoformat(), dialog.day.edit)
        self.at.type(f"ÖVNING-{on:%Y%m%d}", dialog.ui.line)
        self.at.ok(dialog)
        self.at.wait(lambda: page.case.status.text() == f"Utbetald {on}")

    def report(self, on: date, used: Ore) -> None:
        """Ctrl+5, the region, and what it says it has used."""
        self.at.go(Key.Key_5, "Återrapportering")
        page = cast("ReportsPage", self.at.page())
        self.at.type(self.recipient, page.filters.field)
        self.at.wait(lambda: page.title_label.text().startswith(self.recipient))
        self.at.next_step()
        dialog = self.at.dialog("Registrera återrapport")
        self.at.type(on.isoformat(), dialog.received.edit)
        self.at.type(format_ore(used), dialog.used.edit)
        self.at.ok(dialog)
        self.at.wait(lambda: page.status.text() == "Handläggaren granskar")

    def import_ledger(self, extract: Path, stated: Ore) -> None:
        """Ctrl+I, Ctrl+N, the file's path, the total the region has stated, Läs in."""
        self.at.press(Key.Key_I, CONTROL)
        page = cast("LedgerImportPage", self.at.page())
        assert page.title == "Huvudboksimport"
        self.at.press(Key.Key_N, CONTROL)
        self.at.pick_file(extract)
        self.at.wait(page.ui.reading.isVisible)
        assert page.ui.award.currentText().startswith(self.recipient)
        self.at.type(format_ore(stated), page.stated.edit)
        self.at.press(Key.Key_Tab)
        self.at.wait(page.confirm.isEnabled)
        self.at.click(page.confirm)
        self.at.wait(lambda: "inlästa" in page.message_bar.text())

    def reconciliation(self) -> ReconciliationsPage:
        """The region's rows."""
        self.at.window.navigate("reconciliations", Target(id=self.award_id))
        page = cast("ReconciliationsPage", self.at.page())
        self.at.wait(lambda: page.case.title.text().startswith(self.recipient))
        self.at.wait(lambda: page.case.table.lines.rowCount() > 0)
        return page

    def judge(self) -> None:
        """Every row with a deviation by its key, then the rest with one click."""
        page = self.reconciliation()
        page.case.table.setFocus()
        causes = _held_against(page)
        ids = list(page.shown_ids())
        assert sorted(ids) == sorted(causes), "what must be judged is shown first"
        self._try_the_other_keys(page)
        for line_id in ids:
            page.go_to_line(line_id)
            self.verdict(causes[line_id])
        self.at.wait(lambda: page.presenter.page is not None and page.presenter.page.counts.to_judge == 0)
        self.at.click(page.case.approve)
        self.at.wait(lambda: not page.case.approve.isVisible())

    def verdict(self, cause: VerdictCause | None) -> None:
        """G, or U and the cause's digit; a comment where the cause asks for one."""
        if cause is None:
            self.at.press(Key.Key_G)
            return
        self.at.press(Key.Key_U)
        self.at.press(Key(Key.Key_0 + int(cause)))

    def _try_the_other_keys(self, page: ReconciliationsPage) -> None:
        """V with a day, D with an amount, and Ctrl+Z takes both back."""
        first = page.shown_ids()[-1]
        before = self._verdict_of(first)
        page.go_to_line(first)
        self.at.press(Key.Key_V)
        self.at.ok(self.at.dialog("Låt 1 rad vänta på underlag"))
        waiting = self._verdict_of(first)
        page.go_to_line(first)
        self.at.press(Key.Key_D)
        dialog = self.at.dialog("Underkänn en del av raden")
        self.at.type("1,00", dialog.field.edit)
        self.at.ok(dialog)
        self.at.press(Key.Key_1)
        assert len({before, waiting, self._verdict_of(first)}) == 3
        self.at.press(Key.Key_Z, CONTROL)
        assert self._verdict_of(first) == waiting
        self.at.press(Key.Key_Z, CONTROL)
        assert self._verdict_of(first) == before

    def _verdict_of(self, line_id: int) -> str:
        (row,) = self.at.office.services.reconciliations.lines.rows([line_id])
        return f"{row.judged.value} {row.cause_words} {row.accepted_ore}"

    def explain(self) -> None:
        """Give the reason for what concerns the whole extract, under Fynd."""
        page = self.reconciliation()
        page.case.detail.go_to_findings()
        while asks := self._asking(page):
            self.at.click(asks[0])
            dialog = self.at.dialog("Motivera")
            self.at.type(EXPLANATION, dialog.field.edit)
            self.at.ok(dialog)

    def _asking(self, page: ReconciliationsPage) -> list[QPushButton]:
        self.at.settle()
        buttons = page.case.detail.findings.findChildren(QPushButton)
        return [button for button in buttons if button.text() == "Motivera…" and button.isVisible()]

    def hand_over(self) -> None:
        """Lämna över för granskning."""
        page = self.reconciliation()
        self.at.next_step()
        self.at.wait(lambda: "Per Lund" in page.case.status.text() or "granskning" in page.case.status.text())

    def fix(self, on: date) -> None:
        """Per Lund has signed."""
        page = self.reconciliation()
        self.at.next_step()
        dialog = self.at.dialog("Fastställ avstämningen")
        self.at.choose(dialog.ui.officer, "Per Lund")
        self.at.type(on.isoformat(), dialog.day.edit)
        page_file = self.at.signed("Per Lund", f"avstämning för {self.recipient}", on)
        self.at.type(str(page_file), dialog.ui.file)
        self.at.ok(dialog)
        self.at.wait(lambda: "Fastställd" in page.case.status.text())

    def _sign(self, dialog: object, name: str, what: str, on: date) -> None:
        ui = dialog.ui  # type: ignore[attr-defined]
        self.at.choose(ui.choice, name)
        self.at.type(on.isoformat(), dialog.day.edit)  # type: ignore[attr-defined]
        self.at.type(str(self.at.signed(name, what, on)), ui.file)
        self.at.ok(dialog)


def _held_against(page: ReconciliationsPage) -> dict[int, VerdictCause | None]:
    """Each row with a stop or deviation as the page shows it, and the cause the officer sees in it."""
    shown = page.presenter.page
    assert shown is not None
    held: dict[int, VerdictCause | None] = {}
    for group in shown.groups:
        for finding in group.findings:
            if finding.line_id is not None and group.level is not Level.NOTE:
                held.setdefault(finding.line_id, REJECTED.get(group.code))
    return held
