"""What only a person can decide stands at the top of the review page, and is decided there with one click."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from alertd.model.accounts import AccountRole
from alertd.model.bodies import Candidate, Resolution, Role
from tests.web import order
from tests.web.duty import Duty, Officer

LAKE = "Ban Quản lý hồ Bản Nhùng"
BORDER_ZONE = "lang-son/bql-khu-ktck"


async def open_order(duty: Duty) -> int:
    """The order, one of whose names has a candidate."""
    candidate = Candidate(LAKE, "Ban Quản lý Khu KTCK", (BORDER_ZONE,), "viết khác 2 chữ cái")
    first, second = order.resolutions()
    second = replace(second, candidates=(candidate,), outside=("Bộ Công Thương",))
    async with duty.desk.store.transaction() as tx:
        return await order.register(tx, replace(order.document(0), resolutions=(first, second)))


async def test_open_names_stand_before_everything_else_with_candidates_and_their_reasons(duty: Duty, officer: Officer) -> None:
    page = await officer.opens(f"/documents/{await open_order(duty)}")
    asked = page.index("Cần cán bộ quyết định trước khi phát: 1 việc")
    assert asked < page.index("Xem trước và phát…") < page.index('id="source-title"')
    assert f'name="bodies" value="{BORDER_ZONE}"' in page
    assert "viết khác 2 chữ cái" in page


async def test_a_candidate_is_taken_with_one_click_with_the_directives_clauses_and_deadline(duty: Duty, officer: Officer) -> None:
    document = await open_order(duty)
    page = f"/documents/{document}"
    response = await officer.sends(page, f"{page}/placings", name=LAKE, directives="1", bodies=BORDER_ZONE)
    assert response.headers["Location"] == f"{page}?done=changed"
    changed = (await duty.desk.board.document(document)).document
    added = next(p for p in changed.proposals if p.body == BORDER_ZONE)
    assert (added.actions, added.directive, added.reason) == ((order.POWER,), 1, f"cán bộ trực xác định “{LAKE}”")
    assert changed.resolutions[1].unresolved == ()
    assert "Cần cán bộ quyết định" not in await officer.opens(page)


async def test_a_body_typed_by_any_of_its_names_is_taken(duty: Duty, officer: Officer) -> None:
    document = await open_order(duty)
    page = f"/documents/{document}"
    await officer.sends(page, f"{page}/placings", name=LAKE, directives="1", body="cty thủy lợi")
    await officer.sends(page, f"{page}/placings", name=LAKE, directives="0", body="UBND H. Cao Lộc")
    response = await officer.sends(page, f"{page}/placings", name=LAKE, directives="0\n1", body="Giám đốc Sở GTVT")
    assert response.status == 303
    changed = (await duty.desk.board.document(document)).document
    deadlines = {p.directive: p.deadline_at for p in changed.proposals if p.body == "lang-son/so-giao-thong"}
    assert deadlines == {0: datetime(2024, 9, 6, 10, tzinfo=UTC), 1: None}, "each directive's own deadline is kept"


async def test_placing_one_name_leaves_the_others_open(duty: Duty, officer: Officer) -> None:
    first, second = order.resolutions()
    second = replace(second, unresolved=(LAKE, "Đội xe"))
    async with duty.desk.store.transaction() as tx:
        document = await order.register(tx, replace(order.document(0), resolutions=(first, second)))
    page = f"/documents/{document}"
    await officer.sends(page, f"{page}/placings", name=LAKE, directives="1", bodies=BORDER_ZONE)
    assert (await duty.desk.board.document(document)).document.resolutions[1].unresolved == ("Đội xe",)


async def test_a_name_may_be_settled_as_nobodys(duty: Duty, officer: Officer) -> None:
    document = await open_order(duty)
    page = f"/documents/{document}"
    before = (await duty.desk.board.document(document)).document.proposals
    await officer.sends(page, f"{page}/placings", name=LAKE, directives="1", dismissed="1")
    after = (await duty.desk.board.document(document)).document
    assert (after.proposals, after.resolutions[1].unresolved) == (before, ())


async def test_a_placing_without_any_body_is_refused(duty: Duty, officer: Officer) -> None:
    page = f"/documents/{await open_order(duty)}"
    assert (await officer.sends(page, f"{page}/placings", name=LAKE, directives="1")).status == 422


async def test_what_is_outside_the_province_is_shown_as_outside(duty: Duty, officer: Officer) -> None:
    page = await officer.opens(f"/documents/{await open_order(duty)}")
    assert "Ngoài các đơn vị của tỉnh, không gửi từ đây: Bộ Công Thương" in page


async def a_year_later(duty: Duty, officer: Officer) -> Officer:
    """The districts have ended; the officer of that day has signed in."""
    duty.clock.forward(days=365)
    return await duty.signs_in(officer.client, "truc-2", AccountRole.OFFICER)


async def test_districts_that_have_ended_are_given_to_all_their_communes_with_one_click(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    page = f"/documents/{document}"
    officer = await a_year_later(duty, officer)
    shown = await officer.opens(page)
    assert "UBND huyện Cao Lộc chỉ có đến 30/6/2025; nay có 5 đơn vị trên địa bàn." in shown
    await officer.sends(page, f"{page}/successions", all="1")
    standing = [p for p in (await duty.desk.board.document(document)).document.proposals if not p.is_dropped and p.role is not Role.COPY]
    assert {p.body for p in standing} >= {"lang-son/xa-dong-dang", "lang-son/xa-na-sam", order.TRADE}
    assert not {order.CAO_LOC, order.VAN_LANG} & {p.body for p in standing}
    assert all(p.deadline_at for p in standing if p.directive == 0)
    assert "nay có 5 đơn vị" not in await officer.opens(page)


async def test_the_officer_may_choose_some_of_the_communes(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    page = f"/documents/{document}"
    officer = await a_year_later(duty, officer)
    assert (await officer.sends(page, f"{page}/successions", body=order.CAO_LOC)).status == 422
    await officer.sends(page, f"{page}/successions", body=order.CAO_LOC, **{"heir-lang-son/xa-ba-son": "1"})
    standing = {p.body for p in (await duty.desk.board.document(document)).document.proposals if not p.is_dropped}
    assert "lang-son/xa-ba-son" in standing
    assert order.CAO_LOC not in standing
    assert order.VAN_LANG in standing


async def test_a_telegram_that_orders_nobody_of_the_province_says_so(duty: Duty, officer: Officer) -> None:
    placed = tuple(Resolution((), ((),) * len(d.actions), (), outside=d.addressees) for d in order.reading().directives)
    async with duty.desk.store.transaction() as tx:
        document = await order.register(tx, replace(order.document(0), resolutions=placed, proposals=()))
    page = await officer.opens(f"/documents/{document}")
    assert "Không có việc nào cho đơn vị của tỉnh" in page
    assert "Chỉ đạo cơ quan, địa phương ngoài tỉnh: 2 nội dung, không gửi từ đây" in page
