"""Why a row of a file is passed over: it is blank, sums up other rows, or is of another kind."""

from collections.abc import Iterator, Sequence

from data import totals
from data.clauses import literal
from data.exports import CAMPAIGN_NAME, KIND
from data.matches import Match

BLANK, TOTAL, NAMELESS, OTHER_KIND = (
    "blank",
    "a total of other rows",
    "a total without a campaign's name",
    "another kind",
)


def reason(match: Match, counted: Sequence[str], levels: Sequence[int]) -> str:
    """SQL: why a row is skipped, NULL where it is not; `counted` and `levels` are as in a Screen."""
    aside = _set_aside(match, counted, levels)
    whens = [f"WHEN blank THEN '{BLANK}'", *(f"WHEN {test} THEN {literal(why)}" for test, why in aside)]
    return f"CASE {' '.join(whens)} END"


def _set_aside(match: Match, counted: Sequence[str], levels: Sequence[int]) -> Iterator[tuple[str, str]]:
    """What makes a row of an export one that sums up others, or one of another kind."""
    form, campaign = match.form, match.field(CAMPAIGN_NAME)
    if form is None or campaign is None:
        return
    dated = match.field("date")
    labels = {"t0", f"t{campaign.index}", *([f"t{dated.index}"] if dated else [])}
    yield " OR ".join(totals.named(label) for label in sorted(labels)), TOTAL
    if dated:
        yield f"t{dated.index} IS NULL AND {totals.likely(f't{campaign.index}')}", TOTAL
    if levels:
        yield " OR ".join(totals.summary(f"t{place}", form.summary) for place in levels), TOTAL
    yield f"t{campaign.index} IS NULL", NAMELESS
    kind = match.aside.get(KIND)
    if form.results.first_of and kind:
        yield f"lower(t{kind.index}) IS DISTINCT FROM {literal(counted[0] if counted else '')}", OTHER_KIND
