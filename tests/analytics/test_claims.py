import math

import pandas as pd
import pytest

from analytics.claims import Claims, channels_of, claims, claims_finding
from analytics.trend import Grain

ADS = pd.DataFrame(
    [
        ("2024-01-01", "Meta", 10.0),
        ("2024-01-01", "Meta", 4.0),
        ("2024-01-02", "Meta", 7.0),
        ("2024-01-01", "email", 3.0),
        ("2024-01-03", "email", 99.0),
        ("2024-01-01", "TikTok", 50.0),
        ("2024-01-02", "Google", None),
    ],
    columns=["date", "platform", "conversions"],
)
CAMPAIGNS = pd.DataFrame(
    [
        ("2024-01-01", "Facebook", 6.0),
        ("2024-01-01", "Instagram", 4.0),
        ("2024-01-02", "Facebook", 5.0),
        ("2024-01-01", "Email", 4.0),
        ("2024-01-02", "Google Ads", 8.0),
        ("2024-01-09", "Facebook", 77.0),
    ],
    columns=["date", "channel", "conversions"],
)


def found(ads: pd.DataFrame = ADS, campaigns: pd.DataFrame = CAMPAIGNS) -> Claims:
    return claims(ads, campaigns, "conversions")


def test_only_days_on_which_both_report_are_set_against_each_other() -> None:
    rows = found().rows
    assert rows["claimed"].to_dict() == {"Meta": 21, "email": 3}
    assert rows["recorded"].to_dict() == {"Meta": 15, "email": 4}
    assert rows["factor"].to_dict() == pytest.approx({"Meta": 1.4, "email": 0.75})
    assert rows["days"].to_dict() == {"Meta": 2, "email": 1}
    assert found().days == 2
    assert found().factor == pytest.approx(24 / 19)


def test_the_parts_are_days_of_one_month_and_months_of_several() -> None:
    assert found().grain is Grain.DAY
    assert found().parts["claimed"].to_dict() == {
        ("Meta", pd.Timestamp("2024-01-01")): 14, ("Meta", pd.Timestamp("2024-01-02")): 7,
        ("email", pd.Timestamp("2024-01-01")): 3,
    }  # fmt: skip
    later = ADS.assign(date=ADS["date"].replace("2024-01-02", "2024-02-02"))
    own = CAMPAIGNS.assign(date=CAMPAIGNS["date"].replace("2024-01-02", "2024-02-02"))
    months = found(later, own)
    assert months.grain is Grain.MONTH
    meta = months.parts["factor"].xs("Meta")
    assert meta.to_dict() == {pd.Timestamp("2024-01-01"): 1.4, pd.Timestamp("2024-02-01"): 1.4}


def test_a_platform_stands_for_the_channel_of_its_name_or_those_it_serves() -> None:
    assert found().channels == {"Meta": ("Facebook", "Instagram"), "email": ("Email",)}
    assert found().strangers == ("TikTok",)
    assert channels_of(["Meta"], ["Instagram"]) == {"Meta": ("Instagram",)}
    assert channels_of(["Google", "Google Ads"], ["Google Ads"]) == {"Google Ads": ("Google Ads",)}
    assert channels_of(["Meta", "Instagram"], ["Facebook", "Instagram"]) == {"Instagram": ("Instagram",)}
    assert channels_of(["Google"], ["Google", "Google Ads"]) == {"Google": ("Google",)}


def test_nothing_recorded_has_no_factor() -> None:
    none = CAMPAIGNS.assign(conversions=0.0)
    assert found(campaigns=none).rows["factor"].isna().all()
    assert math.isnan(found(campaigns=none).factor)


def test_nothing_in_common_is_an_empty_comparison() -> None:
    nothing = found(campaigns=CAMPAIGNS.iloc[:0])
    assert len(found(ADS.iloc[:0], CAMPAIGNS.iloc[:0]).rows) == 0
    assert (len(nothing.rows), nothing.days, nothing.strangers) == (0, 0, ("Google", "Meta", "TikTok", "email"))
    assert claims_finding(nothing, "Conversions") == "Do the platforms claim more than was recorded?"


def test_the_finding_is_the_factor_of_all() -> None:
    assert claims_finding(found(), "Conversions") == "The platforms claim 1.26× the conversions recorded"
    even = CAMPAIGNS.assign(conversions=[8.0, 6.0, 7.0, 3.0, 8.0, 77.0])
    assert claims_finding(found(campaigns=even), "Revenue") == "The platforms claim as much revenue as was recorded"
