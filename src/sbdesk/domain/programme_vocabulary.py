"""The closed lists of words that describe a programme, in one place for domain, store and gui."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class FactStatus(StrEnum):
    """Who says so."""

    STATED = "stated"
    LAW = "law"
    DERIVED = "derived"
    OFFICER = "officer"
    NOT_YET_DECIDED = "not_yet_decided"
    NOT_STATED = "not_stated"

    @property
    def swedish(self) -> str:
        """The word beside a fact."""
        return _STATUS_WORDS[self]

    @property
    def has_value(self) -> bool:
        """Whether a fact of this status carries a value; the last two never do."""
        return self not in (FactStatus.NOT_YET_DECIDED, FactStatus.NOT_STATED)


_STATUS_WORDS = {
    FactStatus.STATED: "Står i anvisningen",
    FactStatus.LAW: "Står i lag eller förordning",
    FactStatus.DERIVED: "Härlett",
    FactStatus.OFFICER: "Angivet av handläggaren",
    FactStatus.NOT_YET_DECIDED: "Inte beslutat",
    FactStatus.NOT_STATED: "Står inte i anvisningen",
}


class ValueKind(StrEnum):
    """How a fact's value is read; ``ORE`` is öre."""

    ORE = "ore"
    DAY = "day"
    TEXT = "text"
    INT = "int"
    BOOL = "bool"


class EligibleKind(StrEnum):
    """The kinds of legal entity that may get a grant; ``output_word`` is the command line's."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    MUNICIPAL_ASSOCIATION = "municipal_association"
    ASSOCIATION = "association"
    RSS_PRINCIPAL = "rss_principal"

    @property
    def output_word(self) -> str:
        """``region``, ``rss``, ``kommun`` or ``forening``."""
        return {
            EligibleKind.REGION: "region",
            EligibleKind.MUNICIPALITY: "kommun",
            EligibleKind.MUNICIPAL_ASSOCIATION: "kommun",
            EligibleKind.ASSOCIATION: "forening",
            EligibleKind.RSS_PRINCIPAL: "rss",
        }[self]


class AllotmentMethod(StrEnum):
    """How a component is divided; ``DECIDED`` amounts stand in the instruction or a decision."""

    EQUAL = "equal"
    FIXED = "fixed"
    PER_UNIT = "per_unit"
    POPULATION = "population"
    DECIDED = "decided"


class Modality(StrEnum):
    """Whether a ground obliges ("är skyldiga") or permits ("kan bli")."""

    SHALL = "shall"
    MAY = "may"


class GroundBasis(StrEnum):
    """What a condition rests on; ``ROLE`` is the house rule of two persons, ``NONE`` can only inform."""

    INSTRUCTION = "instruction"
    LAW = "law"
    ARITHMETIC = "arithmetic"
    IMPORT = "import"
    ROLE = "role"
    NONE = "none"


class VerdictCause(IntEnum):
    """Why a ledger line is not accepted; the digit is the key the officer presses."""

    NOT_OF_THE_GRANT = 0
    PERIOD = 1
    ACCRUAL = 2
    DOUBLE_FINANCING = 3
    PURPOSE = 4
    PASSED_ON = 5
    NO_EVIDENCE = 6
    DEDUCTIBLE_VAT = 7
    DUPLICATE = 8
    OTHER = 9

    @property
    def swedish(self) -> str:
        """The words beside the digit."""
        return _CAUSE_WORDS[self]


_CAUSE_WORDS = (
    "hör inte till bidraget",
    "period",
    "periodisering",
    "dubbelfinansiering",
    "ändamål",
    "vidareförmedling",
    "underlag saknas",
    "avdragsgill moms",
    "dubblett",
    "annat",
)
