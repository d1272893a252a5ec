"""What the acts on an appeal ask the officer, as data for one dialog after the other."""

from __future__ import annotations

from collections.abc import Callable

from sbdesk.domain.appeal import JUDGMENTS, AppealOutcome, Excuse
from sbdesk.domain.appeal_actions import AppealAct
from sbdesk.gui.features.requisitions.question import People, Question, others
from sbdesk.services.appeals_reading import AppealRow, AppealsPage

RESULTS = (
    ("unchanged", "Beslutet ändras inte"),
    ("as_asked", "Beslutet är ändrat som mottagaren begär"),
    ("changed", "Beslutet är ändrat på annat sätt"),
)
"""What a reconsideration may come to."""

_FILE = "&Handling (obligatorisk)"


def register_question(page: AppealsPage) -> Question:
    """A new appeal."""
    return Question(
        "Registrera överklagande",
        "Registrera överklagandet",
        f"{page.recipient} har överklagat ett beslut. Bifoga handlingen som den kom in.",
        choice_label="&Beslut som överklagas",
        choices=tuple((choice.id, choice.words) for choice in page.decisions),
        day_label="Kom in den &dag (obligatorisk)",
        day=page.today,
        text_label="&Vad mottagaren begär (obligatoriskt)",
        file_label=_FILE,
    )


def questions_of(
    act: AppealAct, page: AppealsPage, row: AppealRow, people: People, me: int
) -> tuple[Question, ...]:
    """The act's questions, asked one after the other; none is done at once."""
    made = _ASKED[act](page, row)
    if act not in _SECOND or not page.signed_outside:
        return made
    deciders = others(people, me, "decider")
    return (
        *made,
        Question(
            made[0].title,
            made[0].ok,
            "Den som beslutar skriver under på papper.",
            choice_label="&Vem har skrivit under (obligatoriskt)",
            choices=deciders,
            day_label="&Underskriven den dag (obligatorisk)",
            day=page.today,
            file_label="Undertecknad s&ida (obligatorisk)",
            careful=True,
        ),
    )


_SECOND = (AppealAct.DISMISS, AppealAct.RECONSIDER)


def _test(page: AppealsPage, row: AppealRow) -> tuple[Question, ...]:
    if not row.appealable:
        words = (
            "Beslutet får inte överklagas. Om det prövas av domstolen, som vi lämnar över till (47 § "
            "förvaltningslagen)."
        )
        return (Question("Pröva om det kom in i tid", "Gå vidare", words),)
    return (
        Question(
            "Pröva om det kom in i tid",
            "Pröva",
            f"Överklagandet kom in {row.received_on.isoformat()}. Kom det för sent får du ange varför det "
            "ändå ska prövas (45 § förvaltningslagen).",
            choice_label="&Om det kom in för sent",
            choices=(("", "Inget undantag"), *((excuse.value, excuse.swedish) for excuse in Excuse)),
            day_label="&Mottagaren fick beslutet den dag",
            day=row.notified_on,
            day_required=False,
            line_label="S&käl för undantaget",
        ),
    )


def _reason(title: str, ok: str, intro: str = "", label: str = "&Skäl (obligatoriskt)") -> Question:
    return Question(title, ok, intro, text_label=label)


def _reconsider(page: AppealsPage, row: AppealRow) -> tuple[Question, ...]:
    new = (
        f"Nytt beslut efter överklagandet: {row.new_decision}."
        if row.new_decision
        else "Inget nytt beslut är fattat efter överklagandet. Ska det ändras görs det först."
    )
    return (
        Question(
            "Ta ställning till omprövning",
            "Registrera ställningstagandet",
            f"Mottagaren begär: {row.asks} {new}",
            choice_label="&Omprövningen",
            choices=RESULTS,
            text_label="&Skäl (obligatoriskt)",
        ),
    )


def _hand_over(page: AppealsPage, row: AppealRow) -> tuple[Question, ...]:
    return (
        Question(
            "Lämna över till domstolen",
            "Lämna över",
            "Brevet till domstolen listar alla handlingar i ärendet. Skicka dem med det.",
            line_label="&Domstol (obligatoriskt)",
            line=row.court,
            line_required=True,
        ),
    )


def _dismissal_appealed(page: AppealsPage, row: AppealRow) -> tuple[Question, ...]:
    return (
        Question(
            "Avvisningen överklagas",
            "Lämna över",
            "Överklagandet av avvisningen lämnas över till domstolen.",
            line_label="&Domstol (obligatoriskt)",
            line_required=True,
            file_label=_FILE,
        ),
    )


def _judgment(page: AppealsPage, row: AppealRow) -> tuple[Question, ...]:
    return (
        Question(
            "Registrera domstolens avgörande",
            "Registrera avgörandet",
            choice_label="&Domstolen",
            choices=tuple((it.value, _JUDGED[it]) for it in JUDGMENTS),
            day_label="&Avgjort den dag (obligatorisk)",
            day=page.today,
            line_label="&Målnummer (obligatoriskt)",
            line_required=True,
            file_label=_FILE,
        ),
    )


_JUDGED = {
    AppealOutcome.CHANGED: "har ändrat beslutet",
    AppealOutcome.UNCHANGED: "har inte ändrat beslutet",
    AppealOutcome.REMITTED: "har återförvisat ärendet till oss",
    AppealOutcome.NOT_TRIED: "har avvisat överklagandet",
}


def _higher(page: AppealsPage, row: AppealRow) -> tuple[Question, ...]:
    return (
        Question(
            "Överklagande till högre domstol",
            "Registrera",
            day_label="Ö&verklagat den dag (obligatorisk)",
            day=page.today,
            line_label="&Domstol (obligatoriskt)",
            line_required=True,
        ),
    )


def _inhibition(page: AppealsPage, row: AppealRow) -> tuple[Question, ...]:
    return (
        Question(
            "Registrera inhibition",
            "Registrera inhibition",
            "Återkrav, faktura, påminnelse och utbetalning stoppas så länge inhibitionen gäller.",
            day_label="&Gäller från (obligatorisk)",
            day=page.today,
            file_label=_FILE,
        ),
    )


def _lift(page: AppealsPage, row: AppealRow) -> tuple[Question, ...]:
    return (
        Question(
            "Inhibitionen är hävd",
            "Registrera",
            day_label="&Hävd från (obligatorisk)",
            day=page.today,
            text_label="&Skäl (obligatoriskt)",
        ),
    )


_ASKED: dict[AppealAct, Callable[[AppealsPage, AppealRow], tuple[Question, ...]]] = {
    AppealAct.TEST_TIME: _test,
    AppealAct.RETEST: lambda page, row: (_reason("Pröva tiden på nytt", "Pröva på nytt"),),
    AppealAct.DISMISS: lambda page, row: (
        _reason(
            "Besluta att avvisa överklagandet",
            "Avvisa",
            "Beslutet får nummer och brev. Det kan inte ångras.",
            "&Skäl, står i beslutet (obligatoriskt)",
        ),
    ),
    AppealAct.RECONSIDER: _reconsider,
    AppealAct.CLOSE: lambda page, row: (),
    AppealAct.HAND_OVER: _hand_over,
    AppealAct.APPEAL_DISMISSAL: _dismissal_appealed,
    AppealAct.JUDGMENT: _judgment,
    AppealAct.HIGHER_COURT: _higher,
    AppealAct.WITHDRAW: lambda page, row: (
        Question("Registrera återkallelse", "Registrera återkallelsen", file_label=_FILE),
    ),
    AppealAct.SET_INHIBITION: _inhibition,
    AppealAct.LIFT_INHIBITION: _lift,
}
