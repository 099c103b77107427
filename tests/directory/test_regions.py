"""Tests what a telegram from above the provinces orders of this one."""

from __future__ import annotations

import pytest

from tests.directory.papers import AUTUMN_2025, directive, ids, lang_son, reading, resolve

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
    assert resolver.resolve(later, others, AUTUMN_2025).bodies == ()
    assert resolver.resolve(later, others, AUTUMN_2025).unresolved == ()
    assert ids(resolver.resolve(later, ours, AUTUMN_2025)) == ["ubnd-tinh"]


def test_a_telegram_of_the_province_means_its_own_districts_by_the_same_words() -> None:
    assert "ubnd-tinh" not in ids(resolve("các địa phương"))
