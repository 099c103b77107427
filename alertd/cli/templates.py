"""`alertd templates`: says whether the message templates are sound, and shows them."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.panel import Panel

from alertd.cli import ConfigOption
from alertd.cli.terminal import Terminal
from alertd.messages.content import Choice, Content, Task
from alertd.model.notices import MessageKind

templates = typer.Typer(no_args_is_help=True, help="What people read.")
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


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(templates, name="templates")


@templates.command()
def check(config: ConfigOption = None) -> None:
    """Check every template of every channel: missing files, syntax, unknown variables. Exit status 2 with every problem."""
    kinds = sum(1 for _ in _rendered(config, None))
    print(f"{kinds} templates, no problem")


@templates.command()
def preview(
    kind: Annotated[MessageKind | None, typer.Argument(help="One kind of message; all without it.")] = None, config: ConfigOption = None
) -> None:
    """Show what the templates say with invented values, with the number of messages and SMS parts."""
    console = Terminal()
    for title, text in _rendered(config, kind):
        console.print(Panel(text, title=title, title_align="left"), markup=False)


def _rendered(config: str | None, only: MessageKind | None) -> list[tuple[str, str]]:
    from alertd.channels import channels  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.clock import SystemClock  # noqa: PLC0415 - as above
    from alertd.config import load_settings  # noqa: PLC0415 - as above
    from alertd.messages.rendering import Renderer  # noqa: PLC0415 - as above
    from alertd.messages.templates import Templates  # noqa: PLC0415 - as above

    settings = load_settings(config)
    built = {channel.traits.kind: channel for channel in channels(settings, SystemClock()).values()}
    loaded = Templates(settings.templates.path, tuple(sorted(built)))
    renderer = Renderer(
        loaded,
        province=settings.province.name,
        telephone=settings.duty.telephone,
        plain_sms=settings.sms.text == "plain",
        max_parts=settings.sms.max_parts,
    )
    rows = []
    for kind in [only] if only else list(MessageKind):
        for name, channel in built.items():
            rendered = renderer.render(kind, channel.traits, channel.length, SAMPLE, is_drill=False)
            title = f"{kind} · {name} · {len(rendered.texts)} message(s), {rendered.parts} part(s)"
            rows.append((title, "\n—\n".join(rendered.texts)))
    return rows
