"""The engine agrees with a second program that walks minute by minute."""

import os
from datetime import datetime

from hypothesis import given, settings

from motcua.engines import worktime as w
from motcua.engines.worktime.tests import oracle
from motcua.engines.worktime.tests.strategies import consuming, dated, desk, questions

MORE = int(os.environ.get("MOTCUA_MORE_EXAMPLES", "1"))
Question = tuple[datetime, w.Limit, w.Calendar, list[w.Pause]]


@given(questions(consuming))
@settings(max_examples=150 * MORE, deadline=None)
def test_working_days_and_hours_walked_minute_by_minute(question: Question) -> None:
    assert w.due(*question).moment == oracle.due(*question)


@given(questions(dated))
@settings(max_examples=300 * MORE, deadline=None)
def test_calendar_days_and_months_walked_date_by_date(question: Question) -> None:
    assert w.due(*question).moment == oracle.due(*question)


@given(questions(desk))
@settings(max_examples=300 * MORE, deadline=None)
def test_forwarding_and_same_day(question: Question) -> None:
    assert w.due(*question).moment == oracle.due(*question)
