"""A bucket that is one moment: how many go, and when, whoever asks and however often."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.registry import CHANNELS
from bot.messages import Rate
from bot.storage.paces import Bucket

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
RATES = st.builds(Rate, st.floats(0.3, 60), st.integers(1, 20))


def most_within(moments: list[datetime], time: timedelta) -> int:
    return max(sum(0 <= (b - a) / time < 1 for b in moments) for a in moments)


@given(RATES, st.lists(st.tuples(st.floats(0, 3), st.integers(0, 40)), max_size=30), st.booleans())
def test_no_second_holds_more_than_the_rate(
    rate: Rate, asked: list[tuple[float, int]], ahead: bool
) -> None:
    """However it is asked: at once, in bits, ahead of time, after a pause."""
    now, send_from, left = NOW, None, list[datetime]()
    for pause, wanted in asked:
        now += timedelta(seconds=pause)
        bucket = Bucket.of(send_from, rate, now)
        until = now + (timedelta(seconds=0.1) if ahead else timedelta())
        count = min(wanted, bucket.lets_out(until))
        left += [max(now, bucket.moment(number)) for number in range(count)]
        if count:
            send_from = bucket.moment(count)
    if left:
        assert most_within(left, SECOND) <= rate.per_second + rate.burst + 1e-3
        assert left == sorted(left)


def test_a_fresh_bucket_lets_a_burst_out_and_then_its_rate() -> None:
    rate = Rate(2, 3)
    bucket = Bucket.of(None, rate, NOW)
    assert bucket.lets_out(NOW) == 3
    send_from = bucket.moment(3)
    counts = []
    for number in range(1, 7):
        now = NOW + number * SECOND / 2
        bucket = Bucket.of(send_from, rate, now)
        counts.append(bucket.lets_out(now))
        send_from = bucket.moment(counts[-1])
    assert counts == [1] * 6


def test_what_is_claimed_ahead_leaves_at_its_moment() -> None:
    rate = Rate(10, 1)
    bucket = Bucket.of(NOW, rate, NOW)
    assert bucket.lets_out(NOW) == 1
    assert bucket.lets_out(NOW + timedelta(seconds=0.25)) == 3
    assert [bucket.moment(number) - NOW for number in range(3)] == [
        timedelta(seconds=number / 10) for number in range(3)
    ]


def test_a_paused_bucket_lets_nothing_out() -> None:
    bucket = Bucket.of(NOW + SECOND, Rate(10, 5), NOW)
    assert bucket.lets_out(NOW) == 0
    assert bucket.lets_out(NOW + SECOND) == 1


def test_telegrams_pace_stays_below_what_telegram_takes() -> None:
    pace = CHANNELS["telegram"].pace
    assert pace is not None
    assert pace.overall.per_second + pace.overall.burst <= 30
