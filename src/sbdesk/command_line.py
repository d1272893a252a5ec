"""The program without a window: thin commands over the services, for IT staff, nightly jobs and tests."""

from __future__ import annotations

import argparse
import io
import json
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.ore import NBSP, format_ore, from_kronor
from sbdesk.domain.parties import Role

READ, OUR_FAULT, REFUSED = 0, 1, 2
"""Exit codes: done, our own fault, refused with a sentence."""

Run = Callable[[argparse.Namespace], int]
Photograph = Callable[[Path, Path], None]

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str], photograph: Photograph | None = None) -> int:
    """Run one command and return its exit code; refusals are Swedish sentences on standard error.

    ``photograph`` draws the window over a database into a picture; without it ``run-demo`` leaves none.
    """
    _speak_utf8()
    chosen = parser().parse_args(arguments, argparse.Namespace(photograph=photograph))
    run: Run = chosen.run
    try:
        return run(chosen)
    except UserFacingError as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    except Exception:
        _log.exception("the command failed")
        print("Ett oväntat fel inträffade. Inget är ändrat. Felet står ovan.", file=sys.stderr)
        return OUR_FAULT


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments."""
    made = argparse.ArgumentParser(
        prog="sbdesk",
        description="Handläggning av statsbidrag. Utan kommando öppnas fönstret.",
    )
    commands = made.add_subparsers(title="kommandon", required=True, metavar="KOMMANDO")
    for name, (words, add) in COMMANDS.items():
        add(commands.add_parser(name, help=words))
    return made


def names() -> frozenset[str]:
    """The commands' names, by which the start knows that no window is wanted."""
    return frozenset(COMMANDS)


def _speak_utf8() -> None:
    """Amounts have a true minus, which the Windows console's old code pages lack."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def print_json(content: object) -> None:
    """One object, readable by people and programs."""
    print(json.dumps(content, ensure_ascii=False, indent=2))


def _add_check_ledger(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--programme", required=True, metavar="ID", help="till exempel csd-2026")
    command.add_argument("--recipient", required=True, metavar="NAME", help="till exempel ”Region Skåne”")
    command.add_argument(
        "--also",
        nargs=3,
        action="append",
        default=[],
        metavar=("FILE", "PROGRAMME", "RECIPIENT"),
        help="ett utdrag till, för kontroller mellan statsbidrag",
    )
    command.add_argument("--json", action="store_true", help="skriv ett JSON-objekt")
    command.set_defaults(run=_check_ledger)


def _check_ledger(chosen: argparse.Namespace) -> int:
    from sbdesk.services.ledger_checking import CheckedFile, LedgerCheck, check_ledger

    check: LedgerCheck = check_ledger(
        CheckedFile(chosen.file, chosen.programme, chosen.recipient),
        [CheckedFile(Path(path), programme, recipient) for path, programme, recipient in chosen.also],
    )
    if chosen.json:
        print_json(check.to_json())
    elif check.refused is not None:
        print(check.refused, file=sys.stderr)
    else:
        print("\n".join(_words_of(check.to_json())))
    return REFUSED if check.refused is not None else READ


def _words_of(check: dict[str, Any]) -> list[str]:
    lines = [
        f"{check['file']}",
        f"{check['rows_read']} rader lästa: {check['rows_imported']} kan läsas in, "
        f"{check['rows_excluded']} uteslutna, {check['rows_rejected']} med fel",
        f"Summa {_kronor(check['control_total_ore'])}",
        "",
    ]
    for level in Level:
        found = [it for it in check["findings"] if it["level"] == level]
        lines.append(f"{level.swedish}: {len(found)}")
        for it in found:
            place = " ".join(
                part for part in (it["sheet"], None if it["row"] is None else f"rad {it['row']}") if part
            )
            amount = "" if it["ore"] is None else _kronor(it["ore"])
            lines.append("  " + " · ".join(part for part in (it["code"], place, amount) if part))
            lines.append(f"    {it['text']}")
            if it["citation"]:
                lines.append(f"    ”{it['citation']}”")
    return lines


def _kronor(ore: int) -> str:
    return format_ore(ore) + NBSP + "kr"


def _add_programme(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", help="till exempel csd-2026")
    command.add_argument("--json", action="store_true", help="skriv ett JSON-objekt")
    command.set_defaults(run=_programme)


def _programme(chosen: argparse.Namespace) -> int:
    from sbdesk.services import programme_definitions

    definition = programme_definitions.load(chosen.id)
    if chosen.json:
        print_json(programme_definitions.as_json(definition))
        return READ
    print(f"{definition.title} ({definition.id})")
    for fact in definition.facts:
        value = "–" if fact.value is None else _fact_words(fact.value, fact.kind.value)
        print(f"\n{fact.name}: {value}\n  {fact.status.swedish}")
        if fact.quote is not None:
            print(f"  {fact.quote.heading}: ”{fact.quote.sentence}”")
        for other in (fact.statute, fact.reason):
            if other:
                print(f"  {other}")
    return READ


def _fact_words(value: object, kind: str) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if kind == "ore" and isinstance(value, int):
        return _kronor(value)
    return str(value)


def _add_run_demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", type=Path, metavar="OUT", help="mappen där allt lämnas")
    command.add_argument("--json", action="store_true", help="skriv ett JSON-objekt")
    command.set_defaults(run=_run_demo)


_TOLD = (
    ("utbetalt", "paid"),
    ("godkänt", "accepted"),
    ("att återbetala", "repayable"),
    ("fakturerat", "invoiced"),
    ("inbetalt", "repaid"),
)


def _run_demo(chosen: argparse.Namespace) -> int:
    from sbdesk.services.practice import run_demonstration

    made = run_demonstration(chosen.folder)
    if chosen.photograph is not None:
        name = "fonster.png"
        chosen.photograph(chosen.folder / "ovning.sbd", chosen.folder / name)
        made.keep(name, "Fönstret med övningsdata")
    if chosen.json:
        print_json(made.to_json())
        return READ
    print(f"{len(made.files)} filer i {made.folder}. Allt är påhittat (ÖVNINGSDATA).")
    for file in made.files:
        print(f"  {file.file}  {file.title}")
    for recipient, sums in made.sums.items():
        print(f"{recipient}: " + ", ".join(f"{word} {_kronor(sums[key])}" for word, key in _TOLD))
    return READ


def _add_verify(command: argparse.ArgumentParser) -> None:
    command.add_argument("database", metavar="FILE", help="en databas, eller postgresql+psycopg://…")
    command.add_argument("--json", action="store_true", help="skriv ett JSON-objekt")
    command.set_defaults(run=_verify)


def _verify(chosen: argparse.Namespace) -> int:
    from dataclasses import asdict

    from sbdesk.services.opening import open_database

    opened = open_database(chosen.database)
    try:
        found = opened.services.verification.run()
    finally:
        opened.close()
    if chosen.json:
        print_json({"holds": found.holds, **asdict(found)})
    else:
        print(f"{found.events} händelser, {found.documents} dokument, kedjans huvud {found.head}")
        print("\n".join(found.faults) if found.faults else "Kedja, spärrar, databasfil och dokument stämmer.")
    return READ if found.holds else REFUSED


def _add_self_test(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="skriv ett JSON-objekt")
    command.set_defaults(run=_self_test)


def _self_test(chosen: argparse.Namespace) -> int:
    from dataclasses import asdict

    from sbdesk.services.self_test import self_test

    trials = self_test()
    worked = all(trial.worked for trial in trials)
    if chosen.json:
        print_json({"works": worked, "trials": [asdict(trial) for trial in trials]})
    else:
        for trial in trials:
            print(f"{'fungerar' if trial.worked else 'FEL':9} {trial.name}: {trial.seen}")
    return READ if worked else OUR_FAULT


def _add_admit_login(command: argparse.ArgumentParser) -> None:
    command.add_argument("address", metavar="ADDRESS", help="postgresql+psycopg://ägare@server/databas")
    command.add_argument("--login", required=True, help="personens inloggning på servern")
    command.add_argument("--name", required=True, help="namnet som det står i beslut och brev")
    command.add_argument("--title", required=True, help="titeln som den står i beslut och brev")
    roles = [role.value for role in Role]
    command.add_argument(
        "--role", action="append", choices=roles, required=True, help="får anges flera gånger"
    )
    command.add_argument(
        "--limit", type=int, default=0, help="hela kronor personen får besluta och attestera"
    )
    command.set_defaults(run=_admit_login)


def _admit_login(chosen: argparse.Namespace) -> int:
    from sbdesk.services.clock import SystemClock
    from sbdesk.services.settings import OfficerInput
    from sbdesk.services.team_databases import add_login

    limit = from_kronor(chosen.limit)
    roles = tuple(Role(role) for role in chosen.role)
    given = OfficerInput(chosen.name, chosen.title, roles, decide_limit_ore=limit, pay_limit_ore=limit)
    add_login(chosen.address, chosen.login, given, SystemClock())
    print(f"{chosen.name} kan öppna databasen med inloggningen {chosen.login}.")
    return READ


COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "check-ledger": ("läs en huvudbok och kör kontrollerna på den", _add_check_ledger),
    "programme": ("visa ett statsbidrags uppgifter med citat", _add_programme),
    "run-demo": ("gör hela handläggningen med övningsdata och lämna varje dokument", _add_run_demo),
    "verify": ("kontrollera händelsekedja, databasfil och dokument", _add_verify),
    "admit-login": ("låt en person in i teamets databas med egen inloggning", _add_admit_login),
    "self-test": ("prova att programmet fungerar på den här datorn", _add_self_test),
}
"""Each command by its name: what it does, and what adds its arguments."""
