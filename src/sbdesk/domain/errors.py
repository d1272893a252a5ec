"""The errors an officer may meet, sorted from our own faults."""

from __future__ import annotations


class UserFacingError(Exception):
    """A Swedish sentence group: what happened, that nothing was lost, what to do.

    ``str(error)`` is the whole text as shown. ``code`` names the text (``F08``) where it has a number.
    """

    def __init__(self, what: str, safe: str, todo: str, *, code: str | None = None) -> None:
        super().__init__(" ".join(part for part in (what, safe, todo) if part))
        self.what = what
        self.safe = safe
        self.todo = todo
        self.code = code


class NotAllowed(UserFacingError):  # noqa: N818 - the name is read aloud: "not allowed"
    """The action is refused by a state, a role or a rule; the database is untouched."""


class Conflict(UserFacingError):  # noqa: N818 - the name is read aloud: "a conflict"
    """Somebody else changed the same thing first; the officer's text is kept."""


class Cancelled(Exception):  # noqa: N818 - silence, not an error
    """The officer cancelled long work; nothing was kept."""
