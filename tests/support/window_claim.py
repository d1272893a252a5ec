"""The steps of a claim, each clicked and typed in Återkrav of the real window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from PySide6.QtCore import Qt

from sbdesk.domain.ore import Ore, format_ore
from sbdesk.gui.context import Target
from sbdesk.gui.features.recoveries.page import RecoveriesPage
from support.window_driver import WindowDriver


@dataclass
class WindowClaim:
    """The claim on one region in the window."""

    at: WindowDriver
    recipient: str

    @property
    def award_id(self) -> int:
        return self.at.office.award(self.recipient)

    def page(self) -> RecoveriesPage:
        """Återkrav with the region's claim."""
        self.at.window.navigate("recoveries", Target(id=self.award_id))
        page = cast("RecoveriesPage", self.at.page())
        self.at.wait(lambda: self.recipient in page.case.title.text())
        return page

    def create(self) -> None:
        """From the fixed reconciliation, by its next step."""
        self.at.window.navigate("reconciliations", Target(id=self.award_id))
        self.at.settle()
        self.at.next_step()
        dialog = self.at.dialog("Skapa återkravsförslag")
        assert dialog.ui.choice.currentText().startswith(self.recipient)
        self.at.ok(dialog)
        assert self.at.page().title == "Återkrav"

    def hear(self, sent: date) -> None:
        """The letter before the decision, made with the answer day the page proposes and marked as sent."""
        self._ask("Skapa brev inför beslut")
        self._ask("Markera brevet inför beslut som skickat", day=sent, choice="E-post")

    def answer(self, on: date) -> None:
        """A final answer without objection."""
        self._ask("Registrera yttrande", day=on, text="Regionen har inget att invända.", tick=True)

    def propose(self) -> None:
        """Lay the claim before Karin Ek."""
        self._ask("Lämna över för beslut", choice="Karin Ek")

    def decide(self, on: date) -> None:
        """Karin Ek has signed; sent and received the same day."""
        self.page()
        self.at.next_step()
        dialog = self.at.dialog("Registrera beslut")
        self.at.choose(dialog.ui.choice, "Karin Ek")
        self.at.type(on.isoformat(), dialog.day.edit)
        signed = self.at.signed("Karin Ek", f"beslut om återkrav, {self.recipient}", on)
        self.at.type(str(signed), dialog.ui.file)
        self.at.ok(dialog)
        self._ask("Markera beslutet som skickat", day=on, choice="E-post")
        self._ask("Ange när mottagaren fick beslutet", day=on)

    def invoice(self, on: date) -> None:
        """No interest, draft, issue, sent."""
        self._ask("Dröjsmålsränta", choice="Nej")
        page = self.page()
        self.at.next_step()
        self.at.wait(lambda: page.case.invoices.rowCount() == 1)
        self._ask("Utfärda faktura")
        self._ask("Markera fakturan som skickad", day=on, choice="E-post")

    def pay(self, on: date, amount: Ore) -> None:
        """A payment with the invoice's OCR number, which the page fills in."""
        self.page()
        self.at.next_step()
        dialog = self.at.dialog("Registrera inbetalning")
        self.at.type(on.isoformat(), dialog.day.edit)
        self.at.type(format_ore(amount), dialog.amount.edit)
        self.at.type(f"ÖVNINGSDATA-{on:%Y%m%d}", dialog.ui.entry)
        self.at.ok(dialog)

    def _ask(
        self, title: str, *, day: date | None = None, choice: str = "", text: str = "", tick: bool = False
    ) -> None:
        """The next step, which must be the one with this dialog."""
        self.page()
        self.at.next_step()
        dialog: Any = self.at.dialog(title)
        if choice:
            self.at.choose(dialog.ui.choice, choice)
        if day is not None:
            self.at.type(day.isoformat(), dialog.day.edit)
        if text:
            self.at.type(text, dialog.ui.text)
        if tick:
            dialog.ui.tick.setFocus()
            self.at.press(Qt.Key.Key_Space)
            assert dialog.ui.tick.isChecked()
        self.at.ok(dialog)
