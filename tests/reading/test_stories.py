"""Tests of stories in which reporters tell in their own words who asked whom: by a person's name, of people, of a ship that sank."""

from __future__ import annotations

import pytest

from alertd.model.documents import DocumentKind
from tests.reading.papers import only, read

OPENS = "UBND tỉnh Sơn Khê vừa có công điện khẩn về bão số 7.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


@pytest.mark.parametrize(
    "befell",
    ["thuyền chở cát SK 27 bị chìm ở cửa Khe", "ghe chở 9 người gặp nạn ở cửa Khe", "nhiều thợ gốm nghi ngộ độc sau bữa trưa ở Khe Sặt"],
)
def test_whoever_is_asked_after_somebody_came_to_harm_is_in_an_emergency(befell: str) -> None:
    text = (
        f"Khoảng 5 giờ sáng 3/9, {befell}.\n\nVăn phòng Ban Chỉ huy tỉnh Sơn Khê đề nghị Đồn Biên phòng Vân Hồ đưa hai xuồng máy đến nơi.\n"
    )
    assert only(read(text)).is_emergency
    assert told(text) == [("Đồn Biên phòng Vân Hồ",)]


def test_what_an_office_leads_another_to_do_where_an_emergency_is_declared_is_told() -> None:
    text = (
        "Hai đoạn kè Vân Hồ được công bố tình huống khẩn cấp vì sạt lở.\n\n"
        "UBND tỉnh Sơn Khê chỉ đạo Sở Xây dựng rào chắn bến đò, dời cột điện.\n"
    )
    assert told(text) == [("Sở Xây dựng",)]
    assert not read(text.replace("được công bố tình huống khẩn cấp vì", "đã được gia cố sau đợt")).documents


def test_what_people_are_asked_for_is_theirs_alone_and_offices_go_on() -> None:
    asks = "UBND tỉnh yêu cầu Sở Y tế, Công an xã Vân Hồ mở cửa trạm xá suốt đêm.\n\n"
    goes_on = "Cùng đó, bố trí người canh gác ngầm tràn, cắm biển báo.\n"
    offices = ("Sở Y tế", "Công an xã Vân Hồ")
    people = "Các chủ bè cá phải rời bè trước 15 giờ.\n\n"
    assert told(f"{OPENS}{asks}{people}{goes_on}") == [offices, ("Các chủ bè cá",), offices]
    assert told(f"{OPENS}{asks}Đồn Biên phòng Khe Sặt gọi thuyền vào bờ.\n\n{goes_on}") == [offices, ("Đồn Biên phòng Khe Sặt",)]


def test_a_paper_may_say_what_must_be_done_right_after_those_to_whom_it_goes() -> None:
    sent = "Sở Giáo dục Sơn Khê có công văn khẩn gửi các trường ven biển cho phép học sinh ở nhà hai ngày vì bão số 7.\n"
    assert told(sent) == [("các trường ven biển",)]
    assert only(read(sent)).addressees_to_act == ("các trường ven biển",)
    named = "Sở Giáo dục Sơn Khê có công văn khẩn gửi các phòng giáo dục, đề nghị các trường ven biển đóng cửa vì bão số 7.\n"
    assert told(named) == [("các trường ven biển",)]


def test_an_urgent_letter_on_a_danger_is_shown_whatever_of_its_orders_is_told() -> None:
    about = "Ban Chỉ huy tỉnh có công văn khẩn gửi Công ty Thủy điện Khe Sặt về việc vận hành xả lũ.\n\nHồ còn 3 mét nữa là đầy.\n"
    document = only(read(about))
    assert (document.is_emergency, document.addressees_to_act, told(about)) == (True, ("Công ty Thủy điện Khe Sặt",), [])


@pytest.mark.parametrize(
    "holder",
    [
        "Chủ tịch UBND thành phố Khe Sặt Lê Văn Mẫu",
        "Chủ tịch UBND tỉnh Lê Văn Mẫu",
        "Bộ trưởng Bộ Y tế Trần Thị Thử",
        "Bí thư Đảng ủy xã Vân Hồ Lê Thị Thử Mai",
    ],
)
def test_whom_a_holder_of_an_office_by_name_leads_is_ordered_and_not_the_holder(holder: str) -> None:
    opens = "Văn phòng UBND tỉnh Sơn Khê vừa có công văn hỏa tốc về vụ cháy kho gỗ.\n\n"
    text = f"{opens}{holder} chỉ đạo Công an xã Vân Hồ làm rõ nguyên nhân.\n"
    assert told(text) == [("Công an xã Vân Hồ",)]


@pytest.mark.parametrize(
    "office", ["Chủ tịch UBND phường Trần Quang Khải", "Chủ tịch UBND thành phố Hồ Chí Minh", "Chủ tịch UBND xã Vân Hồ"]
)
def test_a_place_with_the_name_of_a_person_is_none(office: str) -> None:
    assert told(f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\n{office} chỉ đạo công an xã chốt chặn ngầm tràn.\n")[1] == (office,)


def test_people_may_be_told_after_a_condition_by_a_word_that_opens_no_name_elsewhere() -> None:
    text = f"{OPENS}Công điện nêu rõ, khi nước dâng quá bậc thềm, người dân tuyệt đối không ở lại nhà sàn.\n"
    assert told(text) == [("người dân",)]


def test_what_offices_are_asked_in_general_is_told_where_only_people_are_told_more() -> None:
    text = (
        "UBND tỉnh Sơn Khê có công văn khẩn gửi các xã, đề nghị các địa phương thực hiện tốt việc giữ ấm trâu bò. "
        "Công văn nêu rõ, khi trời dưới 10 độ, người dân không thả trâu bò lên núi.\n"
    )
    assert told(text) == [("các địa phương",), ("người dân",)]


def test_a_long_office_that_tells_of_its_paper_is_the_issuer() -> None:
    office = "Ban Chỉ huy Phòng thủ dân sự, Phòng chống thiên tai và Tìm kiếm cứu nạn thành phố Khe Sặt"
    text = (
        f"Ngày 2/9, {office} cho biết, do bão số 7 mạnh lên rất nhanh và có thể vào bờ sớm hơn dự báo, đơn vị đã có văn bản hỏa tốc "
        "gửi các xã ven biển về việc gọi thuyền vào bờ.\n"
    )
    assert only(read(text)).issuer == office


def test_a_word_that_goes_on_is_no_part_of_a_name() -> None:
    text = f"{OPENS}Ngoài ra, UBND xã Vân Hồ và xã Khe Sặt còn có trách nhiệm đưa người già lên gò cao.\n"
    assert told(text) == [("UBND xã Vân Hồ", "UBND xã Khe Sặt")]


def test_what_an_office_is_named_for_is_no_business_of_its_own() -> None:
    text = (
        "Chiều 3/9, Bộ Xây dựng có công văn yêu cầu Cục Giám định Sơn Khê chủ trì, phối hợp với Viện Khoa học công nghệ Khe Sặt tìm nguyên "
        "nhân vụ cháy kho gỗ và che chắn mái nhà bên cạnh.\n"
    )
    assert only(read(text)).is_emergency
    assert not only(read(text.replace("vụ cháy kho gỗ", "chậm giải ngân"))).is_emergency


def test_whoever_is_to_be_healed_now_is_in_an_emergency_whatever_the_letter_is_about() -> None:
    text = (
        "Để phòng ngộ độc thực phẩm, Sở Y tế Sơn Khê đã có công văn đề nghị Bệnh viện Vân Hồ tiếp tục cấp cứu những thợ gốm "
        "đang nằm viện.\n"
    )
    assert only(read(text)).is_emergency
    taught = read(text.replace("tiếp tục cấp cứu những thợ gốm đang nằm viện", "dạy thợ gốm cách rửa rau"))
    assert not any(document.is_emergency for document in taught.documents)


def test_what_an_office_does_itself_under_its_type_word_is_told() -> None:
    text = (
        "Ngày 3/9, Cục Cầu cống Sơn Khê cho biết đã yêu cầu các hạt quản lý cầu trực đêm ứng phó bão số 7.\n\n"
        "Cục cũng lập đoàn công tác giám sát các hạt.\n"
    )
    assert only(read(text)).issuer == "Cục Cầu cống Sơn Khê"
    assert told(text) == [("các hạt quản lý cầu",)]


def test_whoever_is_told_what_to_do_after_nothing_but_a_word_that_asks_and_a_colon_is_ordered() -> None:
    text = (
        "Nước lũ còn lên ở Vân Hồ.\n\nTrước diễn biến mưa lũ, thực hiện Điện ngày 1/9 của Thường trực Ban Bí thư, Ban Thường vụ Tỉnh ủy "
        "Sơn Khê yêu cầu:\n\nỦy ban nhân dân các xã đưa xuồng đến từng bản.\n\nSở Y tế mở kho thuốc.\n"
    )
    assert told(text) == [("Ủy ban nhân dân các xã",), ("Sở Y tế",)]


def test_by_whose_direction_a_group_of_bodies_acts_orders_it() -> None:
    text = "Theo chỉ đạo của Chủ tịch UBND tỉnh Sơn Khê, UBND các xã ven suối khẩn trương sơ tán các hộ ở chân núi vì lũ quét.\n"
    document = only(read(text))
    assert (document.issuer, told(text)) == ("Chủ tịch UBND tỉnh Sơn Khê", [("UBND các xã ven suối",)])
    assert not read(text.replace("UBND các xã ven suối", "UBND xã Vân Hồ")).documents


def test_what_has_not_been_issued_is_no_document() -> None:
    denial = "Sóng đánh lên bến. Hiện tỉnh chưa có thông báo cấm tàu ra khơi.\n\n"
    order = "Chiều 5/9, Chủ tịch UBND tỉnh Sơn Khê có công điện yêu cầu UBND các xã ven biển gọi thuyền vào bờ.\n"
    assert not read(denial).documents
    assert only(read(denial + order)).kind is DocumentKind.CONG_DIEN


def test_who_passes_a_telegram_on_orders_what_it_says() -> None:
    text = (
        "Trước diễn biến phức tạp của thời tiết và mưa lũ, Chủ tịch UBND tỉnh Sơn Khê yêu cầu Sở Y tế và UBND các xã ven suối "
        "thực hiện nghiêm công điện.\n"
    )
    assert told(text) == [("Sở Y tế", "UBND các xã ven suối")]


def test_a_province_that_closes_the_sea_is_not_told_to_do_so() -> None:
    text = (
        "Bão số 7 vào gần bờ.\n\nTheo đó, tỉnh Sơn Khê cấm biển từ 15 giờ ngày 5/9.\n\n"
        "Thành phố Khe Sặt ban hành lệnh cấm từ 6 giờ.\n\nUBND xã Vân Hồ gọi thuyền vào bến.\n"
    )
    assert told(text) == [("UBND xã Vân Hồ",)]


def test_an_urgent_telegram_that_only_says_to_whom_it_goes_is_shown() -> None:
    office = "Ban Chỉ huy Phòng chống lụt bão"
    text = f"Chiều 3/6, {office} tỉnh Sơn Khê đã có Công điện khẩn số 02 gửi {office} các huyện.\n"
    document = only(read(text))
    assert (document.is_emergency, document.addressees_to_act) == (True, (f"{office} các huyện",))


def test_a_telegram_after_which_another_was_issued_is_told_for_when_it_was() -> None:
    text = (
        "Ngày 5/9, Sở Công Thương Sơn Khê ban hành Công điện số 08/CĐ-SCT gửi các chợ về việc ứng phó bão số 7.\n\n"
        "Công điện được đưa ra ngay sau khi Bộ Công Thương ban hành Công điện số 24/CĐ-BCT, yêu cầu các xã sơ tán dân.\n\n"
        "Công điện yêu cầu Ban Quản lý chợ Vân Hồ chằng chống mái tôn, cất hàng lên kệ.\n"
    )
    assert (only(read(text)).number, told(text)[-1]) == ("08/CĐ-SCT", ("Ban Quản lý chợ Vân Hồ",))


def test_what_opens_a_story_and_is_said_again_below_is_told_once() -> None:
    asks = "Sở Xây dựng kiểm tra các cầu treo, hạ tải, cắm biển cấm xe và cử người gác hai đầu cầu"
    text = (
        f"UBND tỉnh Sơn Khê yêu cầu các đơn vị {asks.removeprefix('Sở Xây dựng ')} vì rung chấn.\n\n"
        f"Động đất làm nứt tường ở Vân Hồ. UBND tỉnh Sơn Khê yêu cầu {asks} vì rung chấn.\n"
    )
    assert told(text) == [("Sở Xây dựng",)]


def test_the_body_is_whoever_was_named_before() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Đài Khí tượng Vân Hồ đo mưa từng giờ. Đơn vị cần báo tin ngay cho các xã.\n"
    assert told(text) == [("Đài Khí tượng Vân Hồ",)]


def test_forces_that_are_listed_turn_to_nobody() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Công an tỉnh huy động tối đa lực lượng, bao gồm cảnh sát, Công an xã Vân Hồ tham gia chống lũ.\n"
    assert told(text) == [("Công an tỉnh",)]


def test_by_direction_of_those_who_lead_an_office_somebody_must_act() -> None:
    text = f"{OPENS}Theo yêu cầu của lãnh đạo Bộ Quốc phòng, Quân khu 4 phải giữ đò ở bến.\n"
    assert told(text) == [("Quân khu 4",)]


STORM = "Bão số 7 đang áp sát bờ biển Sơn Khê, mưa rất to.\n\n"


@pytest.mark.parametrize(
    ("says", "issuer"),
    [
        ("Ông Lê Văn Mẫu, Chủ tịch UBND huyện Vân Hồ, cho biết đã yêu cầu {}", "Chủ tịch UBND huyện Vân Hồ"),
        ("Ông Lê Văn Mẫu - Chủ tịch UBND huyện Vân Hồ cho biết huyện đã yêu cầu {}", "Chủ tịch UBND huyện Vân Hồ"),
        ("Lãnh đạo tỉnh Sơn Khê đề nghị {}", "Lãnh đạo tỉnh Sơn Khê"),
        ("Tỉnh cũng yêu cầu {}", "Tỉnh"),
        ("Chính quyền huyện Vân Hồ yêu cầu {}", "Chính quyền huyện Vân Hồ"),
        ("UBND huyện Vân Hồ ra lệnh cho {}", "UBND huyện Vân Hồ"),
        ("UBND huyện Vân Hồ yêu cầu đến 17 giờ, {}", "UBND huyện Vân Hồ"),
        ("Đồng chí Bí thư Tỉnh ủy đề nghị {}", "Đồng chí Bí thư Tỉnh ủy"),
    ],
)
def test_however_a_reporter_names_who_asks_the_bodies_are_ordered(says: str, issuer: str) -> None:
    document = only(read(STORM + says.format("các xã ven sông đưa 90 hộ lên gò cao.\n")))
    assert (document.issuer, document.is_emergency, [d.addressees for d in document.directives]) == (issuer, True, [("các xã ven sông",)])


@pytest.mark.parametrize(
    "says",
    [
        "“Các xã ven sông phải đưa hết dân lên gò cao”, Chủ tịch UBND huyện Vân Hồ Lê Văn Mẫu yêu cầu.",
        "Các xã ven sông phải đưa hết dân lên gò cao theo yêu cầu của UBND huyện Vân Hồ.",
        "UBND huyện Vân Hồ nhấn mạnh các xã ven sông phải đưa hết dân lên gò cao.",
    ],
)
def test_who_asks_may_stand_after_what_must_be_done(says: str) -> None:
    assert [names[0].lower() for names in told(f"{STORM}{says}\n")] == ["các xã ven sông"]


def test_the_head_of_government_leads_ministries_against_what_is_there() -> None:
    assert told(f"{STORM}Thủ tướng vừa có ý kiến chỉ đạo Bộ Quốc phòng đưa trực thăng đến các bản bị cô lập.\n") == [("Bộ Quốc phòng",)]


@pytest.mark.parametrize(
    "says",
    [
        "UBND huyện Vân Hồ đã yêu cầu các xã ven sông đưa 90 hộ lên gò cao.",  # told for the background
        "Trước đó, UBND huyện Vân Hồ yêu cầu các xã ven sông đưa 90 hộ lên gò cao.",
        "Đại diện một xã cho biết dân còn thiếu gạo.",
        "Sở Y tế Sơn Khê đề nghị người dân đun sôi nước trước khi uống.",
        "UBND huyện Vân Hồ vừa phát thông tin về chợ hoa xuân.",
    ],
)
def test_what_was_asked_before_or_of_people_alone_makes_no_document(says: str) -> None:
    assert not read(f"{STORM}{says}\n").documents


@pytest.mark.parametrize(
    "says",
    [
        "Nhiệm vụ của Sở Y tế là giữ đủ thuốc cho các trạm.",
        "Công điện cũng nêu rõ trách nhiệm của Sở Y tế trong việc giữ đủ thuốc cho các trạm.",
        "Việc giữ đủ thuốc cho các trạm được giao cho Sở Y tế.",
        "Giữ đủ thuốc cho các trạm là nhiệm vụ của Sở Y tế.",
        "Lãnh đạo tỉnh lưu ý Sở Y tế giữ đủ thuốc cho các trạm.",
        "Công điện chỉ đạo Sở Y tế giữ đủ thuốc cho các trạm.",
        "Bên cạnh Công an tỉnh, Sở Y tế cũng được giao giữ đủ thuốc cho các trạm.",
        "Theo ông Mẫu, Sở Y tế phải giữ đủ thuốc cho các trạm.",
    ],
)
def test_whose_duty_something_is_said_to_be_must_do_it(says: str) -> None:
    assert told(f"{OPENS}{says}\n") == [("Sở Y tế",)]


def test_what_the_issuer_forbids_is_not_its_own_order() -> None:
    document = only(read(f"{OPENS}UBND tỉnh nghiêm cấm các chủ đò chở khách khi nước lên.\n"))
    assert (document.directives, "unclear_order" in {p.code for p in document.problems}) == ((), True)


def test_who_estimates_or_warns_is_told_nothing_and_those_asked_after_the_situation_are() -> None:
    text = (
        "Trung tâm Chống tràn dầu Sơn Khê nhận định, vệt dầu sẽ dạt vào bến.\n\nTrước tình hình này, ngành thủy sản và chính quyền các xã "
        "được yêu cầu kéo phao quây, dời lồng bè khỏi nơi có nguy cơ tràn dầu.\n"
    )
    assert told(text) == [("ngành thủy sản", "chính quyền các xã")]


def test_a_power_station_is_no_word_that_sends() -> None:
    text = (
        "Ban Chỉ huy tỉnh Sơn Khê vừa phát Công điện số 12 đề nghị Công ty Thủy điện Lâm Đồng nâng cửa tràn từng nấc, "
        "gọi loa cho các xã ở hạ du biết nước lũ về.\n"
    )
    assert (only(read(text)).addressees_to_act, told(text)) == ((), [("Công ty Thủy điện Lâm Đồng",)])
