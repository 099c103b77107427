"""Tests what written names mean in the directory of Lạng Sơn, on the day on which they were written."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from alertd.model.bodies import BodyType, Role
from tests.directory.papers import AUTUMN_2025, STORM, ids, lang_son, resolve

DISTRICTS = {body.id.removeprefix("lang-son/") for body in lang_son().bodies if body.type is BodyType.DISTRICT_COMMITTEE}


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Sở Nông nghiệp và Phát triển nông thôn", "so-nong-nghiep"),
        ("Giám đốc Sở NN&PTNT tỉnh Lạng Sơn", "so-nong-nghiep"),
        ("Sở Lao động, Thương binh và Xã hội", "so-lao-dong"),
        ("Sở VH,TT&DL", "so-van-hoa"),
        ("UỶ BAN NHÂN DÂN THÀNH PHỐ LẠNG SƠN", "thanh-pho-lang-son"),
        ("Chủ tịch UBND thành phố", "thanh-pho-lang-son"),
        ("Chủ tịch UBND huyện Cao Lộc, tỉnh Lạng Sơn", "huyen-cao-loc"),
        ("Trưởng Ban Chỉ huy PCTT&TKCN huyện Cao Lộc", "huyen-cao-loc"),
        ("Chủ tịch UBND, Trưởng Ban Chỉ huy PCTT&TKCN huyện Cao Lộc", "huyen-cao-loc"),
        ("Tràng Định", "huyen-trang-dinh"),
        ("Giám đốc công ty TNHH MTV Khai thác công trình thuỷ lợi Lạng Sơn", "cong-ty-thuy-loi"),
        ("Công ty Trách nhiệm hữu hạn Một thành viên KTCTTL Lạng Sơn", "cong-ty-thuy-loi"),
        ("Đài KTTV tỉnh", "dai-khi-tuong-thuy-van"),
        ("Chỉ huy trưởng Bộ CHQS tỉnh", "bo-chi-huy-quan-su"),
        ("Bộ đội Biên phòng tỉnh", "bo-doi-bien-phong"),
        ("Chánh Văn phòng UBND tỉnh", "van-phong-ubnd"),
        ("Trưởng Ban Dân tộc tỉnh", "ban-dan-toc"),
        ("Đài Phát thanh và Truyền hình tỉnh", "dai-phat-thanh-truyen-hinh"),
        ("Tổng Biên tập Báo Lạng Sơn", "bao-lang-son"),
        ("Trưởng Ban Chỉ huy PCTT&TKCN tỉnh", "ubnd-tinh"),
        ("Ban Chỉ huy PCTT&TKCN tỉnh", "bch-pctt-tinh"),
        ("Văn phòng thường trực Ban Chỉ huy PCTT&TKCN tỉnh", "vp-thuong-truc-bch"),
        ("Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn", "bql-khu-ktck"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "mat-tran-to-quoc"),
        (unicodedata.normalize("NFD", "Sở Y tế"), "so-y-te"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN TRÀNG ĐỊNH", "huyen-trang-dinh"),
        ("chu tich ubnd huyen trang dinh", "huyen-trang-dinh"),
        ("SO GTVT", "so-giao-thong"),
        ("Trưởng Ban Chỉ huy PCT T&T KCN huyện Cao Lộc", "huyen-cao-loc"),
        ("Ban CHPCTT&TKCN huyện Cao Lộc", "huyen-cao-loc"),
        ("Sở Lao động-TB&XH", "so-lao-dong"),
        ("Sở Nông nghiệp", "so-nong-nghiep"),
        ("Bộ Chỉ huy quân sự", "bo-chi-huy-quan-su"),
        ("Bộ đội Biên phòng", "bo-doi-bien-phong"),
        ("CA tỉnh", "cong-an-tinh"),
        ("Công ty TNHH MTV KTCT thủy lợi", "cong-ty-thuy-loi"),
        ("Tỉnh đoàn", "tinh-doan"),
    ],
)
def test_a_name_means_its_body_however_it_is_written(name: str, body: str) -> None:
    assert ids(resolve(name)) == [body]


def test_two_offices_of_one_chairman_are_one_body_and_the_reason_names_both() -> None:
    found = resolve("Chủ tịch UBND các huyện, thành phố", "Trưởng Ban Chỉ huy PCTT&TKCN các huyện, thành phố")
    assert set(ids(found)) == DISTRICTS
    assert len(found.bodies) == 11
    assert found.bodies[0].reason == (
        "“Chủ tịch UBND các huyện, thành phố” và “Trưởng Ban Chỉ huy PCTT&TKCN các huyện, thành phố”"
        " → nhóm “các huyện, thành phố” → UBND thành phố Lạng Sơn"
    )


def test_members_of_the_command_committee_are_told_which_district_they_look_after() -> None:
    found = resolve("Các thành viên Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn (PCTT&TKCN) tỉnh")
    border_guard = next(body for body in found.bodies if body.id == "lang-son/bo-doi-bien-phong")
    assert border_guard.reason.endswith("(phụ trách Văn Lãng)")


@pytest.mark.parametrize(
    "name",
    [
        "Lãnh đạo, thành viên BCH PCTT&TKCN tỉnh được phân công phụ trách địa bàn",
        "thành viên Ban Chỉ huy tỉnh phụ trách các huyện, thành phố",
    ],
)
def test_members_told_to_look_after_their_districts_are_all_members_with_their_districts(name: str) -> None:
    reasons = {body.id: body.reason for body in resolve(name).bodies}
    assert reasons["lang-son/so-giao-thong"].endswith("(phụ trách Hữu Lũng)")


def test_who_took_over_a_department_looks_after_its_district_too() -> None:
    reasons = {body.id: body.reason for body in resolve("thành viên Ban Chỉ huy Phòng thủ dân sự tỉnh", on=AUTUMN_2025).bodies}
    assert reasons["lang-son/so-xay-dung-2025"].endswith("(phụ trách địa bàn TP Lạng Sơn cũ, địa bàn Hữu Lũng cũ)")


def test_all_departments_are_meant_by_their_group() -> None:
    departments = {
        body.id.removeprefix("lang-son/") for body in lang_son().bodies if body.type is BodyType.DEPARTMENT and body.exists_on(STORM)
    }
    assert departments <= set(ids(resolve("Thủ trưởng các sở, ban, ngành thuộc UBND tỉnh")))


def test_the_day_decides_which_department_a_name_means() -> None:
    assert ids(resolve("Sở Xây dựng", on=date(2025, 2, 28))) == ["so-xay-dung"]
    assert ids(resolve("Sở Xây dựng", on=date(2025, 3, 1))) == ["so-xay-dung-2025"]


def test_a_name_of_the_past_is_placed_and_the_reason_says_who_took_over() -> None:
    found = resolve("Sở Giao thông vận tải", on=AUTUMN_2025)
    assert ids(found) == ["so-giao-thong"]
    assert found.bodies[0].reason.endswith("(đơn vị này chỉ có đến 28/02/2025; nay là Sở Xây dựng)")


def test_a_name_of_the_future_is_placed_and_the_reason_says_so() -> None:
    found = resolve("Sở Nông nghiệp và Môi trường")
    assert found.bodies[0].reason.endswith("(đơn vị này chỉ có từ 01/03/2025)")


def test_a_group_of_the_past_means_those_who_belonged_to_it() -> None:
    found = resolve("UBND các huyện, thành phố", on=AUTUMN_2025)
    assert set(ids(found)) == DISTRICTS
    assert "nay là UBND xã Thất Khê, UBND xã Đoàn Kết, UBND xã Tân Tiến và 4 đơn vị khác" in found.bodies[1].reason


def test_a_group_of_the_future_is_left_to_a_person_with_those_whose_land_it_is_as_candidate() -> None:
    found = resolve("UBND các xã, phường, thị trấn")
    assert (found.bodies, found.unresolved) == ((), ("UBND các xã, phường, thị trấn",))
    assert {body.removeprefix("lang-son/") for body in found.candidates[0].bodies} == DISTRICTS


def test_a_group_means_the_members_of_its_day() -> None:
    assert set(ids(resolve("các địa phương"))) == DISTRICTS
    assert len(resolve("các địa phương", on=AUTUMN_2025).bodies) == 65


def test_a_district_that_became_a_commune_of_the_same_name_is_ambiguous_by_its_name_alone() -> None:
    found = resolve("Tràng Định", on=AUTUMN_2025)
    assert found.bodies == ()
    assert found.unresolved == ("Tràng Định",)
    assert found.suggestions == ("“Tràng Định” có thể là: UBND xã Tràng Định hoặc UBND huyện Tràng Định (đến 30/06/2025)",)


def test_each_candidate_of_an_ambiguous_name_says_why_it_comes_into_question() -> None:
    found = resolve("Tràng Định", on=AUTUMN_2025)
    assert [(c.bodies, c.reason) for c in found.candidates] == [
        (("lang-son/xa-trang-dinh",), "mang tên này từ 01/07/2025"),
        (("lang-son/huyen-trang-dinh",), "mang tên này đến 30/06/2025, nay là 7 đơn vị"),
    ]


def test_a_group_with_a_condition_behind_it_is_a_candidate_and_never_taken() -> None:
    found = resolve("UBND huyện, thành phố nơi có công trình")
    assert found.bodies == ()
    assert [c.label for c in found.candidates] == ["nhóm “các huyện, thành phố”"]


def test_a_short_name_is_not_guessed_from_two_letters() -> None:
    assert resolve("KT tỉnh").candidates == ()


def test_the_commune_and_the_district_of_one_name_are_told_apart_by_their_kind() -> None:
    assert ids(resolve("Chủ tịch UBND xã Tràng Định", "Chủ tịch UBND huyện Cao Lộc", on=AUTUMN_2025)) == ["xa-trang-dinh", "huyen-cao-loc"]


def test_a_misspelt_name_is_suggested_and_never_taken() -> None:
    found = resolve("Sở Y tê", "Các sở, ban, ngảnhh")
    assert found.bodies == ()
    assert found.unresolved == ("Sở Y tê", "Các sở, ban, ngảnhh")
    assert [(c.name, c.reason) for c in found.candidates] == [("Sở Y tê", "chỉ khác dấu"), ("Các sở, ban, ngảnhh", "viết khác 1 chữ cái")]
    assert found.suggestions == ("“Sở Y tê” có thể là: Sở Y tế", "“Các sở, ban, ngảnhh” có thể là: nhóm “các sở, ban, ngành”")


@pytest.mark.parametrize(
    "name", ["UBND", "Chủ tịch", "Đoàn kiểm tra", "xã Hòa Bình", "Cục Thuế tỉnh", "các", "", "…", "các địa phương liên quan"]
)
def test_what_nobody_certainly_bears_goes_to_a_person(name: str) -> None:
    found = resolve(name)
    assert found.bodies == ()
    assert found.unresolved == (name,)


def test_a_list_written_as_one_name_is_taken_apart() -> None:
    found = resolve("UBND các huyện: Cao Lộc, Văn Lãng và thành phố Lạng Sơn", "Các Sở: NN&PTNT, Văn hóa, Thể thao và Du lịch; Y tế")
    assert ids(found) == ["huyen-cao-loc", "huyen-van-lang", "thanh-pho-lang-son", "so-nong-nghiep", "so-van-hoa", "so-y-te"]


def test_a_list_without_diacritics_is_taken_apart_and_the_reason_says_how_it_was_written() -> None:
    found = resolve("UBND cac huyen: Cao Loc, Van Lang va thanh pho Lang Son")
    assert ids(found) == ["huyen-cao-loc", "huyen-van-lang", "thanh-pho-lang-son"]
    assert all("tên viết không dấu" in body.reason for body in found.bodies)


def test_a_list_of_one_kind_needs_no_colon() -> None:
    assert ids(resolve("UBND các huyện Tràng Định, Văn Lãng")) == ["huyen-trang-dinh", "huyen-van-lang"]


def test_a_list_of_communes_never_means_the_districts_of_their_names() -> None:
    name = "UBND các xã: Tràng Định, Thất Khê và phường Tam Thanh"
    for on in (date(2025, 6, 30), date(2025, 7, 1)):
        assert ids(resolve(name, on=on)) == ["xa-trang-dinh", "xa-that-khe", "phuong-tam-thanh"]


def test_the_unknown_part_of_a_list_goes_to_a_person() -> None:
    found = resolve("Sở Y tế, Ban Quản lý chợ Kỳ Lừa và Công an tỉnh")
    assert ids(found) == ["so-y-te", "cong-an-tinh"]
    assert found.unresolved == ("Ban Quản lý chợ Kỳ Lừa",)


def test_who_is_excepted_is_left_out() -> None:
    found = resolve("Chủ tịch UBND các huyện, thành phố (trừ huyện Đình Lập và thành phố Lạng Sơn)")
    assert set(ids(found)) == DISTRICTS - {"huyen-dinh-lap", "thanh-pho-lang-son"}


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("các huyện, thành phố trừ thành phố", "thanh-pho-lang-son"),
        ("các huyện, thành phố, ngoại trừ Đình Lập", "huyen-dinh-lap"),
        ("các huyện, thành phố (không bao gồm huyện Chi Lăng)", "huyen-chi-lang"),
        ("cac huyen, thanh pho tru Dinh Lap", "huyen-dinh-lap"),
    ],
)
def test_who_is_left_out_is_understood_in_other_words_too(name: str, without: str) -> None:
    assert set(ids(resolve(name))) == DISTRICTS - {without}


def test_an_exception_that_nobody_understands_goes_to_a_person() -> None:
    assert resolve("các huyện, thành phố trừ huyện Đình Lậpp").unresolved == ("các huyện, thành phố trừ huyện Đình Lậpp",)


def test_a_list_that_orders_nobody_by_a_clause_is_resolved_by_its_names() -> None:
    bodies, unresolved = lang_son().resolve_names(
        [
            "Thường trực Tỉnh ủy",
            "Ủy ban MTTQ Việt Nam tỉnh",
            "Bộ Nông nghiệp và PTNT",
            "VPCP: các Vụ NN, CN",
            "Các sở, ngành liên quan",
            "Đội xe",
        ],
        STORM,
    )
    assert [(body.id, body.role) for body in bodies] == [
        ("lang-son/van-phong-tinh-uy", Role.LEAD),
        ("lang-son/mat-tran-to-quoc", Role.LEAD),
    ]
    assert unresolved == ("Các sở, ngành liên quan", "Đội xe")
