//! Characters alike whatever their width, and lines put together as Japanese is: without blanks.

/// The characters of which U+2F00 to U+2FD5 are the look-alikes that many PDFs give instead: ⽅ for 方.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日\
     曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
     衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
/// Others of the kind, each with its character behind it.
const MORE_RADICALS: &str = "⺟母⻁虎⻄西⻆角⻑長⻘青⻝食⻤鬼⻨麦⻩黄⻭歯⻯竜⻲亀⻫斉⻱亀⻢馬⻳龟⻅見⻌辶";

/// A text with real characters in the place of radicals that only look like them.
pub(super) fn real(text: &str) -> String {
    let real = |c: char| match c {
        '\u{2f00}'..='\u{2fd5}' => RADICALS.chars().nth(c as usize - 0x2f00).unwrap_or(c),
        '\u{2e80}'..='\u{2eff}' => MORE_RADICALS.chars().skip_while(|m| *m != c).nth(1).unwrap_or(c),
        _ => c,
    };
    text.chars().map(real).collect()
}

/// A character as it is compared: full-width ASCII, blanks and kinds of dots as one.
pub(super) fn plain(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\t' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '〜' => '~',
        '｡' => '。',
        '｢' => '「',
        '｣' => '」',
        _ => c,
    }
}

/// The text without blanks, widths alike: what two texts have to share to say the same.
pub(super) fn bare(text: &str) -> String {
    text.chars().map(plain).filter(|c| !c.is_whitespace()).collect()
}

/// Whether a character is one of those between which Japanese has no blank.
fn wide(c: char) -> bool {
    c as u32 >= 0x2e80
}

/// Puts the next line behind a text. Between letters of the Latin alphabet stands a blank, else none.
pub(super) fn join(text: &mut String, next: &str) {
    let next = tidy(next);
    if let (Some(last), Some(first)) = (text.chars().next_back(), next.chars().next())
        && last.is_ascii_graphic()
        && first.is_ascii_graphic()
        && (last.is_ascii_alphabetic() || last == ',')
        && first.is_ascii_alphanumeric()
    {
        text.push(' ');
    }
    text.push_str(&next);
}

/// The text without blanks at its ends and between Japanese characters; others are one.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let apart = match (out.chars().next_back(), word.chars().next()) {
            (Some(last), Some(first)) => !wide(last) && !wide(first),
            _ => false,
        };
        if apart {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a text ends as a sentence does.
pub(super) fn ends(text: &str) -> bool {
    text.ends_with(['。', '｡'])
}

/// A text without blanks before it, also full-width ones.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}
