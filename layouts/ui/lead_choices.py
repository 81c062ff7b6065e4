"""What a reader may choose on the lead-scoring page beside its filters."""

from analytics.choices import Choice, Matching, Steps
from analytics.lead_training import SUPPLIED
from analytics.ranking import Order
from layouts.ui.breakdown import BY
from layouts.ui.importance_card import MODELS
from layouts.ui.slice_measures import MEASURES

THRESHOLD, CALL, WIN, CAPACITY, TOP, ROWS_PAGE = "threshold", "call", "win", "capacity", "top", "page"
MEASURE, BANDS, WHISKERS, SORT, WEIGHED = "measure", "bands", "whiskers", "sort", "weighed"
SHOWN, HIDDEN = "shown", "hidden"
NOUNS = {"industry": "industry", "size": "company size", "source": "lead source"}
MEASURED = {known.name: known.label for known in MEASURES}
SCALE = Steps(0, 1, 0.01)
AMOUNT, COUNT = Matching(r"(0|[1-9]\d{0,8})(\.\d{1,2})?"), Matching(r"0|[1-9]\d{0,8}")
ORDERS = {Order.LARGEST.value: "Largest first", Order.SMALLEST.value: "Smallest first", Order.NAME.value: "By name"}

CHOICES = (
    Choice(THRESHOLD, SCALE, ("0.5",), local=True),
    Choice(CALL, AMOUNT, ("500",)),
    Choice(WIN, AMOUNT, ("1000",)),
    *(Choice(key, COUNT) for key in (CAPACITY, TOP)),
    Choice(ROWS_PAGE, Matching(r"[1-9]\d{0,7}"), ("1",)),
    Choice(BY, tuple(NOUNS), ("industry",)),
    Choice(MEASURE, tuple(MEASURED), (MEASURES[0].name,)),
    *(Choice(key, (SHOWN, HIDDEN), (SHOWN,), local=True) for key in (BANDS, WHISKERS)),
    Choice(WEIGHED, tuple(MODELS), (SUPPLIED,), local=True),
    Choice(SORT, tuple(Order), (Order.LARGEST,)),
)
