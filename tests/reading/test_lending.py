"""Tests of what names in a run lend one another: offices, titles and the places where they are held."""

from __future__ import annotations

import pytest

from alertd.reading.names import names_in


@pytest.mark.parametrize(
    ("run", "names"),
    [
        (
            "Chủ tịch Hội đồng thành viên, Tổng Giám đốc Tập đoàn Điện lực Sơn Khê",
            ("Chủ tịch Hội đồng thành viên Tập đoàn Điện lực Sơn Khê", "Tổng Giám đốc Tập đoàn Điện lực Sơn Khê"),
        ),
        ("Giám đốc các Sở Y tế, Sở Xây dựng", ("Giám đốc Sở Y tế", "Giám đốc Sở Xây dựng")),
        ("Thủ trưởng các Sở Y tế, Sở Xây dựng; Công an tỉnh", ("Thủ trưởng Sở Y tế", "Thủ trưởng Sở Xây dựng", "Công an tỉnh")),
        ("Bộ trưởng các Bộ Y tế, Bộ Xây dựng và Bộ Công an", ("Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Xây dựng", "Bộ trưởng Bộ Công an")),
        ("Giám đốc các Sở Y tế, Công an tỉnh, Sở Xây dựng", ("Giám đốc các Sở Y tế", "Công an tỉnh", "Sở Xây dựng")),
        (
            "Giám đốc các Công ty Thủy lợi Bắc Khê, Công ty Thủy lợi Nam Khê",
            ("Giám đốc Công ty Thủy lợi Bắc Khê", "Giám đốc Công ty Thủy lợi Nam Khê"),
        ),
    ],
)
def test_an_office_in_the_plural_goes_on_to_every_next_body_of_the_kind(run: str, names: tuple[str, ...]) -> None:
    assert names_in(run) == names


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("Chủ tịch UBND: Vân Hồ, Suối Mơ", ("Chủ tịch UBND Vân Hồ", "Chủ tịch UBND Suối Mơ")),
        ("UBND Vân Hồ, Suối Mơ và thành phố Khe Sặt", ("UBND Vân Hồ", "UBND Suối Mơ", "UBND thành phố Khe Sặt")),
        (
            "Sở Y tế, Chủ tịch UBND Vân Hồ, Suối Mơ, Công an tỉnh",
            ("Sở Y tế", "Chủ tịch UBND Vân Hồ", "Chủ tịch UBND Suối Mơ", "Công an tỉnh"),
        ),
        (
            "Chủ tịch UBND các huyện Vân Hồ, Suối Mơ, Chủ tịch UBND Khe Sặt",
            ("Chủ tịch UBND huyện Vân Hồ", "Chủ tịch UBND huyện Suối Mơ", "Chủ tịch UBND Khe Sặt"),
        ),
    ],
)
def test_places_in_a_row_may_lack_the_word_for_their_kind(run: str, names: tuple[str, ...]) -> None:
    assert names_in(run) == names


@pytest.mark.parametrize(
    ("run", "entries"),
    [
        ("Chủ tịch UBND các tỉnh, thành phố: Huế, Gia Lai", ["Chủ tịch UBND thành phố Huế", "Chủ tịch UBND tỉnh Gia Lai"]),
        ("UBND các huyện: Đồng Vai, Khe Sặt và thành phố Sơn Khê", ["UBND huyện Đồng Vai", "UBND huyện Khe Sặt", "UBND thành phố Sơn Khê"]),
        ("UBND các huyện, thành phố: Đồng Vai, Sơn Khê", ["UBND Đồng Vai", "UBND Sơn Khê"]),
        (
            "Bí thư Tỉnh ủy, Thành ủy, Chủ tịch UBND các tỉnh, thành phố: Huế, Gia Lai",
            ["Bí thư Thành ủy Huế", "Bí thư Tỉnh ủy Gia Lai", "Chủ tịch UBND thành phố Huế", "Chủ tịch UBND tỉnh Gia Lai"],
        ),
        (
            "Chủ tịch UBND, Trưởng Ban Chỉ huy PCTT&TKCN các huyện, thành phố",
            ["Chủ tịch UBND các huyện, thành phố", "Trưởng Ban Chỉ huy PCTT&TKCN các huyện, thành phố"],
        ),
        ("Giám đốc, Thủ trưởng các sở, ban, ngành", ["Giám đốc các sở, ban, ngành", "Thủ trưởng các sở, ban, ngành"]),
        (
            "Chủ tịch UBND các tỉnh khu vực Trung Bộ, nhất là các tỉnh: Gia Lai, Đắk Lắk",
            ["Chủ tịch UBND các tỉnh khu vực Trung Bộ", "Chủ tịch UBND tỉnh Gia Lai", "Chủ tịch UBND tỉnh Đắk Lắk"],
        ),
        ("Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ", ["Thủ trưởng cơ quan ngang bộ", "Thủ trưởng cơ quan thuộc Chính phủ"]),
    ],
)
def test_names_lend_their_neighbours_offices_and_territories(run: str, entries: list[str]) -> None:
    assert names_in(run) == tuple(entries)


@pytest.mark.parametrize(
    ("run", "entries"),
    [
        ("các tổng cục: Hậu cần, Tổng cục II", ["Tổng cục Hậu cần", "Tổng cục II"]),
        ("các Quân chủng: Phòng không - Không quân, Hải quân", ["Quân chủng Phòng không - Không quân", "Quân chủng Hải quân"]),
        ("các Ban Quản lý dự án: 6, đường Hồ Chí Minh", ["Ban Quản lý dự án 6", "Ban Quản lý dự án đường Hồ Chí Minh"]),
        ("Các Sở, ngành: Y tế, Công an tỉnh, Công Thương", ["Sở Y tế", "Công an tỉnh", "Sở Công Thương"]),
        ("giám đốc sở y tế 2 tỉnh, gồm Lào Cai, Gia Lai", ["giám đốc sở y tế tỉnh Lào Cai", "giám đốc sở y tế tỉnh Gia Lai"]),
        ("Sở Y tế các tỉnh/thành phố: Huế, Gia Lai", ["Sở Y tế thành phố Huế", "Sở Y tế tỉnh Gia Lai"]),
        ("các hồ Khe Sặt, Bản Chành", ["Hồ Khe Sặt", "Hồ Bản Chành"]),
        ("Đảng ủy Quân sự tỉnh, Đảng ủy Công an tỉnh", ["Đảng ủy Quân sự tỉnh", "Đảng ủy Công an tỉnh"]),
        ("Giám đốc các Công ty: Cấp nước Sơn Khê và chủ đầu tư các dự án", ["Giám đốc Công ty Cấp nước Sơn Khê", "chủ đầu tư các dự án"]),
        ("Phó Thủ tướng Nguyễn Văn A, Phó Thủ tướng Trần Văn B", ["Phó Thủ tướng Nguyễn Văn A", "Phó Thủ tướng Trần Văn B"]),
    ],
)
def test_a_list_lends_its_type_to_every_member(run: str, entries: list[str]) -> None:
    assert names_in(run) == tuple(entries)


def test_an_office_goes_on_to_a_second_territory_and_departments_share_one() -> None:
    assert names_in("Sở Y tế các tỉnh miền núi và các tỉnh ven biển") == ("Sở Y tế các tỉnh miền núi", "Sở Y tế các tỉnh ven biển")
    assert names_in("Sở Y tế, Sở Nội vụ các tỉnh Bắc Bộ") == ("Sở Y tế các tỉnh Bắc Bộ", "Sở Nội vụ các tỉnh Bắc Bộ")
    assert names_in("Công an tỉnh; các xã ven sông") == ("Công an tỉnh", "các xã ven sông")


def test_police_and_military_share_the_provinces_named_after_them() -> None:
    assert names_in("Công an, Bộ Chỉ huy Quân sự các tỉnh: Lào Cai, Sơn La") == (
        "Công an tỉnh Lào Cai",
        "Công an tỉnh Sơn La",
        "Bộ Chỉ huy Quân sự tỉnh Lào Cai",
        "Bộ Chỉ huy Quân sự tỉnh Sơn La",
    )
    assert names_in("Ban Chỉ huy ƯPT: Cục Y tế, Cục Cảnh sát giao thông") == (
        "Ban Chỉ huy ƯPT Cục Y tế",
        "Ban Chỉ huy ƯPT Cục Cảnh sát giao thông",
    )


def test_two_offices_share_the_territories_that_are_named_after_both() -> None:
    assert names_in("Ban Chỉ huy PTDS và Công an các tỉnh: Hà Nam, Thái Bình") == (
        "Ban Chỉ huy PTDS tỉnh Hà Nam",
        "Ban Chỉ huy PTDS tỉnh Thái Bình",
        "Công an tỉnh Hà Nam",
        "Công an tỉnh Thái Bình",
    )


def test_titles_in_small_letters_share_the_territory_that_follows() -> None:
    run = "giám đốc Sở Y tế, bí thư đảng ủy, chủ tịch UBND 58 xã, phường phía Đông"
    assert names_in(run) == ("giám đốc Sở Y tế", "bí thư đảng ủy 58 xã, phường phía Đông", "chủ tịch UBND 58 xã, phường phía Đông")


def test_an_office_goes_on_to_the_next_kind_of_commune() -> None:
    assert names_in("UBND các xã, phường ven biển, các đặc khu") == ("UBND các xã, phường ven biển", "UBND các đặc khu")
    assert names_in("UBND các xã ven biển, đặc khu Hòn Khê") == ("UBND các xã ven biển", "UBND đặc khu Hòn Khê")
    assert names_in("Công an, Quân sự xã") == ("Công an xã", "Quân sự xã")


def test_an_office_is_held_in_each_of_the_provinces_named_after_it() -> None:
    assert names_in("Chủ tịch UBND TP Hà Nội, Bắc Ninh") == ("Chủ tịch UBND thành phố Hà Nội", "Chủ tịch UBND tỉnh Bắc Ninh")
    assert names_in("14 tỉnh, thành miền Bắc, các bộ liên quan…") == ("14 tỉnh, thành miền Bắc", "các bộ liên quan")


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("Công an xã Khe Sặt, xã Đồng Vai", ("Công an xã Khe Sặt", "Công an xã Đồng Vai")),
        (
            "UBND huyện Khe Sặt, thị xã Đồng Vai và huyện đảo Hòn Mơ",
            ("UBND huyện Khe Sặt", "UBND thị xã Đồng Vai", "UBND huyện đảo Hòn Mơ"),
        ),
        (
            "Chủ tịch UBND huyện Khe Sặt, Đồng Vai; Giám đốc Sở Y tế",
            ("Chủ tịch UBND huyện Khe Sặt", "Chủ tịch UBND huyện Đồng Vai", "Giám đốc Sở Y tế"),
        ),
        ("Công an huyện Khe Sặt, Sở Y tế, huyện Đồng Vai", ("Công an huyện Khe Sặt", "Sở Y tế", "huyện Đồng Vai")),
        ("Bệnh viện huyện Khe Sặt, xã Đồng Vai", ("Bệnh viện huyện Khe Sặt", "xã Đồng Vai")),
        ("Đội Cơ động số 1, số 2", ("Đội Cơ động số 1", "Đội Cơ động số 2")),
        ("các Đồn Biên phòng Khe Sặt, Đồng Vai", ("Đồn Biên phòng Khe Sặt", "Đồn Biên phòng Đồng Vai")),
        ("Tổng Giám đốc (Giám đốc): Công ty A, Công ty B", ("Tổng Giám đốc Công ty A", "Tổng Giám đốc Công ty B")),
        ("tỉnh Kon Tum và vùng núi các tỉnh từ Quảng Trị đến Quảng Nam", ("tỉnh Kon Tum", "vùng núi các tỉnh từ Quảng Trị đến Quảng Nam")),
        ("Báo Công an nhân dân, Truyền hình CAND", ("Báo Công an nhân dân", "Truyền hình CAND")),
        ("Các đơn vị quản lý, bảo trì đường: Công ty A, Công ty B", ("Công ty A", "Công ty B")),
        (
            "Chỉ huy trưởng: Bộ CHQS tỉnh, BĐBP tỉnh; Giám đốc Sở Y tế",
            ("Chỉ huy trưởng Bộ CHQS tỉnh", "Chỉ huy trưởng BĐBP tỉnh", "Giám đốc Sở Y tế"),
        ),
        ("Ban Quản lý bến bãi, Bến xe khách tỉnh", ("Ban Quản lý bến bãi", "Bến xe khách tỉnh")),
        ("Các đơn vị nhận được Công điện này", ("Các đơn vị",)),
        ("Bí thư, Trưởng các bản: Mờ, Cáng", ("Bí thư bản Mờ", "Bí thư bản Cáng", "Trưởng bản Mờ", "Trưởng bản Cáng")),
        ("Bí thư các xã: Khe Sặt, Đồng Vai", ("Bí thư Đảng ủy xã Khe Sặt", "Bí thư Đảng ủy xã Đồng Vai")),
        ("Chủ rừng: BQL rừng phòng hộ Khe Sặt", ("BQL rừng phòng hộ Khe Sặt",)),
        ("Sở Y tế (Văn phòng thường trực Ban Chỉ đạo tỉnh)", ("Sở Y tế",)),
        ("Tổng công ty Khe Sặt (nay là Tập đoàn Khe Sặt)", ("Tổng công ty Khe Sặt",)),
        ("Bộ trưởng Bộ Y tế - Phó Trưởng Ban Chỉ đạo quốc gia về dịch", ("Bộ trưởng Bộ Y tế",)),
        ("Sở Xây dựng - Cơ quan thường trực, Công an tỉnh", ("Sở Xây dựng", "Công an tỉnh")),
        ("Vùng 5 Hải quân, Vùng Cảnh sát biển 4", ("Vùng 5 Hải quân", "Vùng Cảnh sát biển 4")),
        ("Công ty TNHH Thủy lợi Nam Khê, Bắc Khê", ("Công ty TNHH Thủy lợi Nam Khê", "Công ty TNHH Thủy lợi Bắc Khê")),
        (
            "Tổng giám đốc Tổng công ty: Cầu cống Bắc Khê, Phà Nam Khê",
            ("Tổng giám đốc Tổng công ty Cầu cống Bắc Khê", "Tổng giám đốc Tổng công ty Phà Nam Khê"),
        ),
        ("các nhà máy thủy điện trên sông Mẫu, Khe Sặt", ("các nhà máy thủy điện trên sông Mẫu, Khe Sặt",)),
        (
            "Bí thư các huyện: Vân Hồ, Khe Sặt và thành phố Sơn Khê",
            ("Bí thư Huyện ủy Vân Hồ", "Bí thư Huyện ủy Khe Sặt", "Bí thư Thành ủy Sơn Khê"),
        ),
        ("Sở Xây dựng (Khu Quản lý đường thủy), Công an tỉnh", ("Sở Xây dựng", "Công an tỉnh")),
        ("Công ty thủy điện Bản Mòng, Đồng Vai", ("Công ty thủy điện Bản Mòng", "Công ty thủy điện Đồng Vai")),
        (
            "các công ty thủy điện trên sông Mẫu gồm: Khe Sặt, Vân Hồ",
            ("Công ty thủy điện Khe Sặt", "Công ty thủy điện Vân Hồ"),
        ),
        ("Khu Quản lý đường I, II và IV", ("Khu Quản lý đường I", "Khu Quản lý đường II", "Khu Quản lý đường IV")),
        (
            "Chủ tịch UBND các xã vùng hạ du sông Mẫu, suối Thử: Khe Sặt, Đồng Vai",
            ("Chủ tịch UBND xã Khe Sặt", "Chủ tịch UBND xã Đồng Vai"),
        ),
        (
            "Chủ tịch, Tổng giám đốc các Tập đoàn, Tổng công ty nhà nước",
            ("Chủ tịch các Tập đoàn, Tổng công ty nhà nước", "Tổng giám đốc các Tập đoàn, Tổng công ty nhà nước"),
        ),
        (
            "Bộ trưởng Bộ Y tế; Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
            ("Bộ trưởng Bộ Y tế", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"),
        ),
        ("Các Công ty Điện lực Gia Lai, Đắk Lắk", ("Công ty Điện lực Gia Lai", "Công ty Điện lực Đắk Lắk")),
        ("Các Ban của Tổng công ty: Kỹ thuật, An toàn", ("Ban Kỹ thuật", "Ban An toàn")),
        ("Đài Mẫu và hệ thống thông tin đại chúng cấp xã", ("Đài Mẫu", "hệ thống thông tin đại chúng cấp xã")),
        ("Công ty Mẫu và các thương nhân bán gạo", ("Công ty Mẫu", "các thương nhân bán gạo")),
        (
            "Bí thư Tỉnh ủy, Thành ủy, Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương",
            ("Bí thư Tỉnh ủy, Thành ủy", "Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương"),
        ),
    ],
)
def test_an_office_or_a_type_word_is_lent_to_the_next_in_the_row(run: str, names: tuple[str, ...]) -> None:
    assert names_in(run) == names
