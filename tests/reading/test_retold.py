"""Tests of telegrams and notices that somebody retells without their letterhead."""

from __future__ import annotations

import pytest

from alertd.model.documents import DocumentKind
from tests.reading.papers import only, read

HEADLINE = "UBND tỉnh Sơn Khê ra công điện khẩn ứng phó bão số 7\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


def test_who_is_addressed_stands_in_the_text_and_not_in_its_headline() -> None:
    text = (
        f"{HEADLINE}UBND tỉnh Sơn Khê vừa có công điện gửi Sở Y tế và UBND các xã, phường: Khe Sặt, Đồng Vai về việc ứng phó bão số 7.\n\n"
        "UBND tỉnh Sơn Khê yêu cầu Sở Y tế cấp thuốc cho các xã.\n"
    )
    assert only(read(text)).addressees_to_act[0] == "Sở Y tế"
    assert told(text) == [("Sở Y tế",)]


@pytest.mark.parametrize("matter", ["về việc chống bão", "ứng phó bão", "chủ động đối phó với mưa lớn", "yêu cầu chống bão"])
def test_the_matter_of_a_telegram_is_no_part_of_its_addressees(matter: str) -> None:
    text = f"Ngày 3/10, UBND tỉnh Sơn Khê ban hành công điện gửi Sở Y tế, Công an tỉnh {matter}.\n\nUBND tỉnh yêu cầu các xã trực ban.\n"
    assert only(read(text)).addressees_to_act[:1] == ("Sở Y tế",)
    assert told(text)[-1] == ("các xã",)


def test_the_sentence_that_presents_a_telegram_orders_those_to_whom_it_goes() -> None:
    text = (
        "Tổng công ty Điện Sơn Khê vừa có Công điện gửi các công ty thủy điện Khe Sặt, Đồng Vai yêu cầu theo dõi bản tin dự báo; "
        "trực ban 24/24 giờ; Các công ty điện lực chuẩn bị vật tư để khắc phục sự cố.\n\n"
        "Để ứng phó với mưa lũ, Tổng công ty Điện Sơn Khê yêu cầu các đơn vị kiểm tra hồ chứa.\n"
    )
    assert told(text) == [("Công ty thủy điện Khe Sặt", "Công ty thủy điện Đồng Vai"), ("Các công ty điện lực",), ("các đơn vị",)]


def test_an_order_in_quotation_marks_is_one() -> None:
    text = (
        "UBND tỉnh Sơn Khê ban hành công điện gửi các sở, ngành về việc ứng phó bão.\n\n"
        "“Yêu cầu người dân không ra khỏi nhà từ 18 giờ”, công điện nêu rõ.\n\nTỉnh Sơn Khê cũng yêu cầu các xã trực ban.\n"
    )
    assert told(text) == [("người dân",), ("các xã",)]


def test_a_plain_title_tells_the_kind_and_who_asks_is_the_issuer() -> None:
    text = (
        "Thông báo khẩn ngày 18/10/2020\n\nKính gửi:\nHiệu trưởng các trường MN, TH và THCS trên toàn thị xã\n\n"
        "Mưa lớn gây ngập lụt nghiêm trọng. Phòng GD&ĐT yêu cầu:\n1. Các đơn vị cho học sinh nghỉ học.\n2. Đề nghị Hiệu trưởng báo cáo.\n"
    )
    document = only(read(text))
    assert (document.kind, document.issuer) == (DocumentKind.THONG_BAO, "Phòng GD&ĐT")
    assert document.addressees_to_act == ("Hiệu trưởng các trường MN, TH và THCS trên toàn thị xã",)
