import pytest

from analytics.ignored import short, unavailable, unknown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("North", "North"),
        ("R&D + café", "R&D + café"),
        ("a\u00a0b", "a\u00a0b"),
        ("\x00", "\ufffd"),
        ("a\nb\x7f", "a\ufffdb\ufffd"),
        ("\u202eabc", "\ufffdabc"),
        ("x" * 41, "x" * 40 + "…"),
    ],
)
def test_a_text_is_shown_in_characters_that_can_be_seen(text: str, shown: str) -> None:
    assert short(text) == shown


def test_a_value_is_named_with_its_key() -> None:
    assert unavailable("channel", "\x00") == "“channel=\ufffd” in the link is not available here and was ignored."


@pytest.mark.parametrize(
    ("keys", "notices"),
    [
        ([], []),
        (["at"], ["“at” in the link is not known to this page and was ignored."]),
        (["at", "by"], ["“at”, “by” in the link are not known to this page and were ignored."]),
        (list("abcde"), ["“a”, “b”, “c” and 2 more in the link are not known to this page and were ignored."]),
        (["Channel", "\x00"], ["“Channel”, “\ufffd” in the link are not known to this page and were ignored."]),
    ],
)
def test_keys_that_no_one_knows_are_named_together(keys: list[str], notices: list[str]) -> None:
    assert unknown(keys) == notices


@pytest.mark.parametrize(
    "key",
    ["utm_source", "utm_id", "gclid", "fbclid", "msclkid", "dclid", "gbraid", "wbraid", "ttclid", "twclid", "yclid",
     "li_fat_id", "igshid", "mc_cid", "mc_eid", "hsa_acc", "_hsenc_x", "srsltid", "mkt_tok", "_ga", "_gl", "ref", ""],
)  # fmt: skip
def test_what_mail_and_ads_add_to_links_is_passed_over(key: str) -> None:
    assert unknown([key]) == []
