"""Invented contents on which templates are tried, so that what one stumbles over is found before a storm finds it."""

from __future__ import annotations

from dataclasses import replace

from alertd.errors import SetupError
from alertd.messages.content import Choice, Content, Task
from alertd.messages.templates import Templates

SAMPLE = Content(
    document="Công điện 05/CĐ-UBND",
    issued_on="3/9/2024",
    issuer="Chủ tịch UBND tỉnh",
    subject="về việc chủ động ứng phó bão số 3 và mưa lũ sau bão",
    urgency="HỎA TỐC",
    body="UBND huyện Tràng Định",
    contact="Chủ tịch UBND huyện",
    tasks=(
        Task(("Rà soát, sơ tán dân ra khỏi vùng có nguy cơ sạt lở", "Bố trí lực lượng gác tại các ngầm tràn"), "trước 17 giờ hôm nay"),
        Task(("Chuẩn bị phương tiện, nhu yếu phẩm theo phương châm bốn tại chỗ",), "", "báo cáo kết quả về Ban Chỉ huy tỉnh"),
    ),
    code="TD05",
    number=12,
    lines=("Công điện 05/CĐ-UBND: 7/11 đơn vị đã nhận, 2 xong, 4 im lặng",),
    count=1,
    waited="15 phút",
    left="30 phút",
    deadline="17:00 ngày 3/9/2024",
    report="kết quả sơ tán dân",
    answered=7,
    asked=11,
    before="Chủ tịch UBND huyện",
    reason="Bổ sung nhiệm vụ.",
    words="đã nhận, đang triển khai",
    meaning="đang triển khai",
    at="16:37 ngày 3/9/2024",
    choices=(
        Choice("TD05", "Công điện 05/CĐ-UBND", "UBND huyện Tràng Định", 1),
        Choice("TD06", "Công điện 06/CĐ-UBND", "UBND huyện Tràng Định", 2),
    ),
    telephones=("Chủ tịch UBND huyện +84900000001",),
    link="http://127.0.0.1:8080/dispatches/1",
)
TRIED = (SAMPLE, replace(SAMPLE, can_answer=True, has_buttons=True, is_over=True, is_support=True, has_changed=False), Content())
"""Everything said, the same told otherwise, and nothing said."""


def check_filled(templates: Templates) -> None:
    """Fill in every template. Raises SetupError naming every one that stumbles."""
    if problems := templates.stumbles(TRIED):
        raise SetupError(problems)
