from analytics.return_insights import strongest_return, weakest_return
from tests.analytics.told import day, said, told


def test_weakest_return() -> None:
    """All: 1,000 on 100. Fax: 50 on 50, a tenth of the average."""
    assert said(weakest_return, day("Email", 50, 950), day("Fax", 50, 50)) == (
        "Weakest return",
        "Fax 1.0×",
        "It took 50 % of spend (₹50.00) and brought 5 % of revenue. Email returned 19.0× on ₹50.00.",
        "Fax alone",
        "channel=Fax",
    )


def test_no_weakest_return_above_half_of_the_average_or_on_little_spend() -> None:
    """Fax returns 6 of 10 on average; then 1 on 4 % of spend."""
    assert told(weakest_return, day("Email", 50, 700), day("Fax", 50, 300)) is None
    assert told(weakest_return, day("Email", 96, 950), day("Fax", 4, 4)) is None


def test_organic_revenue_is_no_return() -> None:
    """Without the 9,000 of Direct, paid channels return 10 on average and Fax 6."""
    assert told(weakest_return, day("Email", 50, 700), day("Fax", 50, 300), day("Direct", 0, 9_000)) is None


def test_shares_are_amounts_where_a_channel_is_negative() -> None:
    rows = day("Email", 50, 950), day("Fax", 50, -50)
    assert said(weakest_return, *rows)[1:3] == (
        "Fax −1.0×",
        "It took 50 % of spend (₹50.00) and brought −₹50.00 of revenue. Email returned 19.0× on ₹50.00.",
    )


def test_strongest_return() -> None:
    """Paid: 1,000 on 100; Email 760 on 40, 1.9 times the average."""
    assert said(strongest_return, day("Email", 40, 760), day("Fax", 60, 240), day("Direct", 0, 1_000)) == (
        "Strongest return",
        "Email 19.0×",
        "It took 40 % of spend (₹40.00) and brought 38 % of revenue. Paid channels together returned 10.0×.",
        "Email alone",
        "channel=Email",
    )


def test_no_strongest_return_below_one_and_a_half_of_the_average() -> None:
    assert told(strongest_return, day("Email", 50, 740), day("Fax", 50, 260)) is None
    assert told(strongest_return, day("Email", 50, 740)) is None


def test_no_return_stands_out_where_nothing_came_back() -> None:
    rows = day("Email", 50, 0), day("Fax", 50, 0)
    assert told(weakest_return, *rows) is None
    assert told(strongest_return, *rows) is None
