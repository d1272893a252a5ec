"""What letters of many recipients, of changes and of programmes without own texts may and may not say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from documents import examples_changes as changes
from documents import examples_collective as collective
from documents import examples_programmes as grants
from documents.examples import GRANT
from documents.letters import ALL, GOLDEN, letter_of, one_line, pdf_of, text_of, wording_for

from sbdesk.documents.content import ContentFault
from sbdesk.documents.decision_content import GrantedPart, ListedUnit
from sbdesk.documents.phrases import counted
from sbdesk.documents.plain_text import as_text
from sbdesk.documents.programme_wording import grant_name, has_debt_rule, programme_wording
from sbdesk.documents.wording import load_wording
from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.programme import Condition, FactStatus, GroundBasis

OF_REGIONS = ("csd-2026", "nkr-2026", "pmc-2026")
NOT_OF_REGIONS = [
    name for name in GOLDEN if ALL[name].case.programme not in OF_REGIONS and name != "WITHHOLD_CLAUSE"
]


def said(content: Any) -> str:
    return one_line(text_of(content))


@pytest.mark.parametrize("name", NOT_OF_REGIONS)
def test_only_a_region_is_called_the_region(name: str) -> None:
    assert "regionen" not in as_text(letter_of(ALL[name])).lower().replace("den regionala", "")


@pytest.mark.parametrize("name", GOLDEN)
def test_no_letter_speaks_of_an_application_or_holds_a_look_alike(name: str) -> None:
    text = text_of(ALL[name])
    assert "ansökan" not in text.lower()
    assert not [letter for letter in text if "\u0370" <= letter <= "\u04ff"]


def test_registers_are_counted_and_listed() -> None:
    text = said(grants.NKR)
    assert "Bidraget är 33 register à 792 929 kronor." in text
    assert "Bilaga 2: Register som bidraget är räknat på" in text
    assert "33 Påhittat register 33 792 929" in text
    assert "Summa 26 166 657" in text
    assert "Summa" not in said(grants.NKR_PLAIN)
    without = said(replace(grants.NKR, units_list=()))
    assert "Bilaga 2" not in without


def test_units_that_do_not_make_the_amount_are_a_fault() -> None:
    with pytest.raises(ContentFault):
        GrantedPart("registers", "", "", 100, 3, 33)


def test_a_programme_without_debt_rule_says_nothing_of_debt() -> None:
    for name in ("NKR", "RSS_S", "RSS_A", "COLLECTIVE_RSS", "COLLECTIVE_NKR"):
        assert "skuld till" not in said(ALL[name])
    for name in ("PMC", "COLLECTIVE", "SIXTH_GRANT"):
        assert "ingen obetald skuld" in said(ALL[name]) or "en obetald skuld" in said(ALL[name])


def test_each_programme_says_its_own_terms() -> None:
    pmc = said(grants.PMC)
    assert "från och med den 7 maj 2026 till och med den 31 december 2026" in pmc
    assert "senast den 31 januari 2027" in pmc
    assert "Det som ska betalas tillbaka ska betalas senast den 31 mars 2027." in pmc
    assert "Ni får inte lämna pengarna vidare" in pmc
    rss = said(grants.RSS_S)
    assert "2 321 000 kronor till RSS Påhittade norra" in rss
    assert "2 000 000 kronor till RSS Påhittade södra" in rss
    assert "efter sista dagen att rekvirera, den 1 april 2026" in rss
    assert "Beslutet får inte överklagas enligt 15 §" in rss
    assert "annat offentligt stöd" in rss
    assert "särskilda skäl (14 § förordningen (2025:1256))" in rss
    assert "särskilda skäl" not in said(grants.RSS_A)


def test_shall_and_may_follow_the_programmes_grounds() -> None:
    for name, obliges in (
        ("GRANT", 2),
        ("NKR", 5),
        ("PMC", 3),
        ("RSS_S", 5),
        ("RSS_A", 3),
        ("SIXTH_GRANT", 1),
    ):
        text = said(ALL[name])
        assert text.count("– Ni ska betala tillbaka") == obliges, name
        grounds = len(ALL[name].terms.grounds)
        assert text.count("– Ni kan bli skyldiga att betala tillbaka") == grounds - obliges, name


def test_a_dismissal_and_a_write_off_have_reasons_and_no_conditions() -> None:
    for name in ("DISMISSAL", "WRITE_OFF", "WRITE_OFF_OBJECT", "RSS_S_REFUSAL"):
        text = as_text(letter_of(ALL[name]))
        assert "Skäl för beslutet" in text
        for heading in ("Villkor", "Återbetalning", "Återrapportering", "Utbetalning"):
            assert heading not in text


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (changes.DISMISSAL, {"kind": DecisionKind.GRANT}),
        (changes.DISMISSAL, {"reasons": ()}),
        (changes.WRITE_OFF, {"kind": DecisionKind.DISMISS}),
        (changes.WRITE_OFF, {"withdrawn_on": None}),
        (changes.REMINDER, {"items": ()}),
        (changes.REMINDER, {"answer_due": changes.REMINDER.was_due}),
        (changes.LOWERED, {"kind": DecisionKind.GRANT}),
        (changes.LOWERED, {"kind": DecisionKind.REVOKE}),
        (changes.LOWERED, {"parts": changes.LOWERED.parts[:1]}),
        (changes.LOWERED, {"reasons": ()}),
        (changes.AMEND_MOVED.change, {"kind": DecisionKind.WITHHOLD}),
        (changes.AMEND, {"heard": None}),
        (changes.AMEND, {"unheard_reason": "felet är litet"}),
        (changes.WITHHOLD, {"heard": None}),
        (changes.CHANGE_HEARING, {"change": changes.AMEND_FAVOUR.change}),
        (collective.COLLECTIVE, {"rows": collective.COLLECTIVE.rows[:1]}),
        (collective.COLLECTIVE, {"attachments": ()}),
        (grants.NKR_PLAIN, {"in_time": False, "reasons": ()}),
    ],
)
def test_a_contradiction_cannot_be_written(content: Any, wrong: dict[str, Any]) -> None:
    with pytest.raises(ContentFault):
        replace(content, **wrong)


@pytest.mark.parametrize(
    "wrong",
    [{"requested_ore": 1}, {"allotted_ore": 1}, {"parts": ()}, {"in_time": False}, {"without_debt": False}],
)
def test_a_row_of_a_collective_decision_holds_what_a_single_one_must(wrong: dict[str, Any]) -> None:
    row, other = collective.COLLECTIVE.rows
    with pytest.raises(ContentFault):
        replace(collective.COLLECTIVE, rows=(replace(row, **wrong), other))


def test_a_row_that_gets_less_for_a_reason_of_its_own_needs_that_reason() -> None:
    row, other = collective.COLLECTIVE.rows
    less = replace(row, parts=row.parts[:1])
    with pytest.raises(ContentFault, match="Region Skåne"):
        replace(collective.COLLECTIVE, rows=(less, other))
    content = replace(
        collective.COLLECTIVE, rows=(replace(less, reasons=("Samordningen saknar plan.",)), other)
    )
    text = said(content)
    assert "Samordningen saknar plan." in text
    assert "Rekvisitionen ska avslås i övrigt, 4 000 000 kronor." in text
    assert "Övriga mottagare" in text
    alone = replace(other, reasons=("Rekvisitionen kom in sent.",), in_time=False)
    assert "Övriga mottagare" not in said(replace(content, rows=(content.rows[0], alone)))


@pytest.mark.parametrize("name", ["DISMISSAL", "AMEND", "COLLECTIVE"])
def test_decisions_wait_for_the_field_on_appeal_and_for_their_number(name: str) -> None:
    content = ALL[name]
    with pytest.raises(UserFacingError, match="överklagas"):
        pdf_of(replace(content, appeal=None))
    for letter in (content, collective.COVERING, changes.CHANGE_HEARING, changes.REMINDER):
        with pytest.raises(UserFacingError, match="diarienummer"):
            pdf_of(replace(letter, case=replace(letter.case, case_number="")))


def test_a_correction_of_what_is_paid_in_full_says_nothing_of_payment() -> None:
    change = replace(changes.AMEND_MOVED.change, ground=ChangeGround.CLERICAL_ERROR)
    moved = replace(changes.AMEND_MOVED, change=change, paid_ore=6_000_000_00)
    assert "Betalning" not in as_text(letter_of(moved))
    raised = replace(changes.AMEND_FAVOUR, paid_ore=2_000_000_00)
    assert "Betalning" not in as_text(letter_of(raised))


def test_a_change_says_ground_hearing_and_what_follows() -> None:
    text = said(changes.REVOKE)
    assert "37 § andra stycket 3 förvaltningslagen" in text
    assert "Vi gav er den 1 september 2026 tillfälle att yttra er. Ni har inte svarat." in text
    assert "Om pengarna ska betalas tillbaka bestämmer vi i ett eget beslut." in text
    assert "Regler" not in as_text(letter_of(changes.REVOKE_UNSENT))
    assert "12 § förordningen (2025:1256)" in said(changes.WITHHOLD)
    assert "Beslutet gäller genast" not in said(changes.WITHHOLD_CLAUSE)


def test_a_grants_name_comes_from_its_title() -> None:
    other = "ändamålet ”{title}”"
    assert grant_name("Statsbidrag till simkunnighet 2027", other) == "simkunnighet"
    assert grant_name("statsbidrag till torg – för alla, 2027", other) == "torg – för alla"
    assert grant_name("Trygga torg 2027", other) == "ändamålet ”Trygga torg”"


def test_a_fact_never_acts_as_a_field_and_no_brace_reaches_a_letter() -> None:
    for name in ("SIXTH_GRANT", "BARE_DRAFT"):
        assert "{" not in said(ALL[name])
    assert "Simlektioner utanför (skoltid)." in said(grants.SIXTH_GRANT)


def test_a_shipped_programme_with_all_its_texts_never_reads_the_general_ones() -> None:
    from sbdesk.services.programme_definitions import load

    for programme in (*OF_REGIONS, "rss-socialtjanst-2026", "rss-aldreomsorg-2026"):
        for letter in ("decision", "collective", "covering", "hearing", "recovery"):
            assert programme_wording(letter, load(programme)) == load_wording(letter, programme)


def test_a_component_added_later_gets_the_general_words_and_says_so() -> None:
    definition = replace(grants.SIXTH, id="csd-2026", components=grants.SIXTH.components[:1])
    wording = programme_wording("decision", definition)
    assert wording.text("part.lessons.purpose") == "Simlektioner utanför (skoltid)."
    assert wording.text("part.base.single", operation="A", operation_short="B") == "Bidraget är till A (B)."
    assert len(wording.numbered("conditions.list")) == 5
    assert [source.name for source in wording.sources][-1] == "general"
    assert "general@1:" in wording.stamp


def test_a_letter_without_terms_asks_the_facts_for_nothing_more(tmp_path: Path) -> None:
    wording = programme_wording("invoice", grants.BARE)
    assert wording.text("grant") == "ändamålet ”Trygga torg”"
    assert "reasons.background" not in wording.texts


def test_a_debt_hinders_only_where_the_check_is_more_than_a_note() -> None:
    assert has_debt_rule(grants.SIXTH)
    assert not has_debt_rule(grants.BARE)
    note = Condition("R07", Level.NOTE, GroundBasis.NONE)
    assert not has_debt_rule(replace(grants.SIXTH, conditions=(note,)))


def test_a_statute_that_lets_us_withhold_stands_among_the_conditions_and_an_answer_does_not() -> None:
    words = "tills vidare inte ska betalas ut (5 § förordningen (2026:9999))"
    assert words in said(grants.SIXTH_GRANT)
    answered = tuple(
        replace(fact, status=FactStatus.OFFICER) if fact.name == "withhold" else fact
        for fact in grants.SIXTH.facts
    )
    texts = programme_wording("decision", replace(grants.SIXTH, facts=answered)).texts
    assert not [text for text in texts.values() if words in text]


def test_small_numbers_are_words() -> None:
    assert (counted(2), counted(12), counted(13)) == ("två", "tolv", "13")


def test_a_legal_basis_with_its_day_is_told() -> None:
    dated = replace(
        grants.SIXTH,
        facts=(*grants.SIXTH.facts, grants._fact("legal_basis_day", GRANT.dated)),
    )
    text = programme_wording("decision", dated).text(
        "reasons.background", assignment_number="X", assignment_on="3 maj 2026"
    )
    assert text == "Bidraget grundas på X den 3 maj 2026."
    assert wording_for(grants.SIXTH_GRANT).programme == "skolbad-2027"


def test_the_appendix_lists_each_regions_registers() -> None:
    row, other = collective.COLLECTIVE_NKR.rows
    plain = replace(other, units_list=(ListedUnit("Påhittat register 99"),))
    listed = replace(collective.COLLECTIVE_NKR, rows=(replace(row, units_list=grants.NKR.units_list), plain))
    assert "Register som bidraget är räknat på" not in said(collective.COLLECTIVE_NKR)
    text = said(listed)
    appendix = text[text.index("Register som bidraget är räknat på") :]
    first, second = appendix.index("Region Västerbotten"), appendix.index("Region Skåne")
    assert first < appendix.index("Påhittat register 33") < second < appendix.index("Påhittat register 99")
    alone = replace(collective.COLLECTIVE_NKR, rows=(row, plain))
    assert said(alone).count("Region Västerbotten") + 1 == said(listed).count("Region Västerbotten")
