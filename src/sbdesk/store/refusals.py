"""The Swedish sentence behind each rule that the database itself enforces."""

from __future__ import annotations

import re

from sqlalchemy.exc import IntegrityError

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError

NOTHING = "Inget är ändrat."

_RULES: dict[str, tuple[str, str]] = {
    "uq_requisition_live": (
        "Mottagaren har redan en rekvisition i det här statsbidraget.",
        "Öppna den och välj Ändra uppgift i rekvisitionen, eller registrera en återkallelse först.",
    ),
    "uq_award_programme_id_recipient_id": (
        "Mottagaren har redan ett ärende i det här statsbidraget.",
        "Öppna det ärende som finns.",
    ),
    "uq_ledger_import_live": (
        "Samma fil är redan inläst.",
        "Öppna den inläsningen, eller ångra den innan du läser in filen på nytt.",
    ),
    "uq_representative_active": (
        "Mottagaren har redan ett ombud.",
        "Avsluta det ombudet innan du lägger till ett nytt.",
    ),
    "uq_proposal_open": (
        "Ärendet är redan lämnat för beslut.",
        "Vänta på beslutet eller be beslutsfattaren skicka tillbaka det.",
    ),
    "uq_incoming_payment_source_entry_reference": (
        "Den här inbetalningen är redan registrerad.",
        "Sök efter betalningens referens under Återkrav.",
    ),
    "uq_recipient_org_number": (
        "Det finns redan en mottagare med det organisationsnumret.",
        "Öppna den mottagaren, eller kontrollera numret.",
    ),
    "uq_payout_account_number": (
        "Mottagaren har redan det här kontot.",
        "Välj kontot i listan.",
    ),
    "uq_fact_amendment_waiting": (
        "En ändring av uppgiften väntar redan på en andra person.",
        "Bekräfta eller ta tillbaka den ändringen först.",
    ),
    "hosts_apart": (
        "Verksamheten har redan en värd någon av de dagarna.",
        "Välj dagar då ingen annan har verksamheten, eller avsluta den andra perioden först.",
    ),
    "uq_operation_kind_code": (
        "Det finns redan en verksamhet av samma slag med den koden.",
        "Välj en annan kod, eller öppna den verksamheten.",
    ),
    "payout_account_is_kept": (
        "Ett konto tas aldrig bort.",
        "Lägg till mottagarens nya konto. Det gamla står kvar i historiken.",
    ),
    "ck_attestation_four_eyes": (
        "Den som har berett ärendet kan inte också besluta eller fastställa.",
        "Be en annan person.",
    ),
    "ck_decision_four_eyes": (
        "Den som har berett ärendet kan inte också besluta i det.",
        "Be en annan beslutsfattare att fatta beslutet.",
    ),
    "ck_attestation_signed_page": (
        "Den undertecknade sidan saknas.",
        "Bifoga den skannade sidan och ange vem som har skrivit under.",
    ),
    "attested_by_the_login": (
        "Du är inloggad som en annan person än den som beslutar.",
        "Den som beslutar loggar in själv och gör det i programmet.",
    ),
    "attestation_names_the_preparer": (
        "Ärendet är berett av någon annan än uppgiften säger.",
        "Läs om sidan och försök igen.",
    ),
    "login_is_set_by_the_owner": (
        "Bara den som äger databasen kan ange inloggningar.",
        "Be den som sköter databasen.",
    ),
    "uq_decision_change_open": (
        "En ändring av beslutet är redan påbörjad.",
        "Öppna den, eller avbryt den innan du börjar en ny.",
    ),
    "decided_change_is_fixed": (
        "Ändringen är beslutad och kan inte skrivas om.",
        "Välj Rätta eller ändra beslut och gör en ny ändring.",
    ),
    "appeal_is_kept": (
        "Ett överklagande tas aldrig bort.",
        "Registrera återkallelse om mottagaren har tagit tillbaka det.",
    ),
    "granted_within_allotted": (
        "Beslutet ger mer än vad som är avsatt för mottagaren.",
        "Sänk beloppet till det som är avsatt och avslå resten.",
    ),
    "allotted_covers_granted": (
        "Fördelningen skulle ge mottagaren mindre än vad som redan är beviljat.",
        "Höj beloppet till minst det beviljade, eller ändra beslutet först.",
    ),
    "uq_allotment_share": (
        "Mottagaren och verksamheten finns redan i fördelningen.",
        "Ändra den rad som finns.",
    ),
    "granted_covers_paid": (
        "Beslutet skulle ge mindre än det som redan är på väg eller utbetalt.",
        "Ta ur utbetalningen först, eller starta ett återkrav.",
    ),
    "paid_within_granted": (
        "Utbetalningen är högre än det som är beviljat och inte utbetalt.",
        "Kontrollera beloppet mot beslutet.",
    ),
    "verdict_within_claim": (
        "Bedömningen underkänner eller parkerar mer än vad raden redovisar.",
        "Ange ett belopp som ryms inom raden, med samma tecken.",
    ),
    "matched_within_payment": (
        "Det kopplade beloppet är större än inbetalningen.",
        "Ange högst det som återstår av inbetalningen.",
    ),
    "parts_within_row": (
        "Delarna av raden blir tillsammans större än raden.",
        "Rätta delarnas belopp.",
    ),
    "credited_within_invoice": (
        "Krediten är högre än fakturan.",
        "Ange högst det belopp som återstår att kreditera.",
    ),
    "issued_invoice_is_fixed": (
        "Fakturan är utfärdad och kan inte ändras.",
        "Kreditera den och utfärda en ny.",
    ),
    "ck_ledger_line_claim_within_row": (
        "Det redovisade beloppet är större än raden i huvudboken.",
        "Ange högst radens belopp.",
    ),
    "ck_line_verdict_has_ground": (
        "Bedömningen saknar feltyp eller grund.",
        "Välj feltyp. Bara feltyper som anvisningen ger grund för kan väljas.",
    ),
}

_SQLITE_COLUMNS = {
    "award.programme_id, award.recipient_id": "uq_award_programme_id_recipient_id",
    "recipient.org_number": "uq_recipient_org_number",
    "fact_amendment.programme_id, fact_amendment.name, fact_amendment.ordinal": "uq_fact_amendment_waiting",
    "operation.kind, operation.code": "uq_operation_kind_code",
    "requisition.award_id": "uq_requisition_live",
    "decision_change.award_id": "uq_decision_change_open",
    "representative.recipient_id": "uq_representative_active",
    "proposal.subject_kind, proposal.subject_id": "uq_proposal_open",
    "incoming_payment.source, incoming_payment.entry_reference": "uq_incoming_payment_source_entry_reference",
}


def constraint_name(error: IntegrityError) -> str:
    """The name of the broken rule, the same on both databases."""
    diagnosis = getattr(error.orig, "diag", None)
    if diagnosis is not None:
        return re.sub(r"_(insert|update|delete)$", "", str(diagnosis.constraint_name))
    words = str(error.orig)
    index = re.search(r"index '([a-z_0-9]+)'", words)
    if index:
        return index.group(1)
    name = words.rsplit(": ", 1)[-1]
    return re.sub(r"_(insert|update|delete)$", "", _SQLITE_COLUMNS.get(name, name))


def of_constraint(error: IntegrityError) -> UserFacingError:
    """The refusal in Swedish; a rule without a sentence of its own names itself."""
    name = constraint_name(error)
    if name.endswith("_is_the_login"):
        return NotAllowed(
            "Du är inloggad som en annan person än den som åtgärden skulle skrivas på.",
            NOTHING,
            "Logga in som dig själv och försök igen.",
        )
    if name in _RULES:
        what, todo = _RULES[name]
        kind = Conflict if name.startswith("uq_") else NotAllowed
        return kind(what, NOTHING, todo)
    return NotAllowed(
        f"Uppgiften bryter mot en regel i databasen ({name}).",
        NOTHING,
        "Läs om sidan och försök igen. Kvarstår felet, kontakta den som sköter programmet.",
    )
