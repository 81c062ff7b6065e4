"""Who the customers are, and which of their measures move together."""

from data.columns import Column, Kind, Role, counted, dimension, flag, key, number, text, whole
from data.table import Table

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
CORRELATION = Table("correlation_matrix", "a pair of measures", (text("measure"), text("other"), number("correlation")))
