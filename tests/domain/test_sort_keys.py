"""Swedish order from binary keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain.sort_keys import name_key, text_key

IN_ORDER = ["Arvika", "Émile", "Über", "Uppsala", "Zinkgruvan", "Åre", "Åtvid", "Ängelholm", "Örebro", "Öst"]


def test_names_stand_in_swedish_order() -> None:
    assert sorted(set(IN_ORDER), key=name_key) == IN_ORDER


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ÅÄÖ åäö", "{|} {|}"),
        ("A\u030a", "{"),
        ("Ærø", "|r}"),
        ("Łódź", "lodz"),
        ("Þór", "thor"),
        ("Straße", "strasse"),
        ("É\u0323", "e"),
        ("x\u0338", "x"),
        ("  två\u00a0 ord\n", "tv{ ord"),
        ("{a|b}c", "a b c"),
        ("Ωμ", "ωμ"),
        ("ﬁ①", "fi1"),
    ],
)
def test_what_a_key_holds(text: str, key: str) -> None:
    assert text_key(text) == key


def test_a_name_is_known_without_its_punctuation() -> None:
    assert name_key("Nordvik Konsult, AB") == name_key(" NORDVIK  Konsult AB.") == "nordvik konsult ab"


@given(st.text())
def test_a_key_is_its_own_key_but_for_the_three_signs(text: str) -> None:
    key = text_key(text)
    assert key == key.strip()
    assert "  " not in key
    plain = "".join(c for c in key if c not in "{|}")
    assert text_key(plain) == " ".join(plain.split())
