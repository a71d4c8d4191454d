//! Ways to write or say the same that no folding of characters catches. Kept short: what occurs in this field.
//!
//! One group a line, its members apart by blanks. A member of kana or letters counts where it is a whole run of them;
//! kanji count wherever they stand.

/// Spellings of one word: as good as what was typed.
pub(super) const SPELLINGS: &[&str] = &[
    "ぜい弱 脆弱",
    "漏えい 漏洩",
    "改ざん 改竄",
    "隠ぺい 隠蔽",
    "遮へい 遮蔽",
    "進ちょく 進捗",
    "ひっ迫 逼迫",
    "補てん 補填",
    "けん制 牽制",
    "破たん 破綻",
    "まん延 蔓延",
    "き損 毀損 棄損",
    "遵守 順守",
    "合わせ 合せ",
    "読み出 読出",
    "ヶ月 ケ月 箇月",
    "centre center",
    "centres centers",
    "licence license",
    "licences licenses",
    "behaviour behavior",
    "catalogue catalog",
    "programme program",
];

/// Other words for the same: ranked below what was typed.
pub(super) const SYNONYMS: &[&str] = &[
    "アップデート 更新",
    "パッチ 修正プログラム",
    "pw パスワード",
    "password passcode",
    "ウイルス マルウェア",
    "virus malware",
    "fw ファイアウォール",
    "db データベース",
    "多要素認証 二要素認証 mfa",
    "bcp 事業継続",
    "ソフト ソフトウェア",
    "アプリ アプリケーション",
    "セキュリティホール 脆弱性",
    "インシデント 事故",
    "外注 委託",
    "社員 従業員",
    "経営者 経営陣",
    "ログイン サインイン",
    "バグ 不具合",
    "キー 鍵",
    "個人データ 個人情報",
];
