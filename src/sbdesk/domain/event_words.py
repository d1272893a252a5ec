"""The Swedish words of what happens in a case, by verb; every verb that the services record has its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sbdesk.domain.ore import format_kronor

WORDS = {
    "accept_lines": "Rader godtagna utan anmärkning",
    "add_account": "Utbetalningskonto tillagt",
    "add_fact": "Uppgift tillagd i statsbidraget",
    "add_host": "Värd för verksamheten tillagd",
    "add_note": "Tjänsteanteckning skriven",
    "add_officer": "Person tillagd",
    "add_operation": "Verksamhet tillagd",
    "add_recipient": "Mottagare tillagd",
    "add_recovery_line": "Rad tillagd i återkravet",
    "admit_login": "Inloggning tillagd",
    "amend_fact": "Ändring av uppgift lämnad till en andra person",
    "appeal_dismissal": "Avvisningen överklagad: överlämnad till domstolen",
    "appoint_representative": "Ombud inskrivet",
    "approve": "Utbetalningen attesterad",
    "ask_completion": "Komplettering begärd",
    "assign": "Ärendet tilldelat",
    "attach_delegation": "Fullmakt för ombudet sparad",
    "attach_evidence": "Handling om kontot sparad",
    "begin_reconciliation": "Avstämningen skapad",
    "call_back": "Motringning om kontot inskriven",
    "cancel": "Utbetalningen borttagen ur underlaget",
    "change_allotment": "Fördelningen ändrad",
    "change_basis": "Avstämningens grund ändrad",
    "change_operation": "Verksamheten ändrad",
    "change_programme": "Statsbidragets namn och år ändrade",
    "change_recipient": "Mottagarens uppgifter ändrade",
    "change_recovery_line": "Rad i återkravet ändrad",
    "change_share": "Högsta belopp ändrat",
    "clear": "Klar för beslut",
    "close_appeal": "Överklagandet avslutat: ändrat som begärt",
    "close_unrequested": "Stängt som inte rekvirerat",
    "complete": "Svar på komplettering registrerat",
    "complete_report": "Komplettering av återrapporten registrerad",
    "confirm": "Utbetalningen markerad som genomförd",
    "confirm_account": "Utbetalningskontot bekräftat av en andra person",
    "confirm_amendment": "Ändring av uppgift bekräftad",
    "confirm_fact": "Uppgift bekräftad mot källan",
    "copy_programme": "Statsbidrag upplagt efter föregående år",
    "create_programme": "Statsbidrag upplagt",
    "create_recovery": "Återkravsförslag skapat",
    "credit_invoice": "Fakturan krediterad",
    "decide": "Beslut fattat",
    "decide_change": "Beslut om ändring fattat",
    "decide_without": "Avgörs utan komplettering",
    "discard_invoice": "Utkast till faktura kasserat",
    "dismiss_appeal": "Överklagandet avvisat: kom in för sent",
    "dispatch": "Brev markerat som skickat",
    "draft_invoice": "Utkast till faktura skapat",
    "drop": "Avslutat utan återkrav",
    "drop_change": "Ändringen av beslutet avbruten",
    "drop_recovery_line": "Rad borttagen ur återkravet",
    "edit_fact": "Uppgift i statsbidraget ändrad",
    "end_host": "Verksamheten avslutad hos mottagaren",
    "end_representative": "Ombudet avslutat",
    "erase_contact": "Kontaktuppgifter gallrade",
    "explain": "Skäl för avvikelse angivet",
    "extend_completion": "Svarstiden förlängd",
    "file_anew": "Ny rekvisition registrerad",
    "file_report": "Återrapport registrerad",
    "finalise_reconciliation": "Avstämningen fastställd",
    "find_in_time": "Överklagandet kom in i tid",
    "find_late": "Överklagandet kom in för sent",
    "hand_over": "Ärendet överlämnat till en annan handläggare",
    "hand_over_appeal": "Överklagandet överlämnat till domstolen",
    "hide_document": "Handling dold",
    "hold": "Ärendet gjort vilande",
    "import_ledger": "Huvudbok inläst",
    "issue_invoice": "Faktura utfärdad",
    "keep_document": "Handling sparad",
    "lift_inhibition": "Inhibitionen hävd",
    "load_instruction": "Anvisning inläst",
    "load_population": "Befolkning inläst",
    "load_programme": "Statsbidrag inlagt som förslag",
    "mark_not_ours": "Inbetalning markerad som inte vår",
    "mark_received": "Dagen då mottagaren fick brevet angiven",
    "match": "Inbetalning kopplad",
    "merge_recipient": "Mottagaren har gått upp i en annan",
    "open_programme": "Statsbidraget öppnat",
    "prepare": "Utbetalningsunderlag skapat",
    "prepare_change": "Ändring av beslutet förberedd",
    "propose": "Lämnat över för beslut",
    "propose_amendment": "Ändring av beslutet lämnad för beslut",
    "propose_lines_anew": "Återkravets rader föreslagna på nytt",
    "propose_revoke": "Upphävande av beslutet lämnat för beslut",
    "propose_simple": "Lämnat för beslut utan yttrande",
    "propose_unheard": "Lämnat för beslut utan yttrande",
    "propose_withholding": "Förslag om att inte betala ut lämnat för beslut",
    "receive": "Rekvisition registrerad",
    "recheck": "Kontrollerna kördes igen: något har ändrats",
    "reconsider": "Omprövning lämnad för beslut",
    "reconsider_appeal": "Ställning tagen till omprövning efter överklagande",
    "redraft": "Återkravsförslaget öppnat för ändring",
    "redraft_programme": "Statsbidraget åter ett utkast",
    "register_answer": "Yttrande registrerat",
    "register_appeal": "Överklagande registrerat",
    "register_higher_court": "Avgörandet överklagat till högre domstol",
    "register_judgment": "Domstolens avgörande registrerat",
    "register_payment": "Inbetalning registrerad",
    "release": "Ärendet återupptaget",
    "release_payout": "Utbetalningen släppt",
    "remind_completion": "Påminnelse om komplettering skapad",
    "remove_component": "Del av ramen borttagen",
    "remove_fact": "Uppgift borttagen ur statsbidraget",
    "remove_ground": "Grund för återkrav borttagen",
    "reopen": "Rekvisitionen öppnad på nytt",
    "reopen_award": "Ärendet öppnat på nytt",
    "reopen_payment": "Inbetalningen återtagen",
    "reopen_reconciliation": "Avstämningen öppnad på nytt",
    "reopen_recovery": "Återkravet öppnat på nytt",
    "replace_letter": "Brevet ersatt innan det skickades",
    "report_disqualification": "Jäv anmält",
    "restore_invoice": "Utkast till faktura återtaget",
    "retest_appeal": "Tiden för överklagandet prövas på nytt",
    "return": "Förslaget skickat tillbaka",
    "revise": "Uppgift i rekvisitionen ändrad",
    "run_ledger_checks": "Huvudboken kontrollerad",
    "save_component": "Del av ramen sparad",
    "save_condition": "Kontroll i statsbidraget ändrad",
    "save_ground": "Grund för återkrav sparad",
    "save_profile": "Kolumnernas betydelse i huvudboken sparad",
    "send_hearing": "Brev inför beslut skickat",
    "send_invoice": "Faktura markerad som skickad",
    "set_appeal_rule": "Uppgift om överklagande ändrad",
    "set_backup_folder": "Mapp för säkerhetskopior vald",
    "set_case_number": "Diarienummer angivet",
    "set_diary": "Handling diarieförd",
    "set_inhibition": "Inhibition registrerad",
    "set_interest": "Dröjsmålsränta angiven",
    "set_report_due": "Sista dag för återrapport angiven",
    "set_sender": "Avsändare ändrad",
    "set_simple_allowed": "Återkrav utan yttrande: juristens svar angivet",
    "settle": "Återkravet betalt",
    "sign_off": "Statsbidragets uppgifter godkända",
    "start_database": "Databasen skapad",
    "start_reconciliation": "Avstämningen påbörjad",
    "stop_payout": "Utbetalningen stoppad tills vidare",
    "unconfirm_fact": "Bekräftelse av uppgift återtagen",
    "undo_add_host": "Flytten av verksamheten ångrad",
    "undo_cancel": "Utbetalningen åter i underlaget",
    "undo_confirm": "Markeringen som utbetald ångrad",
    "undo_edit_fact": "Ändring av uppgift ångrad",
    "undo_end_host": "Verksamheten fortsätter hos mottagaren",
    "undo_end_representative": "Avslutet av ombudet ångrat",
    "undo_hide_document": "Handling synlig igen",
    "undo_import": "Inläsningen av huvudboken ångrad",
    "undo_match": "Koppling av inbetalning ångrad",
    "undo_merge_recipient": "Sammanslagningen ångrad",
    "undo_settle": "Återkravet åter obetalt",
    "undo_verdict": "Bedömning ångrad",
    "withdraw": "Rekvisitionen återkallad av mottagaren",
    "withdraw_amendment": "Ändring av uppgift återtagen",
    "withdraw_appeal": "Överklagandet återkallat av mottagaren",
    "write_hearing": "Brev inför beslut skapat",
}
"""Slices add their verbs here; a test asks for every verb of the requisition's services."""

_SHOWN = (
    ("number", "{}"),
    ("requested_ore", "rekvirerat {}"),
    ("granted_ore", "beviljat {}"),
    ("allotted_ore", "högsta belopp {}"),
    ("from_ore", "från {}"),
    ("to_ore", "till {}"),
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
