//! Entries are found however their words are typed, the right one first, and marks stand where they should.

use std::{collections::BTreeSet, sync::LazyLock};

use proptest::{prelude::*, sample::select};
use tenken::core::{
    assessment::{Actor, Clock, Edit, paths},
    catalog::{
        CATALOG, EntryKind,
        EntryKind::*,
        search::{Found, Hit, Index, Marked, Query, folded},
    },
    language::Language,
    report::notes,
};

use crate::support::{assessments::empty, cases};

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&CATALOG));

fn found(query: &str) -> Found {
    INDEX.search(query, Language::Ja, 50)
}

fn search(query: &str) -> Vec<Hit> {
    found(query).hits
}

fn keys(hits: &[Hit]) -> Vec<(EntryKind, &'static str)> {
    hits.iter().map(|h| (h.entry.kind, h.entry.id)).collect()
}

/// The text with its marks in brackets.
fn shown(marked: &Marked) -> String {
    let part = |(text, mark): (&str, bool)| if mark { ["[", text, "]"].concat() } else { text.to_owned() };
    marked.parts().into_iter().map(part).collect()
}

/// What is typed, and the entry that has to come first.
const FIRST: &[(&str, EntryKind, &str)] = &[
    // Ids: exact, other widths, Roman numerals, dashes, parts of ids, actions, references.
    ("II.2.1", Section, "II.2.1"),
    ("ii.2.1.1", Control, "II.2.1.1"),
    ("ＩＩ．２．１", Section, "II.2.1"),
    ("Ⅲ．２．１．３", Control, "III.2.1.3"),
    ("Ⅱ。２。１", Section, "II.2.1"),
    ("III.1", Section, "III.1"),
    ("4.2.1", Control, "II.4.2.1"),
    ("A-1", Countermeasure, "A-1"),
    ("a1", Countermeasure, "A-1"),
    ("A－１", Countermeasure, "A-1"),
    ("XA-1.1", Countermeasure, "XA-1"),
    ("A", Viewpoint, "A"),
    ("X-install", Role, "X-install"),
    ("xinstall", Role, "X-install"),
    ("x install b1", Risk, "X-install-B1"),
    ("contract", Role, "contract"),
    ("EN303645:5.3", Countermeasure, "XA-4"),
    ("12.1.3", IsoItem, "12.1.3"),
    ("8.28", IsoItem, "2022.8.28"),
    ("8.24", IsoItem, "10.1.1"),
    ("5.37", IsoItem, "12.1.1"),
    // Japanese: titles, beginnings of titles, words inside.
    ("利用者契約", Role, "contract"),
    ("位置情報", Data, "X-location"),
    ("個人情報", Data, "X-personal"),
    ("ゲートウェイ", Component, "X-gateway"),
    ("情報の分類", Section, "II.4.2"),
    ("稼働率", Control, "III.2.1.1"),
    ("停電", Control, "III.4.2.1"),
    ("再委託", Countermeasure, "XA-12"),
    ("監視カメラ", Control, "III.4.4.2"),
    ("時刻同期", Control, "III.1.1.5"),
    // Widths, kana, long vowel marks, middle dots, small kana.
    ("ﾊﾞｯｸｱｯﾌﾟ", Control, "III.2.3.2"),
    ("ばっくあっぷ", Control, "III.2.3.2"),
    ("ﾛｸﾞ", Countermeasure, "XC-6"),
    ("ろぐ", Countermeasure, "XC-6"),
    ("ｻｰﾊﾞｰﾙｰﾑ", Control, "III.4.3.2"),
    ("サーバールーム", Control, "III.4.3.2"),
    ("サーバストレージ", Equipment, "server"),
    ("ユーザーサポート", Section, "II.8"),
    ("ウィルス", Control, "III.2.2.1"),
    ("ソフトウエア部品表", Countermeasure, "XA-8"),
    ("エッジコンピューター", Component, "X-edge"),
    ("ﾌｨｯｼﾝｸﾞ", Control, "III.3.2.3"),
    ("ｓｂｏｍ", Countermeasure, "XA-8"),
    // Mixed writing, okurigana, particles.
    ("脆弱性", Control, "III.1.1.6"),
    ("ぜい弱性", Control, "III.1.1.6"),
    ("脆弱性診断", Control, "III.2.1.4"),
    ("漏洩", Risk, "X-incident-C1"),
    ("問い合わせ窓口", Countermeasure, "XA-14"),
    ("問合わせ窓口", Countermeasure, "XA-14"),
    ("個人情報の取り扱い", Control, "III.5.1.2"),
    ("バックアップの読み出し", Control, "III.2.3.2"),
    ("鍵の管理", Control, "III.4.4.6"),
    ("要求事項の順守", Section, "II.4.3"),
    // Several words, blanks in odd places.
    ("ログ　保存", Control, "III.2.1.3"),
    ("通信 暗号化", Control, "III.3.2.2"),
    ("バック アップ 定期", Control, "III.2.3.1"),
    ("サーバ 証明書", Control, "III.3.2.3"),
    (" パッチ\t適用 ", Control, "III.1.1.6"),
    // Pieces.
    ("端末管理対策", Section, "III.5.2"),
    ("従業員教育", Control, "II.5.2.1"),
    ("ログ取得保存", Control, "III.2.1.3"),
    ("管理者認証", Control, "III.3.1.3"),
    ("サーバルーム消火", Control, "III.4.3.2"),
    ("不正アクセスファイアウォール", Control, "III.3.1.4"),
    ("パッチを適用する", Control, "III.1.1.6"),
    // Other words for it.
    ("ヴァックアップ", Control, "III.2.3.2"),
    ("ｻｰｳﾞｧｰﾙｰﾑ", Control, "III.4.3.2"),
    ("PW", Risk, "X-install-B1"),
    ("アップデート", Risk, "X-develop-B2"),
    ("ＤＢ暗号化", Control, "III.2.2.2"),
    ("ファイヤーウォール", Control, "III.3.1.4"),
    ("ウェブ", Component, "X-web"),
    ("スマホ", Component, "X-mobile"),
    ("研修", Control, "II.5.2.1"),
    ("リモート保守", Risk, "X-maintain-B3"),
    ("モニタリング", Control, "III.1.1.1"),
    ("下請け", Risk, "X-maintain-A1"),
    ("知財", Control, "II.7.1.1"),
    ("個情法", Control, "II.7.1.1"),
    // English.
    ("user contract", Role, "contract"),
    ("vulnerabilities", Section, "II.6.1"),
    ("encrypted database", Control, "III.2.2.2"),
    ("Organization for information security", Section, "II.2"),
    ("firewall", Control, "III.3.1.4"),
    ("phishing", Control, "III.3.2.3"),
    ("time synchronization", Control, "III.1.1.5"),
    ("edge computers", Countermeasure, "A-3"),
    ("sub-contractors", Countermeasure, "XA-12"),
    ("patching terminal", Control, "III.5.2.1"),
    ("data center", Section, "II.2.2"),
    // Words that stand in evaluation items and best practices.
    ("ログ保存期間", Control, "III.2.1.3"),
    ("利用状況ログの保存期間", Control, "III.2.1.3"),
    ("世代バックアップ", Control, "III.2.3.1"),
    ("死活監視インターバル", Control, "III.1.1.1"),
    ("無停電電源", Control, "III.4.2.1"),
    ("ＵＰＳ", Control, "III.4.2.1"),
    ("入退室記録の保存", Control, "III.4.4.1"),
    ("パターンファイル更新間隔", Control, "III.2.2.1"),
    ("ポートスキャン", Control, "III.2.1.4"),
    ("hot standby", Control, "III.2.1.3"),
];

fn misses(table: &[(&str, EntryKind, &str)]) -> Vec<String> {
    let mut misses = Vec::new();
    for (query, kind, id) in table {
        let found = keys(&search(query));
        if found.first() != Some(&(*kind, *id)) {
            misses.push(format!("{query}: {kind:?} {id} is not first in {:?}", &found[..found.len().min(5)]));
        }
    }
    misses
}

#[test]
fn what_is_meant_comes_first() {
    let wrong = misses(FIRST);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{} queries", FIRST.len());
}

#[test]
fn a_section_is_followed_by_what_stands_in_it() {
    let found = keys(&search("III.1"));
    let controls = CATALOG.controls.iter().filter(|c| c.id.0.starts_with("III.1.")).map(|c| (Control, c.id.0));
    let expected: Vec<_> = [(Section, "III.1"), (Section, "III.1.1")].into_iter().chain(controls).collect();
    assert_eq!(found[..expected.len()], expected);
}

#[test]
fn texts_are_marked_where_the_words_stand() {
    let title = |query: &str| shown(&search(query)[0].title);
    assert_eq!(title("ﾕｰｻﾞｰｻﾎﾟｰﾄ"), "[ユーザサポート]の責任");
    assert_eq!(title("ぜい弱性診断"), "[脆弱性診断]の定期実施と指摘への対応");
    assert_eq!(title("鍵 サーバルーム"), "[サーバルーム]とラックの[鍵]管理");
    assert_eq!(title("管理者認証"), "利用者と[管理者の認証]、なりすまし対策");
    assert_eq!(title("従業員教育"), "全[従業員]への情報セキュリティの[教育]・訓練");
    assert_eq!(
        title("サーバストレージネットワーク"),
        "アプリケーション、プラットフォーム、[サーバ・ストレージ]、[ネットワーク]に共通する情報セキュリティ対策"
    );
    assert_eq!(
        title("III.1"),
        "アプリケーション、プラットフォーム、サーバ・ストレージ、ネットワークに共通する情報セキュリティ対策"
    );
}

#[test]
fn the_snippet_is_in_the_language_asked_for() {
    let snippet = |query: &str, language: Language| {
        let hit = INDEX.search(query, language, 1).hits.remove(0);
        let (field, marked) = hit.snippet.unwrap();
        (field, shown(&marked))
    };
    let (field, text) = snippet("サーバ 証明書", Language::Ja);
    assert!(field == "statement" && text.starts_with("[サーバ証明書]を取得"), "{field}: {text}");
    // Also where the words stand in the other language alone: then nothing in it is marked.
    let (field, text) = snippet("edge", Language::Ja);
    assert!(field == "name" && text == "エッジコンピュータ", "{field}: {text}");
    let (field, text) = snippet("監視カメラ", Language::En);
    assert!(field == "title" && text.is_ascii() && !text.contains('['), "{field}: {text}");
    let (field, text) = snippet("EN303645:5.3", Language::En);
    assert!(field == "references" && text.contains("[EN303645:5.3]"), "{field}: {text}");
    let (field, _) = snippet("XA-1.2", Language::En);
    assert_eq!(field, "action.XA-1.2");
}

#[test]
fn words_of_katakana_are_no_parts_of_others() {
    let found = keys(&search("ログ"));
    let program = CATALOG.component("X-analytics").unwrap();
    assert!(program.about.ja().contains("プログラム"));
    let place = found.iter().position(|k| *k == (Component, program.id.0));
    let real = found.iter().position(|k| *k == (Control, "III.2.1.3")).unwrap();
    assert!(place.is_none_or(|p| p > real), "{found:?}");
    // メール is not 定める, and what a long vowel mark tells apart stays apart.
    for hit in search("メール") {
        let texts = [Some(&hit.title), hit.snippet.as_ref().map(|s| &s.1)];
        let marked = texts.into_iter().flatten().flat_map(|m| m.parts()).filter(|(_, mark)| *mark);
        assert!(marked.into_iter().all(|(text, _)| text == "メール" || text == "mail"), "{hit:?}");
    }
}

#[test]
fn nothing_typed_finds_nothing() {
    for query in ["", " ", "　\t\n", "-", "・ー", "「」", "。", "\u{3099}", "\u{200b}"] {
        assert_eq!(search(query), [], "{query:?}");
    }
    assert_eq!(search("存在しない語句"), []);
    assert_eq!(search("存在しない語句 ゐゑゐゑ"), []);
    assert_eq!(INDEX.search("ログ", Language::Ja, 0).hits, []);
    assert_eq!(INDEX.search("の", Language::Ja, 7).hits.len(), 7);
}

#[test]
fn where_no_entry_has_all_words_those_come_that_have_most() {
    let whole = found("ログ 保存");
    assert!(!whole.partly && !whole.hits.is_empty());
    let part = found("ログ 保存 存在しない語句");
    assert!(part.partly);
    assert_eq!(keys(&part.hits), keys(&whole.hits), "the best of two words of three are those of the two");
    assert!(found("存在しない語句").hits.is_empty() && !found("存在しない語句").partly, "of one word there is no part");
}

/// Entries of the guideline come before those of its indexes that match alike.
#[test]
fn what_the_guideline_says_comes_before_its_indexes() {
    let is_index = |kind: EntryKind| matches!(kind, Point | IsoChapter | IsoItem);
    for query in
        ["バックアップ", "ログ", "暗号", "教育", "契約", "監視", "アクセス制御", "供給者", "情報セキュリティ", "access"]
    {
        let found = keys(&INDEX.search(query, Language::Ja, 400).hits);
        let last = found.iter().rposition(|(kind, id)| {
            let title = CATALOG.entry(*kind, id).unwrap().title;
            !is_index(*kind)
                && (folded(title.ja()).contains(&folded(query)) || folded(title.en()).contains(&folded(query)))
        });
        let exact = |kind: EntryKind, id: &str| {
            let title = CATALOG.entry(kind, id).unwrap().title;
            [title.ja(), title.en()].map(folded).contains(&folded(query))
        };
        let first = found.iter().position(|(kind, id)| is_index(*kind) && !exact(*kind, id));
        if let (Some(last), Some(first)) = (last, first) {
            assert!(last < first, "{query}: {:?}", &found[..=last]);
        }
    }
}

#[test]
fn folding_writes_alike() {
    for (text, plain) in [
        ("ＩＩ．２．１", "ii.2.1"),
        ("Ⅱ", "ii"),
        ("ⅻ", "xii"),
        ("⑫", "12"),
        ("ﾊﾞｯｸｱｯﾌﾟ", "バツクアツプ"),
        ("バックアップ", "バツクアツプ"),
        ("か\u{3099}ｳﾞハ゜", "がブパ"),
        ("ヴァヴィヴヴェヴォ", "バビブベボ"),
        ("ｳﾞｧゔぃレヴュー", "バびレビユー"),
        ("3ヶ月", "3カ月"),
        ("“A—B”　c", "\"a-b\" c"),
        ("a\u{ad}b\u{feff}", "ab"),
        ("𠮷野", "𠮷野"),
    ] {
        assert_eq!(folded(text), plain, "{text}");
    }
}

#[test]
fn what_people_wrote_is_found_where_it_stands() {
    let found = |typed: &str, limit: usize, mut bytes: usize| -> Vec<String> {
        let mut assessment = empty();
        let (risk, control) = (CATALOG.risks[0].id, CATALOG.controls[0].id);
        let (of, action) = (CATALOG.countermeasures[0].id, CATALOG.countermeasures[0].actions[0].id);
        let line = paths::role(CATALOG.roles[0].id);
        let edits = [
            Edit::text(paths::name(), "工場の監視"),
            Edit::text(paths::risk(risk, None, "reason"), "回線の二重化はサーバーの更改に合わせる"),
            Edit::text(paths::risk(risk, None, "decision"), "accept"),
            Edit::text(paths::control(control, "owner"), "総務部 田中"),
            Edit::text(paths::evidence_note(control, 1), "規程集 第3章 田中が保管"),
            Edit::text(paths::action(of, action, "remark"), "監視は夜間だけ"),
            Edit::text(paths::partner(&line), "監視センター"),
            Edit::text(paths::presumed(&line), "yes"),
        ];
        assessment.apply(&edits, &mut Clock::new(Actor::new(1)), 1, "");
        let query = Query::new(typed).unwrap();
        notes(&assessment, &query, limit, &mut bytes).iter().map(|(path, _)| path.to_string()).collect()
    };
    let all = usize::MAX;
    let control = CATALOG.controls[0].id;
    assert_eq!(
        found("田中", 9, all),
        [format!("controls/{control}/evidence/1/note"), format!("controls/{control}/owner")]
    );
    assert_eq!(found("タナカ", 9, all), [""; 0]);
    assert_eq!(found("田中 規程", 9, all), [format!("controls/{control}/evidence/1/note")], "all words in one text");
    // Spelt in another way, and other words for it.
    assert_eq!(found("ｻｰﾊﾞ更改", 9, all).len(), 1);
    assert_eq!(found("モニタリング", 9, all).len(), 3);
    assert_eq!(found("監視", 2, all).len(), 2);
    // Keywords are nobody's words.
    assert_eq!(found("accept", 9, all), [""; 0]);
    assert_eq!(found("yes", 9, all), [""; 0]);
    // What would take too long is not read.
    assert_eq!(found("工場", 9, 10), [""; 0]);
    // A whole word comes before one in pieces.
    assert_eq!(found("監視夜間", 9, all).len(), 1);
}

/// The text as somebody with another keyboard types it.
fn half_width(text: &str) -> String {
    const FULL: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    let mut out = String::new();
    for ch in text.chars() {
        let half = |ch: char| FULL.chars().position(|f| f == ch).and_then(|at| char::from_u32(0xFF66 + at as u32));
        let before = |back: u32| char::from_u32(u32::from(ch).wrapping_sub(back)).and_then(half);
        match ch {
            '!'..='~' => out.extend(char::from_u32(u32::from(ch) + 0xFEE0)),
            _ if half(ch).is_some() => out.extend(half(ch)),
            'ガ'..='ド' if before(1).is_some() => out.extend(before(1).into_iter().chain(['ﾞ'])),
            'バ' | 'ビ' | 'ブ' | 'ベ' | 'ボ' => out.extend(before(1).into_iter().chain(['ﾞ'])),
            'パ' | 'ピ' | 'プ' | 'ペ' | 'ポ' => out.extend(before(2).into_iter().chain(['ﾟ'])),
            _ => out.push(ch),
        }
    }
    out
}

fn hiragana(text: &str) -> String {
    let one = |c| if ('ァ'..='ヶ').contains(&c) { char::from_u32(u32::from(c) - 0x60).unwrap_or(c) } else { c };
    text.chars().map(one).collect()
}

#[test]
fn a_title_finds_its_entry() {
    // Each title in one of the languages, by turns.
    for (entry, is_english) in CATALOG.entries().into_iter().zip([false, true].into_iter().cycle()) {
        let title = if is_english { entry.title.en() } else { entry.title.ja() };
        let found = search(title);
        let first = found.iter().take_while(|h| {
            [h.entry.title.ja(), h.entry.title.en(), h.entry.id].into_iter().any(|said| folded(said) == folded(title))
        });
        assert!(keys(&found)[..first.count()].contains(&(entry.kind, entry.id)), "{title}: {:?}", keys(&found));
    }
}

#[test]
fn width_and_kana_do_not_matter() {
    let words: BTreeSet<&str> = FIRST.iter().map(|(query, ..)| *query).collect();
    for word in words {
        let (plain, half) = (search(word), search(&half_width(word)));
        assert_eq!(plain, half, "{word} as {}", half_width(word));
        if word.chars().any(|c| ('ぁ'..='ん').contains(&c)) {
            // Particles and endings are told from words by being the hiragana.
            continue;
        }
        // More may be found in hiragana, since what looks like an ending may be left out, but not before the rest.
        let (plain, hira) = (keys(&plain), keys(&search(&hiragana(word))));
        assert!(plain.is_empty() || plain.first() == hira.first(), "{word} as {}", hiragana(word));
    }
}

/// Texts like those that people type: pieces of the catalogue, of queries, and anything.
fn queries() -> impl Strategy<Value = String> {
    let texts: Vec<&str> = CATALOG
        .entries()
        .iter()
        .flat_map(|e| [e.title.ja(), e.title.en(), e.id])
        .chain(FIRST.iter().map(|(query, ..)| *query))
        .collect();
    let piece = (proptest::sample::select(texts), 0..20_usize, 1..12_usize)
        .prop_map(|(text, from, length)| text.chars().skip(from).take(length).collect::<String>());
    let odd = proptest::sample::select(vec![
        "ー", "・", "-", "ﾞ", "゛", "\u{3099}", " ", "　", "Ⅱ", "⑫", "の", "ｯ", "𠮷", ".",
    ]);
    let part = prop_oneof![4 => piece, 2 => odd.prop_map(str::to_owned), 1 => ".{0,4}"];
    proptest::collection::vec(part, 1..5).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn marks_are_in_order_inside_the_text(query in queries(), language in select(Language::ALL.to_vec()), limit in 0..30_usize) {
        let hits = INDEX.search(&query, language, limit).hits;
        prop_assert!(hits.len() <= limit);
        let unique: BTreeSet<_> = keys(&hits).into_iter().collect();
        prop_assert_eq!(unique.len(), hits.len());
        for hit in &hits {
            let title = language.pick(hit.entry.title.ja(), hit.entry.title.en());
            prop_assert_eq!(&hit.title.text, title);
            for marked in [Some(&hit.title), hit.snippet.as_ref().map(|s| &s.1)].into_iter().flatten() {
                let mut from = None;
                for mark in &marked.marks {
                    prop_assert!(from.is_none_or(|f| f < mark.start) && mark.start < mark.end, "{:?}", marked);
                    prop_assert!(marked.text.get(mark.clone()).is_some(), "{:?}", marked);
                    from = Some(mark.end);
                }
                let parts: String = marked.parts().into_iter().map(|(text, _)| text).collect();
                prop_assert_eq!(parts, &*marked.text);
            }
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in prop_oneof![queries(), "\\PC{0,40}", any::<String>()]) {
        let once = folded(&text);
        prop_assert_eq!(folded(&once), once);
    }

    #[test]
    fn what_is_folded_alike_finds_the_same(query in queries()) {
        prop_assert_eq!(search(&query), search(&folded(&query)));
        prop_assert_eq!(search(&query), search(&half_width(&query)));
    }

    /// Any run of a title finds the entry, wherever it begins and ends, if only the English words are whole.
    #[test]
    fn a_run_of_a_title_finds_the_entry(at in any::<proptest::sample::Index>(), from in 0..30_usize, length in 2..20_usize) {
        let entries = CATALOG.entries();
        let entry = at.get(&entries);
        let title: Vec<char> = entry.title.ja().chars().collect();
        let run: String = title.iter().skip(from % title.len()).take(length).collect();
        let cut = run.trim_matches(|c: char| c.is_ascii_alphanumeric());
        prop_assume!(cut.chars().any(char::is_alphanumeric) && !cut.starts_with('ー'));
        let found = INDEX.search(cut, Language::Ja, usize::MAX).hits;
        prop_assert!(keys(&found).contains(&(entry.kind, entry.id)), "{cut}");
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>()) {
        let _ = search(&text);
    }
}
