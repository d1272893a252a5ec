"""The shared widgets show what they are given, say it aloud, and act by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.gui_parts import Heard

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui import application, palette
from sbdesk.gui.look import Theme, Tone
from sbdesk.gui.shown import (
    Action,
    CheckItem,
    Quotation,
    Reached,
    Status,
    TimelineItem,
    case_steps,
)
from sbdesk.gui.widgets.checks_list import ChecksList
from sbdesk.gui.widgets.elided import elided_heading
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.message_bar import MessageBar
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.quote_box import QuoteBox
from sbdesk.gui.widgets.status_strip import StatusStrip
from sbdesk.gui.widgets.timeline import Timeline


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


def shown(qtbot: QtBot, widget: QWidget, width: int = 900, height: int = 400) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()


def texts(widget: QWidget) -> list[str]:
    QApplication.processEvents()  # a layout shows what is new when Qt has time
    return [
        found.text() for found in widget.findChildren(QLabel) if found.text() and found.isVisibleTo(widget)
    ]


def button(widget: QWidget, text: str) -> QPushButton:
    return next(found for found in widget.findChildren(QPushButton) if found.text() == text)


def nothing() -> None:
    pytest.fail("must not be called")


def test_a_heading_gives_way_with_an_ellipsis(qtbot: QtBot) -> None:
    title = elided_heading("page")
    title.setText("Övningsförbundet Söder (ÖVNINGSDATA) · RSS socialtjänst 2026")
    shown(qtbot, title, width=1200, height=40)
    assert title.shown_text() == title.text()
    title.resize(200, 40)
    assert title.shown_text().startswith("Övningsf")
    assert title.shown_text().endswith("…")
    assert title.minimumSizeHint().width() < 200
    drawn = title.grab().toImage()
    title.setText("")
    assert title.grab().toImage() != drawn


def test_a_forbidden_action_must_say_why() -> None:
    with pytest.raises(ValueError, match="Besluta"):
        Action("Besluta", nothing, enabled=False)


def test_the_message_bar_tells_what_is_safe_and_what_to_do(qtbot: QtBot) -> None:
    bar, ran = MessageBar(), Heard()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    error = UserFacingError("Filen är öppen i Excel.", "Inget är inläst.", "Stäng den i Excel.")
    bar.show_error(error, Action("Försök igen", lambda: ran("again")))
    assert texts(bar) == ["Filen är öppen i Excel.", "Inget är inläst. Stäng den i Excel."]
    assert bar.text() == str(error)
    button(bar, "Försök igen").click()
    assert ran.told == ["again"]
    bar.tell(Tone.MUTED, "Kort.")
    assert texts(bar) == ["Kort."]
    bar.findChildren(QToolButton)[0].click()
    assert (bar.text(), bar.isHidden()) == ("", True)


def test_the_status_strip_says_who_acts_and_draws_the_steps(qtbot: QtBot) -> None:
    strip = StatusStrip()
    shown(qtbot, strip)
    strip.show_status(Status(Tone.WAITING, "Väntar på beslutsfattaren: beslut", case_steps(1)))
    wide = strip.grab().toImage()
    assert strip.text() == strip.accessibleDescription() == "Väntar på beslutsfattaren: beslut"
    steps = strip.findChildren(QWidget)[-1]
    assert steps.accessibleDescription().startswith("Rekvisition klart, Beslut pågår, Utbetalning återstår")
    strip.show_status(Status(Tone.OK, "Avslutat", case_steps(5)))
    assert strip.grab().toImage() != wide
    strip.show_status(Status(Tone.MUTED, "Inget ärende"))
    assert steps.isHidden()
    assert [step.reached for step in case_steps(5)] == [Reached.DONE] * 5


def test_a_narrow_step_line_keeps_the_name_of_the_step_under_way(qtbot: QtBot) -> None:
    strip = StatusStrip()
    strip.show_status(Status(Tone.NOTE, "Handläggaren kontrollerar", case_steps(0)))
    shown(qtbot, strip, 900)
    assert strip.minimumSizeHint().width() < strip.sizeHint().width()
    wide = strip.grab().toImage().size()
    strip.resize(strip.minimumSizeHint().width(), 80)
    assert strip.grab().toImage().size() != wide


def test_the_next_step_runs_only_when_allowed(qtbot: QtBot) -> None:
    bar, ran = NextStepBar(), Heard()
    shown(qtbot, bar)
    assert not bar.run()
    bar.show_actions(
        [Action("Besluta", lambda: ran("decided"))],
        [
            Action("Avslå…", lambda: ran("refused"), icon="close", shortcut="Ctrl+Shift+A"),
            Action("Rätta…", nothing, enabled=False, reason="Beslutet är fattat."),
        ],
    )
    button(bar, "Besluta").click()
    assert bar.run()
    menu = bar.findChildren(QPushButton)[1].menu()
    allowed, forbidden = menu.actions()
    allowed.trigger()
    assert ran.told == ["decided", "decided", "refused"]
    assert (forbidden.isEnabled(), forbidden.text()) == (False, "Rätta… – Beslutet är fattat.")
    bar.show_actions([Action("Besluta", nothing, enabled=False, reason="2 stopp hindrar bifall.")], [])
    assert (bar.run(), bar.reason()) == (False, "2 stopp hindrar bifall.")
    assert not button(bar, "Fler åtgärder").isVisible()
    assert button(bar, "Besluta").accessibleDescription() == "Nästa steg. 2 stopp hindrar bifall."
    inline = bar.sizeHint().height()
    bar.resize(400, 100)
    assert bar.sizeHint().height() > inline, "in a narrow window the reason stands under the buttons"


def test_the_empty_state_offers_one_thing(qtbot: QtBot) -> None:
    state, ran = EmptyState(), Heard()
    qtbot.addWidget(state)
    state.tell("Ingen huvudbok är inläst.", Action("Välj fil…", lambda: ran("file")))
    button(state, "Välj fil…").click()
    assert (state.text(), ran.told) == ("Ingen huvudbok är inläst.", ["file"])
    state.tell("Inget väntar på dig.")
    assert button(state, "Välj fil…").isHidden()


def test_a_quotation_opens_its_text_only_when_it_is_loaded(qtbot: QtBot) -> None:
    box, opened = QuoteBox(), Heard()
    qtbot.addWidget(box)
    box.show_quotation(Quotation("Regionen får inte ha en skuld.", "PMC 2026, rad 81", lambda: opened(81)))
    assert texts(box) == ["”Regionen får inte ha en skuld.”", "PMC 2026, rad 81"]
    button(box, "Öppna texten").click()
    assert opened.told == [81]
    box.show_quotation(Quotation("Annat.", "CSD 2026"))
    assert button(box, "Öppna texten").isHidden()
    box.show_quotation(None)
    assert box.isHidden()


def test_checks_come_gravest_first_with_word_and_ground(qtbot: QtBot) -> None:
    checks, ran = ChecksList(), Heard()
    shown(qtbot, checks)
    checks.show_items([CheckItem(Tone.OK, "OK", "Gammal", "")])
    checks.show_items(
        [
            CheckItem(Tone.OK, "OK", "Ombud", "Kontrollerat."),
            CheckItem(Tone.STOP, "Stopp", "Konto", "Fel siffra.", action=Action("Ändra…", lambda: ran("go"))),
            CheckItem(
                Tone.DEVIATION, "Avvikelse", "Kom in", "En dag sent.", Quotation("Sista dag.", "rad 90")
            ),
        ]
    )
    assert [item.title for item in checks.items()] == ["Konto", "Kom in", "Ombud"]
    assert {"Stopp", "Avvikelse", "OK", "”Sista dag.”", "rad 90"} <= set(texts(checks))
    assert "Gammal" not in texts(checks)
    button(checks, "Ändra…").click()
    assert ran.told == ["go"]


def test_what_was_undone_stays_struck_through_and_labelled(qtbot: QtBot) -> None:
    timeline = Timeline()
    shown(qtbot, timeline)
    timeline.show_items([TimelineItem("2026-08-04", "Per Lund", "Gammal")])
    timeline.show_items(
        [
            TimelineItem("2026-08-05", "Anna Berg", "Registrerade", "6 000 000 kr"),
            TimelineItem("2026-08-04", "Per Lund", "Underkände", undone="fel rad, Per Lund"),
        ]
    )
    assert "Ångrat: fel rad, Per Lund" in texts(timeline)
    assert "Gammal" not in texts(timeline)
    struck = [found.text() for found in timeline.findChildren(QLabel) if found.font().strikeOut()]
    assert struck == ["Underkände"]
    assert len(timeline.items()) == 2
