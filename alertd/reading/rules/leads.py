"""What may stand before an order at the head of a sentence: "Theo đó, …", "Nhận được Công điện này, …", "Công điện nêu rõ: …"."""

from __future__ import annotations

from functools import cache

from alertd.reading.lexicon import either, lexicon

_DOCUMENT = r"(?:công điện|công văn|văn bản|thông báo|(?:bức )?điện|chỉ đạo|lệnh)(?: khẩn| hỏa tốc)?"
_RECEIVED = rf"(?<!\w)(?:sau khi |ngay khi |ngay sau khi |khi )?nhận(?: được)? {_DOCUMENT}(?: này| trên)?(?!\w)"
_SAID = rf"(?<!\w)(?:nội dung |cũng theo |tại )?{_DOCUMENT}(?: cũng| còn)?(?: nêu rõ| nêu| nhấn mạnh| chỉ rõ| ghi rõ)(?=\s?[,:\s])"

_DIRECTED = (
    r"(?<!\w)(?:theo|thực hiện) (?:chỉ đạo|yêu cầu|đề nghị|lệnh)(?: mới)? của "
    r"(?:lãnh đạo )?(?:thủ tướng|phó thủ tướng|chính phủ|bộ|sở|cục|ubnd|chủ tịch)[^,.;]{0,60}(?=,(?! trong đó))"
)


# "Theo Công điện, các xã …" and "Trong công văn, UBND tỉnh …" say as much as "Công điện nêu rõ:".
_BY_IT = (
    r"(?<!\w)(?:theo|trong|tại|căn cứ)(?: nội dung)? (?:công điện|công văn|văn bản|(?<=theo )chỉ đạo)(?: này| trên| khẩn| hỏa tốc)?(?=,)"
)


# "Theo văn bản vừa được Chủ tịch UBND tỉnh ký ngày 3/9, Sở X …".
_SIGNED = (
    r"(?<!\w)(?:theo|tại|trong) (?:công điện|công văn|văn bản)(?: khẩn| hỏa tốc)? [^,.;:]{0,110}?(?:ký|ban hành|phát đi|gửi)(?!\w)"
    r"[^,.;:]{0,40}(?=,)"
)


# "Theo thông tin từ báo X, Sở Y tế …": which newspaper has told it first.
_TOLD_BY = r"(?<!\w)theo (?:thông tin (?:từ|của|trên) )?(?:báo|tờ) [^,.;:]{2,40}(?=,)"


ISSUES = (
    r"(?:(?<!\w)(?:ban hành|phát đi|phát|có|ra|ký|gửi)(?: thêm| tiếp| một)* (?:công điện|công văn|văn bản)"
    r"(?: riêng| khẩn| hỏa tốc| thượng khẩn)*"
    r"(?: số [^,;.]{1,60}?)?,? |"
    r"(?<!\w)công điện(?: khẩn| hỏa tốc)* do [^,;.]{3,70} ký,? )"
)
"""What presents a telegram before the word that orders: "… vừa ban hành công điện khẩn yêu cầu"."""

NO_CHARGE = r"(?!(?<=giao) (?:thông|ban(?! (?:chỉ|quản|dân|thường|tổ|tuyên|nội|đại|công|an|bảo|thi|điều)(?!\w)))(?!\w))"
"""After "giao" these make another word of it: "giao thông", "giao ban hằng tuần", but not "giao Ban Chỉ huy"."""

COMMANDS = (
    r"l(?<!\wl)(?<!mệnh l)ệnh(?= (?:giám đốc|tổng giám đốc|công ty|nhà máy|chủ (?:hồ|đập)|chủ tịch|các (?:công ty|chủ |đơn vị))(?!\w)|"
    r"\s?:\s*$)"
)
"""The bare word of command before whoever is commanded: "Bộ trưởng Bộ X lệnh Giám đốc Công ty Y mở cửa xả"."""


@cache
def leads() -> str:
    """A pattern for one of them, without the sign after it."""
    return rf"(?:{either(lexicon().leads)}|{_RECEIVED}|{_SAID}|{_DIRECTED}|{_BY_IT}|{_SIGNED}|{_TOLD_BY})"
