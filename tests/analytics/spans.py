"""Days and periods to try things on."""

from datetime import date, timedelta

from hypothesis import strategies as st

from analytics.periods import Period
from tests.analytics.frames import period

TWO_YEARS = period("2023-01-04", "2024-12-31")
some_day = st.dates(date(1950, 1, 1), date(2150, 12, 31))
some_period = st.builds(lambda start, days: Period(start, start + timedelta(days=days)), some_day, st.integers(0, 1200))
