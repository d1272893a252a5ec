"""Documents in and out, and how they travel."""

from __future__ import annotations

from enum import StrEnum


class DocumentOrigin(StrEnum):
    """Received from outside, or produced here."""

    RECEIVED = "received"
    PRODUCED = "produced"


class DispatchChannel(StrEnum):
    """How the officer sent a document; the program itself sends nothing."""

    E_MAIL = "e_mail"
    POST = "post"
    PORTAL = "portal"
    PEPPOL = "peppol"
    HAND = "hand"
