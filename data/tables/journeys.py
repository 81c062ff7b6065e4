"""How customers came: their touches, their paths, and the credit that channels were given."""

from data.columns import Column, Kind, Role, counted, dimension, key, number, text
from data.table import Table

ATTRIBUTION = Table(
    "channel_attribution",
    "a channel's supplied share of credit",
    (
        key("channel"),
        *(
            number(name, "%", 0, 100)
            for name in ("first_touch", "last_touch", "linear", "time_decay", "position_based")
        ),
    ),
    key=("channel",),
)
PATHS = Table(
    "customer_journey",
    "a path and how many customers took it",
    (
        dimension("touchpoint_1"),
        *(text(f"touchpoint_{place}", required=False) for place in range(2, 21)),
        counted("customer_count"),
    ),
)
JOURNEYS = Table(
    "journeys",
    "a touch of a journey",
    (
        key("journey_id"),
        Column("touched_at", Kind.TIME, Role.DIMENSION),
        dimension("channel"),
        Column("converted", Kind.FLAG, of="journey_id"),
        Column("value", Kind.MONEY, unit="currency", of="journey_id"),
    ),
)
