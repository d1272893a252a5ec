CREATE TABLE allotment (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	component_id INTEGER NOT NULL,
	recipient_id INTEGER NOT NULL,
	operation_id INTEGER,
	units INTEGER,
	weight INTEGER,
	computed_ore INTEGER,
	decided_ore INTEGER,
	decided_fact_id INTEGER,
	decided_source TEXT,
	CONSTRAINT pk_allotment PRIMARY KEY (id),
	CONSTRAINT ck_allotment_not_negative CHECK (coalesce(decided_ore, 0) >= 0 AND coalesce(computed_ore, 0) >= 0),
	CONSTRAINT fk_allotment_component_id FOREIGN KEY(component_id) REFERENCES component (id),
	CONSTRAINT fk_allotment_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id),
	CONSTRAINT fk_allotment_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id),
	CONSTRAINT fk_allotment_decided_fact_id FOREIGN KEY(decided_fact_id) REFERENCES programme_fact (id),
	CONSTRAINT ck_allotment_computed_ore_value CHECK (computed_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_allotment_decided_ore_value CHECK (decided_ore BETWEEN -1000000000000000 AND 1000000000000000)
)
 STRICT;

CREATE TABLE anchor (
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	hash TEXT NOT NULL,
	channel TEXT NOT NULL,
	document_id INTEGER,
	sent_at TEXT NOT NULL,
	CONSTRAINT pk_anchor PRIMARY KEY (id),
	CONSTRAINT fk_anchor_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT;

CREATE TABLE appeal (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	decision_id INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	received_on TEXT NOT NULL,
	asks TEXT NOT NULL,
	state TEXT NOT NULL,
	prepared_by INTEGER NOT NULL,
	notified_on TEXT,
	last_on TEXT,
	in_time INTEGER,
	excuse TEXT,
	test_reason TEXT,
	dismissal_id INTEGER,
	reconsideration TEXT,
	as_asked INTEGER,
	new_decision_id INTEGER,
	attestation_id INTEGER,
	court TEXT,
	handed_over_on TEXT,
	handover_document_id INTEGER,
	court_case TEXT,
	judged_on TEXT,
	judgment_document_id INTEGER,
	outcome TEXT,
	inhibition_from_on TEXT,
	inhibition_to_on TEXT,
	CONSTRAINT pk_appeal PRIMARY KEY (id),
	CONSTRAINT ck_appeal_outcome CHECK ((state = 'settled') = (outcome IS NOT NULL)),
	CONSTRAINT ck_appeal_dismissal CHECK (state <> 'dismissed' OR dismissal_id IS NOT NULL),
	CONSTRAINT ck_appeal_handed_over CHECK (state <> 'handed_over' OR (handed_over_on IS NOT NULL AND court IS NOT NULL)),
	CONSTRAINT ck_appeal_tested CHECK (state NOT IN ('in_time', 'late') OR in_time IS NOT NULL),
	CONSTRAINT ck_appeal_inhibition CHECK (inhibition_to_on IS NULL OR (inhibition_from_on IS NOT NULL AND inhibition_to_on >= inhibition_from_on)),
	CONSTRAINT fk_appeal_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_appeal_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id),
	CONSTRAINT fk_appeal_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT fk_appeal_prepared_by FOREIGN KEY(prepared_by) REFERENCES officer (id),
	CONSTRAINT fk_appeal_dismissal_id FOREIGN KEY(dismissal_id) REFERENCES decision (id),
	CONSTRAINT fk_appeal_new_decision_id FOREIGN KEY(new_decision_id) REFERENCES decision (id),
	CONSTRAINT fk_appeal_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id),
	CONSTRAINT fk_appeal_handover_document_id FOREIGN KEY(handover_document_id) REFERENCES document (id),
	CONSTRAINT fk_appeal_judgment_document_id FOREIGN KEY(judgment_document_id) REFERENCES document (id),
	CONSTRAINT ck_appeal_state_value CHECK (state IN ('received', 'in_time', 'late', 'dismissed', 'reconsidered', 'handed_over', 'settled')),
	CONSTRAINT ck_appeal_in_time_value CHECK (in_time IN (0, 1)),
	CONSTRAINT ck_appeal_excuse_value CHECK (excuse IN ('wrong_information', 'at_court_in_time')),
	CONSTRAINT ck_appeal_reconsideration_value CHECK (reconsideration IN ('unchanged', 'changed')),
	CONSTRAINT ck_appeal_as_asked_value CHECK (as_asked IN (0, 1)),
	CONSTRAINT ck_appeal_outcome_value CHECK (outcome IN ('changed', 'unchanged', 'remitted', 'not_tried', 'withdrawn'))
)
 STRICT;

CREATE TABLE appeal_rule (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL,
	decision_kind TEXT NOT NULL,
	allowed TEXT NOT NULL,
	three_weeks_from TEXT NOT NULL,
	text TEXT,
	source TEXT,
	attestation_id INTEGER,
	CONSTRAINT pk_appeal_rule PRIMARY KEY (id),
	CONSTRAINT uq_appeal_rule_programme_id_decision_kind UNIQUE (programme_id, decision_kind),
	CONSTRAINT fk_appeal_rule_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
	CONSTRAINT fk_appeal_rule_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id),
	CONSTRAINT ck_appeal_rule_decision_kind_value CHECK (decision_kind IN ('grant', 'partial_grant', 'refuse', 'dismiss', 'write_off_case', 'amend', 'revoke', 'withhold', 'recovery', 'waive')),
	CONSTRAINT ck_appeal_rule_allowed_value CHECK (allowed IN ('not_decided', 'yes', 'no')),
	CONSTRAINT ck_appeal_rule_three_weeks_from_value CHECK (three_weeks_from IN ('not_decided', 'received', 'decision_day'))
)
 STRICT;

CREATE TABLE attachment (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	subject_kind TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	hidden_reason TEXT,
	CONSTRAINT pk_attachment PRIMARY KEY (id),
	CONSTRAINT uq_attachment_document_id_subject_kind_subject_id UNIQUE (document_id, subject_kind, subject_id),
	CONSTRAINT ck_attachment_subject CHECK (subject_id > 0),
	CONSTRAINT fk_attachment_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT;

CREATE TABLE attestation (
	id INTEGER NOT NULL,
	subject_kind TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	verb TEXT NOT NULL,
	officer_id INTEGER NOT NULL,
	preparer_id INTEGER NOT NULL,
	mode TEXT NOT NULL,
	registered_by INTEGER,
	document_id INTEGER,
	on_day TEXT NOT NULL,
	CONSTRAINT pk_attestation PRIMARY KEY (id),
	CONSTRAINT ck_attestation_four_eyes CHECK (officer_id <> preparer_id),
	CONSTRAINT ck_attestation_signed_page CHECK ((mode = 'signed_outside') = (registered_by IS NOT NULL AND document_id IS NOT NULL)),
	CONSTRAINT fk_attestation_officer_id FOREIGN KEY(officer_id) REFERENCES officer (id),
	CONSTRAINT fk_attestation_preparer_id FOREIGN KEY(preparer_id) REFERENCES officer (id),
	CONSTRAINT fk_attestation_registered_by FOREIGN KEY(registered_by) REFERENCES officer (id),
	CONSTRAINT fk_attestation_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT ck_attestation_mode_value CHECK (mode IN ('program', 'signed_outside'))
)
 STRICT;

CREATE TABLE award (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL,
	recipient_id INTEGER NOT NULL,
	case_number TEXT,
	assignee_id INTEGER,
	state TEXT NOT NULL,
	hold_reason TEXT,
	hold_until_on TEXT,
	closed_as TEXT,
	payout_stop TEXT,
	CONSTRAINT pk_award PRIMARY KEY (id),
	CONSTRAINT uq_award_programme_id_recipient_id UNIQUE (programme_id, recipient_id),
	CONSTRAINT ck_award_closed_as CHECK ((state = 'closed') = (closed_as IS NOT NULL)),
	CONSTRAINT fk_award_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
	CONSTRAINT fk_award_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id),
	CONSTRAINT fk_award_assignee_id FOREIGN KEY(assignee_id) REFERENCES officer (id),
	CONSTRAINT ck_award_state_value CHECK (state IN ('open', 'closed')),
	CONSTRAINT ck_award_closed_as_value CHECK (closed_as IN ('unrequested', 'settled'))
)
 STRICT;

CREATE TABLE command (
	id TEXT NOT NULL,
	verb TEXT NOT NULL,
	parameters_hash TEXT NOT NULL,
	result TEXT,
	done_at TEXT NOT NULL,
	CONSTRAINT pk_command PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE component (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL,
	code TEXT NOT NULL,
	label TEXT NOT NULL,
	total_ore INTEGER NOT NULL,
	method TEXT NOT NULL,
	rounding TEXT NOT NULL,
	separate_purpose INTEGER NOT NULL,
	purpose_fact_id INTEGER,
	operation_kind TEXT,
	CONSTRAINT pk_component PRIMARY KEY (id),
	CONSTRAINT uq_component_programme_id_code UNIQUE (programme_id, code),
	CONSTRAINT ck_component_total CHECK (total_ore >= 0),
	CONSTRAINT fk_component_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
	CONSTRAINT fk_component_purpose_fact_id FOREIGN KEY(purpose_fact_id) REFERENCES programme_fact (id),
	CONSTRAINT ck_component_total_ore_value CHECK (total_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_component_method_value CHECK (method IN ('equal', 'fixed', 'per_unit', 'population', 'decided')),
	CONSTRAINT ck_component_separate_purpose_value CHECK (separate_purpose IN (0, 1)),
	CONSTRAINT ck_component_operation_kind_value CHECK (operation_kind IN ('csd', 'pmc', 'care_region', 'registry', 'rss'))
)
 STRICT;

CREATE TABLE condition (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL,
	rule_code TEXT NOT NULL,
	parameters TEXT NOT NULL,
	severity TEXT NOT NULL,
	basis TEXT NOT NULL,
	enabled INTEGER NOT NULL,
	fact_id INTEGER,
	from_on TEXT NOT NULL,
	to_on TEXT,
	attestation_id INTEGER,
	CONSTRAINT pk_condition PRIMARY KEY (id),
	CONSTRAINT uq_condition_programme_id_rule_code_from_on UNIQUE (programme_id, rule_code, from_on),
	CONSTRAINT ck_condition_ground_or_note CHECK (fact_id IS NOT NULL OR severity = 'note' OR basis IN ('law', 'arithmetic', 'import', 'role') OR attestation_id IS NOT NULL),
	CONSTRAINT fk_condition_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
	CONSTRAINT fk_condition_fact_id FOREIGN KEY(fact_id) REFERENCES programme_fact (id),
	CONSTRAINT fk_condition_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id),
	CONSTRAINT ck_condition_severity_value CHECK (severity IN ('stop', 'deviation', 'note')),
	CONSTRAINT ck_condition_basis_value CHECK (basis IN ('instruction', 'law', 'arithmetic', 'import', 'role', 'none')),
	CONSTRAINT ck_condition_enabled_value CHECK (enabled IN (0, 1))
)
 STRICT;

CREATE TABLE decision (
	id INTEGER NOT NULL,
	programme_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	number TEXT NOT NULL,
	decided_on TEXT NOT NULL,
	decider_id INTEGER NOT NULL,
	rapporteur_id INTEGER NOT NULL,
	participants TEXT NOT NULL,
	reasons TEXT NOT NULL,
	change_ground TEXT,
	snapshot TEXT NOT NULL,
	document_id INTEGER,
	attestation_id INTEGER,
	CONSTRAINT pk_decision PRIMARY KEY (id),
	CONSTRAINT ck_decision_four_eyes CHECK (decider_id <> rapporteur_id),
	CONSTRAINT fk_decision_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
	CONSTRAINT uq_decision_number UNIQUE (number),
	CONSTRAINT fk_decision_decider_id FOREIGN KEY(decider_id) REFERENCES officer (id),
	CONSTRAINT fk_decision_rapporteur_id FOREIGN KEY(rapporteur_id) REFERENCES officer (id),
	CONSTRAINT fk_decision_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT fk_decision_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id),
	CONSTRAINT ck_decision_kind_value CHECK (kind IN ('grant', 'partial_grant', 'refuse', 'dismiss', 'write_off_case', 'amend', 'revoke', 'withhold', 'recovery', 'waive')),
	CONSTRAINT ck_decision_change_ground_value CHECK (change_ground IN ('clerical_error', 'reserve', 'wrong_information', 'in_favour'))
)
 STRICT;

CREATE TABLE decision_change (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	changes_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	change_ground TEXT,
	amounts TEXT NOT NULL,
	reasons TEXT NOT NULL,
	unheard_reason TEXT NOT NULL,
	prepared_by INTEGER NOT NULL,
	prepared_on TEXT NOT NULL,
	decision_id INTEGER,
	dropped_reason TEXT,
	CONSTRAINT pk_decision_change PRIMARY KEY (id),
	CONSTRAINT ck_decision_change_kind CHECK (kind IN ('amend', 'revoke', 'withhold')),
	CONSTRAINT ck_decision_change_one_end CHECK (decision_id IS NULL OR dropped_reason IS NULL),
	CONSTRAINT fk_decision_change_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_decision_change_changes_id FOREIGN KEY(changes_id) REFERENCES decision (id),
	CONSTRAINT fk_decision_change_prepared_by FOREIGN KEY(prepared_by) REFERENCES officer (id),
	CONSTRAINT fk_decision_change_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id),
	CONSTRAINT ck_decision_change_kind_value CHECK (kind IN ('grant', 'partial_grant', 'refuse', 'dismiss', 'write_off_case', 'amend', 'revoke', 'withhold', 'recovery', 'waive')),
	CONSTRAINT ck_decision_change_change_ground_value CHECK (change_ground IN ('clerical_error', 'reserve', 'wrong_information', 'in_favour'))
)
 STRICT;

CREATE TABLE decision_line (
	id INTEGER NOT NULL,
	decision_id INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	supersedes_id INTEGER,
	component_id INTEGER,
	operation_id INTEGER,
	granted_ore INTEGER NOT NULL,
	CONSTRAINT pk_decision_line PRIMARY KEY (id),
	CONSTRAINT fk_decision_line_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id),
	CONSTRAINT fk_decision_line_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_decision_line_supersedes_id FOREIGN KEY(supersedes_id) REFERENCES decision_line (id),
	CONSTRAINT fk_decision_line_component_id FOREIGN KEY(component_id) REFERENCES component (id),
	CONSTRAINT fk_decision_line_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id),
	CONSTRAINT ck_decision_line_granted_ore_value CHECK (granted_ore BETWEEN -1000000000000000 AND 1000000000000000)
)
 STRICT;

CREATE TABLE dispatch (
	id INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	recipient_id INTEGER NOT NULL,
	sent_on TEXT NOT NULL,
	channel TEXT NOT NULL,
	diary_number TEXT,
	received_on TEXT,
	marked_by INTEGER NOT NULL,
	CONSTRAINT pk_dispatch PRIMARY KEY (id),
	CONSTRAINT fk_dispatch_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT fk_dispatch_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id),
	CONSTRAINT fk_dispatch_marked_by FOREIGN KEY(marked_by) REFERENCES officer (id),
	CONSTRAINT ck_dispatch_channel_value CHECK (channel IN ('e_mail', 'post', 'portal', 'peppol', 'hand'))
)
 STRICT;

CREATE TABLE disqualification (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	officer_id INTEGER NOT NULL,
	recipient_id INTEGER NOT NULL,
	from_on TEXT NOT NULL,
	to_on TEXT,
	reason TEXT NOT NULL,
	reported_by INTEGER NOT NULL,
	CONSTRAINT pk_disqualification PRIMARY KEY (id),
	CONSTRAINT fk_disqualification_officer_id FOREIGN KEY(officer_id) REFERENCES officer (id),
	CONSTRAINT fk_disqualification_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id),
	CONSTRAINT fk_disqualification_reported_by FOREIGN KEY(reported_by) REFERENCES officer (id)
)
 STRICT;

CREATE TABLE document (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	content_sha256 TEXT NOT NULL,
	content BLOB,
	file_name TEXT NOT NULL,
	media_type TEXT NOT NULL,
	size INTEGER NOT NULL,
	origin TEXT NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	number TEXT,
	programme_id INTEGER,
	recipient_id INTEGER,
	award_id INTEGER,
	case_number TEXT,
	diary_number TEXT,
	diary_on TEXT,
	contains_personal_data INTEGER NOT NULL,
	hidden_reason TEXT,
	content_model TEXT,
	wording_version TEXT,
	chain_head TEXT,
	created_on TEXT NOT NULL,
	created_by INTEGER,
	CONSTRAINT pk_document PRIMARY KEY (id),
	CONSTRAINT uq_document_content_sha256 UNIQUE (content_sha256),
	CONSTRAINT fk_document_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
	CONSTRAINT fk_document_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id),
	CONSTRAINT fk_document_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_document_created_by FOREIGN KEY(created_by) REFERENCES officer (id),
	CONSTRAINT ck_document_origin_value CHECK (origin IN ('received', 'produced')),
	CONSTRAINT ck_document_contains_personal_data_value CHECK (contains_personal_data IN (0, 1))
)
 STRICT;

CREATE TABLE event (
	seq INTEGER NOT NULL,
	at TEXT NOT NULL,
	officer_id INTEGER,
	officer_name TEXT NOT NULL,
	verb TEXT NOT NULL,
	subject_kind TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	award_id INTEGER,
	"before" TEXT,
	"after" TEXT,
	reason TEXT,
	app_version TEXT NOT NULL,
	undoes INTEGER,
	prev_hash TEXT NOT NULL,
	hash TEXT NOT NULL,
	CONSTRAINT pk_event PRIMARY KEY (seq)
)
 STRICT;

CREATE TABLE excluded_row (
	id INTEGER NOT NULL,
	import_id INTEGER NOT NULL,
	source_row INTEGER NOT NULL,
	reason TEXT NOT NULL,
	reason_text TEXT,
	amount_ore INTEGER,
	raw TEXT NOT NULL,
	CONSTRAINT pk_excluded_row PRIMARY KEY (id),
	CONSTRAINT uq_excluded_row_import_id_source_row UNIQUE (import_id, source_row),
	CONSTRAINT fk_excluded_row_import_id FOREIGN KEY(import_id) REFERENCES ledger_import (id),
	CONSTRAINT ck_excluded_row_reason_value CHECK (reason IN ('heading', 'subtotal', 'opening', 'closing', 'blank', 'unreadable', 'other')),
	CONSTRAINT ck_excluded_row_amount_ore_value CHECK (amount_ore BETWEEN -1000000000000000 AND 1000000000000000)
)
 STRICT;

CREATE TABLE expected_report (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	due_on TEXT,
	state TEXT NOT NULL,
	CONSTRAINT pk_expected_report PRIMARY KEY (id),
	CONSTRAINT uq_expected_report_award_id UNIQUE (award_id),
	CONSTRAINT fk_expected_report_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT ck_expected_report_state_value CHECK (state IN ('expected', 'missing', 'received'))
)
 STRICT;

CREATE TABLE fact_amendment (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	ordinal INTEGER NOT NULL,
	base_revision INTEGER NOT NULL,
	content TEXT NOT NULL,
	reason TEXT NOT NULL,
	proposed_by INTEGER NOT NULL,
	proposed_at TEXT NOT NULL,
	state TEXT NOT NULL,
	fact_id INTEGER,
	attestation_id INTEGER,
	outcome TEXT,
	CONSTRAINT pk_fact_amendment PRIMARY KEY (id),
	CONSTRAINT ck_fact_amendment_confirmed CHECK ((state = 'confirmed') = (attestation_id IS NOT NULL AND fact_id IS NOT NULL)),
	CONSTRAINT fk_fact_amendment_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
	CONSTRAINT fk_fact_amendment_proposed_by FOREIGN KEY(proposed_by) REFERENCES officer (id),
	CONSTRAINT fk_fact_amendment_fact_id FOREIGN KEY(fact_id) REFERENCES programme_fact (id),
	CONSTRAINT fk_fact_amendment_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id),
	CONSTRAINT ck_fact_amendment_state_value CHECK (state IN ('waiting', 'confirmed', 'withdrawn'))
)
 STRICT;

CREATE TABLE fact_confirmation (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	fact_id INTEGER NOT NULL,
	officer_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	withdrawn_by INTEGER,
	CONSTRAINT pk_fact_confirmation PRIMARY KEY (id),
	CONSTRAINT fk_fact_confirmation_fact_id FOREIGN KEY(fact_id) REFERENCES programme_fact (id),
	CONSTRAINT fk_fact_confirmation_officer_id FOREIGN KEY(officer_id) REFERENCES officer (id),
	CONSTRAINT fk_fact_confirmation_withdrawn_by FOREIGN KEY(withdrawn_by) REFERENCES officer (id)
)
 STRICT;

CREATE TABLE finding (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	rule_code TEXT NOT NULL,
	rule_version INTEGER NOT NULL,
	subject_kind TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	other_kind TEXT,
	other_id INTEGER,
	fingerprint TEXT NOT NULL,
	severity TEXT NOT NULL,
	amount_ore INTEGER,
	message TEXT NOT NULL,
	evidence TEXT NOT NULL,
	fact_id INTEGER,
	state TEXT NOT NULL,
	resolved_by INTEGER,
	reason TEXT,
	CONSTRAINT pk_finding PRIMARY KEY (id),
	CONSTRAINT fk_finding_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT uq_finding_fingerprint UNIQUE (fingerprint),
	CONSTRAINT fk_finding_fact_id FOREIGN KEY(fact_id) REFERENCES programme_fact (id),
	CONSTRAINT fk_finding_resolved_by FOREIGN KEY(resolved_by) REFERENCES officer (id),
	CONSTRAINT ck_finding_severity_value CHECK (severity IN ('stop', 'deviation', 'note')),
	CONSTRAINT ck_finding_amount_ore_value CHECK (amount_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_finding_state_value CHECK (state IN ('open', 'resolved', 'dismissed', 'gone'))
)
 STRICT;

CREATE TABLE hearing (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	subject_kind TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	covers TEXT NOT NULL,
	document_id INTEGER,
	answer_due_on TEXT NOT NULL,
	answered_on TEXT,
	answer_text TEXT,
	answer_is_final INTEGER,
	answer_document_id INTEGER,
	CONSTRAINT pk_hearing PRIMARY KEY (id),
	CONSTRAINT uq_hearing_subject_kind_subject_id_revision UNIQUE (subject_kind, subject_id, revision),
	CONSTRAINT fk_hearing_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT fk_hearing_answer_document_id FOREIGN KEY(answer_document_id) REFERENCES document (id),
	CONSTRAINT ck_hearing_answer_is_final_value CHECK (answer_is_final IN (0, 1))
)
 STRICT;

CREATE TABLE incoming_payment (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	source TEXT NOT NULL,
	entry_reference TEXT NOT NULL,
	value_on TEXT NOT NULL,
	amount_ore INTEGER NOT NULL,
	payer TEXT,
	reference TEXT,
	state TEXT NOT NULL,
	CONSTRAINT pk_incoming_payment PRIMARY KEY (id),
	CONSTRAINT ck_incoming_payment_amount CHECK (amount_ore > 0),
	CONSTRAINT uq_incoming_payment_source_entry_reference UNIQUE (source, entry_reference),
	CONSTRAINT ck_incoming_payment_amount_ore_value CHECK (amount_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_incoming_payment_state_value CHECK (state IN ('unmatched', 'refunded', 'foreign'))
)
 STRICT;

CREATE TABLE invoice (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	recipient_id INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	recovery_id INTEGER NOT NULL,
	covers TEXT NOT NULL,
	kind TEXT NOT NULL,
	number TEXT,
	credits_id INTEGER,
	amount_ore INTEGER NOT NULL,
	rounding_ore INTEGER NOT NULL,
	issued_on TEXT,
	sent_on TEXT,
	received_on TEXT,
	due_on TEXT NOT NULL,
	states_interest INTEGER NOT NULL,
	ocr_number TEXT,
	booking TEXT NOT NULL,
	document_id INTEGER,
	state TEXT NOT NULL,
	CONSTRAINT pk_invoice PRIMARY KEY (id),
	CONSTRAINT ck_invoice_amount CHECK (amount_ore > 0),
	CONSTRAINT ck_invoice_rounding CHECK (rounding_ore BETWEEN -99 AND 99),
	CONSTRAINT ck_invoice_credits CHECK ((kind = 'credit_note') = (credits_id IS NOT NULL)),
	CONSTRAINT ck_invoice_issued_is_numbered CHECK (state IN ('draft', 'discarded') OR (number IS NOT NULL AND ocr_number IS NOT NULL AND issued_on IS NOT NULL)),
	CONSTRAINT fk_invoice_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id),
	CONSTRAINT fk_invoice_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_invoice_recovery_id FOREIGN KEY(recovery_id) REFERENCES recovery (id),
	CONSTRAINT uq_invoice_number UNIQUE (number),
	CONSTRAINT fk_invoice_credits_id FOREIGN KEY(credits_id) REFERENCES invoice (id),
	CONSTRAINT uq_invoice_ocr_number UNIQUE (ocr_number),
	CONSTRAINT fk_invoice_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT ck_invoice_kind_value CHECK (kind IN ('principal', 'interest', 'credit_note')),
	CONSTRAINT ck_invoice_amount_ore_value CHECK (amount_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_invoice_rounding_ore_value CHECK (rounding_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_invoice_states_interest_value CHECK (states_interest IN (0, 1)),
	CONSTRAINT ck_invoice_state_value CHECK (state IN ('draft', 'issued', 'sent', 'enforcement', 'credited', 'discarded'))
)
 STRICT;

CREATE TABLE ledger_import (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	recipient_id INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	file_name TEXT NOT NULL,
	content_sha256 TEXT NOT NULL,
	sheet TEXT,
	profile_id INTEGER NOT NULL,
	rows_read INTEGER NOT NULL,
	imported INTEGER NOT NULL,
	excluded INTEGER NOT NULL,
	rejected INTEGER NOT NULL,
	sum_ore INTEGER NOT NULL,
	control_total_ore INTEGER,
	period_from INTEGER,
	period_to INTEGER,
	state TEXT NOT NULL,
	read_by INTEGER NOT NULL,
	read_at TEXT NOT NULL,
	CONSTRAINT pk_ledger_import PRIMARY KEY (id),
	CONSTRAINT ck_ledger_import_every_row CHECK (rows_read = imported + excluded + rejected),
	CONSTRAINT ck_ledger_import_live_has_no_rejected CHECK (state <> 'live' OR rejected = 0),
	CONSTRAINT fk_ledger_import_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id),
	CONSTRAINT fk_ledger_import_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_ledger_import_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT fk_ledger_import_profile_id FOREIGN KEY(profile_id) REFERENCES ledger_profile (id),
	CONSTRAINT fk_ledger_import_read_by FOREIGN KEY(read_by) REFERENCES officer (id),
	CONSTRAINT ck_ledger_import_sum_ore_value CHECK (sum_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_ledger_import_control_total_ore_value CHECK (control_total_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_ledger_import_state_value CHECK (state IN ('live', 'undone'))
)
 STRICT;

CREATE TABLE ledger_line (
	id INTEGER NOT NULL,
	recipient_id INTEGER NOT NULL,
	import_id INTEGER NOT NULL,
	source_row INTEGER NOT NULL,
	part INTEGER NOT NULL,
	award_id INTEGER,
	component_id INTEGER,
	operation_id INTEGER,
	voucher_series TEXT,
	voucher TEXT,
	booked_on TEXT,
	event_on TEXT,
	period INTEGER,
	cost_from TEXT,
	cost_to TEXT,
	cost_basis TEXT,
	account TEXT NOT NULL,
	account_name TEXT,
	account_class TEXT NOT NULL,
	cost_centre TEXT,
	project TEXT,
	object TEXT,
	supplier_id INTEGER,
	counterparty_text TEXT,
	invoice_number TEXT,
	invoice_key TEXT,
	invoice_total_ore INTEGER,
	text TEXT NOT NULL,
	text_key TEXT NOT NULL,
	amount_ore INTEGER NOT NULL,
	vat_ore INTEGER,
	claimed_ore INTEGER NOT NULL,
	row_hash TEXT NOT NULL,
	CONSTRAINT pk_ledger_line PRIMARY KEY (id),
	CONSTRAINT uq_ledger_line_import_id_source_row_part UNIQUE (import_id, source_row, part),
	CONSTRAINT ck_ledger_line_claim_within_row CHECK (abs(claimed_ore) <= abs(amount_ore)),
	CONSTRAINT ck_ledger_line_claim_has_rows_sign CHECK (claimed_ore = 0 OR (claimed_ore > 0) = (amount_ore > 0)),
	CONSTRAINT ck_ledger_line_claim_has_award CHECK (award_id IS NOT NULL OR claimed_ore = 0),
	CONSTRAINT fk_ledger_line_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id),
	CONSTRAINT fk_ledger_line_import_id FOREIGN KEY(import_id) REFERENCES ledger_import (id),
	CONSTRAINT fk_ledger_line_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_ledger_line_component_id FOREIGN KEY(component_id) REFERENCES component (id),
	CONSTRAINT fk_ledger_line_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id),
	CONSTRAINT fk_ledger_line_supplier_id FOREIGN KEY(supplier_id) REFERENCES supplier (id),
	CONSTRAINT ck_ledger_line_cost_basis_value CHECK (cost_basis IN ('stated', 'text', 'event', 'period', 'booked')),
	CONSTRAINT ck_ledger_line_account_class_value CHECK (account_class IN ('personnel', 'purchase', 'grant_paid', 'grant_income', 'vat', 'accrual', 'internal', 'other')),
	CONSTRAINT ck_ledger_line_invoice_total_ore_value CHECK (invoice_total_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_ledger_line_amount_ore_value CHECK (amount_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_ledger_line_vat_ore_value CHECK (vat_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_ledger_line_claimed_ore_value CHECK (claimed_ore BETWEEN -1000000000000000 AND 1000000000000000)
)
 STRICT;

CREATE TABLE ledger_profile (
	id INTEGER NOT NULL,
	recipient_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	version_number INTEGER NOT NULL,
	layout TEXT NOT NULL,
	account_classes TEXT NOT NULL,
	CONSTRAINT pk_ledger_profile PRIMARY KEY (id),
	CONSTRAINT uq_ledger_profile_recipient_id_name_version_number UNIQUE (recipient_id, name, version_number),
	CONSTRAINT fk_ledger_profile_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id)
)
 STRICT;

CREATE TABLE line_verdict (
	line_id INTEGER NOT NULL,
	rejected_ore INTEGER NOT NULL,
	parked_ore INTEGER NOT NULL,
	cause INTEGER,
	ground_id INTEGER,
	comment TEXT,
	group_id INTEGER,
	evidence_due_on TEXT,
	carried_reason TEXT,
	judged_by INTEGER NOT NULL,
	CONSTRAINT pk_line_verdict PRIMARY KEY (line_id),
	CONSTRAINT ck_line_verdict_not_both CHECK (rejected_ore = 0 OR parked_ore = 0),
	CONSTRAINT ck_line_verdict_has_ground CHECK (rejected_ore = 0 OR (cause IS NOT NULL AND ground_id IS NOT NULL)),
	CONSTRAINT ck_line_verdict_other_has_comment CHECK (cause IS NULL OR cause <> 9 OR comment IS NOT NULL),
	CONSTRAINT ck_line_verdict_carried_is_parked CHECK (carried_reason IS NULL OR parked_ore <> 0),
	CONSTRAINT fk_line_verdict_line_id FOREIGN KEY(line_id) REFERENCES ledger_line (id),
	CONSTRAINT fk_line_verdict_ground_id FOREIGN KEY(ground_id) REFERENCES recovery_ground (id),
	CONSTRAINT fk_line_verdict_group_id FOREIGN KEY(group_id) REFERENCES verdict_group (id),
	CONSTRAINT fk_line_verdict_judged_by FOREIGN KEY(judged_by) REFERENCES officer (id),
	CONSTRAINT ck_line_verdict_rejected_ore_value CHECK (rejected_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_line_verdict_parked_ore_value CHECK (parked_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_line_verdict_cause_value CHECK (cause IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
)
 STRICT;

CREATE TABLE number_series (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	code TEXT NOT NULL,
	year INTEGER NOT NULL,
	next_number INTEGER NOT NULL,
	CONSTRAINT pk_number_series PRIMARY KEY (id),
	CONSTRAINT uq_number_series_code_year UNIQUE (code, year)
)
 STRICT;

CREATE TABLE officer (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	login TEXT,
	name TEXT NOT NULL,
	title TEXT NOT NULL,
	email TEXT,
	phone TEXT,
	decide_limit_ore INTEGER NOT NULL,
	pay_limit_ore INTEGER NOT NULL,
	roles TEXT NOT NULL,
	CONSTRAINT pk_officer PRIMARY KEY (id),
	CONSTRAINT uq_officer_login UNIQUE (login),
	CONSTRAINT ck_officer_decide_limit_ore_value CHECK (decide_limit_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_officer_pay_limit_ore_value CHECK (pay_limit_ore BETWEEN -1000000000000000 AND 1000000000000000)
)
 STRICT;

CREATE TABLE official_note (
	id INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	officer_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	corrects_id INTEGER,
	CONSTRAINT pk_official_note PRIMARY KEY (id),
	CONSTRAINT fk_official_note_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_official_note_officer_id FOREIGN KEY(officer_id) REFERENCES officer (id),
	CONSTRAINT fk_official_note_corrects_id FOREIGN KEY(corrects_id) REFERENCES official_note (id)
)
 STRICT;

CREATE TABLE operation (
	id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	area TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_operation PRIMARY KEY (id),
	CONSTRAINT uq_operation_kind_code UNIQUE (kind, code),
	CONSTRAINT ck_operation_kind_value CHECK (kind IN ('csd', 'pmc', 'care_region', 'registry', 'rss'))
)
 STRICT;

CREATE TABLE operation_host (
	id INTEGER NOT NULL,
	operation_id INTEGER NOT NULL,
	recipient_id INTEGER NOT NULL,
	from_on TEXT NOT NULL,
	to_on TEXT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_operation_host PRIMARY KEY (id),
	CONSTRAINT ck_operation_host_order CHECK (to_on IS NULL OR to_on >= from_on),
	CONSTRAINT fk_operation_host_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id),
	CONSTRAINT fk_operation_host_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id)
)
 STRICT;

CREATE TABLE payment_match (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	incoming_payment_id INTEGER NOT NULL,
	invoice_id INTEGER,
	recovery_id INTEGER,
	award_id INTEGER,
	payout_id INTEGER,
	purpose TEXT NOT NULL,
	amount_ore INTEGER NOT NULL,
	undone_by INTEGER,
	CONSTRAINT pk_payment_match PRIMARY KEY (id),
	CONSTRAINT ck_payment_match_amount CHECK (amount_ore > 0),
	CONSTRAINT ck_payment_match_payout CHECK ((purpose = 'returned_payout') = (payout_id IS NOT NULL)),
	CONSTRAINT fk_payment_match_incoming_payment_id FOREIGN KEY(incoming_payment_id) REFERENCES incoming_payment (id),
	CONSTRAINT fk_payment_match_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id),
	CONSTRAINT fk_payment_match_recovery_id FOREIGN KEY(recovery_id) REFERENCES recovery (id),
	CONSTRAINT fk_payment_match_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_payment_match_payout_id FOREIGN KEY(payout_id) REFERENCES payout (id),
	CONSTRAINT ck_payment_match_purpose_value CHECK (purpose IN ('principal', 'interest', 'voluntary', 'returned_payout', 'refund')),
	CONSTRAINT ck_payment_match_amount_ore_value CHECK (amount_ore BETWEEN -1000000000000000 AND 1000000000000000)
)
 STRICT;

CREATE TABLE payout (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	decision_id INTEGER NOT NULL,
	amount_ore INTEGER NOT NULL,
	account TEXT NOT NULL,
	end_to_end_id TEXT NOT NULL,
	booking TEXT NOT NULL,
	state TEXT NOT NULL,
	prepared_by INTEGER NOT NULL,
	attestation_id INTEGER,
	confirmed_on TEXT,
	bank_reference TEXT,
	retry_of INTEGER,
	CONSTRAINT pk_payout PRIMARY KEY (id),
	CONSTRAINT ck_payout_amount CHECK (amount_ore > 0),
	CONSTRAINT ck_payout_confirmed_on CHECK (state <> 'confirmed' OR confirmed_on IS NOT NULL),
	CONSTRAINT fk_payout_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_payout_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id),
	CONSTRAINT uq_payout_end_to_end_id UNIQUE (end_to_end_id),
	CONSTRAINT fk_payout_prepared_by FOREIGN KEY(prepared_by) REFERENCES officer (id),
	CONSTRAINT fk_payout_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id),
	CONSTRAINT fk_payout_retry_of FOREIGN KEY(retry_of) REFERENCES payout (id),
	CONSTRAINT ck_payout_amount_ore_value CHECK (amount_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_payout_state_value CHECK (state IN ('planned', 'approved', 'in_file', 'sent', 'confirmed', 'failed', 'returned', 'cancelled', 'replaced'))
)
 STRICT;

CREATE TABLE payout_account (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	recipient_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	number TEXT NOT NULL,
	clearing TEXT,
	check_result TEXT NOT NULL,
	evidence_document_id INTEGER,
	source TEXT NOT NULL,
	entered_on TEXT NOT NULL,
	called_back_on TEXT,
	call_back_note TEXT,
	entered_by INTEGER NOT NULL,
	attestation_id INTEGER,
	CONSTRAINT pk_payout_account PRIMARY KEY (id),
	CONSTRAINT ck_payout_account_call_back CHECK ((called_back_on IS NULL) = (call_back_note IS NULL)),
	CONSTRAINT fk_payout_account_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id),
	CONSTRAINT fk_payout_account_evidence_document_id FOREIGN KEY(evidence_document_id) REFERENCES document (id),
	CONSTRAINT fk_payout_account_entered_by FOREIGN KEY(entered_by) REFERENCES officer (id),
	CONSTRAINT fk_payout_account_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id),
	CONSTRAINT ck_payout_account_kind_value CHECK (kind IN ('bankgiro', 'plusgiro', 'bank_account', 'iban')),
	CONSTRAINT ck_payout_account_check_result_value CHECK (check_result IN ('ok', 'failed', 'unknown_range')),
	CONSTRAINT ck_payout_account_source_value CHECK (source IN ('requisition', 'letter', 'e_mail', 'other'))
)
 STRICT;

CREATE TABLE person (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	name TEXT,
	email TEXT,
	salt BLOB,
	erased_on TEXT,
	CONSTRAINT pk_person PRIMARY KEY (id),
	CONSTRAINT ck_person_erased CHECK ((salt IS NULL) = (erased_on IS NOT NULL) AND (erased_on IS NULL OR (name IS NULL AND email IS NULL)))
)
 STRICT;

CREATE TABLE population (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	area TEXT NOT NULL,
	area_key TEXT NOT NULL,
	on_day TEXT NOT NULL,
	value INTEGER NOT NULL,
	table_id TEXT NOT NULL,
	fetched_on TEXT NOT NULL,
	entered_by INTEGER NOT NULL,
	CONSTRAINT pk_population PRIMARY KEY (id),
	CONSTRAINT uq_population_area_key_on_day_table_id UNIQUE (area_key, on_day, table_id),
	CONSTRAINT ck_population_not_negative CHECK (value >= 0),
	CONSTRAINT fk_population_entered_by FOREIGN KEY(entered_by) REFERENCES officer (id)
)
 STRICT;

CREATE TABLE programme (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	code TEXT NOT NULL,
	budget_year INTEGER NOT NULL,
	title TEXT NOT NULL,
	short_title TEXT NOT NULL,
	title_key TEXT NOT NULL,
	recipient_kind TEXT NOT NULL,
	case_number TEXT,
	predecessor_id INTEGER,
	instruction_document_id INTEGER,
	origin TEXT NOT NULL,
	state TEXT NOT NULL,
	CONSTRAINT pk_programme PRIMARY KEY (id),
	CONSTRAINT uq_programme_code UNIQUE (code),
	CONSTRAINT fk_programme_predecessor_id FOREIGN KEY(predecessor_id) REFERENCES programme (id),
	CONSTRAINT fk_programme_instruction_document_id FOREIGN KEY(instruction_document_id) REFERENCES document (id),
	CONSTRAINT ck_programme_recipient_kind_value CHECK (recipient_kind IN ('region', 'municipality', 'municipal_association', 'association', 'rss_principal')),
	CONSTRAINT ck_programme_origin_value CHECK (origin IN ('shipped', 'copied', 'empty')),
	CONSTRAINT ck_programme_state_value CHECK (state IN ('draft', 'signed', 'open', 'archived'))
)
 STRICT;

CREATE TABLE programme_fact (
	id INTEGER NOT NULL,
	programme_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	ordinal INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	status TEXT NOT NULL,
	value_kind TEXT NOT NULL,
	value_ore INTEGER,
	value_day TEXT,
	value_text TEXT,
	value_int INTEGER,
	value_flag INTEGER,
	heading TEXT,
	statute TEXT,
	reason TEXT,
	removed INTEGER NOT NULL,
	entered_by INTEGER,
	attestation_id INTEGER,
	CONSTRAINT pk_programme_fact PRIMARY KEY (id),
	CONSTRAINT uq_programme_fact_programme_id_name_ordinal_revision UNIQUE (programme_id, name, ordinal, revision),
	CONSTRAINT ck_programme_fact_value_follows_status CHECK ((value_ore IS NULL AND value_day IS NULL AND value_text IS NULL AND value_int IS NULL AND value_flag IS NULL) = (status IN ('not_yet_decided', 'not_stated'))),
	CONSTRAINT ck_programme_fact_value_of_its_kind CHECK ((value_ore IS NULL OR value_kind = 'ore') AND (value_day IS NULL OR value_kind = 'day') AND (value_text IS NULL OR value_kind = 'text') AND (value_int IS NULL OR value_kind = 'int') AND (value_flag IS NULL OR value_kind = 'bool')),
	CONSTRAINT ck_programme_fact_stated_has_heading CHECK (status <> 'stated' OR heading IS NOT NULL),
	CONSTRAINT ck_programme_fact_law_has_statute CHECK (status <> 'law' OR statute IS NOT NULL),
	CONSTRAINT ck_programme_fact_has_reason CHECK (status NOT IN ('derived', 'officer') OR reason IS NOT NULL),
	CONSTRAINT fk_programme_fact_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
	CONSTRAINT fk_programme_fact_entered_by FOREIGN KEY(entered_by) REFERENCES officer (id),
	CONSTRAINT fk_programme_fact_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id),
	CONSTRAINT ck_programme_fact_status_value CHECK (status IN ('stated', 'law', 'derived', 'officer', 'not_yet_decided', 'not_stated')),
	CONSTRAINT ck_programme_fact_value_kind_value CHECK (value_kind IN ('ore', 'day', 'text', 'int', 'bool')),
	CONSTRAINT ck_programme_fact_value_ore_value CHECK (value_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_programme_fact_value_flag_value CHECK (value_flag IN (0, 1)),
	CONSTRAINT ck_programme_fact_removed_value CHECK (removed IN (0, 1))
)
 STRICT;

CREATE TABLE programme_signing (
	id INTEGER NOT NULL,
	programme_id INTEGER NOT NULL,
	attestation_id INTEGER NOT NULL,
	content TEXT NOT NULL,
	CONSTRAINT pk_programme_signing PRIMARY KEY (id),
	CONSTRAINT fk_programme_signing_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
	CONSTRAINT fk_programme_signing_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id)
)
 STRICT;

CREATE TABLE proposal (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	subject_kind TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	state_before TEXT NOT NULL,
	proposed_by INTEGER NOT NULL,
	proposed_on TEXT NOT NULL,
	decider_id INTEGER,
	reasons TEXT NOT NULL,
	change_ground TEXT,
	content TEXT NOT NULL,
	return_reason TEXT,
	decision_id INTEGER,
	CONSTRAINT pk_proposal PRIMARY KEY (id),
	CONSTRAINT ck_proposal_return_reason CHECK (state <> 'returned' OR return_reason IS NOT NULL),
	CONSTRAINT fk_proposal_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_proposal_proposed_by FOREIGN KEY(proposed_by) REFERENCES officer (id),
	CONSTRAINT fk_proposal_decider_id FOREIGN KEY(decider_id) REFERENCES officer (id),
	CONSTRAINT fk_proposal_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id),
	CONSTRAINT ck_proposal_kind_value CHECK (kind IN ('grant', 'partial_grant', 'refuse', 'dismiss', 'write_off_case', 'amend', 'revoke', 'withhold', 'recovery', 'waive')),
	CONSTRAINT ck_proposal_state_value CHECK (state IN ('open', 'returned', 'decided')),
	CONSTRAINT ck_proposal_change_ground_value CHECK (change_ground IN ('clerical_error', 'reserve', 'wrong_information', 'in_favour'))
)
 STRICT;

CREATE TABLE quote_span (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	fact_id INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	quote TEXT NOT NULL,
	char_from INTEGER,
	char_to INTEGER,
	line INTEGER,
	CONSTRAINT pk_quote_span PRIMARY KEY (id),
	CONSTRAINT uq_quote_span_fact_id_ordinal UNIQUE (fact_id, ordinal),
	CONSTRAINT fk_quote_span_fact_id FOREIGN KEY(fact_id) REFERENCES programme_fact (id)
)
 STRICT;

CREATE TABLE recipient (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	org_number TEXT NOT NULL,
	org_number_confirmed INTEGER NOT NULL,
	name TEXT NOT NULL,
	name_key TEXT NOT NULL,
	kind TEXT NOT NULL,
	seat TEXT,
	care_region TEXT,
	address TEXT,
	peppol_id TEXT,
	buyer_reference TEXT,
	registrar_email TEXT,
	successor_id INTEGER,
	succeeded_on TEXT,
	succession_attestation_id INTEGER,
	CONSTRAINT pk_recipient PRIMARY KEY (id),
	CONSTRAINT ck_recipient_org_number_form CHECK (length(org_number) = 10 AND substr(org_number, 3, 1) IN ('2','3','4','5','6','7','8','9')),
	CONSTRAINT ck_recipient_successor_is_another CHECK (successor_id IS NULL OR successor_id <> id),
	CONSTRAINT ck_recipient_succession CHECK ((successor_id IS NULL) = (succeeded_on IS NULL) AND (successor_id IS NULL) = (succession_attestation_id IS NULL)),
	CONSTRAINT uq_recipient_org_number UNIQUE (org_number),
	CONSTRAINT fk_recipient_successor_id FOREIGN KEY(successor_id) REFERENCES recipient (id),
	CONSTRAINT fk_recipient_succession_attestation_id FOREIGN KEY(succession_attestation_id) REFERENCES attestation (id),
	CONSTRAINT ck_recipient_org_number_confirmed_value CHECK (org_number_confirmed IN (0, 1)),
	CONSTRAINT ck_recipient_kind_value CHECK (kind IN ('region', 'municipality', 'municipal_association', 'association', 'other'))
)
 STRICT;

CREATE TABLE reconciliation (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	basis TEXT NOT NULL,
	state TEXT NOT NULL,
	frozen TEXT,
	prepared_by INTEGER,
	attestation_id INTEGER,
	document_id INTEGER,
	CONSTRAINT pk_reconciliation PRIMARY KEY (id),
	CONSTRAINT uq_reconciliation_award_id_revision UNIQUE (award_id, revision),
	CONSTRAINT ck_reconciliation_final_is_frozen CHECK ((state = 'final') = (frozen IS NOT NULL)),
	CONSTRAINT fk_reconciliation_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_reconciliation_prepared_by FOREIGN KEY(prepared_by) REFERENCES officer (id),
	CONSTRAINT fk_reconciliation_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id),
	CONSTRAINT fk_reconciliation_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT ck_reconciliation_basis_value CHECK (basis IN ('report_only', 'ledger_all', 'ledger_sample')),
	CONSTRAINT ck_reconciliation_state_value CHECK (state IN ('open', 'judging', 'waiting', 'proposed', 'final'))
)
 STRICT;

CREATE TABLE recovery (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	number TEXT NOT NULL,
	path TEXT NOT NULL,
	state TEXT NOT NULL,
	prepared_by INTEGER NOT NULL,
	decision_id INTEGER,
	interest TEXT NOT NULL,
	interest_source TEXT,
	due_basis TEXT NOT NULL,
	closed_reason TEXT,
	CONSTRAINT pk_recovery PRIMARY KEY (id),
	CONSTRAINT uq_recovery_award_id_revision UNIQUE (award_id, revision),
	CONSTRAINT ck_recovery_interest_source CHECK (interest <> 'yes' OR interest_source IS NOT NULL),
	CONSTRAINT fk_recovery_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT uq_recovery_number UNIQUE (number),
	CONSTRAINT fk_recovery_prepared_by FOREIGN KEY(prepared_by) REFERENCES officer (id),
	CONSTRAINT fk_recovery_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id),
	CONSTRAINT ck_recovery_path_value CHECK (path IN ('full', 'simple')),
	CONSTRAINT ck_recovery_state_value CHECK (state IN ('draft', 'hearing', 'proposed', 'decided', 'invoiced', 'settled', 'enforcement', 'closed')),
	CONSTRAINT ck_recovery_interest_value CHECK (interest IN ('not_decided', 'no', 'yes')),
	CONSTRAINT ck_recovery_due_basis_value CHECK (due_basis IN ('demand', 'fixed_in_advance'))
)
 STRICT;

CREATE TABLE recovery_ground (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL,
	code TEXT NOT NULL,
	title TEXT NOT NULL,
	modality TEXT NOT NULL,
	fact_id INTEGER NOT NULL,
	causes TEXT NOT NULL,
	CONSTRAINT pk_recovery_ground PRIMARY KEY (id),
	CONSTRAINT uq_recovery_ground_programme_id_code UNIQUE (programme_id, code),
	CONSTRAINT fk_recovery_ground_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
	CONSTRAINT fk_recovery_ground_fact_id FOREIGN KEY(fact_id) REFERENCES programme_fact (id),
	CONSTRAINT ck_recovery_ground_modality_value CHECK (modality IN ('shall', 'may'))
)
 STRICT;

CREATE TABLE recovery_line (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	recovery_id INTEGER NOT NULL,
	ground_id INTEGER NOT NULL,
	component_id INTEGER,
	amount_ore INTEGER NOT NULL,
	line_id INTEGER,
	cause INTEGER,
	reason TEXT NOT NULL,
	judgement TEXT,
	discretion TEXT,
	review TEXT,
	refusal_reason TEXT,
	CONSTRAINT pk_recovery_line PRIMARY KEY (id),
	CONSTRAINT ck_recovery_line_amount CHECK (amount_ore <> 0),
	CONSTRAINT ck_recovery_line_refusal CHECK (review IS NULL OR review <> 'refused' OR refusal_reason IS NOT NULL),
	CONSTRAINT fk_recovery_line_recovery_id FOREIGN KEY(recovery_id) REFERENCES recovery (id),
	CONSTRAINT fk_recovery_line_ground_id FOREIGN KEY(ground_id) REFERENCES recovery_ground (id),
	CONSTRAINT fk_recovery_line_component_id FOREIGN KEY(component_id) REFERENCES component (id),
	CONSTRAINT fk_recovery_line_line_id FOREIGN KEY(line_id) REFERENCES ledger_line (id),
	CONSTRAINT ck_recovery_line_amount_ore_value CHECK (amount_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_recovery_line_cause_value CHECK (cause IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
	CONSTRAINT ck_recovery_line_review_value CHECK (review IN ('ok', 'refused'))
)
 STRICT;

CREATE TABLE reminder (
	id INTEGER NOT NULL,
	subject_kind TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	created_on TEXT NOT NULL,
	answer_due_on TEXT NOT NULL,
	document_id INTEGER NOT NULL,
	CONSTRAINT pk_reminder PRIMARY KEY (id),
	CONSTRAINT fk_reminder_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT;

CREATE TABLE report (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	received_on TEXT NOT NULL,
	used_ore INTEGER NOT NULL,
	unused_ore INTEGER,
	answers TEXT NOT NULL,
	document_id INTEGER,
	state TEXT NOT NULL,
	CONSTRAINT pk_report PRIMARY KEY (id),
	CONSTRAINT uq_report_award_id_revision UNIQUE (award_id, revision),
	CONSTRAINT ck_report_not_negative CHECK (used_ore >= 0 AND coalesce(unused_ore, 0) >= 0),
	CONSTRAINT fk_report_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT fk_report_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT ck_report_used_ore_value CHECK (used_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_report_unused_ore_value CHECK (unused_ore BETWEEN -1000000000000000 AND 1000000000000000),
	CONSTRAINT ck_report_state_value CHECK (state IN ('received', 'incomplete', 'under_review', 'final'))
)
 STRICT;

CREATE TABLE report_line (
	id INTEGER NOT NULL,
	report_id INTEGER NOT NULL,
	component_id INTEGER,
	operation_id INTEGER,
	used_ore INTEGER NOT NULL,
	note TEXT,
	CONSTRAINT pk_report_line PRIMARY KEY (id),
	CONSTRAINT fk_report_line_report_id FOREIGN KEY(report_id) REFERENCES report (id),
	CONSTRAINT fk_report_line_component_id FOREIGN KEY(component_id) REFERENCES component (id),
	CONSTRAINT fk_report_line_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id),
	CONSTRAINT ck_report_line_used_ore_value CHECK (used_ore BETWEEN -1000000000000000 AND 1000000000000000)
)
 STRICT;

CREATE TABLE representative (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	recipient_id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	appointed_on TEXT NOT NULL,
	ends_on TEXT,
	delegation_document_id INTEGER,
	state TEXT NOT NULL,
	CONSTRAINT pk_representative PRIMARY KEY (id),
	CONSTRAINT ck_representative_state_value CHECK (state IN ('active', 'ended')),
	CONSTRAINT fk_representative_recipient_id FOREIGN KEY(recipient_id) REFERENCES recipient (id),
	CONSTRAINT fk_representative_person_id FOREIGN KEY(person_id) REFERENCES person (id),
	CONSTRAINT fk_representative_delegation_document_id FOREIGN KEY(delegation_document_id) REFERENCES document (id)
)
 STRICT;

CREATE TABLE requisition (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	received_on TEXT NOT NULL,
	channel TEXT NOT NULL,
	state TEXT NOT NULL,
	state_before TEXT,
	completion_due_on TEXT,
	withdrawn_on TEXT,
	CONSTRAINT pk_requisition PRIMARY KEY (id),
	CONSTRAINT fk_requisition_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT ck_requisition_channel_value CHECK (channel IN ('portal', 'e_mail', 'post')),
	CONSTRAINT ck_requisition_state_value CHECK (state IN ('received', 'incomplete', 'ready', 'proposed', 'decided', 'refused', 'dismissed', 'withdrawn', 'written_off', 'revoked')),
	CONSTRAINT ck_requisition_state_before_value CHECK (state_before IN ('received', 'incomplete', 'ready', 'proposed', 'decided', 'refused', 'dismissed', 'withdrawn', 'written_off', 'revoked'))
)
 STRICT;

CREATE TABLE requisition_line (
	id INTEGER NOT NULL,
	requisition_revision_id INTEGER NOT NULL,
	component_id INTEGER NOT NULL,
	operation_id INTEGER,
	requested_ore INTEGER NOT NULL,
	CONSTRAINT pk_requisition_line PRIMARY KEY (id),
	CONSTRAINT ck_requisition_line_requested CHECK (requested_ore >= 0),
	CONSTRAINT fk_requisition_line_requisition_revision_id FOREIGN KEY(requisition_revision_id) REFERENCES requisition_revision (id),
	CONSTRAINT fk_requisition_line_component_id FOREIGN KEY(component_id) REFERENCES component (id),
	CONSTRAINT fk_requisition_line_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id),
	CONSTRAINT ck_requisition_line_requested_ore_value CHECK (requested_ore BETWEEN -1000000000000000 AND 1000000000000000)
)
 STRICT;

CREATE TABLE requisition_revision (
	id INTEGER NOT NULL,
	requisition_id INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	on_day TEXT NOT NULL,
	reason TEXT NOT NULL,
	document_id INTEGER,
	requested_ore INTEGER NOT NULL,
	payout_account_id INTEGER,
	payment_reference TEXT,
	representative_id INTEGER,
	contact_person_id INTEGER,
	portal_checked_by INTEGER,
	CONSTRAINT pk_requisition_revision PRIMARY KEY (id),
	CONSTRAINT uq_requisition_revision_requisition_id_revision UNIQUE (requisition_id, revision),
	CONSTRAINT ck_requisition_revision_requested CHECK (requested_ore >= 0),
	CONSTRAINT fk_requisition_revision_requisition_id FOREIGN KEY(requisition_id) REFERENCES requisition (id),
	CONSTRAINT fk_requisition_revision_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT fk_requisition_revision_payout_account_id FOREIGN KEY(payout_account_id) REFERENCES payout_account (id),
	CONSTRAINT fk_requisition_revision_representative_id FOREIGN KEY(representative_id) REFERENCES representative (id),
	CONSTRAINT fk_requisition_revision_contact_person_id FOREIGN KEY(contact_person_id) REFERENCES person (id),
	CONSTRAINT fk_requisition_revision_portal_checked_by FOREIGN KEY(portal_checked_by) REFERENCES officer (id),
	CONSTRAINT ck_requisition_revision_reason_value CHECK (reason IN ('first', 'completion', 'own_request')),
	CONSTRAINT ck_requisition_revision_requested_ore_value CHECK (requested_ore BETWEEN -1000000000000000 AND 1000000000000000)
)
 STRICT;

CREATE TABLE setting (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	programme_id INTEGER,
	value TEXT NOT NULL,
	role TEXT NOT NULL,
	source TEXT,
	attestation_id INTEGER,
	CONSTRAINT pk_setting PRIMARY KEY (id),
	CONSTRAINT fk_setting_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
	CONSTRAINT fk_setting_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id)
)
 STRICT;

CREATE TABLE settlement (
	id INTEGER NOT NULL,
	invoice_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	amount_ore INTEGER NOT NULL,
	legal_ground TEXT NOT NULL,
	attestation_id INTEGER NOT NULL,
	CONSTRAINT pk_settlement PRIMARY KEY (id),
	CONSTRAINT ck_settlement_kind_value CHECK (kind IN ('set_off', 'write_off')),
	CONSTRAINT ck_settlement_amount CHECK (amount_ore > 0),
	CONSTRAINT fk_settlement_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id),
	CONSTRAINT fk_settlement_attestation_id FOREIGN KEY(attestation_id) REFERENCES attestation (id),
	CONSTRAINT ck_settlement_amount_ore_value CHECK (amount_ore BETWEEN -1000000000000000 AND 1000000000000000)
)
 STRICT;

CREATE TABLE supplier (
	id INTEGER NOT NULL,
	org_number TEXT,
	name TEXT NOT NULL,
	name_key TEXT NOT NULL,
	CONSTRAINT pk_supplier PRIMARY KEY (id),
	CONSTRAINT uq_supplier_org_number UNIQUE (org_number)
)
 STRICT;

CREATE TABLE verdict_group (
	id INTEGER NOT NULL,
	award_id INTEGER NOT NULL,
	reason TEXT NOT NULL,
	CONSTRAINT pk_verdict_group PRIMARY KEY (id),
	CONSTRAINT fk_verdict_group_award_id FOREIGN KEY(award_id) REFERENCES award (id),
	CONSTRAINT ck_verdict_group_reason_value CHECK (reason IN ('reversal_pair', 'invoice', 'salary_batch', 'bulk_accept'))
)
 STRICT;

CREATE TABLE waiver (
	id INTEGER NOT NULL,
	recovery_id INTEGER NOT NULL,
	amount_ore INTEGER NOT NULL,
	special_reasons TEXT NOT NULL,
	decision_id INTEGER NOT NULL,
	CONSTRAINT pk_waiver PRIMARY KEY (id),
	CONSTRAINT ck_waiver_amount CHECK (amount_ore > 0),
	CONSTRAINT fk_waiver_recovery_id FOREIGN KEY(recovery_id) REFERENCES recovery (id),
	CONSTRAINT fk_waiver_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id),
	CONSTRAINT ck_waiver_amount_ore_value CHECK (amount_ore BETWEEN -1000000000000000 AND 1000000000000000)
)
 STRICT;

CREATE INDEX ix_allotment_recipient_id ON allotment (recipient_id);

CREATE UNIQUE INDEX uq_allotment_share ON allotment (component_id, recipient_id, coalesce(operation_id, 0));

CREATE INDEX ix_appeal_award_id ON appeal (award_id);

CREATE INDEX ix_appeal_decision ON appeal (decision_id);

CREATE INDEX ix_attestation_subject ON attestation (subject_kind, subject_id);

CREATE INDEX ix_award_assignee ON award (assignee_id, programme_id);

CREATE INDEX ix_award_recipient_id ON award (recipient_id);

CREATE INDEX ix_decision_change_award_id ON decision_change (award_id);

CREATE UNIQUE INDEX uq_decision_change_open ON decision_change (award_id) WHERE decision_id IS NULL AND dropped_reason IS NULL;

CREATE INDEX ix_decision_line_award_id ON decision_line (award_id);

CREATE INDEX ix_decision_line_decision_id ON decision_line (decision_id);

CREATE INDEX ix_dispatch_document_id ON dispatch (document_id);

CREATE INDEX ix_disqualification_officer_id ON disqualification (officer_id);

CREATE INDEX ix_document_award ON document (award_id);

CREATE INDEX ix_event_award_id ON event (award_id);

CREATE INDEX ix_event_subject ON event (subject_kind, subject_id, seq);

CREATE INDEX ix_expected_report_due ON expected_report (due_on) WHERE state = 'expected';

CREATE UNIQUE INDEX uq_fact_amendment_waiting ON fact_amendment (programme_id, name, ordinal) WHERE state = 'waiting';

CREATE UNIQUE INDEX uq_fact_confirmation_live ON fact_confirmation (fact_id) WHERE withdrawn_by IS NULL;

CREATE INDEX ix_finding_award ON finding (award_id, state, severity);

CREATE INDEX ix_hearing_due ON hearing (answer_due_on);

CREATE INDEX ix_incoming_payment_value_on ON incoming_payment (value_on);

CREATE INDEX ix_invoice_award_id ON invoice (award_id);

CREATE INDEX ix_invoice_owed ON invoice (recipient_id, due_on) WHERE state IN ('issued', 'sent', 'enforcement');

CREATE INDEX ix_invoice_recovery_id ON invoice (recovery_id);

CREATE INDEX ix_ledger_import_award_id ON ledger_import (award_id);

CREATE UNIQUE INDEX uq_ledger_import_live ON ledger_import (recipient_id, content_sha256, coalesce(sheet, '')) WHERE state = 'live';

CREATE INDEX ix_ledger_line_award ON ledger_line (award_id, booked_on, id);

CREATE INDEX ix_ledger_line_invoice ON ledger_line (supplier_id, invoice_key, amount_ore) WHERE invoice_key IS NOT NULL;

CREATE INDEX ix_ledger_line_voucher ON ledger_line (recipient_id, voucher, booked_on, amount_ore);

CREATE INDEX ix_line_verdict_evidence ON line_verdict (evidence_due_on) WHERE parked_ore <> 0;

CREATE INDEX ix_line_verdict_group_id ON line_verdict (group_id);

CREATE INDEX ix_official_note_award_id ON official_note (award_id);

CREATE INDEX ix_operation_host_operation_id ON operation_host (operation_id);

CREATE INDEX ix_operation_host_recipient_id ON operation_host (recipient_id);

CREATE INDEX ix_payment_match_award_id ON payment_match (award_id);

CREATE INDEX ix_payment_match_incoming_payment_id ON payment_match (incoming_payment_id);

CREATE INDEX ix_payment_match_invoice_id ON payment_match (invoice_id);

CREATE INDEX ix_payout_award_id ON payout (award_id);

CREATE INDEX ix_payout_account_recipient_id ON payout_account (recipient_id);

CREATE UNIQUE INDEX uq_payout_account_number ON payout_account (recipient_id, kind, coalesce(clearing, ''), number);

CREATE INDEX ix_programme_signing_programme_id ON programme_signing (programme_id);

CREATE INDEX ix_proposal_award_id ON proposal (award_id);

CREATE UNIQUE INDEX uq_proposal_open ON proposal (subject_kind, subject_id) WHERE state = 'open';

CREATE INDEX ix_recipient_name_key ON recipient (name_key);

CREATE INDEX ix_recovery_line_recovery_id ON recovery_line (recovery_id);

CREATE INDEX ix_reminder_subject ON reminder (subject_kind, subject_id);

CREATE INDEX ix_report_line_report_id ON report_line (report_id);

CREATE INDEX ix_representative_recipient_id ON representative (recipient_id);

CREATE UNIQUE INDEX uq_representative_active ON representative (recipient_id) WHERE state = 'active';

CREATE INDEX ix_requisition_award_id ON requisition (award_id);

CREATE INDEX ix_requisition_state ON requisition (state, received_on);

CREATE UNIQUE INDEX uq_requisition_live ON requisition (award_id) WHERE state NOT IN ('dismissed', 'refused', 'revoked', 'withdrawn', 'written_off');

CREATE INDEX ix_requisition_line_requisition_revision_id ON requisition_line (requisition_revision_id);

CREATE UNIQUE INDEX uq_setting_key ON setting ("key", coalesce(programme_id, 0));

CREATE INDEX ix_settlement_invoice_id ON settlement (invoice_id);

CREATE UNIQUE INDEX uq_supplier_name ON supplier (name_key) WHERE org_number IS NULL;

CREATE INDEX ix_verdict_group_award_id ON verdict_group (award_id);

CREATE INDEX ix_waiver_recovery_id ON waiver (recovery_id);

