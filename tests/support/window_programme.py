"""The steps that make a grant from nothing, each clicked and typed in Statsbidrag of the real window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPushButton, QWidget

from sbdesk.domain.programme_choices import KIND_WORDS
from sbdesk.gui.features.programmes.page import ProgrammesPage
from support.window_driver import CONTROL, WindowDriver
from support.window_grant import OFFICER, STATED, Said

Key = Qt.Key


@dataclass
class WindowProgramme:
    """One programme in the window, under construction."""

    at: WindowDriver

    @property
    def page(self) -> ProgrammesPage:
        """Statsbidrag, which must be shown."""
        page = self.at.page()
        assert page.title == "Statsbidrag"
        return cast("ProgrammesPage", page)

    def begin(self, title: str, short: str, code: str, recipients: str) -> None:
        """Ctrl+2, Ctrl+N, the last entry of the menu, and the names."""
        self.at.go(Key.Key_2, "Statsbidrag")
        self.at.press(Key.Key_N, CONTROL)
        self.at.press(Key.Key_Up)
        self.at.press(Key.Key_Return)
        dialog = self.at.dialog("Nytt statsbidrag")
        ui = dialog.ui
        for field, text in ((ui.title, title), (ui.shortTitle, short), (ui.year, "2026"), (ui.code, code)):
            self.at.type(text, field)
        self.pick(ui.recipientKind, recipients)
        self.submit(dialog)
        self.at.wait(lambda: self.page.detail.title.text() == short)

    def load_instruction(self, file: Path) -> None:
        """The next step of a draft without a text."""
        self.at.next_step()
        self.at.pick_file(file)
        self.at.wait(lambda: self._instruction() is not None)

    def state(self, facts: dict[str, Said]) -> None:
        """F8 to each fact, F2, its value, who says so, heading and sentence; the next one by F8."""
        self.tab("Uppgifter")
        table = self.page.tabs.facts.table
        table.setFocus()
        self.at.press(Key.Key_Home, CONTROL)
        left = dict(facts)
        for _step in range(2 * self.page.tabs.facts.model.rowCount()):
            row = table.current_row()
            assert row is not None
            said = left.pop(row.name, None)
            if said is not None:
                self._state(said)
            if not left:
                return
            self.at.press(Key.Key_F8)
        raise AssertionError(f"not among the facts: {list(left)}")

    def quote_from_text(self, name: str, value: str, line: int) -> None:
        """A fact whose sentence is taken from the instruction: Hämta citat ur texten, the line, Enter."""
        facts = self.page.tabs.facts
        self.reach(name)
        self.at.press(Key.Key_F2)
        self.at.click(facts.form.ui.fetch)
        text = self.page.instruction.text
        self.at.wait(text.hasFocus)
        self.at.press(Key.Key_Home, CONTROL)
        for _line in range(line - 1):
            self.at.press(Key.Key_Down)
        self.at.press(Key.Key_Return)
        self._enter_value(value)
        self.at.click(facts.form.ui.ok)
        self.at.wait(lambda: not facts.form.isVisible())
        text.setFocus()
        self.at.press(Key.Key_Escape)
        self.at.wait(lambda: not self.page.instruction.isVisible())

    def confirm_the_rest(self) -> None:
        """Fler, Bekräfta alla som inte står i anvisningen; then F8 and Enter on what the law says."""
        facts = self.page.tabs.facts
        self.at.click(self.button(facts.acts, "Fler"))
        menu = facts.acts.menu
        for _entry in menu.actions():
            self.at.press(Key.Key_Down)
            if menu.activeAction().text() == "Bekräfta alla som inte står i anvisningen":
                break
        self.at.press(Key.Key_Return)
        facts.table.setFocus()
        rows = facts.model.rowCount()
        while (left := _unconfirmed(self.page)) and rows > 0:
            self.at.press(Key.Key_F8)
            self.at.press(Key.Key_Return)
            assert _unconfirmed(self.page) == left - 1
            rows -= 1
        assert facts.counter.text() == f"{facts.model.rowCount()} av {facts.model.rowCount()} bekräftade"

    def add_part(self, label: str, total: str, method: str) -> None:
        """A part of the frame under Delar."""
        self.tab("Delar")
        self.at.click(self.button(self.page.tabs.components, "Ny del…"))
        dialog = self.at.dialog("Del av ramen")
        self.at.type(label, dialog.ui.label)
        self.at.type(total, dialog.total.edit)
        self.pick(dialog.ui.method, method)
        self.submit(dialog)

    def add_ground(self, code: str, label: str, modality: str, fact: str, causes: tuple[int, ...]) -> None:
        """A ground for repayment under Villkor."""
        self.tab("Villkor")
        self.at.click(self.button(self.page.tabs.conditions, "Ny grund för återkrav…"))
        dialog = self.at.dialog("Grund för återkrav")
        self.at.type(label, dialog.ui.label)
        self.pick(dialog.ui.code, code)
        self.pick(dialog.ui.modality, modality)
        self.pick(dialog.ui.fact, fact)
        for number in causes:
            box = next(box for cause, box in dialog.causes.items() if int(cause) == number)
            box.setFocus()
            self.at.press(Key.Key_Space)
            assert box.isChecked()
        self.submit(dialog)

    def open_condition(self, rule: str) -> Any:
        """The dialog of a check: its row under Villkor, and Enter."""
        self.tab("Villkor")
        table = self.page.tabs.conditions.table
        table.setFocus()
        self.at.press(Key.Key_Home, CONTROL)
        for _row in range(self.page.tabs.conditions.model.rowCount()):
            row = table.current_row()
            if row is not None and row.rule == rule:
                break
            self.at.press(Key.Key_Down)
        self.at.press(Key.Key_Return)
        return self.at.dialog("Kontroll")

    def set_level(self, rule: str, level: str, second: str, on: date) -> None:
        """A level without ground, which a second person signs."""
        dialog = self.open_condition(rule)
        self.pick(dialog.ui.level, level)
        QTest.mouseClick(dialog.ui.ok, Qt.MouseButton.LeftButton)
        self.sign("Underteckna nivån", second, f"nivån för {rule}", on)

    def fill_appeal(self, kind: str, allowed: str, start: str, text: str, source: str) -> None:
        """The jurist's field for one kind of decision under Överklagande."""
        self.tab("Överklagande")
        appeals = self.page.tabs.appeals
        appeals.table.setFocus()
        self.at.press(Key.Key_Home, CONTROL)
        for _row in range(appeals.model.rowCount()):
            if self._appeal_title() == f"Överklagande: {kind.lower()}":
                break
            self.at.press(Key.Key_Down)
        self.at.press(Key.Key_Return)
        dialog = self.at.dialog(f"Överklagande: {kind.lower()}")
        self.pick(dialog.ui.allowed, allowed)
        self.pick(dialog.ui.start, start)
        self.at.type(text, dialog.ui.text)
        self.at.type(source, dialog.ui.source)
        self.at.ok(dialog)

    def paste_allotment(self, table: str) -> None:
        """What was copied in Excel, with Ctrl+V under Fördelning; confirmed with Ctrl+Enter."""
        self.tab("Fördelning")
        allotments = self.page.tabs.allotments
        QGuiApplication.clipboard().setText(table)
        allotments.table.setFocus()
        self.at.press(Key.Key_V, CONTROL)
        self.at.wait(allotments.entry.isVisible)
        self.at.wait(allotments.entry.confirm.isEnabled)
        self.at.next_step()
        self.at.wait(lambda: not allotments.entry.isVisible())

    def sign_off(self, second: str, on: date) -> None:
        """Registrera granskning, with the signed page."""
        self.at.next_step()
        self.sign("Registrera granskning", second, "granskning av uppgifterna om lånecyklar", on)

    def sign(self, title: str, second: str, what: str, on: date) -> None:
        """Who has signed, when, and the scanned page."""
        dialog = self.at.dialog(title)
        self.pick(dialog.ui.officer, second)
        self.at.type(on.isoformat(), dialog.day.edit)
        self.at.type(str(self.at.signed(second, what, on)), dialog.ui.file)
        self.at.ok(dialog)

    def tab(self, title: str) -> None:
        """A click on the tab whose title begins so."""
        tabs = self.page.tabs
        number = next(n for n in range(tabs.count()) if tabs.tabText(n).startswith(title))
        bar = tabs.tabBar()
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(number).center())
        self.at.settle()
        assert tabs.currentIndex() == number

    def reach(self, name: str) -> None:
        """F8 from the first fact until the one wanted is chosen."""
        table = self.page.tabs.facts.table
        table.setFocus()
        self.at.press(Key.Key_Home, CONTROL)
        for _row in range(self.page.tabs.facts.model.rowCount()):
            row = table.current_row()
            if row is not None and row.name == name:
                return
            self.at.press(Key.Key_F8)
        raise AssertionError(f"F8 does not reach {name}")

    def pick(self, combo: QComboBox, words: str) -> None:
        """An entry of a list with the arrow keys."""
        combo.setFocus()
        self.at.press(Key.Key_Home)
        for _entry in range(combo.count()):
            if combo.currentText().startswith(words):
                return
            self.at.press(Key.Key_Down)
        assert combo.currentText().startswith(words), (words, combo.currentText())

    def button(self, inside: QWidget, text: str) -> QAbstractButton:
        """The button with this text that can be seen."""
        found = [one for one in inside.findChildren(QPushButton) if one.text() == text and one.isVisible()]
        assert found, f"no button {text!r}"
        return found[0]

    def submit(self, dialog: Any) -> None:
        """Its button; the dialog stays until the service has taken what it holds."""
        QTest.mouseClick(dialog.ui.ok, Qt.MouseButton.LeftButton)
        assert not dialog.ui.problem.isVisible(), dialog.ui.problem.text()
        self.at.settle()
        self.at.be_active()
        assert self.at.focus().window() is self.at.window

    def _state(self, said: Said) -> None:
        facts = self.page.tabs.facts
        form = facts.form
        self.at.press(Key.Key_F2)
        assert form.isVisible()
        if said.status != form.ui.status.currentText():
            self.pick(form.ui.status, said.status)
        self._enter_value(said.value)
        if said.status == OFFICER:
            self.at.type(said.sentence, form.ui.reason)
        else:
            assert said.status == STATED
            self.at.type(said.heading, form.ui.heading)
            self.at.type(said.sentence, form.ui.quote)
        self.at.click(form.ui.ok)
        assert not form.isVisible(), form.ui.problem.text()
        self.at.wait(facts.table.hasFocus)

    def _enter_value(self, value: str) -> None:
        field = self.page.tabs.facts.form.value
        place = field.stack.currentWidget()
        assert place is not None
        if isinstance(place, QComboBox):
            self.pick(place, value)
        else:
            self.at.type(value, place.focusProxy() or place)

    def _instruction(self) -> str | None:
        shown = self.page.presenter.shown
        return None if shown is None else shown.page.instruction_name

    def _appeal_title(self) -> str:
        row = self.page.tabs.appeals.table.current_row()
        return "" if row is None else f"Överklagande: {KIND_WORDS[row.kind].lower()}"


def _unconfirmed(page: ProgrammesPage) -> int:
    return sum(not row.confirmed_by for row in page.tabs.facts.model.rows())
