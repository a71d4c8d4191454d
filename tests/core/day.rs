//! Days as people write them.

use proptest::prelude::*;
use tenken::core::day::Day;

fn today() -> Day {
    "2026-11-29".parse().unwrap()
}

#[test]
fn what_people_write_is_read() {
    for (text, day) in [
        ("2026/12/1", "2026-12-01"),
        ("2026-12-01", "2026-12-01"),
        ("2026.12.1", "2026-12-01"),
        ("２０２６／１２／１", "2026-12-01"),
        ("2026年12月1日", "2026-12-01"),
        (" 2026年 12月 1日 ", "2026-12-01"),
        ("R8.12.1", "2026-12-01"),
        ("r8/12/1", "2026-12-01"),
        ("Ｒ８．１２．１", "2026-12-01"),
        ("令和8年12月1日", "2026-12-01"),
        ("令和元年5月1日", "2019-05-01"),
        ("12/1", "2026-12-01"),
        ("12月1日", "2026-12-01"),
        ("11/29", "2026-11-29"),
        ("11/28", "2027-11-28"),
        ("2/29", "2028-02-29"),
        ("今日", "2026-11-29"),
        ("明日", "2026-11-30"),
        ("月末", "2026-11-30"),
        ("来月末", "2026-12-31"),
        ("再来月末", "2027-01-31"),
        ("2月末", "2027-02-28"),
        ("12月末", "2026-12-31"),
        ("年末", "2026-12-31"),
        ("年度末", "2027-03-31"),
        ("End of next month", "2026-12-31"),
        ("tomorrow", "2026-11-30"),
    ] {
        assert_eq!(Day::read(text, today()).map(|d| d.to_string()).as_deref(), Some(day), "{text}");
    }
}

#[test]
fn what_is_none_or_could_be_several_is_not_guessed() {
    for text in [
        "",
        "未定",
        "2026/13/1",
        "2026/2/29",
        "2026/11/31",
        "26/12/1",
        "1/12/2026",
        "20261201",
        "R0.1.1",
        "R8.12",
        "2026/12",
        "12",
        "2026/257/1",
        "2026/1/257",
        "13月末",
        "0月末",
        "-5月末",
        "1899/1/1",
        "12/1/",
        "+2026/12/1",
    ] {
        assert_eq!(Day::read(text, today()), None, "{text}");
    }
}

#[test]
fn the_end_of_a_month_follows_the_calendar() {
    let at = |text: &str| Day::read("来月末", text.parse().unwrap()).map(|d| d.to_string());
    assert_eq!(at("2028-01-31").as_deref(), Some("2028-02-29"));
    assert_eq!(at("2026-12-31").as_deref(), Some("2027-01-31"));
    assert_eq!(at("9999-12-01"), None, "years end there");
}

proptest! {
    #[test]
    fn every_day_is_read_as_it_is_written(year in 1900u16..=9999, month in 1u8..=12, day in 1u8..=31) {
        if let Some(written) = Day::new(year, month, day) {
            prop_assert_eq!(written.to_string().parse(), Ok(written));
            prop_assert_eq!(Day::read(&format!("{year}/{month}/{day}"), today()), Some(written));
            let coming = Day::read(&format!("{month}月{day}日"), today());
            prop_assert!(coming.is_none_or(|c| c >= today()));
        }
    }

    #[test]
    fn any_text_is_a_day_or_none(text in ".{0,20}") {
        let _ = Day::read(&text, today());
    }
}
