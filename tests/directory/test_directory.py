"""Tests what the rest of the program asks of the directory: who answers for whom, where, and who took over."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.model.bodies import Address, BodyType
from tests.directory.papers import AUTUMN_2025, STORM, lang_son


def test_lang_son_has_its_districts_and_later_its_communes() -> None:
    def count(kind: BodyType, on: date) -> int:
        return sum(body.type is kind and body.exists_on(on) for body in lang_son().bodies)

    assert (count(BodyType.DISTRICT_COMMITTEE, STORM), count(BodyType.COMMUNE_COMMITTEE, STORM)) == (11, 0)
    assert (count(BodyType.DISTRICT_COMMITTEE, date(2025, 6, 30)), count(BodyType.COMMUNE_COMMITTEE, date(2025, 7, 1))) == (11, 65)
    assert count(BodyType.DISTRICT_COMMITTEE, date(2025, 7, 1)) == 0


def test_every_body_has_two_people_to_call_in_order() -> None:
    for body in lang_son().bodies:
        assert [contact.order for contact in lang_son().contacts_of(body.id)] == [1, 2], body.id


def test_every_contact_has_two_channels_and_only_test_addresses() -> None:
    for contact in lang_son().contacts:
        assert {address.channel for address in contact.addresses} == {"telegram", "sms"}
        assert all(map(lang_son().is_test_address, contact.addresses))


@pytest.mark.parametrize("address", [Address("sms", "+84905123456"), Address("telegram", "1234567"), Address("voice", "+842053812345")])
def test_a_persons_address_is_no_test_address(address: Address) -> None:
    assert not lang_son().is_test_address(address)


def test_a_contact_is_found_by_id_and_by_address() -> None:
    contact = lang_son().find_contact("lang-son/huyen-cao-loc#chu-tich")
    assert contact is not None
    assert [lang_son().contacts_at(address.channel, address.value) for address in contact.addresses] == [(contact,), (contact,)]


def test_one_person_who_answers_for_two_bodies_is_found_for_both() -> None:
    head, _ = lang_son().contacts_of("lang-son/vp-thuong-truc-bch")
    found = lang_son().contacts_at("sms", head.addresses[1].value)
    assert [contact.body for contact in found] == ["lang-son/vp-thuong-truc-bch", "lang-son/bch-pctt-tinh"]
    assert len({contact.id for contact in found}) == 2


def test_what_does_not_exist_is_not_found() -> None:
    assert lang_son().find_body("lang-son/huyen-x") is None
    assert lang_son().find_contact("lang-son/huyen-cao-loc#x") is None
    assert lang_son().contacts_of("lang-son/huyen-x") == ()
    assert lang_son().contacts_at("sms", "+84905123456") == ()
    assert lang_son().in_office("lang-son/huyen-x", STORM) == ()


def test_who_is_in_office_follows_the_reforms() -> None:
    district = "lang-son/huyen-dinh-lap"
    assert lang_son().in_office(district, date(2025, 6, 30)) == (district,)
    communes = lang_son().in_office(district, AUTUMN_2025)
    assert set(communes) == {"lang-son/xa-dinh-lap", "lang-son/xa-chau-son", "lang-son/xa-kien-moc", "lang-son/xa-thai-binh"}
    assert lang_son().in_office("lang-son/so-thong-tin", AUTUMN_2025) == ("lang-son/so-khoa-hoc-2025",)
    assert lang_son().in_office("lang-son/xa-dinh-lap", STORM) == (district,)


def test_all_districts_together_became_the_65_communes() -> None:
    districts = [body.id for body in lang_son().bodies if body.type is BodyType.DISTRICT_COMMITTEE]
    assert len({commune for district in districts for commune in lang_son().in_office(district, AUTUMN_2025)}) == 65


def test_every_district_is_looked_after_by_one_member_of_the_command_committee() -> None:
    areas = [area for looked_after in lang_son().content.areas.values() for area in looked_after]
    assert sorted(areas) == sorted(body.id for body in lang_son().bodies if body.type is BodyType.DISTRICT_COMMITTEE)


def test_the_duty_desk_has_two_officers() -> None:
    assert [contact.title for contact in lang_son().contacts_of("lang-son/truc-ban")] == ["Cán bộ trực ban số 1", "Cán bộ trực ban số 2"]
