"""Exports of the ad platforms as their screens write them, figure by figure; the figures are worked by hand."""

from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from data.load import load
from data.report import FileReport
from tests.data.writing import checked, write

MEASURES = ("impressions", "clicks", "spend", "conversions", "revenue")
REAL = Path("../shared/real/ads")


class Export(NamedTuple):
    """What a file holds: its form, its currency, its rows, and the totals of its measures."""

    form: str
    text: str
    currency: str
    rows: tuple[int, int, int]
    totals: tuple[float | None, ...]
    period: tuple[str, str] = ("2025-07-01", "2025-07-02")


EXPORTS = {
    "google-english": Export(
        "Google Ads report",
        'Campaign report\n"July 1, 2025 - July 2, 2025"\n'
        "Campaign status,Campaign,Day,Currency code,Cost,Interactions,Clicks,Impr.,Search impr. share,Conversions,Conv. value\n"
        'Enabled,Brand,2025-07-01,INR,"1,234.50",900,30,"1,000",> 90%,2.50,"5,000.00"\n'
        'Enabled,Brand,2025-07-02,INR,"1,23,456.50",901,31,"2,000", --, --, --\n'
        'Total: Campaigns, --,,INR,"1,24,691.00",1801,61,"3,000", --,2.50,"5,000.00"\n'
        'Total: Account,,,INR,"1,24,691.00",1801,61,"3,000", --,2.50,"5,000.00"\n',
        "INR",
        (2, 0, 2),
        (3000, 61, 124_691.0, 2.5, 5000.0),
    ),
    "google-german": Export(
        "Google Ads report",
        "Kampagnenbericht\n1. Juli 2025 - 2. Juli 2025\nKampagne;Tag;Währungscode;Kosten;Klicks;Impr.;Conversions;Conv.-Wert\n"
        "Marke;01.07.2025;EUR;1.234,50;12;1.204;1,50;99,00\n"
        "Marke;02.07.2025;EUR;0,50;1;96;0,00;0,00\n"
        "Gesamt: Kampagnen;;EUR;1.235,00;13;1.300;1,50;99,00\n",
        "EUR",
        (2, 0, 1),
        (1300, 13, 1235.0, 1.5, 99.0),
    ),
    "google-french": Export(
        "Google Ads report",
        "Campagne\tJour\tCode de devise\tCoût\tClics\tImpr.\tConversions\tValeur de conv.\n"
        "Marque\t1 juil. 2025\tEUR\t1\u202f234,50 €\t12\t1\u202f204\t1,50\t99,00 €\n"
        "Marque\t2 juil. 2025\tEUR\t0,50 €\t1\t96\t0,00\t0,00 €\n"
        "Total : Campagnes\t\tEUR\t1\u202f235,00 €\t13\t1\u202f300\t1,50\t99,00 €\n",
        "EUR",
        (2, 0, 1),
        (1300, 13, 1235.0, 1.5, 99.0),
    ),
    "google-spanish": Export(
        "Google Ads report",
        'Campaña,Día,Código de moneda,Coste,Clics,Impr.,Conversiones,Valor de conv.\nMarca,2025-07-01,EUR,"10,50",2,100,"1,00","20,00"\n'
        'Marca,2025-07-02,EUR,"0,50",1,96,"0,00","0,00"\nTotal: cuenta,,EUR,"11,00",3,196,"1,00","20,00"\n',
        "EUR",
        (2, 0, 1),
        (196, 3, 11.0, 1.0, 20.0),
    ),
    "google-japanese": Export(
        "Google Ads report",
        'キャンペーン レポート\n2025年7月1日～2025年7月2日\nキャンペーン,日,通貨コード,費用,クリック数,表示回数,コンバージョン,コンバージョン値\n'
        'ブランド,2025年7月1日,JPY,"￥1,234",12,"1,204",1.50,"9,900"\nブランド,2025年7月2日,JPY,￥66,1,96,0.00,0\n'
        '合計: キャンペーン,,JPY,"￥1,300",13,"1,300",1.50,"9,900"\n',
        "JPY",
        (2, 0, 1),
        (1300, 13, 1300.0, 1.5, 9900.0),
    ),
    "google-arabic": Export(
        "Google Ads report",
        "الحملة,اليوم,رمز العملة,التكلفة,النقرات,مرات الظهور,الإحالات الناجحة\n"
        "علامة,١ يوليو ٢٠٢٥,AED,١٬٢٣٤٫٥٠,١٢,١٬٢٠٤,١٫٥٠\nعلامة,٢ يوليو ٢٠٢٥,AED,٠٫٥٠,١,٩٦,٠٫٠٠\n"
        "الإجمالي: الحساب,,AED,١٬٢٣٥٫٠٠,١٣,١٬٣٠٠,١٫٥٠\n",
        "AED",
        (2, 0, 1),
        (1300, 13, 1235.0, 1.5, None),
    ),
    "meta-english": Export(
        "Meta Ads report",
        "Campaign name,Ad set name,Day,Amount spent (INR),Impressions,Clicks (all),Link clicks,Purchases,Reporting starts,Reporting ends\n"
        ",,,300.5,3000,80,60,3,2025-07-01,2025-07-02\n"
        "Total Sale,All,2025-07-01,100.25,1000,30,20,,2025-07-01,2025-07-01\n"
        "Total Sale,All,2025-07-02,200.25,2000,50,40,3,2025-07-02,2025-07-02\n",
        "INR",
        (2, 0, 1),
        (3000, 60, 300.5, 3, None),
    ),
    "meta-portuguese": Export(
        "Meta Ads report",
        "Início dos relatórios,Encerramento dos relatórios,Nome da campanha,Resultados,Indicador de resultados,Valor usado (BRL),Impressões,Cliques no link\n"
        '2025-07-01,2025-07-01,Vendas,3,actions:offsite_conversion.fb_pixel_purchase,"1.234,56",1000,20\n'
        '2025-07-02,2025-07-02,Tráfego,40,actions:link_click,"0,44",500,40\n'
        '2025-07-02,2025-07-02,Vendas,,,"1,00",100,2\n',
        "BRL",
        (3, 0, 0),
        (1600, 62, 1236.0, 3, None),
    ),
    "meta-spanish": Export(
        "Meta Ads report",
        "Día,Nombre de la campaña,Importe gastado (EUR),Impresiones,Clics en el enlace,Compras,Valor de conversión de compras\n"
        '2025-07-01,Casas,"11,52","1.204",35,2,"100,00"\n2025-07-02,Casas,"3,48",96,4,,\n,Resultados totales,"15,00","1.300",39,2,"100,00"\n',
        "EUR",
        (2, 0, 1),
        (1300, 39, 15.0, 2, 100.0),
    ),
    "meta-arabic": Export(
        "Meta Ads report",
        "بداية التقارير,نهاية التقارير,اسم الحملة,المبلغ الذي تم إنفاقه (EGP),مرات الظهور,عمليات الشراء,قيمة تحويل عمليات الشراء\n"
        "2025-07-01,2025-07-01,حملة الشتاء,300,3000,3,1500\n2025-07-02,2025-07-02,حملة الشتاء,200.5,1000,,\n",
        "EGP",
        (2, 0, 0),
        (4000, None, 500.5, 3, 1500.0),
    ),
    "amazon-english": Export(
        "Amazon Ads report",
        "Date,Portfolio name,Currency,Campaign Name,Country,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,"
        "14 Day Total Sales ,Total Advertising Cost of Sales (ACOS) ,14 Day Total Orders (#),14 Day Advertised SKU Sales \n"
        'Jul 01, 2025,No Portfolio,USD,Auto,United States,"1,000",10,1.00%,$1.00,$10.00,"$1,100.50",0.91%,3,$9.00\n'.replace(
            "Jul 01, 2025", '"Jul 01, 2025"'
        )
        + '"Jul 02, 2025",No Portfolio,USD,Auto,United States,500,5,1.00%,$1.00,$5.00,,,0,$0.00\n',
        "USD",
        (2, 0, 0),
        (1500, 15, 15.0, 3, 1100.5),
    ),
    "amazon-spanish": Export(
        "Amazon Ads report",
        "Fecha de inicio,Fecha de finalización,Nombre de la cartera,Divisa,Nombre de campaña,País,Impresiones,Clics,Gasto,"
        "Ventas totales de 7 días (€),Coste publicitario de las ventas (ACOS) total ,Pedidos totales de 7 días (#)\n"
        '"jul 1, 2025","jul 1, 2025",No Portfolio,EUR,Auto,España,600,4,"€1,50","€10,00","15%",1\n'
        '"jul 2, 2025","jul 2, 2025",No Portfolio,EUR,Auto,España,100,1,"€1.234,56","€0,00",,0\n',
        "EUR",
        (2, 0, 0),
        (700, 5, 1236.06, 1, 10.0),
    ),
    "tiktok-english": Export(
        "TikTok Ads report",
        "Campaign name,By Day,Cost,CPC (destination),Impressions,Clicks (destination),Clicks (all),Conversions,Total complete payment value,Currency\n"
        "Reach,2025-07-01,12.34,0.62,1000,20,45,2,50.00,GBP\nReach,2025-07-02,7.66,0.77,500,10,12,0,-,GBP\n"
        "Total of 2 results,-,20.00,0.67,1500,30,57,2,50.00,GBP\n",
        "GBP",
        (2, 0, 1),
        (1500, 30, 20.0, 2, 50.0),
    ),
    "google-api": Export(
        "Google Ads API table",
        "segments.date,campaign.name,customer.currency_code,metrics.cost_micros,metrics.clicks,metrics.impressions,metrics.conversions,metrics.conversions_value\n"
        "2025-07-01,Brand,USD,1500000,3,100,1.5,20.25\n2025-07-02,Brand,USD,2250000,4,200,0,0\n",
        "USD",
        (2, 0, 0),
        (300, 7, 3.75, 1.5, 20.25),
    ),
    "tiktok-hourly": Export(
        "TikTok Ads API table",
        "stat_time_hour,campaign_name,currency,spend,impressions,clicks,conversion\n"
        "2025-07-01 23:00:00,Reach,USD,1.5,100,3,0\n2025-07-02 00:00:00,Reach,USD,2.5,200,4,1\n2025-07-02 01:00:00,Reach,USD,1,50,1,0\n",
        "USD",
        (3, 0, 0),
        (350, 8, 5.0, 1, None),
    ),
    "meta-actions": Export(
        "Meta Ads actions table",
        "date,campaign_name,account_currency,action_type,value\n2025-07-01,Sale,USD,link_click,50\n2025-07-01,Sale,USD,omni_purchase,2\n"
        "2025-07-01,Sale,USD,purchase,2\n2025-07-02,Sale,USD,omni_purchase,1\n",
        "",
        (2, 0, 2),
        (None, None, None, 3, None),
    ),
    "dbt": Export(
        "dbt ad-reporting table",
        "source_relation,date_day,platform,account_id,account_name,campaign_id,campaign_name,clicks,impressions,spend,conversions,conversions_value\n"
        ",2025-07-01,google_ads,1,Shop,9,Brand,3,100,1.5,1,20\n,2025-07-02,facebook_ads,2,Shop,8,Sale,4,200,2.5,,\n",
        "INR",
        (2, 0, 0),
        (300, 7, 4.0, 1, 20.0),
    ),
}


def outcome(report: FileReport) -> tuple[object, ...]:
    rows = (report.rows_loaded, report.rows_rejected, report.rows_skipped)
    return report.recognised_as, report.currency or "", rows, tuple(report.totals.get(name) for name in MEASURES)


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_recognised_and_loads_to_its_own_totals(name: str, tmp_path: Path) -> None:
    export = EXPORTS[name]
    report = checked(write(tmp_path / f"{name}.csv", export.text))
    expected = tuple(None if total is None else pytest.approx(total) for total in export.totals)
    assert report.problems == ()
    assert outcome(report) == (export.form, export.currency, export.rows, expected)
    assert report.period == dict(zip(("start", "end"), export.period, strict=True))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", ["google-german", "meta-english", "google-japanese"])
def test_an_export_in_another_encoding_says_the_same(name: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(EXPORTS[name].text.encode(encoding))
    assert outcome(checked(path))[:3] == (EXPORTS[name].form, EXPORTS[name].currency, EXPORTS[name].rows)


def test_dimensions_and_platform_are_stored(tmp_path: Path) -> None:
    text = "Campaign,Campaign type,Device,Day,Currency code,Cost,Impr.\nBrand,Search,Mobile phones,2025-07-01,INR,1,2\n"
    with duckdb.connect() as con:
        load(con, [write(tmp_path / "a.csv", text)])
        row = con.execute("SELECT platform, campaign_objective, device_type, region, clicks FROM ad_performance").fetchone()
    assert row == ("Google", "Search", "Mobile phones", None, None)


def test_dbt_platforms_are_named_as_ours(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        load(con, [write(tmp_path / "a.csv", EXPORTS["dbt"].text)])
        assert con.execute("SELECT platform, account FROM ad_performance ORDER BY 1").fetchall() == [("Google", "1"), ("Meta", "2")]


def test_a_period_is_not_a_day(tmp_path: Path) -> None:
    text = "Reporting starts,Reporting ends,Campaign name,Amount spent (INR),Impressions\n2025-07-01,2025-07-31,Sale,10,100\n"
    report = checked(write(tmp_path / "a.csv", text))
    assert (report.table, report.rows_loaded, report.totals["spend"]) == ("ad_periods", 1, 10.0)
    assert report.period == {"start": "2025-07-01", "end": "2025-07-31"}
    assert any("not a day" in decision for decision in report.decisions)


def test_a_period_among_days_is_rejected(tmp_path: Path) -> None:
    head = "Reporting starts,Reporting ends,Campaign name,Amount spent (INR)\n"
    rows = "2025-07-01,2025-07-01,Sale,10\n2025-07-02,2025-07-02,Sale,10\n2025-07-01,2025-07-02,Sale,20\n"
    report = checked(write(tmp_path / "a.csv", head + rows))
    assert (report.table, report.rows_loaded, report.rows_rejected) == ("ad_performance", 2, 1)
    assert (report.problems[0].line, report.problems[0].expected[:7]) == (4, "one day")


def test_a_report_of_one_day_is_of_that_day(tmp_path: Path) -> None:
    text = 'Campaign report\n"July 1, 2025 - July 1, 2025"\nCampaign,Cost,Currency code,Impr.\nBrand,1.50,INR,10\n'
    report = checked(write(tmp_path / "a.csv", text))
    assert (report.table, report.period) == ("ad_performance", {"start": "2025-07-01", "end": "2025-07-01"})


def test_results_without_their_kind_are_not_counted(tmp_path: Path) -> None:
    text = "Day,Campaign name,Amount spent (INR),Results\n2025-07-01,Sale,10,5\n"
    report = checked(write(tmp_path / "a.csv", text))
    assert report.totals["conversions"] is None
    assert any("columns not used: Results" in decision for decision in report.decisions)


@pytest.mark.parametrize(("second", "usable"), [("10", True), ("11", False)])
def test_a_heading_that_stands_twice_is_used_where_both_say_the_same(second: str, usable: bool, tmp_path: Path) -> None:
    text = f"Day,Campaign,Cost,Cost,Impr.,CTR,CTR\n2025-07-01,Brand,10,{second},5,1%,2%\n"
    report = checked(write(tmp_path / "a.csv", text))
    assert (report.usable, report.rows_loaded) == (usable, int(usable))


@pytest.mark.parametrize(
    ("row", "found"),
    [("2025-07-01,Brand,USD,₹5,1", "USD"), ("2025-07-01,Brand,XXZ,5,1", "XXZ")],
)
def test_currencies_that_disagree_refuse_the_file(row: str, found: str, tmp_path: Path) -> None:
    report = checked(write(tmp_path / "a.csv", f"Day,Campaign,Currency code,Cost,Impr.\n{row}\n"))
    assert not report.usable
    assert found in report.problems[0].found


def test_a_form_that_could_be_two_is_not_guessed(tmp_path: Path) -> None:
    report = checked(write(tmp_path / "a.csv", "Date,Campaign,Impressions,Clicks,Cost\n2025-07-01,Brand,1,1,1\n"))
    assert (report.usable, report.recognised_as) == (False, None)


@pytest.mark.skipif(not REAL.exists(), reason="the real files are not here")
@pytest.mark.parametrize(
    ("name", "currency", "rows", "totals"),
    [
        ("google_campaign_performance_gbp", "GBP", (6, 0, 0), (20_697, 993, 16_115.24, 95.89, None)),
        ("google_campaign_report_inr", "INR", (2, 0, 4), (46_168, None, 2_565.93, 15, None)),
        ("real_daily_google_ads_aud", "AUD", (1_754, 0, 0), (3_421_446, 51_132, 64_610.08, 2_011.12, 340_732.51)),
        ("real_daily_meta_ads_aud", "AUD", (797, 0, 0), (1_583_911, 38_040, 22_842.98, 160, 153_592.06)),
    ],
)
def test_real_exports_load_to_their_own_totals(
    name: str, currency: str, rows: tuple[int, int, int], totals: tuple[float | None, ...]
) -> None:
    report = checked(REAL / f"{name}.csv")
    expected = tuple(None if total is None else pytest.approx(total, abs=0.011) for total in totals)
    assert outcome(report)[1:] == (currency, rows, expected)
