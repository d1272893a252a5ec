"""The rows of the Regioner page, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sbdesk.domain.ore import Ore
from sbdesk.domain.parties import OperationKind, RecipientKind
from sbdesk.services.case_history import TimelineRow


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """A recipient with its sums over all programmes, öre; ``debt_ore`` is due and unpaid."""

    id: int
    name: str
    name_key: str
    kind: str
    org_number: str
    org_number_confirmed: bool
    care_region: str
    programmes: int
    granted_ore: Ore
    paid_ore: Ore
    accepted_ore: Ore
    repayable_ore: Ore
    debt_ore: Ore
    successor: str = ""


@dataclass(frozen=True, slots=True)
class RecipientAwardRow:
    """One of a recipient's awards, öre."""

    award_id: int
    programme: str
    ceiling_ore: Ore
    granted_ore: Ore
    paid_ore: Ore
    accepted_ore: Ore
    repayable_ore: Ore
    outstanding_ore: Ore


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account a recipient has been or may be paid to, and all that is known of how it came here.

    ``check`` is empty when the check digit is right; a ``…_refused`` is empty when the act is allowed.
    """

    id: int
    version: int
    kind: str
    number: str
    confirmed: bool
    confirmed_by: str
    check: str
    source: str
    entered_by: str
    entered_on: date
    called_back: str
    evidence_id: int | None
    evidence: str
    shared_with: str
    used_by: tuple[str, ...]
    confirm_refused: str
    call_back_refused: str


@dataclass(frozen=True, slots=True)
class RepresentativeRow:
    """An ombud of a recipient, present or former; ``delegation`` is the title of the proof."""

    id: int
    version: int
    name: str
    email: str
    appointed_on: date
    ends_on: date | None
    active: bool
    delegation_id: int | None
    delegation: str
    end_refused: str
    reopen_refused: str


@dataclass(frozen=True, slots=True)
class HostingRow:
    """An operation during the days that the recipient runs it; ``went_to`` has run it since."""

    id: int
    version: int
    operation_id: int
    operation_version: int
    kind: OperationKind
    code: str
    name: str
    area: str
    from_on: date
    to_on: date | None
    came_from: str
    went_to: str
    end_refused: str
    reopen_refused: str
    undo_move_refused: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A person at the recipient and where they are named; name and e-mail are empty once erased."""

    id: int
    version: int
    name: str
    email: str
    named_in: tuple[str, ...]
    erased_on: date | None
    erase_refused: str


@dataclass(frozen=True, slots=True)
class DisqualifiedRow:
    """An officer with jäv for the recipient; the reason stays in the case."""

    officer: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True)
class DebtRow:
    """An award's claim that is due and unpaid, öre; ``number`` and ``due_on`` of its oldest invoice.

    ``former``: the recipient that owes it, when that one has gone up in the one that is shown; else empty.
    """

    award_id: int
    invoice_id: int
    number: str
    programme: str
    outstanding_ore: Ore
    due_on: date
    former: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """Which recipient this one has gone up in and since when, and which have gone up in this one."""

    into: str = ""
    on: date | None = None
    from_others: tuple[str, ...] = ()
    merge_refused: str = ""
    undo_refused: str = ""


@dataclass(frozen=True, slots=True)
class RecipientCard:
    """Everything of one recipient that the page shows.

    ``debt_stops`` are the open programmes in which a debt stops a grant, ``debt_informs`` the others.
    """

    row: RecipientRow
    kind: RecipientKind
    version: int
    seat: str | None
    address: str | None
    registrar_email: str | None
    buyer_reference: str | None
    peppol_id: str | None
    awards: tuple[RecipientAwardRow, ...]
    accounts: tuple[AccountRow, ...]
    debts: tuple[DebtRow, ...]
    debt_stops: tuple[str, ...]
    debt_informs: tuple[str, ...]
    representatives: tuple[RepresentativeRow, ...] = ()
    operations: tuple[HostingRow, ...] = ()
    contacts: tuple[ContactRow, ...] = ()
    disqualified: tuple[DisqualifiedRow, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    succession: Succession = Succession()
    change_number_refused: str = ""


@dataclass(frozen=True, slots=True)
class RecipientInput:
    """What an officer may change of a recipient; empty text means not known."""

    address: str = ""
    registrar_email: str = ""
    buyer_reference: str = ""
    peppol_id: str = ""
    org_number_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class IdentityInput:
    """What a recipient is called and which legal entity it is; the number is checked before it is kept."""

    org_number: str
    name: str
    kind: RecipientKind
