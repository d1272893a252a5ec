"""The four other programmes of the practice data, with the lists that an officer would load, all invented."""

from __future__ import annotations

from datetime import date

from sbdesk.services.practice_files import MARK
from sbdesk.services.practice_people import PracticeOffice, open_programme

NKR, PMC = "nkr-2026", "pmc-2026"
RSS_S, RSS_A = "rss-socialtjanst-2026", "rss-aldreomsorg-2026"

NORR, MITT, SODER = (f"{place} övningsförbund ({MARK})" for place in ("Norra", "Mellersta", "Södra"))
"""Invented principals; their numbers have right check digits and belong to nobody."""

_PRINCIPALS = ((NORR, "999900-0012", "Norr"), (MITT, "999900-0020", "Mitt"), (SODER, "999900-0038", "Söder"))
_NAMED = (
    ("knä", "Region Skåne"),
    ("höft", "Västra Götalandsregionen"),
    ("syn", "Region Skåne"),
    ("hjärta", "Region Uppsala"),
    ("tänder", "Region Jönköpings län"),
    ("sömn", "Region Västerbotten"),
    ("rygg", "Region Stockholm"),
    ("andning", "Region Värmland"),
)
_OTHERS = (
    ("Region Jönköpings län", 8),
    ("Region Skåne", 12),
    ("Region Stockholm", 32),
    ("Region Uppsala", 15),
    ("Region Västerbotten", 5),
    ("Västra Götalandsregionen", 19),
)
"""Together with the named ones 99 registers, as many as the instruction says that there are."""


def register_list() -> str:
    """NKR's appendix as a table to paste: invented registers, 99 in all."""
    lines = ["Register\tRegion\tAntal"]
    lines += [f"Övningsregistret för {what} ({MARK})\t{region}\t1" for what, region in _NAMED]
    lines += [f"Övriga övningsregister, {region} ({MARK})\t{region}\t{count}" for region, count in _OTHERS]
    return "\n".join(lines)


def principal_list(*kronor: int) -> str:
    """The list of an RSS grant as a table to paste; kronor for Norr, Mitt and Söder."""
    lines = ["Huvudman\tOrg.nr\tRSS\tBelopp\tTyp"]
    for (name, number, place), amount in zip(_PRINCIPALS, kronor, strict=True):
        lines.append(f"{name}\t{number}\tRSS Övning {place} ({MARK})\t{amount}\tkommunalförbund")
    return "\n".join(lines)


def open_rss_s(office: PracticeOffice) -> None:
    """RSS socialtjänst opens with three principals."""
    amounts = principal_list(6_200_000, 4_800_000, 3_150_000)
    open_programme(office, RSS_S, date(2026, 2, 16), amounts)


def open_rss_a(office: PracticeOffice) -> None:
    """RSS äldreomsorg opens with the same principals."""
    amounts = principal_list(11_400_000, 9_250_000, 7_300_000)
    open_programme(office, RSS_A, date(2026, 3, 2), amounts)


def open_nkr(office: PracticeOffice) -> None:
    """NKR opens with the invented registers of seven regions."""
    open_programme(office, NKR, date(2026, 3, 3), register_list())


def open_pmc(office: PracticeOffice) -> None:
    """PMC opens with the amounts that stand in its instruction."""
    open_programme(office, PMC, date(2026, 6, 15))
