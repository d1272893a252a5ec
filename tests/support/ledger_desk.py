"""A desk that imports rows in memory and tells what the ledger checks say."""

from __future__ import annotations

from pathlib import Path

from sbdesk.domain.account_classes import AccountClass
from sbdesk.domain.ledger import LedgerRow
from sbdesk.services.ledger_findings import LedgerFindingRow, LedgerFindingsService
from sbdesk.services.ledger_imports import LedgerImportsService
from sbdesk.services.ledger_imports_rows import ImportRequest
from support.desk import OpenDesk
from support.ledger_extracts import LAYOUT, ExtractMaker

CLASSES = {"1681": AccountClass.VAT, "2990": AccountClass.ACCRUAL, "3510": AccountClass.GRANT_INCOME}


class LedgerDesk:
    """Imports rows for Region Skåne and tells what the checks say."""

    def __init__(self, desk: OpenDesk, folder: Path) -> None:
        self.desk = desk
        self.award = desk.award()
        self.imports = LedgerImportsService(desk.work)
        self.checks = LedgerFindingsService(desk.work)
        self.extracts = ExtractMaker(folder)

    def take(self, *rows: LedgerRow) -> int:
        """The id of the import of these rows."""
        extract = self.extracts.make(rows)
        request = ImportRequest(extract.path, self.award, LAYOUT, classes=CLASSES)
        done = self.imports.import_ledger(request, reading=extract.reading)
        assert done.id is not None
        return done.id

    def found(self, code: str) -> list[LedgerFindingRow]:
        return [it for it in self.checks.findings(self.award) if it.code == code]

    def rows(self, code: str) -> list[tuple[int | None, int | None]]:
        """Row and öre of each finding."""
        return [(it.row, it.ore) for it in self.found(code)]
