import pytest

from data.exports import ASIDE
from data.forms import Form, first, form, known, normal
from data.tables import table
from data.tables.ads import AD

ENGLISH = ("Google Ads report", "Meta Ads report", "Amazon Ads report", "TikTok Ads report")
COLUMNS = ("date", "campaign_name", "impressions", "clicks", "spend", "conversions", "revenue")


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Amount  spent (INR) ", "amount spent"),
        ("\ufeffImpr.", "impr."),
        ("Clicks (all)", "clicks (all)"),
        ("Clicks (ALL)", "clicks"),
        ("14 Day Total Orders (#)", "14 day total orders"),
        ("Spend(₹)", "spend"),
        ("消化金額（JPY）", "消化金額"),
        ("Nom de l’ensemble", "nom de l'ensemble"),
    ],
)
def test_headings_are_compared_without_units_of_currency_and_count(heading: str, name: str) -> None:
    assert normal(heading) == name


def test_the_best_heading_is_the_first_wanted_and_may_be_a_pattern() -> None:
    assert first(["Link clicks", "Clicks"], ["clicks", "link clicks"]) == 1
    assert first([r"re:\d+ tage.*umsatz.*"], ["7 tage, umsatz gesamt"]) == 0
    assert first(["Cost"], ["cost / conv."]) is None
    assert first([""], [""]) is None


@pytest.mark.parametrize("known_form", known(), ids=lambda known_form: known_form.name)
def test_every_form_names_columns_that_are_there(known_form: Form) -> None:
    stored = {column.name for column in table(known_form.table).stored}
    assert set(known_form.columns) <= stored | set(ASIDE)
    assert set(known_form.given) | set(known_form.values) <= stored
    assert known_form.tells
    assert "platform" in {*known_form.given, *known_form.columns}


@pytest.mark.parametrize("name", ENGLISH)
@pytest.mark.parametrize("column", COLUMNS)
def test_the_screens_of_each_platform_have_each_column(name: str, column: str) -> None:
    (screen,) = [known_form for known_form in known() if known_form.name == name]
    assert AD.column(column).name == column
    assert screen.columns[column]


def test_no_two_screens_are_told_by_the_same_heading() -> None:
    told = [tell for known_form in known() if known_form.name in ENGLISH for tell in map(normal, set(known_form.tells))]
    shared = {tell for tell in told if told.count(tell) > 1}
    assert shared <= {"cpa", "مرات الظهور"}


def test_a_form_is_what_toml_says() -> None:
    said = form({"name": "Mine", "columns": {"date": ["Day"]}, "blank": "none", "results": {"counted": ["x"]}})
    assert (said.columns, said.blank_is_none, said.results.counted) == ({"date": ("Day",)}, True, ("x",))
