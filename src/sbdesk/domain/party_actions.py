"""Why something cannot be done with a recipient's account, ombud, operation or contact; empty: it can.

The page shows the sentence beside the act that is forbidden, and the service refuses with the same one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sbdesk.domain.parties import AccountSource, RepresentativeState


def why_not_confirm(*, confirmed: bool, source: AccountSource, called_back: bool) -> str:
    """A second person stands behind an account once; one that came by e-mail is called back before."""
    if confirmed:
        return "Kontot är redan bekräftat av en andra person."
    if source is AccountSource.E_MAIL and not called_back:
        return "Kontot kom med e-post. Ring först mottagaren på ett känt nummer och skriv in motringningen."
    return ""


def why_not_call_back(*, confirmed: bool, called_back: bool) -> str:
    """A call back is noted before the account is confirmed, and once."""
    if called_back:
        return "Motringningen är redan inskriven."
    if confirmed:
        return "Kontot är redan bekräftat av en andra person."
    return ""


def why_not_end_representative(state: RepresentativeState) -> str:
    """Only an ombud that acts can end."""
    return "Ombudet är redan avslutat." if state is RepresentativeState.ENDED else ""


def why_not_reopen_representative(state: RepresentativeState, *, erased: bool, is_last: bool) -> str:
    """The end of the latest ombud can be undone while nobody has come after."""
    if state is RepresentativeState.ACTIVE:
        return "Ombudet är inte avslutat."
    if erased:
        return "Ombudets kontaktuppgifter är gallrade."
    return "" if is_last else "Mottagaren har fått ett nytt ombud efter det här."


def why_not_end_hosting(to_on: date | None) -> str:
    """Only a host until further notice can stop being one."""
    return "" if to_on is None else f"Verksamheten är avslutad här från och med {to_on.isoformat()}."


def why_not_reopen_hosting(to_on: date | None, *, is_last: bool) -> str:
    """An end can be undone while the operation has no later host."""
    if to_on is None:
        return "Perioden är inte avslutad."
    return "" if is_last else "Verksamheten har en senare värd. Ångra flytten i stället."


def why_not_undo_move(*, is_last: bool, has_former: bool) -> str:
    """Only the latest move can be undone, and only when there is a host to go back to."""
    if not is_last:
        return "Verksamheten har flyttats vidare."
    return "" if has_former else "Verksamheten har inte flyttats hit från någon annan."


def why_not_erase(*, erased: bool, needed_by: Sequence[str]) -> str:
    """A contact's particulars stay while an open case or a present ombud needs them."""
    if erased:
        return "Kontaktuppgifterna är redan gallrade."
    return f"Uppgifterna behövs: {', '.join(needed_by)}." if needed_by else ""


def why_not_change_number(*, confirmed: bool) -> str:
    """An organisation number that was compared with a register stands."""
    return "Organisationsnumret är bekräftat mot register." if confirmed else ""


def why_not_merge(successor: str | None) -> str:
    """A recipient goes up in another once."""
    return f"Mottagaren har redan gått upp i {successor}." if successor else ""


def why_not_undo_merge(successor: str | None) -> str:
    """Only what was merged can be taken apart."""
    return "" if successor else "Mottagaren har inte gått upp i någon annan."
