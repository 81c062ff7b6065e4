"""What stands out in what ad platforms claim."""

from analytics.claims import DAYS, FACTOR, RECORDED, Claims
from analytics.credits import CONVERSIONS, VALUE
from analytics.figure import TIMES
from analytics.insight import Insight
from analytics.metrics import FEWEST
from analytics.numbers import decimal, percent
from analytics.view import View
from analytics.wording import Strong, listed

OVER = 1.25
CREDIT = "credit"


def claims_too_much(found: Claims | None, view: View) -> Insight | None:
    """The platform that claims most beyond what was recorded, of those that claim a quarter more of at least 100.

    `found` are the claims of what the view counts, conversions or value; the link shows those of the other.
    """
    if found is None:
        return None
    rows = found.rows[(found.rows[FACTOR] >= OVER) & (found.rows[RECORDED] >= FEWEST)]
    if rows.empty:
        return None
    name = str(rows[FACTOR].idxmax())
    factor, days = (float(rows[column].to_dict()[name]) for column in (FACTOR, DAYS))
    what, other = ("revenue", CONVERSIONS) if view.one(CREDIT) == VALUE else ("conversions", VALUE)
    figure = str(decimal(factor, 2, TIMES))
    words = (
        f"Over {days:.0f} days it claims {figure} the {what} recorded for {listed(found.channels[name])}: ",
        Strong(f"{percent(1 - 1 / factor, 0)} of what it claims is not recorded there"),
        ".",
    )
    view = view.but(**{CREDIT: other})
    return Insight("Claims too much", name, figure, False, words, f"Credit and claims in {other}", view)
