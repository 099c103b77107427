"""Writes a small invented contacts/ folder, so that a test can spoil exactly one thing in it."""

from __future__ import annotations

from pathlib import Path

WORDING = """\
titles = ["các", "Chủ tịch", "Giám đốc"]
tails = ["tỉnh", "của tỉnh"]

[abbreviations]
"UBND" = "Ủy ban nhân dân"
"""

BODIES = """\
[[body]]
id = "suoi-vang/ubnd-tinh"
name = "UBND tỉnh Suối Vàng"
type = "province_committee"

[[body]]
id = "suoi-vang/so-cau-duong"
name = "Sở Cầu đường"
type = "department"
aliases = ["Sở Đường sá"]
valid_to = 2024-12-31

[[body]]
id = "suoi-vang/so-ha-tang"
name = "Sở Hạ tầng"
type = "department"
valid_from = 2025-01-01
predecessors = ["suoi-vang/so-cau-duong"]
"""

GROUPS = """\
[[group]]
id = "suoi-vang/cac-so"
names = ["các sở"]
members = ["suoi-vang/so-cau-duong", "suoi-vang/so-ha-tang"]
"""

TOPICS = """\
no_topic = ["công điện"]

[[topic]]
id = "cau-duong"
name = "Cầu đường"
phrases = ["mặt cầu"]
bodies = ["suoi-vang/so-cau-duong", "suoi-vang/so-ha-tang"]
"""

CONTACTS = """\
# Who answers.
[channels]
telegram = "chat"
sms = "mobile"

[test_addresses]
telegram = ["99000000"]
sms = ["+8490000"]

[[contact]]
id = "suoi-vang/ubnd-tinh#chu-tich"
title = "Chủ tịch UBND tỉnh"
order = 1
addresses = ["telegram:99000000001", "sms:+84900000001"]

# The roads
[[contact]]
id = "suoi-vang/so-cau-duong#giam-doc"
title = "Giám đốc Sở Cầu đường"
order = 1
addresses = ["telegram:99000000002"]
also_for = ["suoi-vang/so-ha-tang"]
"""

REGIONS = """\
[province]
name = "Suối Vàng"
committee = "suoi-vang/ubnd-tinh"

[collectives]
names = ["các tỉnh"]
fillers = ["vùng"]

[[region]]
names = ["thượng du"]
provinces = ["Suối Vàng", "Đồi Xanh"]
"""

OUTSIDE = """\
names = ["Bộ Hạ tầng"]
beginnings = ["Văn phòng Chính phủ"]
beginnings_from_above = ["Cục"]
provinces = ["Đồi Xanh"]
"""

FILES = {
    "wording.toml": WORDING,
    "suoi-vang/bodies.toml": BODIES,
    "suoi-vang/groups.toml": GROUPS,
    "suoi-vang/topics.toml": TOPICS,
    "suoi-vang/contacts.toml": CONTACTS,
    "suoi-vang/regions.toml": REGIONS,
    "suoi-vang/outside.toml": OUTSIDE,
}


def write_folder(path: Path, **changed: str) -> Path:
    """Write the folder; `changed` gives other texts by the file's stem, e.g. `bodies="…"`."""
    for name, text in FILES.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(changed.get(file.stem, text), encoding="utf-8")
    return path


def line_of(text: str, words: str) -> int:
    """The number of the first line that holds the words."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)
