"""The sentences with which a file is refused: what is wrong, that nothing was read, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from sbdesk.domain.errors import UserFacingError

NOTHING_READ = "Inget är inläst."
_NEW_COPY = "Be mottagaren att öppna filen i Excel, spara en ny kopia som .xlsx och skicka den."


class FileRefused(UserFacingError):  # noqa: N818 - the name is read aloud: "file refused"
    """The file is not read at all; the text names the reason."""


_PASTED = {
    "file_damaged": (
        "Det inklistrade går inte att dela upp i rader: ett citattecken saknas eller är felplacerat.",
        "Rätta eller ta bort citattecknet och klistra in raderna igen.",
    ),
    "file_kind": (
        "Det inklistrade innehåller tecken som inte är text.",
        "Kopiera raderna på nytt, bara som text, och klistra in dem igen.",
    ),
    "file_too_large": ("Det inklistrade är för stort.", "Klistra in färre rader åt gången."),
    "file_empty": (
        "Det inklistrade innehåller inga ifyllda rader.",
        "Kopiera raderna på nytt och klistra in dem igen.",
    ),
    "file_unreadable": ("Det inklistrade gick inte att läsa.", "Klistra in färre rader åt gången."),
}
_CHOOSE_ANEW = "Öppna filen i Excel, spara en ny kopia som .xlsx och välj den."
_SMALL_TABLE = {
    "file_damaged": _CHOOSE_ANEW,
    "file_kind": "Spara tabellen som Excel (.xlsx) eller som textfil (.csv) och välj den filen.",
    "file_unsafe": _CHOOSE_ANEW,
    "file_too_large": "Dela upp tabellen i mindre filer.",
    "file_contradictory": _CHOOSE_ANEW,
    "file_empty": "Fyll i tabellen, spara den och välj den igen.",
    "file_unreadable": _CHOOSE_ANEW,
}


def of_pasted(refused: FileRefused) -> FileRefused:
    """The same refusal where nobody has sent a file: what was pasted, and what to do with it."""
    what, todo = _PASTED.get(refused.code or "", (refused.what, refused.todo))
    return FileRefused(what, NOTHING_READ, todo, code=refused.code)


def of_small_table(refused: FileRefused) -> FileRefused:
    """The same refusal of a file that is no ledger and that the officer may have made."""
    todo = _SMALL_TABLE.get(refused.code or "", refused.todo)
    return FileRefused(refused.what, NOTHING_READ, todo, code=refused.code)


def open_elsewhere() -> FileRefused:
    """F05: another program holds the file."""
    return FileRefused(
        "Filen är öppen i Excel och kan inte läsas.",
        NOTHING_READ,
        "Stäng den i Excel och välj Försök igen.",
        code="F05",
    )


def gone() -> FileRefused:
    """The file was moved or removed between the choice and the reading."""
    return FileRefused(
        "Filen finns inte längre på platsen.",
        NOTHING_READ,
        "Leta upp filen och välj den igen.",
        code="file_gone",
    )


def locked_with_password() -> FileRefused:
    """F06: the workbook is encrypted."""
    return FileRefused(
        "Filen är lösenordsskyddad.", NOTHING_READ, "Spara en kopia utan lösenord.", code="F06"
    )


def unknown_format(name: str, program: str) -> FileRefused:
    """F07: a format that nothing here reads; ``name`` like ``.numbers``."""
    return FileRefused(
        f"Formatet {name} kan inte läsas.",
        NOTHING_READ,
        f"Be mottagaren att exportera filen till Excel (.xlsx) i {program}.",
        code="F07",
    )


def other_kind(what: str) -> FileRefused:
    """The content is another kind of file than its name says, or no ledger at all."""
    return FileRefused(
        f"Filen är {what}, ingen Excel-fil.",
        NOTHING_READ,
        "Be mottagaren att spara huvudboken som Excel (.xlsx) eller som textfil (.csv).",
        code="file_kind",
    )


def renamed_text(suffix: str) -> FileRefused:
    """A text file whose name claims that it is a workbook."""
    return FileRefused(
        f"Filen heter {suffix} men är en textfil.",
        NOTHING_READ,
        "Byt filändelsen till .csv och välj filen igen.",
        code="file_renamed",
    )


def damaged(detail: str) -> FileRefused:
    """The container is broken; ``detail`` completes ”Filen är skadad: …”."""
    return FileRefused(
        f"Filen är skadad: {detail}.",
        NOTHING_READ,
        "Be mottagaren att skicka filen igen.",
        code="file_damaged",
    )


def unsafe(what: str) -> FileRefused:
    """The file holds something that no ledger needs; ``what`` completes ”Filen innehåller …”."""
    return FileRefused(
        f"Filen innehåller {what} och öppnas därför inte.", NOTHING_READ, _NEW_COPY, code="file_unsafe"
    )


def too_large(what: str) -> FileRefused:
    """The file is beyond a limit; ``what`` is the whole first sentence's end."""
    return FileRefused(
        f"Filen är för stor: {what}.",
        NOTHING_READ,
        "Be mottagaren att dela upp utdraget i mindre filer.",
        code="file_too_large",
    )


def contradictory(sheet: str, what: str) -> FileRefused:
    """Two readers could read the sheet differently, so no amount in it can be trusted."""
    return FileRefused(
        f"Bladet {sheet} går inte att lita på: {what}.", NOTHING_READ, _NEW_COPY, code="file_contradictory"
    )


def empty() -> FileRefused:
    """Nothing in it."""
    return FileRefused(
        "Filen är tom.", NOTHING_READ, "Be mottagaren att skicka filen igen.", code="file_empty"
    )


def reader_gave_up(how: str) -> FileRefused:
    """The child process died or was stopped; ``how`` is the whole first sentence's end."""
    return FileRefused(f"Filen gick inte att läsa: {how}.", NOTHING_READ, _NEW_COPY, code="file_unreadable")


def columns_missing(missing: Sequence[str], found: Sequence[str]) -> FileRefused:
    """F11: which kinds of column are missing and which headings the file has."""
    kinds = missing[0] if len(missing) == 1 else ", ".join(missing[:-1]) + " eller " + missing[-1]
    has = f"Filen har {', '.join(found)}." if found else "Filen har inga rubriker."
    return FileRefused(
        f"Ingen kolumn ser ut att vara {kinds}. {has}",
        NOTHING_READ,
        "Välj själv vilken kolumn som är vad.",
        code="F11",
    )


def sheet_missing(name: str) -> FileRefused:
    """The profile names a sheet that this file lacks."""
    return FileRefused(
        f"Filen har inget blad som heter {name}.", NOTHING_READ, "Välj ett annat blad.", code="sheet_missing"
    )
