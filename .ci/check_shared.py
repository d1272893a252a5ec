"""Holds the project against material outside it: the instructions' own texts and the sample ledgers.

`check_shared.py FOLDER` compares each programme's quotes and fields with FOLDER/sources/<id>.txt, and each
sample ledger with FOLDER/samples/ledgers/truth.json through the command line, as IT staff would. Exit 1 on a
difference.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from instruction_fields import READERS, differences

from sbdesk.domain.quotes import FoldedText

PROGRAMMES = Path(__file__).resolve().parent.parent / "resources" / "programmes"
# Rows planted to be found from one grant alone; the others need a second grant or are right as they stand.
FOUND_ALONE = {
    "input_vat": "L08",
    "own_grant_income": "L09",
    "accrual_wrong_year": "L04",
    "reversed": "L07",
    "reversal": "L07",
    "after_period": "L01",
    "before_period": "L01",
    "accrual_ok": "L02",
    "duplicate": "L06",
}
# A demand only where the code knows the programme's rules; others would be measured in rows and öre.
WITH_RULES = {file.stem for file in PROGRAMMES.glob("*.toml")}


def quoted(node: Any, place: str = "") -> Iterator[tuple[str, str | None, list[str]]]:
    """Every quote in a programme file: where, under which heading, and its spans."""
    if isinstance(node, dict):
        here = str(node.get("name") or node.get("code") or place)
        if node.get("quote"):
            spans = node["quote"] if isinstance(node["quote"], list) else [node["quote"]]
            yield here, node.get("heading"), spans
        for key, value in node.items():
            yield from quoted(value, f"{here}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from quoted(value, f"{place}[{number}]")


def check_quotes(sources: Path) -> Iterator[str]:
    """One line for each quote or heading that the instruction does not have."""
    for file in sorted(PROGRAMMES.glob("*.toml")):
        text = FoldedText((sources / f"{file.stem}.txt").read_text(encoding="utf-8"))
        quotes = list(quoted(tomllib.loads(file.read_text(encoding="utf-8"))))
        for place, heading, spans in quotes:
            if text.find(spans, heading) is None:
                yield f"{file.name} {place}: the quote is not in the instruction: {' … '.join(spans)}"
            if heading and text.find([heading]) is None:
                yield f"{file.name} {place}: the heading is not in the instruction: {heading}"
        print(f"{file.name}: {len(quotes)} quotes compared")
        if not quotes:
            yield f"{file.name}: has no quotes"


def check_fields(sources: Path) -> Iterator[str]:
    """One line for each printed field that is not what the instruction's own text says."""
    for text in sorted(sources.glob("*-20*.txt")):
        command = [sys.executable, "-m", "sbdesk", "programme", text.stem, "--json"]
        answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        if answer.returncode != 0:
            yield f"{text.stem}: exit {answer.returncode}: {answer.stderr.strip()[-600:]}"
            continue
        wrong = list(differences(text.read_text(encoding="utf-8"), json.loads(answer.stdout)))
        print(f"{text.stem}: {len(READERS) + 2} fields compared")
        yield from (f"{text.stem} {line}" for line in wrong)


def check_ledger(file: Path, truth: dict[str, Any]) -> Iterator[str]:
    """Rows, öre and planted findings of one sample, asked for on the command line."""
    command = [sys.executable, "-m", "sbdesk", "check-ledger", str(file), "--json"]
    command += ["--programme", truth["programme"], "--recipient", truth["recipient"]]
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if answer.returncode != 0:
        yield f"{file.name}: exit {answer.returncode}: {(answer.stderr or answer.stdout).strip()[-600:]}"
        return
    told = json.loads(answer.stdout)
    accounted = told["rows_imported"] + told["rows_excluded"] + told["rows_rejected"]
    print(f"{file.name}: {told['rows_imported']} rows, {told['control_total_ore']} öre")
    if told["rows_imported"] != truth["rows"]:
        yield f"{file.name}: {told['rows_imported']} rows, {truth['rows']} expected"
    if told["control_total_ore"] != truth["control_total_ore"]:
        yield f"{file.name}: {told['control_total_ore']} öre, {truth['control_total_ore']} expected"
    if told["rows_read"] != accounted:
        yield f"{file.name}: {told['rows_read']} rows read, {accounted} accounted for"
    if truth["programme"] in WITH_RULES:
        yield from check_planted(file.name, truth["planted"], told["findings"])


def check_planted(
    name: str, planted: dict[str, list[dict[str, Any]]], findings: list[dict[str, Any]]
) -> Iterator[str]:
    """Each planted irregularity stands among the findings, with its code at its own row."""
    found = {(finding["code"], finding["row"]) for finding in findings}
    for kind, code in FOUND_ALONE.items():
        for row in planted.get(kind, []):
            if (code, row["row"]) not in found:
                yield f"{name}: {kind} in row {row['row']} has no {code}"


def check_ledgers(samples: Path) -> Iterator[str]:
    """Every sample of truth.json, workbooks and text files."""
    for truth in json.loads((samples / "truth.json").read_text(encoding="utf-8")):
        yield from check_ledger(samples / truth["file"], truth)


def main() -> int:
    """Entry point."""
    shared = Path(sys.argv[1])
    sources, ledgers = shared / "sources", shared / "samples" / "ledgers"
    wrong = [*check_quotes(sources), *check_fields(sources), *check_ledgers(ledgers)]
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
