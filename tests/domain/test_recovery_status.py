"""Every state of a claim has words, a line of steps, and for each act either leave or a Swedish reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sbdesk.domain.recovery import RECOVERY_MACHINE, Interest, RecoveryPath, RecoveryState
from sbdesk.domain.recovery_actions import (
    RULES,
    RecoveryAct,
    issue_hindrance,
    next_step_of,
    offers_of,
    refusal,
)
from sbdesk.domain.recovery_status import (
    DecisionStanding,
    HearingStanding,
    MoneyStanding,
    RecoverySituation,
    RecoveryStep,
    status_of,
    step_under_way,
    steps_of,
)

A, S = RecoveryAct, RecoveryState
TODAY = date(2027, 5, 12)
DUE = date(2027, 5, 14)
DRAFT = RecoverySituation(S.DRAFT, RecoveryPath.FULL, TODAY, 500_000, 500_000)
SENT = HearingStanding(written=True, fits=True, sent_on=date(2027, 4, 20), answer_due_on=DUE)
HEARING = replace(DRAFT, state=S.HEARING, hearing=SENT)
DECIDED = replace(
    DRAFT,
    state=S.DECIDED,
    decision=DecisionStanding(date(2027, 5, 3), sent_on=date(2027, 5, 3)),
    money=MoneyStanding(open_claim_ore=500_000, to_invoice_ore=500_000),
    interest=Interest.NO,
)
INVOICED = replace(
    DECIDED,
    state=S.INVOICED,
    money=MoneyStanding(open_claim_ore=500_000, outstanding_ore=500_000, issued=True, unsent=True),
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("act", A)
def test_every_act_in_every_state_is_permitted_or_has_a_reason(
    state: RecoveryState, act: RecoveryAct
) -> None:
    reason = refusal(replace(DRAFT, state=state), act)
    if state in RULES[act].states:
        return
    assert reason.endswith(".")
    assert reason[0].isupper()


@pytest.mark.parametrize("state", S)
def test_every_state_has_words_and_steps(state: RecoveryState) -> None:
    it = replace(DRAFT, state=state, money=MoneyStanding(open_claim_ore=500_000))
    assert status_of(it).words
    assert step_under_way(it) in (None, *steps_of(it))
    first = next_step_of(it)
    assert first is None or first in offers_of(it)


@pytest.mark.parametrize("act", A)
def test_an_offered_verb_is_in_the_machine(act: RecoveryAct) -> None:
    verbs = {
        A.MARK_HEARING_SENT: "send_hearing",
        A.REGISTER_ANSWER: "answer",
        A.ISSUE_INVOICE: "",
    }
    verb = verbs.get(act, act.value)
    moves = {move.source for move in RECOVERY_MACHINE.moves if move.verb == verb}
    if moves and act is not A.REOPEN:
        assert set(RULES[act].states) == moves


def test_jav_is_the_only_reason_while_it_is_in_force() -> None:
    it = replace(HEARING, disqualified="Anna Berg har anmält jäv för Region Skåne.")
    assert {offer.reason for offer in offers_of(it)} == {"Anna Berg har anmält jäv för Region Skåne."}


class TestDraft:
    def test_the_next_step_follows_the_letter(self) -> None:
        keys = [
            next_step_of(it).key  # type: ignore[union-attr]
            for it in (
                DRAFT,
                replace(DRAFT, hearing=HearingStanding(written=True, fits=True, answer_due_on=DUE)),
                replace(DRAFT, hearing=HearingStanding(written=True, fits=False, answer_due_on=DUE)),
                replace(DRAFT, hearing=replace(SENT, answer_is_final=True)),
                replace(DRAFT, hearing=replace(SENT, fits=False)),
                replace(DRAFT, path=RecoveryPath.SIMPLE, simple_allowed=True, only_unused=True),
            )
        ]
        assert keys == [
            "write_hearing",
            "mark_hearing_sent",
            "write_hearing",
            "propose",
            "write_hearing",
            "propose_simple",
        ]

    def test_steps(self) -> None:
        assert step_under_way(DRAFT) is RecoveryStep.PROPOSAL
        written = replace(DRAFT, hearing=HearingStanding(written=True))
        assert step_under_way(written) is RecoveryStep.LETTER
        assert [step.value for step in steps_of(DRAFT)] == [
            "Förslag",
            "Brev inför beslut",
            "Yttrande",
            "Beslut",
            "Faktura",
            "Betalt",
        ]

    def test_no_step_of_what_never_happens(self) -> None:
        unheard = replace(DRAFT, state=S.PROPOSED)
        assert RecoveryStep.LETTER not in steps_of(unheard)
        assert steps_of(replace(DRAFT, state=S.CLOSED)) == (RecoveryStep.PROPOSAL, RecoveryStep.DROPPED)

    def test_faults_hinder_in_order(self) -> None:
        it = replace(
            DRAFT, line_faults=("Rad 1 saknar skäl.",), undecided_faults=("Rad 2 saknar bedömning.",)
        )
        assert refusal(it, A.WRITE_HEARING) == "Rad 1 saknar skäl."
        assert refusal(it, A.PROPOSE_UNHEARD) == "Rad 2 saknar bedömning."
        assert plain(refusal(replace(DRAFT, left_ore=499_999), A.WRITE_HEARING)) == (
            "Återkravet kan inte vara högre än 4 999,99 kr (kvar att kräva). Ändra beloppet."
        )

    @pytest.mark.parametrize(
        ("hearing", "reason"),
        [
            (HearingStanding(), "Brevet inför beslut är inte skapat."),
            (SENT, "Brevet är redan markerat som skickat."),
            (
                HearingStanding(written=True),
                "Raderna har ändrats sedan brevet skapades. Skapa brevet på nytt.",
            ),
        ],
    )
    def test_a_letter_is_marked_as_sent_once_it_fits(self, hearing: HearingStanding, reason: str) -> None:
        assert refusal(replace(DRAFT, hearing=hearing), A.MARK_HEARING_SENT) == reason

    def test_the_simple_path(self) -> None:
        simple = replace(DRAFT, path=RecoveryPath.SIMPLE, only_unused=True)
        assert refusal(DRAFT, A.PROPOSE_SIMPLE).startswith("Det gäller bara medel som mottagaren själv")
        assert refusal(simple, A.PROPOSE_SIMPLE).startswith("En jurist har inte tagit ställning")
        assert refusal(replace(simple, simple_allowed=True), A.PROPOSE_SIMPLE) == ""


class TestHearing:
    @pytest.mark.parametrize(
        ("hearing", "today", "words", "key"),
        [
            (SENT, DUE, "Väntar på mottagaren: yttrande senast 2027-05-14", "register_answer"),
            (SENT, date(2027, 5, 15), "Svarstiden har gått ut: handläggaren avgör", "propose"),
            (
                replace(SENT, answered_on=TODAY),
                date(2027, 5, 15),
                "Handläggaren tar ställning till yttrandet",
                "propose",
            ),
            (
                replace(SENT, answered_on=TODAY, answer_is_final=True),
                TODAY,
                "Handläggaren tar ställning till yttrandet",
                "propose",
            ),
        ],
    )
    def test_who_has_the_word(self, hearing: HearingStanding, today: date, words: str, key: str) -> None:
        it = replace(HEARING, hearing=hearing, today=today)
        assert status_of(it).words == words
        assert next_step_of(it).key == key  # type: ignore[union-attr]
        assert step_under_way(it) is RecoveryStep.ANSWER

    def test_proposing_waits_for_the_day(self) -> None:
        assert refusal(HEARING, A.PROPOSE) == "Yttrandetiden går ut 2027-05-14."
        assert refusal(replace(HEARING, today=date(2027, 5, 15)), A.PROPOSE) == ""
        assert "inte fått yttra sig om återkravet som det är nu" in refusal(
            replace(HEARING, hearing=replace(SENT, fits=False)), A.PROPOSE
        )


class TestProposed:
    def test_who_signs(self) -> None:
        it = replace(DRAFT, state=S.PROPOSED, decider="Karin Ek")
        assert status_of(it).words == "Väntar på underskrift: Karin Ek"
        online = replace(it, signed_outside=False, you_prepared=True)
        assert status_of(online).words == "Väntar på beslutsfattaren: granskning och beslut"
        assert refusal(online, A.DECIDE) == "Du har berett ärendet och kan inte besluta i det."
        assert next_step_of(online).label == "Besluta…"  # type: ignore[union-attr]
        assert step_under_way(it) is RecoveryStep.DECISION

    def test_appeal_is_decided_first(self) -> None:
        it = replace(DRAFT, state=S.PROPOSED, appeal_decided=False)
        assert refusal(it, A.DECIDE).startswith("Det är inte bestämt om beslutet får överklagas.")


class TestDecided:
    @pytest.mark.parametrize(
        ("changes", "key"),
        [
            ({"decision": DecisionStanding(date(2027, 5, 3))}, "mark_decision_sent"),
            (
                {
                    "decision": DecisionStanding(
                        date(2027, 5, 3), date(2027, 5, 3), None, True, "Dagen är inte känd."
                    )
                },
                "mark_decision_received",
            ),
            ({"interest": Interest.NOT_DECIDED}, "set_interest"),
            ({}, "draft_invoice"),
            (
                {"money": replace(DECIDED.money, has_draft=True)},
                "issue_invoice",
            ),
        ],
    )
    def test_step_by_step_to_the_invoice(self, changes: dict[str, object], key: str) -> None:
        it = replace(DECIDED, **changes)  # type: ignore[arg-type]
        assert next_step_of(it).key == key  # type: ignore[union-attr]
        assert step_under_way(it) is RecoveryStep.INVOICE

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"decision": None}, "Återkravet är inte beslutat."),
            ({"money": MoneyStanding(open_claim_ore=100_000)}, "Ingen faktura: beloppet är 1 000,00 kr."),
            ({"money": MoneyStanding(open_claim_ore=500_000)}, "Hela beloppet är redan fakturerat."),
            ({"interest": Interest.NOT_DECIDED}, "Det är inte bestämt om dröjsmålsränta ska tas ut."),
            ({"decision": DecisionStanding(TODAY)}, "Beslutet är inte markerat som skickat."),
            (
                {"decision": DecisionStanding(TODAY, TODAY, appeal_reason="Tiden för överklagande går ut.")},
                "Tiden för överklagande går ut.",
            ),
            ({}, ""),
        ],
    )
    def test_what_an_invoice_waits_for(self, changes: dict[str, object], reason: str) -> None:
        hindrance = plain(issue_hindrance(replace(DECIDED, **changes)))  # type: ignore[arg-type]
        assert hindrance.startswith(reason)
        assert bool(hindrance) is bool(reason)

    def test_no_draft_no_issue_and_only_one_draft(self) -> None:
        assert refusal(DECIDED, A.ISSUE_INVOICE) == "Fakturan är inte skapad."
        with_draft = replace(DECIDED, money=replace(DECIDED.money, has_draft=True))
        assert refusal(with_draft, A.DRAFT_INVOICE).startswith("Det finns redan ett utkast")
        assert refusal(with_draft, A.ISSUE_INVOICE) == ""
        assert refusal(DECIDED, A.MARK_INVOICE_SENT).startswith("Ingen utfärdad faktura")

    def test_the_day_of_receipt(self) -> None:
        unsent = replace(DECIDED, decision=DecisionStanding(TODAY))
        assert refusal(unsent, A.MARK_DECISION_RECEIVED) == "Beslutet är inte markerat som skickat."
        assert "behövs inte" in refusal(DECIDED, A.MARK_DECISION_RECEIVED)
        known = replace(DECIDED, decision=DecisionStanding(TODAY, TODAY, TODAY, received_matters=True))
        assert refusal(known, A.MARK_DECISION_RECEIVED) == "Mottagaren fick beslutet 2027-05-12."
        assert refusal(DECIDED, A.MARK_DECISION_SENT) == "Beslutet är redan markerat som skickat."

    def test_a_small_claim_ends_when_the_letter_is_sent(self) -> None:
        small = replace(DECIDED, money=MoneyStanding(open_claim_ore=100_000))
        assert plain(status_of(small).words) == "Beslutat utan faktura (högst 1 000 kr)"
        assert next_step_of(small) is None
        assert step_under_way(small) is None
        assert steps_of(small)[-1] is RecoveryStep.DECISION
        unsent = replace(small, decision=DecisionStanding(TODAY))
        assert next_step_of(unsent).key == "mark_decision_sent"  # type: ignore[union-attr]


class TestInvoiced:
    def test_sent_paid_credited_overpaid(self) -> None:
        assert next_step_of(INVOICED).key == "mark_invoice_sent"  # type: ignore[union-attr]
        sent = replace(INVOICED, money=replace(INVOICED.money, unsent=False))
        assert next_step_of(sent).key == "register_payment"  # type: ignore[union-attr]
        assert status_of(sent).words == "Fakturerat: väntar på betalning"
        credited = replace(INVOICED, money=MoneyStanding(open_claim_ore=500_000, to_invoice_ore=500_000))
        assert status_of(credited).words == "Fakturan är krediterad: handläggaren fakturerar"
        assert next_step_of(credited).key == "draft_invoice"  # type: ignore[union-attr]
        too_much = replace(INVOICED, money=replace(INVOICED.money, outstanding_ore=-100))
        assert plain(status_of(too_much).words) == "För mycket betalt: 1,00 kr ska betalas tillbaka"

    def test_interest_is_fixed_once_the_invoice_is_issued(self) -> None:
        assert refusal(INVOICED, A.SET_INTEREST).startswith("Fakturan är utfärdad.")
        assert refusal(DRAFT, A.SET_INTEREST) == ""
