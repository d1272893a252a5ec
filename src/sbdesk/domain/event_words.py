"""The Swedish words of what happens in a case, by verb; every verb that the services record has its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sbdesk.domain.ore import format_kronor

WORDS = {
    "accept_lines": "Rader godtagna utan anmärkning",
    "add_account": "Utbetalningskonto tillagt",
    "add_host": "Värd för verksamheten tillagd",
    "add_note": "Tjänsteanteckning skriven",
    "add_officer": "Person tillagd",
    "admit_login": "Inloggning tillagd",
    "add_operation": "Verksamhet tillagd",
    "add_recipient": "Mottagare tillagd",
    "add_recovery_line": "Rad tillagd i återkravet",
    "approve": "Utbetalningen attesterad",
    "ask_completion": "Komplettering begärd",
    "assign": "Ärendet tilldelat",
    "begin_reconciliation": "Avstämningen skapad",
    "cancel": "Utbetalningen borttagen ur underlaget",
    "change_basis": "Avstämningens grund ändrad",
    "change_recipient": "Mottagarens uppgifter ändrade",
    "change_recovery_line": "Rad i återkravet ändrad",
    "clear": "Klar för beslut",
    "close_unrequested": "Stängt som inte rekvirerat",
    "complete": "Svar på komplettering registrerat",
    "complete_report": "Komplettering av återrapporten registrerad",
    "confirm": "Utbetalningen markerad som genomförd",
    "confirm_account": "Utbetalningskontot bekräftat av en andra person",
    "create_recovery": "Återkravsförslag skapat",
    "credit_invoice": "Fakturan krediterad",
    "decide": "Beslut fattat",
    "decide_without": "Avgörs utan komplettering",
    "discard_invoice": "Utkast till faktura kasserat",
    "dispatch": "Brev markerat som skickat",
    "draft_invoice": "Utkast till faktura skapat",
    "drop": "Avslutat utan återkrav",
    "drop_recovery_line": "Rad borttagen ur återkravet",
    "explain": "Skäl för avvikelse angivet",
    "extend_completion": "Svarstiden förlängd",
    "file_anew": "Ny rekvisition registrerad",
    "file_report": "Återrapport registrerad",
    "finalise_reconciliation": "Avstämningen fastställd",
    "hand_over": "Ärendet överlämnat till en annan handläggare",
    "hide_document": "Handling dold",
    "hold": "Ärendet gjort vilande",
    "import_ledger": "Huvudbok inläst",
    "issue_invoice": "Faktura utfärdad",
    "keep_document": "Handling sparad",
    "load_instruction": "Anvisning inläst",
    "load_programme": "Statsbidrag inlagt som förslag",
    "mark_not_ours": "Inbetalning markerad som inte vår",
    "mark_received": "Dagen då mottagaren fick brevet angiven",
    "match": "Inbetalning kopplad",
    "open_programme": "Statsbidraget öppnat",
    "prepare": "Utbetalningsunderlag skapat",
    "propose": "Lämnat över för beslut",
    "propose_lines_anew": "Återkravets rader föreslagna på nytt",
    "propose_simple": "Lämnat för beslut utan yttrande",
    "propose_unheard": "Lämnat för beslut utan yttrande",
    "receive": "Rekvisition registrerad",
    "recheck": "Kontrollerna kördes igen: något har ändrats",
    "redraft": "Återkravsförslaget öppnat för ändring",
    "register_answer": "Yttrande registrerat",
    "register_payment": "Inbetalning registrerad",
    "release": "Ärendet återupptaget",
    "release_payout": "Utbetalningen släppt",
    "remind_completion": "Påminnelse om komplettering skapad",
    "reopen": "Rekvisitionen öppnad på nytt",
    "reopen_award": "Ärendet öppnat på nytt",
    "reopen_payment": "Inbetalningen återtagen",
    "reopen_reconciliation": "Avstämningen öppnad på nytt",
    "reopen_recovery": "Återkravet öppnat på nytt",
    "report_disqualification": "Jäv anmält",
    "restore_invoice": "Utkast till faktura återtaget",
    "return": "Förslaget skickat tillbaka",
    "revise": "Uppgift i rekvisitionen ändrad",
    "run_ledger_checks": "Huvudboken kontrollerad",
    "save_profile": "Kolumnernas betydelse i huvudboken sparad",
    "send_hearing": "Brev inför beslut skickat",
    "send_invoice": "Faktura markerad som skickad",
    "set_appeal_rule": "Uppgift om överklagande ändrad",
    "set_backup_folder": "Mapp för säkerhetskopior vald",
    "set_case_number": "Diarienummer angivet",
    "set_diary": "Handling diarieförd",
    "set_interest": "Dröjsmålsränta angiven",
    "set_report_due": "Sista dag för återrapport angiven",
    "set_sender": "Avsändare ändrad",
    "set_simple_allowed": "Återkrav utan yttrande: juristens svar angivet",
    "settle": "Återkravet betalt",
    "sign_off": "Statsbidragets uppgifter godkända",
    "start_database": "Databasen skapad",
    "start_reconciliation": "Avstämningen påbörjad",
    "stop_payout": "Utbetalningen stoppad tills vidare",
    "undo_cancel": "Utbetalningen åter i underlaget",
    "undo_confirm": "Markeringen som utbetald ångrad",
    "undo_hide_document": "Handling synlig igen",
    "undo_import": "Inläsningen av huvudboken ångrad",
    "undo_match": "Koppling av inbetalning ångrad",
    "undo_settle": "Återkravet åter obetalt",
    "undo_verdict": "Bedömning ångrad",
    "withdraw": "Rekvisitionen återkallad av mottagaren",
    "write_hearing": "Brev inför beslut skapat",
}
"""Slices add their verbs here; a test asks for every verb of the requisition's services."""

_SHOWN = (
    ("number", "{}"),
    ("requested_ore", "rekvirerat {}"),
    ("granted_ore", "beviljat {}"),
    ("amount_ore", "belopp {}"),
    ("account", "{}"),
    ("case_number", "dnr {}"),
    ("answer_due_on", "svar senast {}"),
    ("on", "den {}"),
    ("decided_on", "den {}"),
    ("bank_reference", "bankens referens {}"),
    ("title", "{}"),
    ("signed", "{}"),
)


def words_of(verb: str) -> str:
    """What happened; a verb without words of its own is shown as an act in the case."""
    return WORDS.get(verb, "Annan åtgärd i ärendet")


def detail_of(before: Any, after: Any, reason: str | None) -> str:
    """Old and new values that mean something to a reader, and the reason, in one line."""
    told = []
    new = after if isinstance(after, Mapping) else {}
    old = before if isinstance(before, Mapping) else {}
    for key, words in _SHOWN:
        value = new.get(key)
        if value in (None, ""):
            continue
        text = _text(key, value)
        former = old.get(key)
        if former not in (None, "", value):
            text = f"{_text(key, former)} → {text}"
        told.append(words.format(text))
    if reason:
        told.append(f"Skäl: {reason}")
    return " · ".join(told)


def _text(key: str, value: Any) -> str:
    return format_kronor(value) if key.endswith("_ore") and isinstance(value, int) else str(value)
