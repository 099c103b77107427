"""Tests of whom an official paper's words bind: what is announced or replaced binds nobody, an hour may bind several."""

from __future__ import annotations

from tests.reading.papers import LETTERHEAD, only, orders, read
from tests.reading.test_rules import told


def test_when_a_release_begins_is_announced_to_all_and_ordered_of_nobody() -> None:
    text = LETTERHEAD.replace("CÔNG ĐIỆN", "THÔNG BÁO").replace("/CĐ-", "/TB-").replace("Chủ tịch UBND tỉnh yêu cầu:", "Công ty thông báo:")
    text = text.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "Kính gửi:")
    points = "1. Từ 9 giờ 00 ngày 11/9/2024, tiến hành mở 02 cửa xả.\n2. Phân xưởng Vận hành hụ còi ba hồi."
    assert [(d.section, d.addressees) for d in only(read(text + points)).directives] == [("2", ("Phân xưởng Vận hành",))]


def test_what_the_document_replaces_is_nothing_to_be_followed() -> None:
    body = "1. Sở Y tế cấp thuốc.\nYêu cầu các đơn vị nghiêm túc thực hiện; Công điện này thay thế Công điện số 04/CĐ-UBND ngày 09/9/2024."
    assert [action.text for action in orders(body)[-1].actions] == ["nghiêm túc thực hiện"]


def test_the_others_have_an_hour_of_their_own_after_a_comma() -> None:
    body = "1. Di dời dân; các xã Khe Sặt, Đồng Vai xong trước 9 giờ ngày 12/9, các xã, thị trấn còn lại xong trước 11 giờ ngày 12/9."
    assert [names for _, names in told(body)][1:] == [("xã Khe Sặt", "xã Đồng Vai"), ("các xã, thị trấn còn lại",)]


def test_an_hour_by_itself_is_for_all_whom_its_paragraph_charges() -> None:
    found = orders("1. Sở Y tế kiểm tra thuốc; Sở Xây dựng kiểm tra kè. Hoàn thành trước ngày 15/9.\n2. Công an tỉnh trực ban.")
    assert [(d.addressees[0], d.deadline.text if d.deadline else None) for d in found] == [
        ("Sở Y tế", "Hoàn thành trước ngày 15/9"),
        ("Sở Xây dựng", "Hoàn thành trước ngày 15/9"),
        ("Công an tỉnh", None),
    ]


def test_who_helps_is_named_without_what_both_meet() -> None:
    (directive,) = orders("1. Sở Y tế phối hợp với Hội Chữ thập đỏ tỉnh ứng phó.")
    assert directive.supports == ("Hội Chữ thập đỏ tỉnh",)
