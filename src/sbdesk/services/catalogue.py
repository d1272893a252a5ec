"""Every service of one open database, by the noun it serves."""

from __future__ import annotations

from dataclasses import dataclass

from sbdesk.services.allotments import AllotmentsService
from sbdesk.services.appeals import AppealsService
from sbdesk.services.bulk_decisions import BulkDecisionsService
from sbdesk.services.contacts import ContactsService
from sbdesk.services.decision_changes import DecisionChangesService
from sbdesk.services.decisions import DecisionsService
from sbdesk.services.documents import DocumentsService
from sbdesk.services.first_steps import FirstStepsService
from sbdesk.services.incoming_payments import IncomingPaymentsService
from sbdesk.services.invoices import InvoicesService
from sbdesk.services.ledger_imports import LedgerImportsService
from sbdesk.services.operations import OperationsService
from sbdesk.services.overview import OverviewService
from sbdesk.services.payouts import PayoutsService
from sbdesk.services.programme_editing import ProgrammeEditingService
from sbdesk.services.programmes import ProgrammesService
from sbdesk.services.recipient_accounts import AccountsService
from sbdesk.services.recipients import RecipientsService
from sbdesk.services.reconciliations import ReconciliationsService
from sbdesk.services.recoveries import RecoveriesService
from sbdesk.services.reports import ReportsService
from sbdesk.services.representatives import RepresentativesService
from sbdesk.services.requisition_tables import RequisitionTablesService
from sbdesk.services.requisitions import RequisitionsService
from sbdesk.services.searches import SearchesService
from sbdesk.services.settings import SettingsService
from sbdesk.services.verdicts import VerdictsService
from sbdesk.services.verification import VerificationService
from sbdesk.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Services:
    """What the desk can do, one attribute a noun."""

    programmes: ProgrammesService
    programme_editing: ProgrammeEditingService
    recipients: RecipientsService
    operations: OperationsService
    representatives: RepresentativesService
    accounts: AccountsService
    contacts: ContactsService
    allotments: AllotmentsService
    requisitions: RequisitionsService
    requisition_tables: RequisitionTablesService
    decisions: DecisionsService
    bulk_decisions: BulkDecisionsService
    decision_changes: DecisionChangesService
    appeals: AppealsService
    payouts: PayoutsService
    reports: ReportsService
    ledger_imports: LedgerImportsService
    reconciliations: ReconciliationsService
    verdicts: VerdictsService
    recoveries: RecoveriesService
    invoices: InvoicesService
    incoming_payments: IncomingPaymentsService
    documents: DocumentsService
    settings: SettingsService
    verification: VerificationService
    overview: OverviewService
    searches: SearchesService
    first_steps: FirstStepsService


def services_for(work: Workplace) -> Services:
    """Every service for one officer at one open database."""
    return Services(
        programmes=ProgrammesService(work),
        programme_editing=ProgrammeEditingService(work),
        recipients=RecipientsService(work),
        operations=OperationsService(work),
        representatives=RepresentativesService(work),
        accounts=AccountsService(work),
        contacts=ContactsService(work),
        allotments=AllotmentsService(work),
        requisitions=RequisitionsService(work),
        requisition_tables=RequisitionTablesService(work),
        decisions=DecisionsService(work),
        bulk_decisions=BulkDecisionsService(work),
        decision_changes=DecisionChangesService(work),
        appeals=AppealsService(work),
        payouts=PayoutsService(work),
        reports=ReportsService(work),
        ledger_imports=LedgerImportsService(work),
        reconciliations=ReconciliationsService(work),
        verdicts=VerdictsService(work),
        recoveries=RecoveriesService(work),
        invoices=InvoicesService(work),
        incoming_payments=IncomingPaymentsService(work),
        documents=DocumentsService(work),
        settings=SettingsService(work),
        verification=VerificationService(work),
        overview=OverviewService(work),
        searches=SearchesService(work),
        first_steps=FirstStepsService(work),
    )
