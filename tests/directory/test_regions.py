"""Tests what a telegram from above the provinces orders of this one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.directory.papers import AUTUMN_2025, STORM, directive, ids, lang_son, reading, resolve

PRIME_MINISTER = "Thủ tướng Chính phủ"


@pytest.mark.parametrize(
    "name",
    [
        "Chủ tịch UBND tỉnh Lạng Sơn",
        "Chủ tịch Uỷ ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
        "Chủ tịch UBND các tỉnh: Cao Bằng, Lạng Sơn, Quảng Ninh",
        "Chủ tịch UBND các tỉnh, thành phố khu vực Bắc Bộ và Bắc Trung Bộ",
        "UBND các tỉnh trung du và miền núi phía Bắc",
        "các tỉnh biên giới phía Bắc",
        "Chủ tịch UBND các tỉnh từ Lào Cai đến Quảng Ninh",
        "Chủ tịch UBND các tỉnh từ Lạng Sơn đến Nghệ An",
        "các địa phương",
        "Lạng Sơn",
    ],
)
def test_an_order_to_provinces_that_hold_ours_is_the_provincial_committees(name: str) -> None:
    assert ids(resolve(name, issuer=PRIME_MINISTER)) == ["ubnd-tinh"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Công an các địa phương", "cong-an-tinh"),
        ("Giám đốc Công an các đơn vị, địa phương", "cong-an-tinh"),
        ("Sở Nông nghiệp và Môi trường các tỉnh, thành phố", "so-nong-nghiep-moi-truong"),
        ("Ban Chỉ huy PCTT&TKCN các tỉnh miền núi phía Bắc", "bch-pctt-tinh"),
        ("Bí thư Tỉnh ủy, Thành ủy các tỉnh, thành phố", "van-phong-tinh-uy"),
    ],
)
def test_another_office_of_the_provinces_is_the_body_of_that_name_here(name: str, body: str) -> None:
    assert ids(resolve(name, issuer="Bộ Công an", on=AUTUMN_2025)) == [body]


@pytest.mark.parametrize(
    "name",
    [
        "Chủ tịch UBND các tỉnh, thành phố ven biển từ Quảng Ninh đến Nghệ An",
        "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố từ Hà Tĩnh đến Khánh Hoà",
        "Chủ tịch UBND các tỉnh: Cao Bằng, TP. Hải Phòng",
        "các tỉnh khu vực Tây Nguyên",
        "Chủ tịch UBND tỉnh Cao Bằng",
        "Bí thư Thành ủy Đà Nẵng",
        "Sở Xây dựng Lâm Đồng",
        "Bộ trưởng Bộ Quốc phòng",
        "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        "Thủ trưởng Cục Cảnh sát giao thông",
        "Phó Thủ tướng Chính phủ",
        "các Bộ, ngành có liên quan",
        "Đài THVN, Đài TNVN, TTXVN",
    ],
)
def test_what_is_known_and_not_ours_is_left_out_without_asking_anybody(name: str) -> None:
    found = resolve(name, issuer=PRIME_MINISTER)
    assert (found.bodies, found.unresolved) == ((), ())


@pytest.mark.parametrize("name", ["các địa phương khu vực có nguy cơ ảnh hưởng của bão", "các tỉnh từ Sơn La đến Nghệ An", "các đơn vị"])
def test_provinces_that_nobody_can_tell_go_to_a_person(name: str) -> None:
    assert resolve(name, issuer=PRIME_MINISTER).unresolved == (name,)


@pytest.mark.parametrize("name", ["Công ty cổ phần Cầu đường Hà Nội", "Tập đoàn Cầu đường", "Cục Cầu đường"])
def test_a_body_from_elsewhere_whom_the_province_itself_orders_goes_to_a_person(name: str) -> None:
    assert resolve(name).unresolved == (name,)
    assert resolve(name, issuer=PRIME_MINISTER).unresolved == ()


def test_the_same_office_of_another_province_is_not_ours_whoever_names_it() -> None:
    found = resolve("Sở Xây dựng tỉnh Cao Bằng", "UBND thành phố Hải Phòng", "Thái Nguyên")
    assert (found.bodies, found.unresolved) == ((), ())


@pytest.mark.parametrize("issuer", [PRIME_MINISTER, "Bộ Công an", "Ban Chỉ đạo phòng thủ dân sự quốc gia", "Cục Quản lý đê điều"])
def test_who_stands_above_the_provinces_is_known_by_the_issuers_name(issuer: str) -> None:
    assert ids(resolve("các địa phương", issuer=issuer)) == ["ubnd-tinh"]


def test_provinces_named_before_are_ours_only_if_ours_was_named() -> None:
    later = directive(["Chủ tịch UBND các tỉnh nêu trên"], at=5)
    others = reading(directive(["Chủ tịch UBND tỉnh Cao Bằng"]), later, issuer=PRIME_MINISTER)
    ours = reading(later, issuer=PRIME_MINISTER, to_act=["Chủ tịch UBND tỉnh Cao Bằng", "Chủ tịch UBND tỉnh Lạng Sơn"])
    resolver = lang_son()
    assert resolver.resolve(others, AUTUMN_2025)[-1].bodies == ()
    assert resolver.resolve(others, AUTUMN_2025)[-1].unresolved == ()
    assert ids(resolver.resolve(ours, AUTUMN_2025)[-1]) == ["ubnd-tinh"]


def test_a_telegram_of_the_province_means_its_own_districts_by_the_same_words() -> None:
    assert "ubnd-tinh" not in ids(resolve("các địa phương"))


@pytest.mark.parametrize(
    "name",
    [
        "các tỉnh từ Thanh Hóa trở ra",
        "các tỉnh, thành phố trên cả nước",
        "UBND các tỉnh, TP trực thuộc TW",
        "UBND tỉnh, thành phố",
        "các tỉnh có biên giới với Trung Quốc",
        "chính quyền địa phương các cấp",
        "Chủ tịch UBND thành phố Hà Nội và các tỉnh: Lạng Sơn, Cao Bằng",
        "các Bộ, ngành, địa phương",
        "CHU TICH UBND CAC TINH MIEN NUI PHIA BAC",
        "UBND cac tinh tu Lao Cai den Quang Ninh",
    ],
)
@pytest.mark.parametrize("on", [STORM, AUTUMN_2025])
def test_our_part_is_found_in_every_way_of_naming_many_provinces_before_and_after_their_merging(name: str, on: date) -> None:
    assert ids(resolve(name, issuer=PRIME_MINISTER, on=on)) == ["ubnd-tinh"]


def test_the_party_committees_of_all_provinces_hold_ours() -> None:
    found = resolve("Bí thư các Tỉnh ủy, Thành ủy trực thuộc trung ương", issuer=PRIME_MINISTER)
    assert ids(found) == ["van-phong-tinh-uy"]


@pytest.mark.parametrize(
    "name", ["Chủ tịch UBND các tỉnh Bắc Bộ trừ Lạng Sơn", "các tỉnh ven biển trừ Hải Phòng", "Thái Bình", "Bộ đội Biên phòng"]
)
def test_what_is_not_ours_is_told_as_outside(name: str) -> None:
    found = resolve(name, issuer=PRIME_MINISTER, on=AUTUMN_2025)
    assert (found.bodies, found.unresolved, found.outside) == ((), (), (name,))


def test_a_province_of_the_name_of_our_commune_is_told_from_it_by_who_writes() -> None:
    assert ids(resolve("Thái Bình", on=AUTUMN_2025)) == ["xa-thai-binh"]
    assert ids(resolve("xã Thái Bình", issuer=PRIME_MINISTER, on=AUTUMN_2025)) == ["xa-thai-binh"]


def test_provinces_in_the_hazards_way_are_put_to_a_person_with_our_committee_as_candidate() -> None:
    name = "Chủ tịch UBND các địa phương trong vùng ảnh hưởng của bão"
    found = resolve(name, issuer=PRIME_MINISTER)
    assert (found.bodies, found.unresolved) == ((), (name,))
    assert [(c.name, c.bodies, c.reason) for c in found.candidates] == [
        (name, ("lang-son/ubnd-tinh",), "nếu tỉnh ta thuộc phạm vi được nêu")
    ]


def test_what_points_back_to_provinces_that_nobody_could_tell_goes_to_a_person() -> None:
    later = directive(["Chủ tịch UBND các tỉnh nêu trên"], at=5)
    unclear = reading(directive(["Chủ tịch UBND các tỉnh trong vùng ảnh hưởng"]), later, issuer=PRIME_MINISTER)
    assert lang_son().resolve(unclear, AUTUMN_2025)[-1].unresolved == ("Chủ tịch UBND các tỉnh nêu trên",)


def test_an_office_that_has_merged_is_found_for_many_provinces_too() -> None:
    assert ids(resolve("Sở GTVT các tỉnh, thành phố", issuer=PRIME_MINISTER, on=AUTUMN_2025)) == ["so-giao-thong"]


def test_a_group_of_the_provinces_own_name_in_a_document_from_above_is_a_candidate_with_its_reason() -> None:
    found = resolve("các cơ quan báo chí, truyền thông", issuer=PRIME_MINISTER)
    assert found.bodies == ()
    assert [(c.label, c.reason) for c in found.candidates] == [
        ("nhóm “các cơ quan báo chí”", "trùng tên nhóm của tỉnh; văn bản cấp trên có thể nói cơ quan khác")
    ]


@pytest.mark.parametrize("name", ["các đơn vị, địa phương", "các địa phương, đơn vị"])
def test_units_and_localities_of_a_telegram_of_the_province_are_not_the_province_itself(name: str) -> None:
    found = resolve(name)
    assert "ubnd-tinh" not in ids(found)
    assert "huyen-cao-loc" in ids(found)
