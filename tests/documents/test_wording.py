"""The texts: every key is used, every field is filled, versions are recorded, no jurist has signed yet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from documents.examples import GRANT
from documents.letters import ALL, KINDS, letter_of, text_of, wording_for

from sbdesk import paths
from sbdesk.documents.wording import Wording, WordingFault, flat, load_wording, placeholders, read_texts

BUILT_ON = {"collective": "decision", "covering": "decision", "change_hearing": "change"}
LETTERS = sorted(letter for letter, _, _ in KINDS.values())


@dataclass(frozen=True)
class Traced(Wording):
    """A wording that remembers which text was asked for with which fields."""

    asked: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def text(self, key: str, /, **fields: str) -> str:
        self.asked[key] |= set(fields)
        return super().text(key, **fields)


def _traces() -> dict[tuple[str, str], Traced]:
    """What the examples of each letter and programme ask their wording for."""
    found: dict[tuple[str, str], Traced] = {}
    for content in ALL.values():
        wording = wording_for(content)
        key = (wording.letter, wording.programme)
        if key not in found:
            found[key] = Traced(wording.letter, wording.programme, wording.texts, wording.sources)
        letter_of(content, found[key])
    return found


TRACED = _traces()
FOLDER = paths.resources() / "letters"
PROGRAMMES = sorted(path.stem for path in FOLDER.glob("*-2026.toml"))
SHARES_FIELDS = ("change", "change_hearing")
"""Letters whose texts choose among the same fields."""


def _used(*, letter: str = "", programme: str = "") -> set[str]:
    return {
        key
        for (its_letter, its_programme), traced in TRACED.items()
        if letter in ("", its_letter) and programme in ("", its_programme)
        for key in traced.asked
    }


def _keys(file: str, *sections: str) -> set[str]:
    _, table = read_texts(FOLDER / f"{file}.toml")
    return {key for section in sections for key, _ in flat(table.get(section, {}))}


@pytest.mark.parametrize("letter", LETTERS)
def test_every_text_of_a_letter_is_used_by_some_example(letter: str) -> None:
    used = _used() if letter == "decision" else _used(letter=letter)
    assert _keys(letter, "texts") - _keys("shared", "texts") - used == set()


def test_every_shared_text_is_used_by_some_example() -> None:
    # Two causes have no ground in the first programme; their headings wait for those that have.
    assert {key for key in _keys("shared", "texts") - _used() if not key.startswith("ground.")} == set()


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_every_text_of_a_programme_is_used_by_some_example(programme: str) -> None:
    _, table = read_texts(FOLDER / f"{programme}.toml")
    sections = [name for name, value in table.items() if isinstance(value, dict)]
    assert _keys(programme, *sections) - _used(programme=programme) == set()


@pytest.mark.parametrize(("letter", "programme"), sorted(TRACED))
def test_every_field_a_text_asks_for_is_given_and_every_given_field_is_used(
    letter: str, programme: str
) -> None:
    general = load_wording(letter, "none").texts
    traced = TRACED[letter, programme]
    for key, given in traced.asked.items():
        asked = placeholders(traced.texts[key])
        assert asked <= given, key
        # A programme chooses among the fields a letter offers its own sentences.
        own = traced.texts[key] != general.get(key)
        assert given <= asked or own or letter in SHARES_FIELDS, key


@pytest.mark.parametrize("name", sorted(ALL))
def test_no_brace_is_left_in_a_letter(name: str) -> None:
    if name not in ("HEARING_MANY", "PROTOCOL_LONG"):
        assert "{" not in text_of(ALL[name])


def test_no_jurist_has_signed_and_each_source_has_version_and_checksum() -> None:
    for letter in LETTERS:
        wording = load_wording(letter, "csd-2026")
        assert not wording.approved_by_jurist
        names = [source.name for source in wording.sources]
        built_on = [BUILT_ON[letter]] if letter in BUILT_ON else []
        assert names == ["shared", *built_on, letter, "csd-2026"]
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
