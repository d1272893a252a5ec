"""The list of pages: each noun adds its line here, and no noun knows another."""

from __future__ import annotations

from sbdesk.gui.features.documents.feature import documents_feature
from sbdesk.gui.features.help.feature import help_feature
from sbdesk.gui.features.ledger_imports.feature import ledger_imports_feature
from sbdesk.gui.features.overview.feature import overview_feature
from sbdesk.gui.features.programmes.feature import programmes_feature
from sbdesk.gui.features.recipients.feature import recipients_feature
from sbdesk.gui.features.reconciliations.feature import reconciliations_feature
from sbdesk.gui.features.recoveries.feature import recoveries_feature
from sbdesk.gui.features.reports.feature import reports_feature
from sbdesk.gui.features.requisitions.feature import requisitions_feature
from sbdesk.gui.features.settings.feature import settings_feature
from sbdesk.gui.shell.feature import Feature

FEATURES: tuple[Feature, ...] = (
    overview_feature(),
    programmes_feature(),
    recipients_feature(),
    requisitions_feature(),
    reports_feature(),
    reconciliations_feature(),
    ledger_imports_feature(),
    recoveries_feature(),
    documents_feature(),
    settings_feature(),
    help_feature(lambda services: services.first_steps.done()),
)
"""What the window shows. ``Feature.order``: 10 Översikt … 90 Dokument, 100 and up at the foot."""
