"""The texts: every key is used, every field is filled, versions are recorded, no jurist has signed yet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from documents.examples import GRANT
from documents.letters import ALL, KINDS, letter_of, text_of, wording_for

from sbdesk import paths
from sbdesk.documents.wording import Wording, WordingFault, load_wording, placeholders

LETTERS = sorted(letter for letter, _, _ in KINDS.values())


@dataclass(frozen=True)
class Traced(Wording):
    """A wording that remembers which text was asked for with which fields."""

    asked: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def text(self, key: str, /, **fields: str) -> str:
        self.asked[key] |= set(fields)
        return super().text(key, **fields)


def _trace(letter: str) -> Traced:
    wording = load_wording(letter, "csd-2026")
    traced = Traced(wording.letter, wording.programme, wording.texts, wording.sources)
    for content in ALL.values():
        if KINDS[type(content)][0] == letter:
            letter_of(content, traced)
    return traced


TRACED = {letter: _trace(letter) for letter in LETTERS}


def test_every_text_of_every_letter_is_used_by_some_example() -> None:
    shared = set(load_wording("completion", "none").texts) - set(_own_keys("completion"))
    unused = {letter: set(traced.texts) - set(traced.asked) for letter, traced in TRACED.items()}
    for letter, keys in unused.items():
        own = set(_own_keys(letter))
        assert not {key for key in keys if key in own}, letter
    used = set().union(*(traced.asked for traced in TRACED.values()))
    # Two causes have no ground in this programme; their headings wait for those that have.
    waiting = {key for key in shared - used if key.startswith("ground.")}
    assert shared - used - waiting == set()
    programme = {key for traced in TRACED.values() for key in traced.texts} - shared
    assert programme - used == set()


def _own_keys(letter: str) -> list[str]:
    both = load_wording(letter, "none").texts
    others = [load_wording(other, "none").texts for other in LETTERS if other != letter]
    return [key for key in both if not all(key in texts for texts in others)]


@pytest.mark.parametrize("letter", LETTERS)
def test_every_field_a_text_asks_for_is_given_and_every_given_field_is_used(letter: str) -> None:
    programme = set(load_wording(letter, "csd-2026").texts) - set(load_wording(letter, "none").texts)
    for key, given in TRACED[letter].asked.items():
        asked = placeholders(TRACED[letter].texts[key])
        assert asked <= given, key
        # A programme chooses among the fields a letter offers its own sentences.
        assert given <= asked or key in programme, key


@pytest.mark.parametrize("name", sorted(ALL))
def test_no_brace_is_left_in_a_letter(name: str) -> None:
    if name not in ("HEARING_MANY", "PROTOCOL_LONG"):
        assert "{" not in text_of(ALL[name])


def test_no_jurist_has_signed_and_each_source_has_version_and_checksum() -> None:
    for letter in LETTERS:
        wording = load_wording(letter, "csd-2026")
        assert not wording.approved_by_jurist
        assert [source.name for source in wording.sources] == ["shared", letter, "csd-2026"]
        assert all(source.version == 1 and len(source.sha256) == 64 for source in wording.sources)
    assert "decision@1:" in wording_for(GRANT).stamp


def test_a_programme_without_own_texts_reads_the_general_ones() -> None:
    general = load_wording("hearing", "none-2026")
    assert [source.name for source in general.sources] == ["shared", "hearing"]
    with pytest.raises(WordingFault, match="grant"):
        general.text("grant")


def _write(folder: Path, name: str, body: str, *, approved: str = "true") -> None:
    head = f"version = 3\napproved_by_jurist = {approved}\n"
    (folder / f"{name}.toml").write_text(head + body, encoding="utf-8")


def test_the_programmes_text_wins_and_approval_needs_every_source(tmp_path: Path) -> None:
    _write(tmp_path, "shared", '[texts]\na = "allmän"\n')
    _write(tmp_path, "decision", '[texts]\nb = "{x} och {y}"\n')
    _write(tmp_path, "p-1", '[shared]\na = "egen"\n[decision]\nlist = ["ett", "två"]\n[hearing]\na = "fel"\n')
    wording = load_wording("decision", "p-1", tmp_path)
    assert wording.text("a") == "egen"
    assert wording.text("b", x="1", y="{x}") == "1 och {x}"
    assert [wording.text(key) for key in wording.numbered("list")] == ["ett", "två"]
    assert wording.codes("list") == ["1", "2"]
    assert wording.approved_by_jurist
    with pytest.raises(WordingFault, match=r"\{y\}"):
        wording.text("b", x="1")


def test_one_unsigned_source_is_enough_to_be_unapproved(tmp_path: Path) -> None:
    _write(tmp_path, "shared", "[texts]\n")
    _write(tmp_path, "decision", "[texts]\n", approved="false")
    assert not load_wording("decision", "none", tmp_path).approved_by_jurist


def test_a_brace_that_is_no_field_is_refused_at_once(tmp_path: Path) -> None:
    _write(tmp_path, "shared", '[texts]\na = "för {Stor} bokstav"\n')
    _write(tmp_path, "decision", "[texts]\n")
    with pytest.raises(WordingFault, match="klammer"):
        load_wording("decision", "none", tmp_path)


def test_the_checksum_does_not_depend_on_line_ends(tmp_path: Path) -> None:
    shipped = (paths.resources() / "letters" / "shared.toml").read_bytes().replace(b"\r\n", b"\n")
    for name, data in (("unix", shipped), ("windows", shipped.replace(b"\n", b"\r\n"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "shared.toml").write_bytes(data)
        (tmp_path / name / "decision.toml").write_bytes(data)
    sums = {load_wording("decision", "none", tmp_path / name).stamp for name in ("unix", "windows")}
    assert len(sums) == 1
