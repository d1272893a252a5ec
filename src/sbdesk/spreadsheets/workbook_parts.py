"""Finds which part of a workbook package holds which sheet, as the parser of values finds it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass

from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.refusals import damaged, other_kind, too_large, unsafe
from sbdesk.spreadsheets.safe_xml import Attributes, XmlReader, local_name
from sbdesk.spreadsheets.zip_parts import Package, folded

_PACKAGE_RELATIONS = "_rels/.rels"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of the workbook; ``part`` is None for charts and dialogs, which hold no rows."""

    name: str
    part: str | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference from one part to another, already resolved inside the package."""

    kind: str
    target: str
    external: bool


def relations(package: Package, part: str, limits: Limits) -> dict[str, Relation]:
    """Id to relation of a part (``""`` for the package); refuses targets outside the package."""
    folder, name = posixpath.split(part)
    where = posixpath.join(folder, "_rels", name + ".rels") if part else _PACKAGE_RELATIONS
    found: dict[str, Relation] = {}
    if where not in package:
        return found

    def started(element: str, attributes: Attributes) -> None:
        if element != "Relationship":
            return
        external = attributes.get("TargetMode", "Internal") == "External"
        target = attributes.get("Target", "")
        resolved = target if external else _resolve(folder, target)
        kind = attributes.get("Type", "").rpartition("/")[2]
        found[attributes.get("Id", "")] = Relation(kind, resolved, external)

    _parse(package, where, limits, started)
    return found


def _resolve(folder: str, target: str) -> str:
    absolute = target.startswith(("/", "\\"))
    joined = posixpath.normpath(posixpath.join("" if absolute else folder, folded(target)))
    if joined.startswith("../") or joined in ("..", "."):
        raise unsafe("en hänvisning som pekar utanför filen")
    return joined


def _parse(package: Package, part: str, limits: Limits, started: Callable[[str, Attributes], None]) -> None:
    reader = XmlReader(limits, started)
    reader.feed(package.read(part), last=True)


def workbook_sheets(package: Package, limits: Limits) -> list[SheetPart]:
    """The sheets in the workbook's order; refuses a package that is no workbook or has two."""
    offices = [
        relation.target
        for relation in relations(package, "", limits).values()
        if relation.kind == "officeDocument" and not relation.external
    ]
    if len(offices) != 1 or offices[0] not in package:
        raise damaged("arbetsboken saknas")
    book = offices[0]
    if not book.endswith(".xml"):
        raise other_kind("en binär arbetsbok (.xlsb)")
    if sum(posixpath.basename(name) == posixpath.basename(book) for name in package.parts) > 1:
        raise unsafe("två arbetsböcker")
    related = relations(package, book, limits)
    sheets: list[SheetPart] = []
    root: list[str] = []

    def started(element: str, attributes: Attributes) -> None:
        if not root:
            root.append(element)
        if element == "sheet":
            sheets.append(_sheet(attributes, related, package))
            if len(sheets) > limits.sheets:
                raise too_large(f"den har fler än {limits.sheets} blad")

    _parse(package, book, limits, started)
    if root != ["workbook"]:
        raise other_kind("inget kalkylblad")
    _refuse_repeated(sheets)
    return sheets


def _sheet(attributes: Attributes, related: dict[str, Relation], package: Package) -> SheetPart:
    name = attributes.get("name", "")
    hidden = attributes.get("state", "visible") != "visible"
    link = next((value for key, value in attributes.items() if ":" in key and local_name(key) == "id"), "")
    relation = related.get(link)
    if relation is None or relation.external:
        raise damaged(f"bladet {name} saknas")
    if relation.kind != "worksheet":
        return SheetPart(name, None, hidden)
    if relation.target not in package:
        raise damaged(f"bladet {name} saknas")
    return SheetPart(name, relation.target, hidden)


def _refuse_repeated(sheets: list[SheetPart]) -> None:
    names = [sheet.name.casefold() for sheet in sheets]
    parts = [sheet.part for sheet in sheets if sheet.part is not None]
    if len(set(names)) != len(names) or len(set(parts)) != len(parts):
        raise unsafe("två blad med samma namn")
    if not parts:
        raise damaged("den har inga blad")
