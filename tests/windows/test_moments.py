"""Times in the words of people."""

from datetime import UTC, datetime, timedelta

import pytest

from canvasdesk.windows.moments import moment, stamp

NOW = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "said", "stamped"),
    [
        (timedelta(minutes=10), "today 00:20", "00:20"),
        (timedelta(minutes=40), "yesterday 23:50", "28 02 2026 23:50"),
        (timedelta(days=1), "yesterday 00:30", "28 02 2026 00:30"),
        (timedelta(days=2), "27 02 2026 00:30", "27 02 2026 00:30"),
        (timedelta(hours=-24), "2 03 2026 00:30", "2 03 2026 00:30"),
    ],
)
def test_today_and_yesterday_have_names(ago: timedelta, said: str, stamped: str) -> None:
    assert moment(NOW - ago, NOW) == said
    assert stamp(NOW - ago, NOW) == stamped
