"""What the duty desk is told in one message."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alertd.model.duty import Alert, bundles

AT = datetime(2026, 9, 1, 2, tzinfo=UTC)
SILENT = Alert(1, "notice/1", 7, "silent-3", is_incident=False, body="Xã Yên Bình", reason="Đã 25 phút chưa trả lời.", raised_at=AT)

alerts = st.lists(
    st.builds(
        lambda about, dispatch, reason, round_, told: replace(
            SILENT, about=about, dispatch=dispatch, reason=reason, round=round_, told_at=AT + timedelta(minutes=told) if told else None
        ),
        st.sampled_from(["notice/1", "notice/2", "appointment/4", "contact/a#b", "reply/9", "sender/telegram"]),
        st.sampled_from([None, 7, 8]),
        st.sampled_from(["im lặng", "không còn kênh"]),
        st.integers(0, 1),
        st.integers(0, 2),
    )
).map(lambda found: [replace(alert, id=number) for number, alert in enumerate(found, 1)])


@given(alerts)
def test_each_is_told_once_and_only_with_what_is_of_the_same_order_reason_and_history(found: list[Alert]) -> None:
    told = bundles(found)
    assert sorted(alert.id for bundle in told for alert in bundle) == [alert.id for alert in found]
    for bundle in told:
        assert len({(alert.dispatch, alert.reason, alert.round, alert.told_at) for alert in bundle}) == 1


@given(alerts)
def test_what_somebody_answered_or_a_sender_that_fails_is_never_told_among_others(found: list[Alert]) -> None:
    for bundle in bundles(found):
        assert len(bundle) == 1 or not any(alert.about.startswith(("reply/", "sender/")) for alert in bundle)


@given(alerts)
def test_no_two_messages_say_the_same_of_the_same_order(found: list[Alert]) -> None:
    of_many = [bundle[0] for bundle in bundles(found) if bundle[0].is_one_of_many]
    assert len({(alert.dispatch, alert.reason, alert.round, alert.told_at) for alert in of_many}) == len(of_many)
