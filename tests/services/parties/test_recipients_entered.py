"""Entering, correcting and merging recipients."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.desk import OpenDesk

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.parties import RecipientKind
from sbdesk.services.recipients import IdentityInput, RecipientInput, RecipientsService
from sbdesk.store.records.parties import DisqualificationRecord

KOMMUN = IdentityInput("212000-1355", "Övningskommun", RecipientKind.MUNICIPALITY)
DAY = date(2026, 6, 1)


@pytest.fixture
def service(desk: OpenDesk) -> RecipientsService:
    return RecipientsService(desk.work)


def made(service: RecipientsService, identity: IdentityInput = KOMMUN) -> int:
    found = service.add(identity, RecipientInput(registrar_email="r@exempel.invalid")).id
    assert found is not None
    return found


def test_a_municipality_is_entered_and_found_in_its_place(service: RecipientsService) -> None:
    recipient = made(service)
    assert [row.id for row in service.rows()][-1] == recipient, "Ö comes last"
    card = service.card(recipient)
    assert (card.row.kind, card.row.org_number, card.row.org_number_confirmed, card.registrar_email) == (
        "kommun",
        "212000-1355",
        False,
        "r@exempel.invalid",
    )
    assert [row.what for row in card.timeline] == ["Mottagare tillagd"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (RecipientInput(registrar_email="registrator"), "ingen e-postadress"),
        (RecipientInput(peppol_id="2120001355"), "inget Peppol-id"),
    ],
)
def test_bad_particulars_enter_nobody(service: RecipientsService, given: RecipientInput, told: str) -> None:
    with pytest.raises(UserFacingError, match=told):
        service.add(KOMMUN, given)
    assert len(service.rows()) == 21


def test_a_name_has_room_in_a_letter(service: RecipientsService) -> None:
    with pytest.raises(UserFacingError, match=r"Namnet har 201 tecken\. Högst 200 får plats\."):
        service.add(replace(KOMMUN, name="K" * 201), RecipientInput())
    recipient = made(service)
    version = service.card(recipient).version
    with pytest.raises(UserFacingError, match=r"Namnet har 300 tecken"):
        service.change_identity(recipient, version, replace(KOMMUN, name="K" * 300))


def test_a_peppol_id_is_scheme_and_number(service: RecipientsService) -> None:
    found = service.add(KOMMUN, RecipientInput(peppol_id="0007:2120001355", org_number_confirmed=True)).id
    assert found is not None
    card = service.card(found)
    assert (card.peppol_id, card.row.org_number_confirmed) == ("0007:2120001355", True)


def test_name_kind_and_number_are_corrected_until_confirmed(service: RecipientsService) -> None:
    recipient = made(service)
    right = IdentityInput("222000-0315", "Övningsförbundet", RecipientKind.MUNICIPAL_ASSOCIATION)
    service.change_identity(recipient, service.card(recipient).version, right)
    card = service.card(recipient)
    assert (card.row.name, card.row.org_number, card.row.kind) == (
        "Övningsförbundet",
        "222000-0315",
        "kommunalförbund",
    )
    service.change(recipient, card.version, RecipientInput(org_number_confirmed=True))
    card = service.card(recipient)
    assert card.change_number_refused == "Organisationsnumret är bekräftat mot register."
    with pytest.raises(NotAllowed, match="bekräftat mot register"):
        service.change_identity(recipient, card.version, KOMMUN)
    again = IdentityInput("222000-0315", "Övningsförbundet Norr", RecipientKind.MUNICIPAL_ASSOCIATION)
    service.change_identity(recipient, card.version, again)
    assert service.card(recipient).row.name == "Övningsförbundet Norr"


def test_a_correction_is_refused_for_a_taken_number_and_an_empty_name(service: RecipientsService) -> None:
    recipient = made(service)
    version = service.card(recipient).version
    taken = IdentityInput("232100-0255", "Kommun", RecipientKind.MUNICIPALITY)
    with pytest.raises(Conflict, match="Region Skåne har redan organisationsnumret"):
        service.change_identity(recipient, version, taken)
    with pytest.raises(UserFacingError, match="Namnet saknas"):
        service.change_identity(recipient, version, IdentityInput("212000-1355", " ", KOMMUN.kind))
    with pytest.raises(UserFacingError, match="personnummer"):
        service.change_identity(recipient, version, IdentityInput("811228-9874", "X", KOMMUN.kind))


def test_a_merger_is_signed_by_another_and_can_be_undone(desk: OpenDesk, service: RecipientsService) -> None:
    old, new = made(service), desk.recipient()
    version = service.card(old).version
    with pytest.raises(NotAllowed) as same:
        service.merge((old, new), version, DAY, desk.signed_by(desk.anna))
    assert same.value.code == "F13"
    done = service.merge((old, new), version, DAY, desk.signed_by(desk.karin))
    assert done.message == "Mottagaren har gått upp i Region Skåne."
    card = service.card(old)
    assert (card.row.successor, card.succession.into, card.succession.on) == (
        "Region Skåne",
        "Region Skåne",
        DAY,
    )
    assert service.card(new).succession.from_others == ("Övningskommun",)
    assert card.succession.merge_refused == "Mottagaren har redan gått upp i Region Skåne."
    with pytest.raises(NotAllowed, match="redan gått upp"):
        service.merge((old, new), card.version, DAY, desk.signed_by(desk.karin))
    with pytest.raises(UserFacingError, match="Skäl saknas"):
        service.undo_merge(old, card.version, "")
    service.undo_merge(old, card.version, "fel kommun")
    card = service.card(old)
    assert (card.succession.into, card.succession.on) == ("", None)
    assert card.timeline[1].undone == "Anna Berg 2026-06-10, fel kommun"
    with pytest.raises(NotAllowed, match="inte gått upp"):
        service.undo_merge(old, card.version, "igen")


def test_no_merger_with_itself_or_with_who_has_ceased(desk: OpenDesk, service: RecipientsService) -> None:
    first = made(service)
    second = made(service, IdentityInput("222000-0315", "Förbundet", RecipientKind.MUNICIPAL_ASSOCIATION))
    signed = desk.signed_by(desk.karin)
    with pytest.raises(UserFacingError, match="upp i sig själv"):
        service.merge((first, first), 2, DAY, signed)
    with pytest.raises(UserFacingError, match="har inte varit än"):
        service.merge((first, second), 2, date(2027, 1, 1), signed)
    service.merge((second, desk.recipient()), 2, DAY, signed)
    with pytest.raises(NotAllowed, match="Förbundet har själv gått upp i Region Skåne"):
        service.merge((first, second), 2, DAY, signed)
    with pytest.raises(Conflict) as stale:
        service.merge((first, desk.recipient()), 9, DAY, signed)
    assert stale.value.code == "F12"


def test_jav_stops_every_act_on_the_recipient(desk: OpenDesk, service: RecipientsService) -> None:
    recipient = made(service)
    with desk.store.writing() as session:
        session.add(
            DisqualificationRecord(
                officer_id=desk.anna,
                recipient_id=recipient,
                from_on=DAY,
                reason="närstående",
                reported_by=desk.anna,
            )
        )
    with pytest.raises(NotAllowed, match="Anna Berg har anmält jäv för Övningskommun"):
        service.change(recipient, 1, RecipientInput())
    with pytest.raises(NotAllowed, match="jäv"):
        service.change_identity(recipient, 1, KOMMUN)
