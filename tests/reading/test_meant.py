"""Tests of whom a retelling means by an order that names nobody, or names them only after what they are to deal with."""

from __future__ import annotations

from tests.reading.papers import only, read

OPENS = "UBND tỉnh Sơn Khê vừa có công điện khẩn về mưa lớn.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


def test_what_names_nobody_goes_on_with_those_whom_the_paragraph_before_named_last() -> None:
    text = (
        "Theo công điện của Chủ tịch UBND tỉnh Sơn Khê cho biết, trâu chết vì rét hại.\n\nRét còn kéo dài. Trạm Thú y các xã che "
        "chắn chuồng trâu.\n\nChuẩn bị rơm cho trâu nghé.\n"
    )
    assert only(read(text)).issuer == "Chủ tịch UBND tỉnh Sơn Khê"
    assert told(text) == [("Trạm Thú y các xã",)]


def test_one_of_a_list_does_not_round_a_telegram_off() -> None:
    text = (
        "Sở Xây dựng vừa có Công điện số 12/CĐ-SXD về mưa lớn.\n\nGiám đốc Sở yêu cầu các đơn vị trong ngành giữ đường thông.\n\n"
        "Hạt Cầu Vân Hồ gia cố mố cầu;\n\nThực hiện nghiêm việc gác cầu.\n"
    )
    assert told(text)[-1] == ("Hạt Cầu Vân Hồ",)
    assert told(text.replace("mố cầu;", "mố cầu."))[-1] == ("các đơn vị trong ngành",)


def test_those_who_are_to_act_are_found_after_the_places_where_they_act() -> None:
    text = f"{OPENS}Chủ tịch UBND tỉnh Sơn Khê yêu cầu đối với khu vực bị lũ quét, đường hỏng, chính quyền các xã sơ tán dân.\n"
    assert told(text) == [("chính quyền các xã",)]


def test_those_with_an_outbreak_are_named_by_it() -> None:
    text = f"{OPENS}UBND tỉnh Sơn Khê yêu cầu UBND các xã đã có dịch khử trùng quanh chuồng.\n"
    assert told(text) == [("UBND các xã đã có dịch",)]
