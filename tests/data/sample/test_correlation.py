import numpy as np

from tests.data.sample.conftest import Read


def test_it_is_a_correlation_matrix(read: Read) -> None:
    matrix = read("correlation_matrix").set_index("Unnamed: 0")
    values = matrix.to_numpy()
    assert list(matrix.index) == list(matrix.columns)
    assert (np.diag(values) == 1).all()
    assert (values == values.T).all()
    assert np.linalg.eigvalsh(values).min() >= 0


def test_it_is_computed_from_the_days_of_the_campaign_rows(read: Read) -> None:
    matrix = read("correlation_matrix").set_index("Unnamed: 0")
    days = read("campaign_performance").groupby("date")[["spend", "revenue", "clicks", "impressions"]].sum()
    assert matrix.loc["Ad Spend", "Revenue"] == round(days.spend.corr(days.revenue), 4)
    assert matrix.loc["CTR", "ROAS"] == round((days.clicks / days.impressions).corr(days.revenue / days.spend), 4)
