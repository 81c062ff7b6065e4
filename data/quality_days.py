"""Checks of days: none missing, no channel silent, none far from what its weekday usually brings."""

from data.clauses import literal, quoted, select, select_from
from data.evidence import Check, Evidence, Noun, Weight, has, on, plain
from data.sql import as_day, day
from data.table import Table
from data.tables.ads import AD, AD_PERIOD
from data.tables.campaigns import CAMPAIGN
from data.tables.journeys import JOURNEYS

MEMBERS = {CAMPAIGN.name: "channel", AD.name: "platform", JOURNEYS.name: "channel"}
TOTALS = ("spend", "revenue", "conversions")
MOSTLY, SHORTEST, FEWEST_DAYS = 0.9, 3, 28
WEEKS, FEWEST_WEEKS = 8, 8
DEVIATIONS, TIMES, LEAST = 6, 2, 5
SCALED = 1.4826


def missing(of: Table) -> Evidence | None:
    """The days between the first and the newest that no row is of."""
    if (dated := _dated(of)) is None:
        return None
    every = f"unnest(generate_series(min({dated}), max({dated}), INTERVAL 1 DAY)::DATE[]) AS date"
    present = f"ANTI JOIN ({select_from([f'{dated} AS date'], quoted(of.name))}) AS present USING (date) ORDER BY date"
    return Evidence(
        select(["date"], select_from([every], quoted(of.name)), present),
        select_from([f"max({dated}) - min({dated}) + 1"], quoted(of.name)),
        on("date"),
    )


def silent(of: Table) -> Evidence | None:
    """The gaps of three days or more of a channel that has rows on nine days of ten, up to the table's newest day.

    Only days count on which any channel has rows. No gap is told of a channel whose rows span less than four weeks.
    """
    if of.name not in MEMBERS:
        return None
    member = quoted(MEMBERS[of.name])
    days = select_from([f"DISTINCT {_dated(of)} AS day", f"{member}::VARCHAR AS {member}"], quoted(of.name))
    placed = select(["*", "dense_rank() OVER (ORDER BY day) AS place"], days)
    whole = f"max(place) OVER (PARTITION BY {member}) - min(place) OVER (PARTITION BY {member}) + 1 AS span"
    after = f"OVER (PARTITION BY {member} ORDER BY day)"
    gap = f"coalesce(lead(place) {after}, max(place) OVER () + 1) - place - 1 AS days_without"
    counted = ["*", whole, f"count(*) OVER (PARTITION BY {member}) AS present", gap, f"lead(day) {after} AS next_day"]
    daily = f"span >= {FEWEST_DAYS} AND present >= {MOSTLY} * span AND {member} IS NOT NULL"
    return Evidence(
        select(
            [member, "day AS last_day", "next_day", "days_without"],
            select(counted, placed),
            f"WHERE {daily} AND days_without >= {SHORTEST} ORDER BY days_without DESC, day",
        ),
        select_from([f"count(DISTINCT {member})"], quoted(of.name)),
        f"{member} || ': no rows on ' || days_without || ' days after ' || {on('last_day')}",
    )


def unusual(of: Table) -> Evidence | None:
    """A day's total that is far from the median of its weekday over the eight weeks before and after it.

    On the logarithm of 1 + total: more than six scaled median absolute deviations away (Hampel's rule), and at least
    twice or at most half of what is usual. Totals that usually are below five are not judged, nor those with fewer than
    eight such weekdays around them.
    """
    dated = _dated(of)
    if dated is None or not has(of, TOTALS):
        return None
    sums = ", ".join(f"sum({quoted(name)})::DOUBLE" for name in TOTALS)
    figures = f"unnest([{', '.join(map(literal, TOTALS))}]) AS figure"
    totals = select_from([f"{dated} AS date", figures, f"unnest([{sums}]) AS total"], quoted(of.name), "GROUP BY 1")
    logs = select(["*", "ln(1 + total) AS size"], totals, "WHERE total >= 0")
    around = f"ORDER BY date ROWS BETWEEN {WEEKS} PRECEDING AND {WEEKS} FOLLOWING"
    window = f"WINDOW around AS (PARTITION BY figure, dayofweek(date) {around})"
    spread = [
        "median(size) OVER around AS middle",
        "mad(size) OVER around AS deviation",
        "count(*) OVER around AS weeks",
    ]
    judged = select(["*", *spread], logs, window)
    far = f"abs(size - middle) > greatest({DEVIATIONS * SCALED} * deviation, ln({TIMES}))"
    return Evidence(
        select(
            ["date", "figure", "total", "exp(middle) - 1 AS usual"],
            judged,
            f"WHERE weeks >= {FEWEST_WEEKS} AND middle >= ln(1 + {LEAST}) AND {far} ORDER BY date, figure",
        ),
        select(["count(total)"], totals),
        f"{on('date')} || ': ' || figure || ' ' || {plain('total')} || ', usually ' || {plain('usual')}",
    )


def _dated(of: Table) -> str | None:
    dated = day(of)
    return as_day(dated) if dated and of is not AD_PERIOD else None


CHECKS = (
    Check(
        "missing-days",
        "Days without rows",
        "Nothing is loaded for them, so every sum over them is too low. Export them again, or know why nothing ran.",
        Weight.LOOK,
        Noun.DAY,
        Noun.DAY,
        missing,
    ),
    Check(
        "silent-channels",
        "Channels that fall silent",
        f"They have rows on nine days of ten, then none for {SHORTEST} days or more while others go on. An export may "
        "be missing, or the channel was paused.",
        Weight.LOOK,
        Noun.GAP,
        Noun.MEMBER,
        silent,
    ),
    Check(
        "unusual-days",
        "Days far from usual",
        f"At least twice or half of the median of the same weekday in the {WEEKS} weeks around, and more than "
        f"{DEVIATIONS} times as far from it as such days usually are. A sale does that; so does half a day's export.",
        Weight.LOOK,
        Noun.TOTAL,
        Noun.TOTAL,
        unusual,
    ),
)
