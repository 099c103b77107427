"""One storm night as it would happen: sixty bodies, four orders, one correction, fifteen bodies without network for two hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from alertd.clock import VIETNAM
from alertd.directory.directory import Directory
from alertd.model.bodies import Body, BodyType
from alertd.model.documents import DocumentState
from alertd.model.notices import Dispatch, DispatchState
from alertd.model.replies import Meaning
from alertd.workflow.dispatch.amending import Change
from tests.fakes.clock import HandClock
from tests.fakes.town import OFFICER, Phone, Town, handbook, town

EVENING = datetime(2025, 9, 29, 18, 0, tzinfo=VIETNAM)
DEPARTMENTS = ("Sở Nông nghiệp và Môi trường", "Sở Xây dựng", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Công Thương")
SHARED = frozenset({"lang-son/xa-kien-moc", "lang-son/xa-thai-binh", "lang-son/xa-loc-binh", "lang-son/xa-dinh-lap"})
"""Communes whose names other places bear as well: an officer would have to place them."""
LOST, BEFORE = 15, "trước 23 giờ ngày 29/9/2025"
HEAD = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: {number}/CĐ-UBND
Lạng Sơn, ngày 29 tháng 9 năm 2025
HỎA TỐC

CÔNG ĐIỆN
Về việc {subject}

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN điện:

{addressees}

{why} Chủ tịch UBND tỉnh yêu cầu:

{orders}

Nơi nhận:
- Như trên;
- Lưu: VT.
"""


@dataclass
class Night:
    """The night as far as it has come, and what was noted of it."""

    place: Town
    bodies: tuple[Body, ...]
    lines: list[tuple[datetime, str]] = field(default_factory=list)
    ended: list[DispatchState] = field(default_factory=list)
    """How every release stands in the morning."""
    in_vain: list[str] = field(default_factory=list)
    """Reminders to whoever had acknowledged before."""

    @property
    def communes(self) -> tuple[Body, ...]:
        return tuple(body for body in self.bodies if body.type is BodyType.COMMUNE_COMMITTEE)

    @property
    def lost(self) -> tuple[Body, ...]:
        """The communes beyond the river, which lose the network."""
        return self.communes[-LOST:]

    def notes(self, words: str) -> None:
        self.lines.append((self.place.clock.now().astimezone(VIETNAM), words))

    def phone(self, body: Body, order: int = 1) -> Phone:
        return self.place.phone(body.id.partition("/")[2], order)

    async def until(self, hour: int, minute: int = 0, *, day: int = 29) -> None:
        """Time goes by up to that hour."""
        left = datetime(2025, 9, day, hour, minute, tzinfo=VIETNAM) - self.place.clock.now()
        await self.place.passes(seconds=left.total_seconds())

    async def sleeps_until(self, at: datetime) -> None:
        """Hours in which nothing is due go by in one go."""
        self.place.clock.forward(seconds=(at - self.place.clock.now()).total_seconds())
        await self.place.settle()

    async def releases(self, number: str, subject: str, why: str, orders: Sequence[tuple[str, str]]) -> Dispatch:
        """The officer hands in a telegram and releases it."""
        addressees = ";\n".join(f"- {who}" for who, _ in orders) + "."
        text = HEAD.format(
            number=number,
            subject=subject,
            addressees=addressees,
            why=why,
            orders="\n\n".join(f"{n}. {who} {what}." for n, (who, what) in enumerate(orders, 1)),
        )
        submission = await self.place.desk.intake.submit(text.encode(), f"{number}.txt", "test", OFFICER)
        document = submission.documents[0]
        dispatch = await self.place.desk.release.approve(document.id, OFFICER)
        await self.place.settle()
        view = await self.place.desk.board.dispatch(dispatch.id)
        sent = sum(len(row.deliveries) for row in view.bodies)
        self.notes(f"**Phát Công điện {number}/CĐ-UBND**, {subject}: {view.totals['bodies']} đơn vị, {sent} tin.")
        return dispatch

    async def counts(self, dispatch: Dispatch, words: str = "") -> None:
        """How a release stands."""
        view = await self.place.desk.board.dispatch(dispatch.id)
        totals, number = view.totals, view.document.reading.number
        self.notes(
            f"{words}{number}: {totals['acknowledged']}/{totals['bodies']} đã nhận, {totals['done']} đã xong, "
            f"{totals['silent']} im lặng, {totals['late']} quá hạn."
        )

    async def fourth(self) -> Dispatch:
        """The order that the communes got while some were without network."""
        cards = (await self.place.desk.board.overview()).open
        return next(card.dispatch for card in cards if card.document.reading.number == "24/CĐ-UBND")

    async def all_tap(self, bodies: Sequence[Body], meaning: Meaning) -> None:
        """Each presses the button under the latest order."""
        for body in bodies:
            self.phone(body).taps(meaning)
        await self.place.settle()


def sixty(directory: Directory) -> tuple[Body, ...]:
    """Fifty-five communes and five departments of the province as it is on that day."""
    present = [body for body in directory.bodies if body.exists_on(EVENING.date())]
    communes = [body for body in present if body.type is BodyType.COMMUNE_COMMITTEE and body.id not in SHARED]
    departments = [next(body for body in present if body.name == name) for name in DEPARTMENTS]
    return (*departments, *communes[:55])


def listed(bodies: Sequence[Body]) -> str:
    """Communes and wards as a telegram names them."""
    communes = [b.name.removeprefix("UBND xã ") for b in bodies if b.name.startswith("UBND xã ")]
    wards = [b.name.removeprefix("UBND phường ") for b in bodies if b.name.startswith("UBND phường ")]
    parts = [f"các xã: {', '.join(communes)}"] if communes else []
    return "Chủ tịch UBND " + "; Chủ tịch UBND ".join([*parts, *([f"các phường: {', '.join(wards)}"] if wards else [])])


async def tells(folder: Path) -> Night:
    """Live through the night."""
    bodies = sixty(handbook().directory)
    async with town(folder, HandClock(EVENING)) as place:
        night = Night(place, bodies)
        first = await _evening(night)
        third = await _slopes(night)
        await _without_network(night, third)
        await _network_is_back(night)
        await _morning(night, first)
        await _looks_back(night)
        return night


async def _looks_back(night: Night) -> None:
    async with night.place.desk.store.snapshot() as tx:
        releases = await tx.dispatches.recent(limit=100)
    night.ended += [release.state for release in releases]
    for release in releases:
        for row in (await night.place.desk.board.dispatch(release.id)).bodies:
            since = row.acknowledged_at
            rung = [d for d in row.deliveries if d.kind.is_followup and since is not None and d.created_at > since]
            night.in_vain += [f"{row.body.name}: {d.text}" for d in rung]


async def _evening(night: Night) -> Dispatch:
    departments = "Giám đốc các sở: Nông nghiệp và Môi trường, Xây dựng, Y tế, Giáo dục và Đào tạo, Công Thương"
    dispatch = await night.releases(
        "21",
        "ứng phó bão số 10 và mưa lũ",
        "Bão số 10 gây mưa rất to trên địa bàn tỉnh từ đêm nay.",
        (
            (listed(night.communes), f"sơ tán dân khỏi vùng trũng thấp, ven suối, xong {BEFORE}"),
            (departments, "cử lực lượng trực 24/24 giờ, sẵn sàng phương tiện ứng cứu"),
        ),
    )
    await night.all_tap(night.bodies[:40], Meaning.ACKNOWLEDGED)
    await night.until(18, 4)
    await night.counts(dispatch, "Bốn phút sau, ")
    await night.until(18, 5)
    night.notes("20 đơn vị còn im lặng được nhắc lần 1 trên Telegram.")
    for body in night.bodies[40:58]:
        night.phone(body).texts("da nhan, dang trien khai")
    await night.until(18, 9)
    await night.counts(dispatch, "Trả lời bằng SMS không dấu được hiểu. ")
    silent = [row.body.name for row in (await night.place.desk.board.dispatch(dispatch.id)).bodies if row.silent]
    await night.until(18, 25)
    night.notes(f"{' và '.join(silent)} vẫn im lặng: đã nhắc trên kênh khác, báo cấp phó; trực ban được báo gọi điện.")
    for body in night.bodies[58:]:
        await night.place.desk.answers.record(dispatch.id, body.id, Meaning.ACKNOWLEDGED, "qua điện thoại: đã rõ", OFFICER)
    await night.counts(dispatch, "Trực ban gọi điện và ghi nhận. ")
    return dispatch


async def _slopes(night: Night) -> Dispatch:
    await night.until(19, 0)
    dam = (("Giám đốc Sở Nông nghiệp và Môi trường", "kiểm tra các hồ chứa xung yếu; vận hành xả lũ đúng quy trình"),)
    second = await night.releases("22", "vận hành an toàn hồ chứa", "Mực nước các hồ dâng nhanh.", dam)
    await night.all_tap(night.bodies[:1], Meaning.IN_PROGRESS)
    await night.counts(second)
    await night.until(19, 30)
    twenty = night.communes[30:50]
    third = await night.releases(
        "23", "phòng tránh sạt lở", "Đất đã bão hòa nước.", ((listed(twenty), "đưa dân dưới taluy đến nhà văn hóa thôn"),)
    )
    await night.all_tap([body for body in twenty if body is not twenty[12]], Meaning.ACKNOWLEDGED)
    night.phone(twenty[12]).writes("lũ tràn vào bản rồi, có nhà bị sập")
    await night.place.settle()
    [alert] = [a for a in await night.place.untaken() if a.is_incident]
    night.notes(f"**{twenty[12].name} báo sự cố**: “{alert.words}”. Mọi điện thoại của trực ban được báo trong cùng phút đó.")
    await night.place.desk.duty.take(alert.id, OFFICER)
    card = next(c for c in (await night.place.desk.board.overview()).replies if c.reply.meaning is Meaning.INCIDENT)
    await night.place.desk.answers.resolve(card.reply.id, Meaning.INCIDENT, OFFICER, "đã gọi lại, đang ứng cứu")
    await night.place.desk.answers.record(third.id, twenty[12].id, Meaning.IN_PROGRESS, "qua điện thoại: đang cứu người", OFFICER)
    night.notes("Cán bộ trực bấm **Nhận xử lý**, gọi lại, điều lực lượng cứu hộ và ghi nhận xã đang triển khai.")
    return third


async def _without_network(night: Night, third: Dispatch) -> None:
    await night.until(20, 0)
    for body in night.lost:
        for order in (1, 2):
            phone = night.phone(body, order)
            if phone.sms is not None:
                phone.sms.unreachable()
    night.notes(f"**{LOST} xã mất mạng** (từ {night.lost[0].name} đến {night.lost[-1].name}).")
    view = await night.place.desk.board.document(third.document)
    wrong = next(p for p in view.document.proposals if p.body == night.communes[35].id)
    changes = [Change(proposal=wrong.id, actions=("đưa dân dưới taluy đến trường học; không dùng nhà văn hóa thôn",))]
    corrected = await night.place.desk.release.correct(third.document, changes, "nhà văn hóa thôn nằm trong vùng sạt lở", OFFICER)
    await night.place.settle()
    night.notes("**Đính chính Công điện 23/CĐ-UBND**: mọi đơn vị đã nhận tin được báo; chỉ đơn vị có nhiệm vụ thay đổi phải trả lời lại.")
    await night.counts(corrected)
    await night.until(20, 3)
    await night.all_tap([night.communes[35]], Meaning.ACKNOWLEDGED)
    await night.counts(corrected)
    await night.until(21, 0)
    fourth = await night.releases(
        "24",
        "trực ban và báo cáo trong mưa lũ",
        "Mưa còn kéo dài.",
        ((listed(night.communes), "tổ chức trực ban 24/24 giờ; báo cáo tình hình thiệt hại về Trực ban tỉnh trước 6 giờ hằng ngày"),),
    )
    reached = [body for body in night.communes if body not in night.lost]
    await night.all_tap(reached, Meaning.ACKNOWLEDGED)
    await night.counts(fourth)
    await night.until(21, 25)
    told = [a for a in await night.place.untaken() if a.dispatch == fourth.id]
    night.notes(f"Chỉ {LOST} xã mất mạng im lặng; {len(told)} việc báo trực ban gọi điện, kèm số máy của từng xã.")
    await night.place.desk.interventions.pause(fourth.id, night.lost[0].id, timedelta(minutes=60), "đã cử người đi xe máy vào xã", OFFICER)
    night.notes(f"Trực ban cử người vào {night.lost[0].name} và tạm dừng nhắc xã này 60 phút, có ghi lý do.")


async def _network_is_back(night: Night) -> None:
    await night.until(22, 0)
    for body in night.lost:
        for order in (1, 2):
            phone = night.phone(body, order)
            if phone.sms is not None:
                phone.sms.reachable()
    night.notes("**Có mạng trở lại** sau hai giờ.")
    await night.all_tap(night.lost, Meaning.ACKNOWLEDGED)
    await night.counts(await night.fourth(), "Trong một phút, ")
    await night.until(22, 30)
    night.notes("Đơn vị chưa báo “đã xong” Công điện 21 được hỏi trước thời hạn 23 giờ.")


async def _morning(night: Night, first: Dispatch) -> None:
    for body in night.communes[:50]:
        code = next(row.notice.code for row in (await night.place.desk.board.dispatch(first.id)).bodies if row.body.id == body.id)
        night.phone(body).texts(f"3 {code}")
    await night.place.settle()
    await night.until(23, 0)
    await night.counts(first, "Đến hạn, ")
    for body in night.communes[50:]:
        await night.place.desk.answers.record(first.id, body.id, Meaning.DONE, "qua điện thoại: đã sơ tán xong", OFFICER)
    await night.counts(first, "Trực ban gọi năm xã còn lại. ")
    await night.sleeps_until(datetime(2025, 9, 30, 5, 30, tzinfo=VIETNAM))
    night.notes("Hỏi báo cáo 6 giờ của Công điện 24.")
    fourth = await night.fourth()
    rows = {row.body.id: row.notice.code for row in (await night.place.desk.board.dispatch(fourth.id)).bodies}
    for body in night.communes:
        night.phone(body).texts(f"{rows[body.id]} không có thiệt hại, tình hình bình thường")
    await night.place.settle()
    table = (await night.place.desk.board.dispatch(fourth.id)).reports
    reported = sum(bool(row.cells[0] and row.cells[0][1]) for row in table.rows)
    await night.until(6, 30, day=30)
    night.notes(f"Báo cáo 6 giờ: {reported}/{len(table.rows)} xã, phường đã gửi, nguyên văn trong bảng.")
    for view in await night.place.desk.board.documents():
        if view.state is DocumentState.APPROVED:
            await night.place.desk.release.close(view.id, "bão đã tan", OFFICER)
    await night.place.settle()
    received = night.place.received()
    night.notes("**Kết thúc theo dõi.** Không còn tin nào tự phát ra.")
    await night.sleeps_until(datetime(2025, 9, 30, 12, 0, tzinfo=VIETNAM))
    assert night.place.received() == received, "something rang after the end"
