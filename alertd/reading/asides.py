"""Takes off a run of names what stands beside them and names nobody: when, where in particular, for example whom."""

from __future__ import annotations

import re

from alertd.reading.heads import is_head
from alertd.reading.lexicon import lexicon
from alertd.reading.source import LOWER, UPPER, fold, lower

LONGEST_RUN = 6000
"""Characters; no list of recipients is longer, and the time that one takes grows with its square."""
# What is left of the verb before which the names were cut off.
_LOOSE_WORDS = (
    *(
        "và",
        "có",
        "chỉ",
        "cũng",
        "còn",
        "đều",
        "cùng",
        "tự",
        "phải",
        "hãy",
        "xin",
        "đồng thời",
        "bắt buộc",
        "buộc",
        "nhanh chóng",
        "đồng loạt",
        "đồng bộ",
        "lập tức",
    ),
    *("mỗi đơn vị", "mỗi địa phương", "mỗi xã", "mỗi nơi", "mỗi cơ quan"),
    *("được", "được giao", "được giao nhiệm vụ", "được yêu cầu", "được đề nghị", "được phân công", "được quyền", "(1)", "(a)", "(i)"),
)
_LOOSE_END = re.compile(rf"(?<![\s,:])(?:[\s,:]+(?:{'|'.join(map(re.escape, _LOOSE_WORDS))}|(?<!Hậu )cần)){{1,8}}$")
# What explains a body and is no part of its name: "Sở X (cơ quan thường trực Ban Chỉ huy tỉnh)".
_EXPLAINED = re.compile(
    r"\s\((?:là )?(?:[Cc]ơ quan|[Tt]hường trực|(?:đặc biệt|nhất|trong đó|trước hết|trọng tâm)(?: có| là| lưu ý)?:? |"
    r"[Cc]ơ quan [Tt]hường trực|[Vv]ăn phòng [Tt]hường trực|nơi|khu vực|vùng|phụ trách|đang|được|"
    r"chủ (?:đầu tư|hồ|đập|rừng|quản|công trình)|đơn vị|đầu mối|qua|nay là|trước đây|gọi tắt|viết tắt|sau đây gọi|(?:có |theo )?danh sách)"
    r"[^()]{0,120}\)"
)
# Through which of its units a body acts: "Sở X (Khu Quản lý Y)", "Bộ X (qua Cục Y)".
_THROUGH = re.compile(
    r"(?<!\w)(?P<body>(?:Bộ|Sở|Cục|Tổng cục|Tổng công ty|Tập đoàn|UBND|Ủy ban nhân dân|Công an)(?: [^,;:()]{2,60})?)"
    r"\s\((?:qua |thông qua )?(?:Cục|Vụ|Chi cục|Khu Quản lý|Trung tâm|Cảng vụ|Thanh tra|Hạt|Trạm|Phòng|Đội|Văn phòng|Ban Quản lý) "
    r"[^(),;]{2,80}\)"
)
# "UBND các xã ven biển - nhất là các xã A, B - nơi bão đổ bộ": between dashes stands what explains.
_DASHED = re.compile(
    r"(?:\s[-–]\s(?:nhất là|đặc biệt là|nơi|những nơi|kể cả)|,\s(?:nơi|những nơi|(?:đặc biệt|nhất)(?: là)? (?:tại|ở|trên|trong)))\s[^;:]*$"
)
# "UBND các tỉnh, nhất là các địa phương ven sông": where in particular, and nobody besides.
_EMPHASIS = re.compile(r",?\s(?:nhất|đặc biệt) là (?:tại |ở )?(?:các |những )?(?:địa phương|nơi|khu vực|vùng)(?!\w)[^;:]*$")
# "Sở X - Cơ quan thường trực …": what a body is as well, and no body of its own.
_ROLE = re.compile(
    r"\s[-–]\s(?:[Cc]ơ quan (?:[Tt]hường trực|đầu mối|chủ trì)[^,;:]*|"
    r"(?:Phó )?Trưởng [Bb]an (?:[Tt]hường trực )?(?:Ban )?[Cc]hỉ (?:đạo|huy)(?:(?! các )[^,;:])*(?=$|[,;:]))"
)
# "các công ty, doanh nghiệp... trên địa bàn": and others of the kind.
_AND_OTHERS = re.compile(rf"(?<=[{LOWER}])(?:\.{{3}}|…)(?= [{LOWER}])")
# When, said between the names and the verb: "UBND các tỉnh ven biển trong hai ngày tới …".
_WHEN = re.compile(
    r",?\s(?:ngay )?sau đó$|"
    r",?\s(?:hằng|hàng) (?:ngày|tuần|giờ)$|"
    r",?\s(?:ngay )?(?:trong|từ|kể từ|trước) (?:\d|hai|ba|vài|mấy|những|ngày|đêm|sáng|chiều|tối|nay|hôm|"
    r"tuần|tháng|quý|năm|thời gian)(?!\w)[^,;:()]{0,30},?$"
)
# "xã, ngay trong đêm 30/7 và sáng 31/7": by when, between commas.
_BY_WHEN = re.compile(r",\s(?:ngay )?(?:trong|từ|trước)? ?(?:đêm|ngày|sáng|chiều|tối|trưa) \d{1,2}[/.-]\d{1,2}(?:[^,;:()]{0,24}\d)?,?$")
# "Chủ tịch UBND các xã những nhiệm vụ cụ thể sau": what follows is said to follow.
_AS_FOLLOWS = re.compile(
    r",?\s(?:những|các|một số) (?:nhiệm vụ|nội dung|công việc|giải pháp|vấn đề|yêu cầu)(?!\w)[^,;:()]{0,40} sau(?: đây)?\s?:?$"
)
# Examples of those meant: "các cơ sở nuôi thú dữ như gấu, cá sấu…".
_SUCH_AS = re.compile(r"\s(?:như|ví dụ như|chẳng hạn như)(?!\w):?\s[^;:]*(?:…|\.\.\.)(?: (?:được giao|phải|cần)(?: nhiệm vụ)?)?$")
# "các cơ quan khác như Sở X, Công an tỉnh": those whom it names are meant.
_NAMELY = re.compile(
    rf"(?:[Cc]ác|[Nn]hững) (?:cơ quan|đơn vị|lực lượng|ngành|sở|doanh nghiệp)(?: (?!như)[{LOWER}]+){{0,4}} như:? (?=[{UPPER}])|"
    # "hai địa phương có đê nứt gồm hai huyện A và B"
    rf"(?:[Cc]ác|[Nn]hững|\d{{1,2}}|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm) (?:cơ quan|đơn vị|lực lượng|địa phương)(?: (?!gồm|bao)[{LOWER}]+){{0,8}}"
    r" (?:bao )?gồm:? (?=\w)"
)
# "ba huyện miền núi là A, B và C": which they are.
_WHO_ARE = re.compile(
    rf"(?:[Cc]ác|[Nn]hững|\d{{1,2}}|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm) (?P<unit>tỉnh|huyện|thị xã|quận|xã|phường)(?: (?!là )[{LOWER}]+){{0,4}}"
    rf" là:? (?=[{UPPER}])"
)
# "Các đơn vị nhận được Công điện này khẩn trương …": who they are by what they received.
_RECEIVING = re.compile(r"\s(?:khi |sau khi )?nhận được (?:[Cc]ông điện|[Cc]ông văn|[Tt]hông báo|[Vv]ăn bản)(?: này)?(?=$|,)")
# "người dân, trừ công nhân của trạm bơm,": who is excepted; a body that is excepted by name is left for a person to see.
_EXCEPT = re.compile(
    r"(?P<people>[Nn]gười dân[^,;:()]{0,40}),? \(?(?:ngoại )?trừ (?:các |những )?"
    r"(?:lực lượng|người|nhân viên|công nhân|cán bộ|trường hợp)[^,;:()]*\)?,?$"
)
# "Các xã ven biển bằng mọi hình thức thông tin …": how, before what they must do.
_MANNER = re.compile(r"\sbằng mọi (?:hình thức|biện pháp|cách|giá|phương tiện)(?: có thể)?$")
# "Bộ trưởng Bộ X trong phạm vi trách nhiệm được giao rà soát …": how far they go.
_WITHIN = re.compile(r",?\s(?:trong|theo) phạm vi (?:chức năng|trách nhiệm|nhiệm vụ|thẩm quyền|quản lý)(?!\w)[^;:()]{0,60}$")
# With what any of the four may begin: one look that finds nothing, as in most runs, spares them.
_MAY_HOLD = re.compile(r"\s(?:[-–(]|như|ví dụ|chẳng hạn|ngay|sau|trong|từ|kể từ|hằng|hàng|trước|nơi|những nơi|đặc biệt|nhất)")


def without_asides(run: str) -> str:
    """The run with its names alone, loose words and signs at its ends left out. It may grow one longer than `LONGEST_RUN`, not more."""
    if _MAY_HOLD.search(run):
        run = _SUCH_AS.sub("", _BY_WHEN.sub("", _WHEN.sub("", run))) if len(run) < LONGEST_RUN else run
        run = _EMPHASIS.sub("", run) if run.find(" là ") > 0 else run
        run = _DASHED.sub("", _ROLE.sub("", _THROUGH.sub(r"\g<body>", _EXPLAINED.sub("", run))))
    run = _MANNER.sub("", run) if " bằng " in run else run
    run = _WITHIN.sub("", run) if " phạm vi " in run else run
    run = _AND_OTHERS.sub("", run)
    if (namely := _NAMELY.match(run)) and is_head(fold(run), namely.end()):
        run = run[namely.end() :]
    if " là " in run and (who := _WHO_ARE.match(run)):
        run = f"các {who['unit']} {run[who.end() :]}"
    run = _RECEIVING.sub("", run) if "nhận được" in run else run
    run = _AS_FOLLOWS.sub("", run) if run.rstrip(" :").endswith((" sau", " sau đây")) else run
    if "trừ " in run and (excepted := _EXCEPT.match(run)):
        run = excepted["people"]
    run = run[: LONGEST_RUN + 1].strip(' ,;:.…-+"“')
    return _LOOSE_END.sub("", run) if run.endswith((*_LOOSE_WORDS, "cần")) else run


def without_courtesy(text: str) -> str:
    """The run without "Đồng chí" before a name or a title."""
    low = lower(fold(text[:16]))
    for courtesy in lexicon().courtesies if low.startswith(lexicon().courtesies) else ():
        if (
            low.startswith((f"{courtesy} ", f"{courtesy}:"))
            and (rest := text[len(courtesy) :].lstrip(" :"))
            and (rest[0].isupper() or is_head(fold(rest), 0))
        ):
            return rest
    return text
