//! The words in which values are written, folded as the search folds them. One line a meaning.

use super::{
    AskBack,
    tokens::{
        Bound,
        Token::{self, *},
    },
};
use crate::core::catalog::Unit;

/// Words, parted by `|`, and what they mean. The longest that fits is taken.
pub(super) static WORDS: &[(&str, Token)] = &[
    // Units.
    ("秒間|秒|seconds|second|secs|sec|s", Unit(Unit::Seconds)),
    ("分間|分|minutes|minute|mins|min", Unit(Unit::Minutes)),
    ("時間|hours|hour|hrs|hr|h", Unit(Unit::Hours)),
    ("日間|日|days|day|d", Unit(Unit::Days)),
    ("週間|週|weeks|week|wks|wk|w", Unit(Unit::Weeks)),
    ("か月間|カ月間|ケ月間|箇月間|個月間|か月|カ月|ケ月|箇月|個月|months|month|mos|mo", Unit(Unit::Months)),
    ("年間|年度|年|years|year|yrs|yr|y", Unit(Unit::Years)),
    ("%|パーセント|percent|per cent|pct", Unit(Unit::Percent)),
    ("世代分|世代|generations|generation|gens|gen", Unit(Unit::Generations)),
    ("月", Month),
    ("半年間|半年|半期|half-year", Amount(6, Unit::Months)),
    ("半日", Amount(12, Unit::Hours)),
    ("四半期|quarters|quarter", Amount(3, Unit::Months)),
    ("fortnight", Amount(2, Unit::Weeks)),
    ("半|half", Half),
    ("m|半月|半週|月末|月初|half-month", Ask(AskBack::Ambiguous)),
    // How often.
    ("毎秒", Each(1, Unit::Seconds)),
    ("毎分", Each(1, Unit::Minutes)),
    ("毎時間|毎時|hourly", Each(1, Unit::Hours)),
    ("毎日|日次|日毎|daily|everyday", Each(1, Unit::Days)),
    ("毎週|週次|週毎|weekly", Each(1, Unit::Weeks)),
    ("毎月|月次|月毎|月例|monthly", Each(1, Unit::Months)),
    ("毎年度|毎年|年次|年毎|yearly|annually|annual", Each(1, Unit::Years)),
    ("quarterly", Each(3, Unit::Months)),
    ("half-yearly|semiannually|semi-annually", Each(6, Unit::Months)),
    ("隔日|every other day", Each(2, Unit::Days)),
    ("隔週|every other week|fortnightly", Each(2, Unit::Weeks)),
    ("隔月|every other month", Each(2, Unit::Months)),
    ("隔年|every other year", Each(2, Unit::Years)),
    ("biweekly|bi-weekly|bimonthly|bi-monthly|biannual|biannually|biennial", Ask(AskBack::Ambiguous)),
    ("回|度|times|time", Times),
    ("once", Often(1)),
    ("twice", Often(2)),
    ("ごとに|ごと|毎に|毎|につき|に|あたり|当たり|間隔|隔|/|per|every|each|in|interval", Per),
    ("おきに|おき", Other),
    ("a|an", A),
    (
        "常時|常に|リアルタイム|連続|継続的に|24時間365日|365日24時間|24/365|24/7|continuously|continuous|constantly|real time|real-time",
        Always,
    ),
    // Bounds.
    ("以内に|以内|以下|未満|or less|or fewer|max|maximum|at the latest", Is(Bound::MostAfter)),
    (
        "最大で|最大|最長で|最長|上限|遅くとも|within|at most|up to|no more than|not more than|less than|under|≤|≦|<=|<",
        Is(Bound::MostBefore),
    ),
    ("以上|超|or more|or longer", Is(Bound::LeastAfter)),
    ("最低でも|最低|最短|最小|少なくとも|下限|at least|minimum|more than|over|≥|≧|>=|>", Is(Bound::LeastBefore)),
    ("~|-|から|ないし|to", To),
    // Numbers in words; kanji are read as numbers.
    ("one", Number(1000)),
    ("two", Number(2000)),
    ("three", Number(3000)),
    ("four", Number(4000)),
    ("five", Number(5000)),
    ("six", Number(6000)),
    ("seven", Number(7000)),
    ("eight", Number(8000)),
    ("nine", Number(9000)),
    ("ten", Number(10_000)),
    ("twelve", Number(12_000)),
    // Without end, and not at all.
    (
        "無期限|永久|永年|恒久|無制限|期限なし|forever|permanently|permanent|indefinitely|indefinite|unlimited|no limit",
        Forever,
    ),
    (
        "実施していない|行つていない|保存していない|保管していない|取得していない|通知していない|していない|未実施|未対応|なし|not done|never|none|not kept",
        NotDone,
    ),
    // From when. Each in the one metric that it fits.
    (
        "検知後|検出後|発見後|検知から|検出から|発見から|公開後|公開から|リリース後|リリースから|of detection|after detection|from detection|of release|after release|from release",
        Since,
    ),
    (
        "サービス提供期間終了後|サービス提供終了後|サービス終了後|サービス終了から|提供終了後|契約終了後|解約後|終了後|終了から|サービス提供期間+|after the service ends|after service ends|after the end of the service|after the end of service|after termination",
        After,
    ),
    // What says nothing more.
    ("を|で|は|の|ずつ|保存|保管|保持|実施|更新|報告|通知|確認|for|the|kept|(|)", Noise),
    // What cannot be compared.
    (
        "約|およそ|おおよそ|程度|ほど|ぐらい|くらい|前後|数|about|approximately|approx|around|roughly|some|several|a few",
        Ask(AskBack::Approximate),
    ),
    (
        "翌営業日|営業日|平日|翌日|当日中|当日|即日|翌朝|翌週|翌月|next business day|business days|business day|next working day|working days|working day|weekdays|next day|same day",
        Ask(AskBack::Calendar),
    ),
    (
        "随時|適宜|定期的に|定期的|定期|都度|毎回|必要|即時|即座に|直ちに|すぐに|すぐ|速やかに|早急に|できるだけ|不定期|未定|不明|わからない|immediately|asap|regularly|periodically|as needed|on demand|as soon as possible|unknown|tbd",
        Ask(AskBack::Vague),
    ),
];
