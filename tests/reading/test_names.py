"""Tests of taking runs of names apart."""

from __future__ import annotations

import pytest

from alertd.reading.names import names_in


@pytest.mark.parametrize(
    ("run", "entries"),
    [
        ("Bộ trưởng các Bộ: Quốc phòng, Công an", ["Bộ trưởng Bộ Quốc phòng", "Bộ trưởng Bộ Công an"]),
        ("các Bộ trưởng: Quốc phòng, Y tế", ["Bộ trưởng Bộ Quốc phòng", "Bộ trưởng Bộ Y tế"]),
        ("Các Bộ Xây dựng và Công an:", ["Bộ Xây dựng", "Bộ Công an"]),
        ("Bộ Quốc phòng, Công an", ["Bộ Quốc phòng", "Bộ Công an"]),
        ("Các Bộ: Y tế, Văn hóa, Thể thao và Du lịch", ["Bộ Y tế", "Bộ Văn hóa, Thể thao và Du lịch"]),
        ("Các sở: Công Thương, Y tế; Công an tỉnh", ["Sở Công Thương", "Sở Y tế", "Công an tỉnh"]),
        ("Chủ tịch UBND các xã, phường và đặc khu Hòn Mơ", ["Chủ tịch UBND các xã, phường", "Chủ tịch UBND đặc khu Hòn Mơ"]),
        ("UBND các phường, xã, đặc khu Hòn Mơ", ["UBND các phường, xã", "UBND đặc khu Hòn Mơ"]),
        ("Ban Quản lý dự án 8 (chủ đầu tư)", ["Ban Quản lý dự án 8"]),
        ("Chủ hồ Khe Sặt, Đồng Vai và Lâm Hải", ["Chủ hồ Khe Sặt", "Chủ hồ Đồng Vai", "Chủ hồ Lâm Hải"]),
        ("Sở Giáo dục và Đào tạo, Đại học Sơn Khê", ["Sở Giáo dục và Đào tạo", "Đại học Sơn Khê"]),
        (
            "Người khai thác các cảng hàng không: Khe Sặt, Đồng Vai",
            ["Người khai thác Cảng hàng không Khe Sặt", "Người khai thác Cảng hàng không Đồng Vai"],
        ),
        ("Các hãng hàng không: Hoa Mai Air, Sao Airlines", ["Hoa Mai Air", "Sao Airlines"]),
        (
            "Chủ tịch, Tổng Giám đốc các Tập đoàn: Điện lực Sơn Khê, Viễn thông Sơn Khê",
            [
                "Chủ tịch Tập đoàn Điện lực Sơn Khê",
                "Chủ tịch Tập đoàn Viễn thông Sơn Khê",
                "Tổng Giám đốc Tập đoàn Điện lực Sơn Khê",
                "Tổng Giám đốc Tập đoàn Viễn thông Sơn Khê",
            ],
        ),
        (
            "Các Công ty TNHH MTV Thủy lợi Bắc Khê, Nam Khê",
            ["Công ty TNHH MTV Thủy lợi Bắc Khê", "Công ty TNHH MTV Thủy lợi Nam Khê"],
        ),
        ("Sư đoàn 2, Lữ đoàn 5 mỗi đơn vị", ["Sư đoàn 2", "Lữ đoàn 5"]),
        ("Trường Quân sự; Xưởng 37, Kho K5", ["Trường Quân sự", "Xưởng 37", "Kho K5"]),
        ("UBND các tỉnh và thành phố Huế", ["UBND các tỉnh", "UBND thành phố Huế"]),
        ("Hải đoàn 3; Hải đội 2", ["Hải đoàn 3", "Hải đội 2"]),
        (
            "Ban Chỉ huy Biên phòng các tỉnh: Lạng Sơn, Cao Bằng",
            ["Ban Chỉ huy Biên phòng tỉnh Lạng Sơn", "Ban Chỉ huy Biên phòng tỉnh Cao Bằng"],
        ),
        (
            "Cục trưởng các Cục: Phòng bệnh, Quản lý Khám, chữa bệnh, Quản lý Dược",
            ["Cục trưởng Cục Phòng bệnh", "Cục trưởng Cục Quản lý Khám, chữa bệnh", "Cục trưởng Cục Quản lý Dược"],
        ),
        ("Công ty Điện lực Gia Lai, Đắk Lắk (nơi bão đổ bộ)", ["Công ty Điện lực Gia Lai", "Công ty Điện lực Đắk Lắk"]),
        ("Giám đốc Viện Pasteur Khánh Hòa và Hà Nội", ["Giám đốc Viện Pasteur Khánh Hòa", "Giám đốc Viện Pasteur Hà Nội"]),
        ("các Tập đoàn VNPT, Viettel", ["Tập đoàn VNPT", "Tập đoàn Viettel"]),
        ("các Công ty Thủy lợi: Bắc Khê, Nam Khê", ["Công ty Thủy lợi Bắc Khê", "Công ty Thủy lợi Nam Khê"]),
        ("Thủ trưởng các đơn vị: Cục Y tế; Cục Kế hoạch và tài chính", ["Thủ trưởng Cục Y tế", "Thủ trưởng Cục Kế hoạch và tài chính"]),
        ("các đơn vị của Bộ (K02, C07)", ["K02", "C07"]),
        ("BTL Quân khu 3, 4", ["BTL Quân khu 3", "BTL Quân khu 4"]),
        ("Các Quân khu: 1, 2 và Bộ Tư lệnh Thủ đô", ["Quân khu 1", "Quân khu 2", "Bộ Tư lệnh Thủ đô"]),
        ("Binh chủng: Công binh, Hóa học", ["Binh chủng Công binh", "Binh chủng Hóa học"]),
        ("UBND các xã: Khe Sặt, Trường Sơn, Đoàn Kết", ["UBND xã Khe Sặt", "UBND xã Trường Sơn", "UBND xã Đoàn Kết"]),
        ("UBND các xã Khe Sặt, Đồng Vai, Đoàn Kết", ["UBND xã Khe Sặt", "UBND xã Đồng Vai", "UBND xã Đoàn Kết"]),
        ("giám đốc, thủ trưởng các sở, ngành", ["giám đốc các sở, ngành", "thủ trưởng các sở, ngành"]),
        ("UBND các huyện miền núi: Khe Sặt, Đồng Vai", ["UBND huyện Khe Sặt", "UBND huyện Đồng Vai"]),
        (
            "Chủ tịch UBND các phường: Khe Sặt, Đồng Vai; các xã: Lâm Hải, Lâm Sơn",
            ["Chủ tịch UBND phường Khe Sặt", "Chủ tịch UBND phường Đồng Vai", "Chủ tịch UBND xã Lâm Hải", "Chủ tịch UBND xã Lâm Sơn"],
        ),
        ("Sở Y tế (cơ quan thường trực Ban Chỉ huy tỉnh), Công an tỉnh", ["Sở Y tế", "Công an tỉnh"]),
        ("Trưởng các thôn, bản: Lát, Poom", ["Trưởng thôn Lát", "Trưởng thôn Poom"]),
        ("Báo và Đài Phát thanh và Truyền hình Sơn Khê", ["Báo và Đài Phát thanh và Truyền hình Sơn Khê"]),
        ("Các chủ rừng: Vườn quốc gia Khe Sặt, Hạt Kiểm lâm Đồng Vai", ["Vườn quốc gia Khe Sặt", "Hạt Kiểm lâm Đồng Vai"]),
        ("các Ban Quản lý dự án 1, 2", ["Ban Quản lý dự án 1", "Ban Quản lý dự án 2"]),
        ("BTL Quân chủng Hải quân, PK-KQ", ["BTL Quân chủng Hải quân", "BTL Quân chủng PK-KQ"]),
        ("Quân chủng Hải quân, Phòng không - Không quân", ["Quân chủng Hải quân", "Quân chủng Phòng không - Không quân"]),
        ("Trưởng các thôn, hiệu trưởng các trường", ["Trưởng các thôn", "hiệu trưởng các trường"]),
        ("các công ty thủy điện Khe Sặt, Đồng Vai", ["Công ty thủy điện Khe Sặt", "Công ty thủy điện Đồng Vai"]),
        ("Giám đốc các công ty: Điện lực Sơn Khê, Cấp nước tỉnh", ["Giám đốc Công ty Điện lực Sơn Khê", "Giám đốc Công ty Cấp nước tỉnh"]),
        ("Tổng công ty Điện lực miền Bắc, miền Trung", ["Tổng công ty Điện lực miền Bắc", "Tổng công ty Điện lực miền Trung"]),
        (
            "Bộ trưởng Bộ Y tế; Tổng Giám đốc: Đài Truyền hình Việt Nam, Đài Tiếng nói Việt Nam",
            ["Bộ trưởng Bộ Y tế", "Tổng Giám đốc Đài Truyền hình Việt Nam", "Tổng Giám đốc Đài Tiếng nói Việt Nam"],
        ),
        ("Giám đốc, Thủ trưởng các sở, ban, ngành tỉnh", ["Giám đốc các sở, ban, ngành tỉnh", "Thủ trưởng các sở, ban, ngành tỉnh"]),
        (  # a range and a region: two groups of provinces
            "Ban Chỉ huy PCTT các tỉnh, thành phố ven biển từ Quảng Ninh đến Nghệ An và khu vực Tây Nguyên",
            [
                "Ban Chỉ huy PCTT các tỉnh, thành phố ven biển từ Quảng Ninh đến Nghệ An",
                "Ban Chỉ huy PCTT các tỉnh, thành phố khu vực Tây Nguyên",
            ],
        ),
        (
            "các tỉnh từ Nghệ An đến Quảng Trị, khu vực Tây Nguyên và Đông Nam Bộ; Công an tỉnh",
            ["các tỉnh từ Nghệ An đến Quảng Trị", "các tỉnh khu vực Tây Nguyên và Đông Nam Bộ", "Công an tỉnh"],
        ),
        ("UBND các tỉnh từ Nghệ An đến Quảng Trị và Tây Nguyên", ["UBND các tỉnh từ Nghệ An đến Quảng Trị", "UBND các tỉnh Tây Nguyên"]),
        (
            "UBND các tỉnh: Sơn La, Hòa Bình và từ Nghệ An đến Quảng Trị; Công an tỉnh",
            ["UBND tỉnh Sơn La", "UBND tỉnh Hòa Bình", "UBND các tỉnh từ Nghệ An đến Quảng Trị", "Công an tỉnh"],
        ),
        ("UBND 02 xã ven suối (Khe Sặt, Đồng Vai)", ["UBND xã Khe Sặt", "UBND xã Đồng Vai"]),
        ("UBND các huyện, thành phố, thị xã, các sở và các đơn vị", ["UBND các huyện, thành phố, thị xã", "các sở", "các đơn vị"]),
        (  # kinds of schools, not schools
            "Hiệu trưởng các trường Mầm non, Tiểu học, THCS trong xã; Trưởng các thôn",
            ["Hiệu trưởng các trường Mầm non, Tiểu học, THCS trong xã", "Trưởng các thôn"],
        ),
        (
            "Bộ trưởng, Thủ trưởng các cơ quan ngang Bộ, cơ quan thuộc Chính phủ, cơ quan trung ương của các đoàn thể",
            [
                "Bộ trưởng",
                "Thủ trưởng các cơ quan ngang Bộ",
                "Thủ trưởng cơ quan thuộc Chính phủ",
                "cơ quan trung ương của các đoàn thể",
            ],
        ),
        (  # a place whose name begins like an association's or a union's
            "Chủ tịch UBND các xã Hội Hoan, Đoàn Kết và Thụy Hùng",
            ["Chủ tịch UBND xã Hội Hoan", "Chủ tịch UBND xã Đoàn Kết", "Chủ tịch UBND xã Thụy Hùng"],
        ),
    ],
)
def test_a_list_of_members_becomes_one_entry_for_each(run: str, entries: list[str]) -> None:
    assert names_in(run) == tuple(entries)


@pytest.mark.parametrize(
    "group",
    [
        "các Bộ, ngành có liên quan",
        "các sở, ban, ngành",
        "Chủ tịch UBND các tỉnh, thành phố từ Quảng Ninh đến Khánh Hòa",
        "các tỉnh Bắc Bộ và Thanh Hóa",
        "Các Sở Xây dựng nêu trên",
        "Uỷ ban Quốc gia ứng phó sự cố, thiên tai và tìm kiếm cứu nạn",
        "Ban Chỉ huy PCTT-TKCN và PTDS các huyện, thị xã, thành phố",
        "Cán bộ, lãnh đạo địa phương",
    ],
)
def test_a_group_without_named_members_stays_as_it_is_written(group: str) -> None:
    assert names_in(group) == (group,)


@pytest.mark.parametrize(
    "words",
    ["", "Số hộ dân có nhà bị sập", "Chính phủ đã tập trung", "Từ ngày 24/7 đến ngày 25/7", "Bộ Y tế. Sở Y tế", "Các vị trí mở rộng"],
)
def test_other_words_are_no_names(words: str) -> None:
    assert names_in(words) is None


def test_courtesies_are_left_out() -> None:
    assert names_in("các đồng chí: Giám đốc Sở Y tế, Giám đốc Sở Công Thương") == ("Giám đốc Sở Y tế", "Giám đốc Sở Công Thương")


def test_an_endless_run_is_no_list_of_recipients() -> None:
    assert names_in("Bộ Y tế, " * 5000) is None


def test_territories_named_in_brackets_after_their_region_are_the_ones_that_must_act() -> None:
    run = "UBND các tỉnh miền núi (Lào Cai, Sơn La) và Tây Nguyên (Gia Lai, Đắk Lắk)"
    assert names_in(run) == ("UBND tỉnh Lào Cai", "UBND tỉnh Sơn La", "UBND tỉnh Gia Lai", "UBND tỉnh Đắk Lắk")


@pytest.mark.parametrize(
    "stress", ["nhất là những nơi xung yếu", "nhất là các xã vùng trũng", "đặc biệt là khu vực miền núi", "- nơi tâm bão đi qua"]
)
def test_what_is_only_stressed_is_nobody_new(stress: str) -> None:
    assert names_in(f"UBND các xã, {stress}".replace(", -", " -")) == ("UBND các xã",)


def test_types_of_bodies_in_a_row_are_one_group() -> None:
    for group in ("các Tập đoàn, Tổng công ty nêu trên", "các Tổng cục, Bộ Tư lệnh, đơn vị trực thuộc Bộ"):
        assert names_in(group) == (group,)


def test_enterprises_named_after_their_kind_stand_for_themselves() -> None:
    assert names_in("các doanh nghiệp bưu chính - viễn thông VNPT, Viettel") == ("VNPT", "Viettel")


def test_communes_write_their_bodies_small_or_abbreviated() -> None:
    run = "Ban chỉ huy quân sự xã, công an xã, trạm y tế xã; HTXDVNN&MT; Chi ủy, BCS các thôn"
    assert names_in(run) == ("Ban chỉ huy quân sự xã", "công an xã", "trạm y tế xã", "HTXDVNN&MT", "Chi ủy", "BCS các thôn")


def test_a_general_staff_and_ministers_named_by_their_fields() -> None:
    assert names_in("Bộ Tổng Tham mưu, Tổng cục Hậu cần") == ("Bộ Tổng Tham mưu", "Tổng cục Hậu cần")
    assert names_in("Bộ trưởng Quốc phòng, Công an") == ("Bộ trưởng Quốc phòng", "Bộ trưởng Công an")


def test_a_list_may_lack_its_plural_word_and_a_bracket_may_end_a_name() -> None:
    assert names_in("UBND tỉnh, thành phố: Lào Cai, Hải Phòng") == ("UBND tỉnh Lào Cai", "UBND thành phố Hải Phòng")
    assert names_in("Sở Y tế (Khe Sặt) và Bộ Công an") == ("Sở Y tế (Khe Sặt)", "Bộ Công an")


def test_rivers_that_are_stressed_are_nobody() -> None:
    assert names_in("UBND các xã ven sông, nhất là các sông Khe Sặt, Đồng Vai; Sở Y tế") == ("UBND các xã ven sông", "Sở Y tế")


def test_first_aid_and_the_heads_of_ministries_are_names() -> None:
    assert names_in("Các đội cấp cứu cơ động; Sở Y tế") == ("Các đội cấp cứu cơ động", "Sở Y tế")
    assert names_in("Bộ trưởng, Thủ trưởng các Bộ, ngành") == ("Bộ trưởng các Bộ, ngành", "Thủ trưởng các Bộ, ngành")


def test_a_region_may_stand_between_the_plural_and_its_list() -> None:
    assert names_in("Sở Y tế các tỉnh miền núi, trung du phía Bắc: Lào Cai, Sơn La và Lai Châu") == (
        "Sở Y tế tỉnh Lào Cai",
        "Sở Y tế tỉnh Sơn La",
        "Sở Y tế tỉnh Lai Châu",
    )


def test_when_is_no_part_of_who() -> None:
    assert names_in("UBND các xã ven biển trong hai ngày tới") == ("UBND các xã ven biển",)


def test_examples_and_places_of_stress_are_no_part_of_a_name() -> None:
    assert names_in("Các chủ lồng, bè, đặc biệt tại Hòn Khê,") == ("Các chủ lồng, bè",)
    assert names_in("các cơ sở nuôi thú dữ như gấu, cá sấu…") == ("các cơ sở nuôi thú dữ",)


def test_a_city_keeps_its_own_type_word_in_a_list_of_districts() -> None:
    assert names_in("các huyện Khe Sặt, Đồng Vai và TP Sơn Khê") == ("huyện Khe Sặt", "huyện Đồng Vai", "TP Sơn Khê")


def test_a_command_with_its_own_province_takes_no_other_territory() -> None:
    assert names_in("Ban Chỉ huy Bộ đội Biên phòng Hải Phòng, UBND các xã, phường ven biển") == (
        "Ban Chỉ huy Bộ đội Biên phòng Hải Phòng",
        "UBND các xã, phường ven biển",
    )


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("Lực lượng Biên phòng (Đồn Khe Sặt, Đồn Đồng Vai)", ("Đồn Khe Sặt", "Đồn Đồng Vai")),
        ("Các chủ rừng (công ty lâm nghiệp, ban quản lý rừng)", ("công ty lâm nghiệp", "ban quản lý rừng")),
        ("Các sư đoàn 324, 341", ("sư đoàn 324", "sư đoàn 341")),
        ("Đài tỉnh và hệ thống truyền thanh cơ sở", ("Đài tỉnh", "hệ thống truyền thanh cơ sở")),
        ("Chủ rừng là tổ chức", ("Chủ rừng là tổ chức",)),
        ("Các xã miền núi Khe Sặt, Đồng Vai", ("xã Khe Sặt", "xã Đồng Vai")),
    ],
)
def test_a_group_is_those_whom_it_names(run: str, names: tuple[str, ...]) -> None:
    assert names_in(run) == names


def test_one_secretariat_of_two_houses_is_one_body() -> None:
    assert names_in("Văn phòng HĐND và UBND xã, Công an xã") == ("Văn phòng HĐND và UBND xã", "Công an xã")


def test_a_city_with_a_capital_type_word_is_no_province() -> None:
    run = "Ban Chỉ huy các tỉnh: Tây Ninh, Long An và Thành phố Hồ Chí Minh"
    assert names_in(run) == ("Ban Chỉ huy tỉnh Tây Ninh", "Ban Chỉ huy tỉnh Long An", "Ban Chỉ huy Thành phố Hồ Chí Minh")


@pytest.mark.parametrize("field", ["Y tế", "GTVT", "NN-PTNT"])
def test_departments_of_provinces_in_a_row_share_their_field(field: str) -> None:
    run = f"các Sở {field} Sơn La, Bà Rịa - Vũng Tàu và Phú Yên; các Ban Quản lý dự án 2 và 9"
    departments = tuple(f"Sở {field} {place}" for place in ("Sơn La", "Bà Rịa - Vũng Tàu", "Phú Yên"))
    assert names_in(run) == (*departments, "Ban Quản lý dự án 2", "Ban Quản lý dự án 9")


def test_a_branch_and_people_are_named_beside_whoever_stands_before_them() -> None:
    assert names_in("Sở Xây dựng, ngành đường sắt và ngành điện") == ("Sở Xây dựng", "ngành đường sắt", "ngành điện")
    assert names_in("thủ trưởng các đơn vị liên quan và người dân") == ("thủ trưởng các đơn vị liên quan", "người dân")
    assert names_in("Chính quyền và ngành chức năng") == ("Chính quyền", "ngành chức năng")
    assert names_in("các sở, ngành và nhân dân") == ("các sở, ngành và nhân dân",)


def test_universities_and_institutes_are_a_row_of_their_own() -> None:
    assert names_in("các Sở Y tế, các đại học, học viện, viện") == ("các Sở Y tế", "các đại học, học viện, viện")


def test_a_semicolon_ends_a_list_whose_members_commas_part() -> None:
    run = "các quân chủng: Phòng không-Không quân, Hải quân; Cảnh sát biển Việt Nam"
    assert names_in(run) == ("Quân chủng Phòng không-Không quân", "Quân chủng Hải quân", "Cảnh sát biển Việt Nam")
    assert names_in("các Bộ: Y tế, Xây dựng; cùng Chủ tịch UBND các xã") == ("Bộ Y tế", "Bộ Xây dựng", "Chủ tịch UBND các xã")


def test_a_house_written_small_is_known_by_what_it_is_for_and_where_it_stands() -> None:
    assert names_in("Sở Y tế, bệnh viện đa khoa Khe Sặt") == ("Sở Y tế", "bệnh viện đa khoa Khe Sặt")
    assert names_in("các sở, bệnh viện trên địa bàn Khe Sặt") == ("các sở, bệnh viện trên địa bàn Khe Sặt",)


def test_a_city_stands_beside_forces_and_districts() -> None:
    run = "Các lực lượng xung kích và TP. Khe Sặt, các quận - huyện"
    assert names_in(run) == ("Các lực lượng xung kích", "TP. Khe Sặt", "các quận - huyện")


def test_which_places_are_counted_may_be_said_by_a_whole_clause() -> None:
    assert names_in("ba huyện vùng cao là Vân Hồ, Khe Sặt") == ("huyện Vân Hồ", "huyện Khe Sặt")
