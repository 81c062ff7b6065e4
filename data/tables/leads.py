"""The leads, and what is told of the model that scored them."""

from data.columns import dimension, flag, key, number, whole
from data.table import Table

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
