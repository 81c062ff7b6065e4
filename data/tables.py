"""The tables and columns the product knows, declared once."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell holds, and so how it is read and stored."""

    DATE = "date"
    TIME = "time"
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    FLAG = "flag"


class Role(StrEnum):
    """What a column is for."""

    KEY = "key"
    DIMENSION = "dimension"
    MEASURE = "measure"
    AVERAGED = "averaged"
    ATTRIBUTE = "attribute"
    REPEATED = "repeated"


@dataclass(frozen=True)
class Column:
    """One column: name, kind, role, unit, bounds (inclusive), and for a REPEATED ratio the formula it must agree with.

    `of` names the key that the column is about where a row is less than that: its rows should all say the same.
    Only a MEASURE adds up over rows. What is AVERAGED is summed only to be set against another sum over the same rows:
    by itself a sum of reach counts people again each day. A DIMENSION is what pages filter and group by. A REPEATED
    column checks a file and is not stored.
    """

    name: str
    kind: Kind = Kind.TEXT
    role: Role = Role.ATTRIBUTE
    unit: str = ""
    required: bool = True
    low: float | None = None
    high: float | None = None
    formula: str = ""
    of: str = ""


@dataclass(frozen=True)
class Table:
    """One table: what a row stands for, its columns in file order, and the key that no two files may both contain."""

    name: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        return next((column for column in self.columns if column.name == name), None) or _missing(self.name, name)

    @property
    def stored(self) -> tuple[Column, ...]:
        """The columns that a snapshot keeps."""
        return tuple(column for column in self.columns if column.role is not Role.REPEATED)

    @property
    def required(self) -> tuple[Column, ...]:
        """The columns without which a file is not this table."""
        return tuple(column for column in self.columns if column.required)

    @property
    def measures(self) -> tuple[str, ...]:
        """The names of the columns that a question may sum."""
        return tuple(column.name for column in self.columns if column.role in (Role.MEASURE, Role.AVERAGED))

    @property
    def totals(self) -> tuple[str, ...]:
        """The names of the columns whose sum says something by itself."""
        return tuple(column.name for column in self.columns if column.role is Role.MEASURE)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The names of the columns that pages filter and group by."""
        return tuple(column.name for column in self.columns if column.role is Role.DIMENSION)

    @property
    def dated(self) -> bool:
        """Whether its rows carry a day."""
        return any(column.kind is Kind.DATE for column in self.columns)


def _missing(table: str, name: str) -> Column:
    raise KeyError(f"{table} has no column {name}")


def key(name: str) -> Column:
    """A column that names the thing a row is about."""
    return Column(name, role=Role.KEY)


def dimension(name: str, required: bool = True) -> Column:
    """A text column that pages filter and group by."""
    return Column(name, role=Role.DIMENSION, required=required)


def day(name: str = "date") -> Column:
    """The day a row belongs to."""
    return Column(name, Kind.DATE, Role.DIMENSION)


def counted(name: str, kind: Kind = Kind.INTEGER, required: bool = True) -> Column:
    """A count that adds up."""
    return Column(name, kind, Role.MEASURE, required=required, low=0)


def amount(name: str, required: bool = True, low: float | None = 0) -> Column:
    """Money that adds up."""
    return Column(name, Kind.MONEY, Role.MEASURE, "currency", required, low)


def text(name: str, required: bool = True) -> Column:
    """A word about the row."""
    return Column(name, required=required)


def whole(name: str, low: float | None = 0, high: float | None = None) -> Column:
    """A whole number about the row, which does not add up."""
    return Column(name, Kind.INTEGER, low=low, high=high)


def number(
    name: str, unit: str = "", low: float | None = None, high: float | None = None, required: bool = True
) -> Column:
    """A number about the row, which does not add up."""
    return Column(name, Kind.NUMBER, unit=unit, low=low, high=high, required=required)


def flag(name: str, required: bool = True) -> Column:
    """Yes or no: 1 or 0, true or false."""
    return Column(name, Kind.FLAG, required=required)


def repeated(name: str, formula: str = "", kind: Kind = Kind.NUMBER) -> Column:
    """A column that only says again what others say; used to check the file where it has a formula."""
    return Column(name, kind, Role.REPEATED, required=False, formula=formula)


CAMPAIGN = Table(
    "campaign_performance",
    "a campaign's day in a region",
    (
        day(),
        key("campaign_id"),
        text("campaign_name"),
        dimension("campaign_type"),
        dimension("channel"),
        dimension("region"),
        counted("impressions"),
        counted("clicks"),
        counted("conversions", Kind.NUMBER),
        amount("spend"),
        amount("revenue", low=None),
        repeated("day_of_week", kind=Kind.TEXT),
        repeated("month", kind=Kind.TEXT),
        repeated("quarter", kind=Kind.TEXT),
        repeated("year"),
        repeated("ctr", "100 * clicks / impressions"),
        repeated("conversion_rate", "100 * conversions / clicks"),
        repeated("cpc", "spend / clicks"),
        repeated("cpa", "spend / conversions"),
        repeated("roas", "revenue / spend"),
    ),
    key=("date", "campaign_id", "region"),
)
CUSTOMER = Table(
    "customer_data",
    "a customer",
    (
        key("customer_id"),
        dimension("gender"),
        whole("age", 0, 120),
        dimension("age_group"),
        Column("income", Kind.MONEY, unit="currency", low=0),
        dimension("income_bracket"),
        dimension("region"),
        dimension("city_tier"),
        dimension("customer_segment"),
        dimension("acquisition_channel"),
        whole("tenure_months"),
        Column("lifetime_value", Kind.MONEY, Role.MEASURE, "currency"),
        counted("total_purchases"),
        Column("avg_order_value", Kind.MONEY, unit="currency", low=0),
        whole("last_purchase_days"),
        number("email_open_rate", "fraction", 0, 1),
        whole("website_visits_monthly"),
        whole("app_sessions_monthly"),
        counted("support_tickets"),
        number("satisfaction_score", "of 5", 0, 5),
        dimension("nps_category"),
        flag("is_churned"),
        number("churn_probability", "fraction", 0, 1),
    ),
    key=("customer_id",),
)
PRODUCT = Table(
    "product_sales",
    "a product in a region and quarter",
    (
        key("product_id"),
        text("product_name"),
        dimension("category"),
        dimension("subcategory"),
        dimension("region"),
        dimension("quarter"),
        whole("year", 1900, 2200),
        amount("sales", low=None),
        counted("units_sold"),
        amount("profit", low=None),
        repeated("profit_margin", "100 * profit / sales"),
        number("return_rate", "%", 0, 100),
        number("avg_rating", "of 5", 0, 5),
        counted("review_count"),
    ),
    key=("product_id",),
)
LEAD = Table(
    "lead_scoring_results",
    "a lead",
    (
        key("lead_id"),
        dimension("company_size"),
        dimension("industry"),
        *(
            whole(name)
            for name in (
                "website_visits",
                "pages_viewed",
                "time_on_site_seconds",
                "email_opens",
                "email_clicks",
                "form_submissions",
                "content_downloads",
                "webinar_attendance",
                "days_since_first_touch",
            )
        ),
        dimension("lead_source"),
        flag("actual_converted"),
        number("predicted_probability"),
        flag("predicted_class", required=False),
    ),
    key=("lead_id",),
)
IMPORTANCE = Table(
    "feature_importance",
    "a feature of the lead model",
    (key("feature"), number("importance"), number("importance_std", low=0)),
    key=("feature",),
)
LEARNING = Table(
    "learning_curve",
    "a training size",
    (
        whole("training_size", 1),
        number("train_score", "fraction", 0, 1),
        number("validation_score", "fraction", 0, 1),
        number("train_score_std", low=0),
        number("validation_score_std", low=0),
    ),
    key=("training_size",),
)
GEOGRAPHY = Table(
    "geographic_data",
    "a state",
    (
        key("state"),
        dimension("region"),
        number("latitude", "degrees", -90, 90),
        number("longitude", "degrees", -180, 180),
        counted("total_customers"),
        amount("total_revenue", low=None),
        repeated("revenue_per_customer", "total_revenue / total_customers"),
        counted("store_count"),
        number("market_penetration", "%", 0, 100),
        number("yoy_growth", "%"),
        number("customer_satisfaction", "of 5", 0, 5),
        number("avg_delivery_days", "days", 0),
    ),
    key=("state",),
)
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
FUNNEL = Table(
    "funnel_data",
    "a funnel stage",
    (key("stage"), counted("visitors"), number("conversion_rate", "%", 0, required=False)),
    key=("stage",),
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
CORRELATION = Table("correlation_matrix", "a pair of measures", (text("measure"), text("other"), number("correlation")))
AD = Table(
    "ad_performance",
    "a campaign's day on an ad platform",
    (
        day(),
        dimension("platform"),
        text("campaign_name"),
        dimension("region"),
        dimension("device_type", required=False),
        dimension("audience_segment", required=False),
        dimension("campaign_objective", required=False),
        counted("impressions"),
        Column("reach", Kind.INTEGER, Role.AVERAGED, required=False, low=0),
        counted("clicks"),
        amount("spend"),
        counted("engagements", required=False),
        counted("conversions", Kind.NUMBER),
        amount("revenue", low=None),
        amount("profit", required=False, low=None),
        repeated("frequency", "impressions / reach"),
        repeated("ctr", "100 * clicks / impressions"),
        repeated("cpc", "spend / clicks"),
        repeated("cpm", "1000 * spend / impressions"),
        repeated("engagement_rate", "100 * engagements / impressions"),
        repeated("cost_per_engagement", "spend / engagements"),
        repeated("conversion_rate", "100 * conversions / clicks"),
        repeated("avg_order_value", "revenue / conversions"),
        repeated("profit_margin", "profit / revenue"),
        repeated("roas", "revenue / spend"),
        repeated("cac", "spend / conversions"),
        repeated("roi", "100 * (revenue - spend) / spend"),
        repeated("revenue_per_dollar", "revenue / spend"),
    ),
)
AD_PERIOD = Table(
    "ad_periods",
    "a campaign's total over several days",
    (
        Column("starts", Kind.DATE, required=False),
        Column("ends", Kind.DATE, required=False),
        *(column for column in AD.stored if column.kind is not Kind.DATE),
    ),
)
TABLES = (
    CAMPAIGN,
    CUSTOMER,
    PRODUCT,
    LEAD,
    IMPORTANCE,
    LEARNING,
    GEOGRAPHY,
    ATTRIBUTION,
    FUNNEL,
    PATHS,
    JOURNEYS,
    CORRELATION,
    AD,
    AD_PERIOD,
)


def table(name: str) -> Table:
    """The table of that name; KeyError if there is none."""
    return {known.name: known for known in TABLES}[name]
