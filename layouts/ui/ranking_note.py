"""What stands below a ranking: who has no value and why, who is not ranked, and that there are more."""

from collections.abc import Sequence

import pandas as pd

from analytics.metric import Metric
from analytics.ranking import NOW, RANKED
from analytics.wording import listed

NAMED = 8


def ranking_note(shown: Metric, rows: pd.DataFrame, dimension: str, values: pd.DataFrame, most: int) -> str:
    """The note below the `values` of a metric by member, of which the first `most` are shown, from the rows in view."""
    silent = _silent(shown, rows, dimension, values)
    said = [f"n/a for {_several(names)}: {why}." for why, names in silent.items()]
    thin = [str(name) for name in values.index[~values[RANKED] & values[NOW].notna()]]
    if thin:
        said.append(f"Fewer than {shown.fewest} {shown.per} for {_several(thin)}: grey, not ranked.")
    if len(values) > most:
        said.append(f"The first {most} of {len(values)}; the table has all.")
    return " ".join(said)


def _silent(shown: Metric, rows: pd.DataFrame, dimension: str, values: pd.DataFrame) -> dict[str, list[str]]:
    """The members without a value, by the reason: the same for all that report the same of it."""
    names = values.index[values[NOW].isna()]
    inside = rows[rows[dimension].isin(names)]
    reported = inside[list(shown.measures)].notna()
    alike = reported.assign(there=True, together=reported.all(axis=1)).groupby(inside[dimension]).any()
    found: dict[str, list[str]] = {}
    for _, members in alike.reindex(names, fill_value=False).groupby(list(alike), sort=False):
        why = shown.reason(inside[inside[dimension] == members.index[0]])
        found.setdefault(why, []).extend(map(str, members.index))
    return found


def _several(names: Sequence[str]) -> str:
    return listed(names) if len(names) <= NAMED else f"{len(names)} others"
