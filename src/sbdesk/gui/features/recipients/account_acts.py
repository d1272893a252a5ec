"""What can be done in the tab Konton."""

from __future__ import annotations

from datetime import date

from sbdesk.domain.identifiers import AccountKind, CheckResult, check_account
from sbdesk.domain.parties import AccountSource
from sbdesk.gui.features.recipients.acting import NO_ROW, Asking, Shown, action, required_file
from sbdesk.gui.features.recipients.questions import Answer, Question
from sbdesk.gui.shown import Action
from sbdesk.services.changes import Done
from sbdesk.services.recipient_accounts import NewAccount
from sbdesk.services.recipient_rows import AccountRow
from sbdesk.services.requisition_inputs import AccountInput

_KINDS = tuple((kind, kind.swedish) for kind in AccountKind)
_SOURCES = tuple((source, source.swedish.capitalize()) for source in AccountSource)
_LABELS = {
    "choice": "&Slag (obligatoriskt)",
    "line": "&Clearingnummer (obligatoriskt)",
    "second": "&Nummer (obligatoriskt)",
    "other": "&Kom in (obligatoriskt)",
    "tick": "Numret är &jämfört med mottagarens handling",
    "file": "&Handling där kontot står",
}


class AccountActs:
    """Enter, call back, confirm, attach the document; an account is never taken away."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def actions(self, shown: Shown, row: AccountRow | None) -> list[Action]:
        """What the row with the focus allows; the first is the next step."""
        confirm = NO_ROW if row is None else row.confirm_refused
        called = NO_ROW if row is None else row.call_back_refused
        return [
            action("Skriv in konto…", lambda: self._add(shown), icon="add"),
            action("Bekräfta kontot…", lambda: self._confirm(shown, row), confirm, "sign"),
            action("Skriv in motringning…", lambda: self._call_back(row, shown.today), called),
            action("Bifoga handling…", lambda: self._attach(row), NO_ROW if row is None else ""),
        ]

    def _add(self, shown: Shown) -> None:
        recipient = shown.card.row
        question = Question(
            "Skriv in konto",
            "Skriv in",
            f"Dit {recipient.name} ska få pengar. En andra person bekräftar kontot innan något betalas ut.",
            dict(_LABELS),
            choices=_KINDS,
            others=_SOURCES,
            start=Answer(choice=AccountKind.BANKGIRO),
            line_for=AccountKind.BANK_ACCOUNT,
            check=problem_of,
        )

        def work(answer: Answer, command: str) -> Done:
            given = NewAccount(_typed(answer), AccountSource(str(answer.other)), answer.file())
            return self._asking.services.accounts.add(recipient.id, given, command)

        self._asking.ask(question, work)

    def _confirm(self, shown: Shown, row: AccountRow | None) -> None:
        if row is None:
            return
        question = Question(
            "Bekräfta kontot",
            "Bekräfta",
            f"{row.kind} {row.number}, inskrivet av {row.entered_by}. Jämför med handlingen.",
            shown.second_labels(),
            others=shown.people,
            start=Answer(signed=shown.today),
        )

        def work(answer: Answer, command: str) -> Done:
            second = shown.second(answer)
            return self._asking.services.accounts.confirm(row.id, row.version, second, command)

        self._asking.ask(question, work)

    def _call_back(self, row: AccountRow | None, today: date) -> None:
        if row is None:
            return
        question = Question(
            "Skriv in motringning",
            "Spara",
            "Ring ett nummer som var känt sedan tidigare, inte det i meddelandet. Skriv vilket nummer "
            "och vad som stämdes av, utan namn på personer.",
            {"day": "&Ringde den (obligatoriskt)", "text": "&Vad som stämdes av (obligatoriskt)"},
            start=Answer(day=today),
        )

        def work(answer: Answer, command: str) -> Done:
            day = answer.day or today
            return self._asking.services.accounts.call_back(row.id, row.version, day, answer.text, command)

        self._asking.ask(question, work)

    def _attach(self, row: AccountRow | None) -> None:
        if row is None:
            return
        question = Question(
            "Bifoga handling",
            "Bifoga",
            f"Handlingen där {row.kind} {row.number} står.",
            {"file": "&Handling (obligatorisk)"},
        )

        def work(answer: Answer, command: str) -> Done:
            file = required_file(answer)
            return self._asking.services.accounts.attach_evidence(row.id, row.version, file, command)

        self._asking.ask(question, work)


def problem_of(answer: Answer) -> str:
    """Why the number cannot be kept as typed, said while the dialog is still open."""
    given = _typed(answer)
    found = check_account(given.kind, given.number, given.clearing)
    if found.result is CheckResult.OK or (found.result is CheckResult.UNKNOWN_RANGE and answer.tick):
        return ""
    text = found.text or ""
    if found.result is CheckResult.UNKNOWN_RANGE:
        return f"{text} Markera sedan att numret är jämfört."
    return f"{text} Rätta numret."


def told(row: AccountRow) -> str:
    """The history of an account in a few sentences."""
    parts = [
        f"Inskrivet {row.entered_on} av {row.entered_by}, kom {row.source}.",
        f"{row.check}." if row.check else "",
        f"Motringning {row.called_back}." if row.called_back else "",
        f"{row.confirmed_by}." if row.confirmed_by else "",
        f"Handling: {row.evidence}." if row.evidence else "",
        f"Samma konto används av {row.shared_with}." if row.shared_with else "",
    ]
    return " ".join(part for part in parts if part)


def _typed(answer: Answer) -> AccountInput:
    kind = AccountKind(str(answer.choice))
    return AccountInput(kind, answer.second, answer.line or None, compared=answer.tick)
