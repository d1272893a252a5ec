"""What each act on a claim asks the officer before it is done, as data for one dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import Ore
from sbdesk.domain.recovery import Interest
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.gui import formats
from sbdesk.services.invoices_rows import InvoiceRow
from sbdesk.services.recoveries_rows import CandidateRow, RecoveryPage

People = tuple[tuple[int, str, tuple[str, ...]], ...]
"""Id, name with title, and roles of everybody at the desk."""

Choices = tuple[tuple[object, str], ...]

CHANNELS: Choices = (
    (DispatchChannel.E_MAIL.value, "E-post"),
    (DispatchChannel.POST.value, "Post"),
    (DispatchChannel.PORTAL.value, "E-tjänsten"),
    (DispatchChannel.PEPPOL.value, "Peppol"),
    (DispatchChannel.HAND.value, "Bud"),
)
REASON = "&Skäl (obligatoriskt)"


@dataclass(frozen=True, slots=True)
class Question:
    """A dialog's words and parts; a part without label is not asked. ``careful``: Avbryt is the default."""

    title: str
    ok: str
    intro: str = ""
    choice_label: str = ""
    choices: Choices = ()
    day_label: str = ""
    day: date | None = None
    money_label: str = ""
    money: Ore | None = None
    line_label: str = ""
    line: str = ""
    text_label: str = ""
    text: str = ""
    tick_label: str = ""
    file_label: str = ""
    file_required: bool = True
    careful: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the officer answered; parts that were not asked are empty. ``path`` is the chosen file."""

    choice: object = None
    day: date | None = None
    money: Ore | None = None
    line: str = ""
    text: str = ""
    tick: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a question is made from: the claim as shown, its invoice if any, who works here, who asks."""

    page: RecoveryPage
    people: People
    me: int
    invoice: InvoiceRow | None = None

    def others(self, role: str = "") -> Choices:
        """Everybody but the officer, with the role when one is given."""
        return tuple(
            (key, text) for key, text, roles in self.people if key != self.me and (not role or role in roles)
        )


def question_of(act: RecoveryAct, asking: Asking) -> Question:
    """The act's question; KeyError for an act that asks nothing or in a form of its own."""
    return _ASKED[act](asking)


def second_person(question: Question, choices: Choices, *, signed_outside: bool, today: date) -> Question:
    """The question with the second person's signature, where it is registered here."""
    if not signed_outside:
        return question
    return Question(
        question.title,
        question.ok,
        question.intro,
        choice_label="&Vem har skrivit under (obligatoriskt)",
        choices=choices,
        day_label="&Underskriven den dag (obligatorisk)",
        day=today,
        money_label=question.money_label,
        money=question.money,
        text_label=question.text_label,
        file_label="Undertecknad s&ida (obligatorisk)",
        careful=question.careful,
    )


def _reason(title: str, ok: str, intro: str = "") -> Callable[[Asking], Question]:
    return lambda asking: Question(title, ok, intro, text_label=REASON)


def _write_hearing(asking: Asking) -> Question:
    return Question(
        "Skapa brev inför beslut",
        "Skapa brevet",
        f"{asking.page.row.recipient} får veta vad som övervägs och varför, och kan lämna synpunkter. "
        "Programmet skickar ingenting.",
        day_label="&Yttrande senast (obligatorisk)",
        day=asking.page.default_answer_due,
    )


def _sent(title: str) -> Callable[[Asking], Question]:
    return lambda asking: sent(title, asking.page.today)


def sent(title: str, today: date) -> Question:
    """When and how a letter was sent."""
    return Question(
        title,
        "Markera som skickat",
        "Programmet skickar ingenting. Markera när du har skickat brevet.",
        choice_label="Skickat &med",
        choices=CHANNELS,
        day_label="Skickat den &dag (obligatorisk)",
        day=today,
    )


def _received(asking: Asking) -> Question:
    return Question(
        "Ange när mottagaren fick beslutet",
        "Spara dagen",
        "Tiden för överklagande räknas från den dag då mottagaren fick beslutet.",
        day_label="&Mottaget den dag (obligatorisk)",
        day=asking.page.today,
    )


def _answer(asking: Asking) -> Question:
    return Question(
        "Registrera yttrande",
        "Registrera yttrandet",
        "Det du skriver står i beslutet under rubriken Det här har ni framfört. Skriv kort och rättvist.",
        day_label="&Kom in (obligatorisk)",
        day=asking.page.today,
        text_label="Det här har &mottagaren framfört (obligatoriskt)",
        tick_label="Yttrandet är s&lutligt: mottagaren har inget mer att säga",
        file_label="&Handling",
        file_required=False,
    )


def _decider(title: str) -> Callable[[Asking], Question]:
    return lambda asking: Question(
        title,
        "Lämna över",
        f"Återkravet på {formats.kronor(asking.page.row.amount_ore)} lämnas till beslutsfattaren.",
        choice_label="&Beslutsfattare (obligatorisk)",
        choices=asking.others("decider"),
    )


def _unheard(asking: Asking) -> Question:
    return Question(
        "Besluta utan yttrande",
        "Lämna över",
        "Mottagaren ska få yttra sig om det inte är uppenbart obehövligt (25 § förvaltningslagen). "
        "Fortsätt meningen: Skälet är att …",
        choice_label="&Beslutsfattare (obligatorisk)",
        choices=asking.others("decider"),
        text_label="&Skäl, som de står i beslutet (obligatoriskt)",
    )


def _decide(asking: Asking) -> Question:
    page = asking.page
    rows = formats.count(len(page.lines), "rad", "rader")
    question = Question(
        "Registrera beslut",
        "Besluta om återkrav",
        f"Kräva tillbaka {formats.kronor(page.row.amount_ore)} från {page.row.recipient}? Beslutsfattaren "
        f"har granskat {rows}. Det kan inte ångras.",
        careful=True,
    )
    return second_person(
        question, asking.others("decider"), signed_outside=page.signed_outside, today=page.today
    )


def _reopen(asking: Asking) -> Question:
    question = Question("Öppna återkravet på nytt", "Öppna på nytt", text_label=REASON)
    page = asking.page
    return second_person(question, asking.others(), signed_outside=page.signed_outside, today=page.today)


def _interest(asking: Asking) -> Question:
    return Question(
        "Dröjsmålsränta",
        "Spara",
        "Anvisningen säger inget om dröjsmålsränta. Ta ut den bara om en jurist har angett stödet.",
        choice_label="&Tas dröjsmålsränta ut?",
        choices=((Interest.NO.value, "Nej"), (Interest.YES.value, "Ja, med stöd av")),
        line_label="&Stöd, om svaret är ja",
        line=asking.page.interest_source,
    )


def _issue(asking: Asking) -> Question:
    invoice = asking.invoice
    if invoice is None:
        raise LookupError("invoice")
    return issue(invoice)


def issue(invoice: InvoiceRow) -> Question:
    """The one confirmation before an invoice leaves."""
    return Question(
        "Utfärda faktura",
        "Utfärda faktura",
        f"Utfärda en faktura på {formats.kronor(invoice.amount_ore)} till {invoice.recipient}? "
        "Det kan inte ångras, men fakturan kan krediteras.",
        day_label="&Förfallodag (obligatorisk)",
        day=invoice.due_on,
        careful=True,
    )


def new_claim(candidates: Sequence[CandidateRow], award_id: int | None) -> Question:
    """For which award a claim is proposed; the one the officer came from first."""
    ordered = sorted(candidates, key=lambda row: row.award_id != award_id)
    return Question(
        "Skapa återkravsförslag",
        "Skapa förslag",
        "Förslaget görs från den fastställda avstämningen. Du kan ändra raderna innan mottagaren får "
        "yttra sig.",
        choice_label="&Mottagare (obligatorisk)",
        choices=tuple(
            (row.award_id, f"{row.recipient}, {row.programme}: {formats.kronor(row.left_ore)} kvar att kräva")
            for row in ordered
        ),
        tick_label="Bara &egna outnyttjade medel, utan granskade rader",
    )


_ASKED: dict[RecoveryAct, Callable[[Asking], Question]] = {
    RecoveryAct.WRITE_HEARING: _write_hearing,
    RecoveryAct.MARK_HEARING_SENT: _sent("Markera brevet inför beslut som skickat"),
    RecoveryAct.REGISTER_ANSWER: _answer,
    RecoveryAct.REDRAFT: _reason(
        "Ändra förslaget", "Ändra förslaget", "Höjs beloppet ska mottagaren få yttra sig på nytt."
    ),
    RecoveryAct.PROPOSE: _decider("Lämna över för beslut"),
    RecoveryAct.PROPOSE_SIMPLE: _decider("Lämna över för beslut utan yttrande"),
    RecoveryAct.PROPOSE_UNHEARD: _unheard,
    RecoveryAct.DECIDE: _decide,
    RecoveryAct.RETURN: _reason("Skicka tillbaka förslaget", "Skicka tillbaka"),
    RecoveryAct.MARK_DECISION_SENT: _sent("Markera beslutet som skickat"),
    RecoveryAct.MARK_DECISION_RECEIVED: _received,
    RecoveryAct.SET_INTEREST: _interest,
    RecoveryAct.ISSUE_INVOICE: _issue,
    RecoveryAct.MARK_INVOICE_SENT: _sent("Markera fakturan som skickad"),
    RecoveryAct.DROP: _reason(
        "Avsluta utan återkrav", "Avsluta", "Till exempel: mottagaren har redan betalat tillbaka."
    ),
    RecoveryAct.REOPEN: _reopen,
}
