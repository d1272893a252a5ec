"""The people at the desk, and the kinds of party they meet."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What an officer may do; one person may have several, never two in the same case."""

    OFFICER = "officer"
    DECIDER = "decider"
    PAYER = "payer"
    JURIST = "jurist"
    ADMIN = "admin"


class RecipientKind(StrEnum):
    """What kind of legal entity a recipient is."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    MUNICIPAL_ASSOCIATION = "municipal_association"
    ASSOCIATION = "association"
    OTHER = "other"


class OperationKind(StrEnum):
    """What the money is for, apart from who receives it."""

    CSD = "csd"
    PMC = "pmc"
    CARE_REGION = "care_region"
    REGISTRY = "registry"
    RSS = "rss"
