//! The form of protected files and of keys: what was written is read again, and whatever else is refused with its reason.

use proptest::prelude::*;
use tenken::core::{
    exchange::sealed::{
        Container, Content, Cost, Lock, Reply, SealedError, Signature, VERSION, asks_for_passphrase, header,
        keys::{self, PublicKey, Secret, SecretKey},
        read, signed,
        strength::strength,
        words, write,
    },
    file_kind::FileKind,
};

fn lock() -> Lock {
    Lock { cost: Cost::WRITTEN, salt: [1; 16], nonce: [2; 12], check: [3; 32] }
}

fn form(place: &str) -> SealedError {
    SealedError::Form { place: place.into() }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(body: Vec<u8>, encrypted: bool) {
        let lock = encrypted.then(lock);
        let header = header(lock.as_ref());
        let text = write(&header, &body);
        prop_assert_eq!(FileKind::of("a.txt", text.as_bytes()), FileKind::Sealed);
        prop_assert_eq!(asks_for_passphrase(text.as_bytes()), encrypted);
        let container = Container { header, lock, body };
        // Mail changes how lines end, and some programs put a mark in front.
        for text in [text.replace('\n', "\r\n"), format!("\u{feff}{text}\n\n"), text] {
            prop_assert_eq!(read(text.as_bytes()), Ok(container.clone()));
        }
    }

    #[test]
    fn no_byte_can_be_changed(body in prop::collection::vec(any::<u8>(), 0..200), at: prop::sample::Index, to: u8) {
        let text = write(&header(Some(&lock())), &body).into_bytes();
        let mut changed = text.clone();
        changed[at.index(text.len())] = to;
        match read(&changed) {
            // The end of a line, as white space of another kind.
            Ok(container) => prop_assert_eq!(read(&text), Ok(container)),
            Err(e) => prop_assert!(matches!(e, SealedError::Changed | SealedError::NotOurs | SealedError::Truncated), "{:?}", e),
        }
    }

    #[test]
    fn what_is_cut_off_says_so(body in prop::collection::vec(any::<u8>(), 0..200), at: prop::sample::Index) {
        let text = write(&header(None), &body);
        let kept = 40 + at.index(text.len() - 42);
        let error = read(&text.as_bytes()[..kept]).unwrap_err();
        prop_assert!(matches!(error, SealedError::Truncated | SealedError::Changed | SealedError::NotOurs), "{:?}", error);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>) {
        let _ = (Content::read(&bytes), keys::read(&bytes));
        prop_assert_eq!(read(&bytes), Err(SealedError::NotOurs));
    }

    #[test]
    fn contents_come_back_and_no_two_are_signed_alike(name: String, media_type: String, bytes: Vec<u8>, other: Vec<u8>) {
        let mut content = Content::new(&name, &media_type, bytes);
        prop_assert_eq!(Content::read(&content.write()), Ok(content.clone()));
        content.signature = Some(Signature { key: PublicKey([4; 32]), signature: [5; 64] });
        prop_assert_eq!(Content::read(&content.write()), Ok(content.clone()));
        let other = Content { bytes: other, ..content.clone() };
        prop_assert_eq!(signed(&other) == signed(&content), other.bytes == content.bytes);
        let signed = signed(&content);
        prop_assert_eq!(signed.split(|b| *b == b'\n').nth(1), Some(content.name.as_bytes()));
    }

    #[test]
    fn fingerprints_are_the_same_bits_in_both_writings(key: [u8; 32]) {
        let (kana, romaji) = (words::kana(PublicKey(key)), words::romaji(PublicKey(key)));
        let bits = Some(words::bits(PublicKey(key)));
        prop_assert_eq!((words::read(&kana), words::read(&romaji)), (bits, bits));
        prop_assert_eq!(words::read(&romaji.to_uppercase().replace(' ', "")), bits);
        prop_assert_eq!((kana.split(' ').count(), romaji.split(' ').count()), (words::WORDS, words::WORDS));
    }

    #[test]
    fn strength_is_in_its_bounds(passphrase: String, more in "[a-z]{1,9}") {
        let one = strength(&passphrase);
        prop_assert!(one.score <= 4);
        // An unlike word more, behind a space, never makes it weaker.
        let longer = strength(&format!("{passphrase} {more}"));
        prop_assert!(longer.guesses_log10 >= one.guesses_log10);
    }
}

#[test]
fn a_reply_comes_back() {
    let reply =
        Reply { file: "点検.json".into(), note: "a\tb".into(), shown: "t題\np文".into(), ..Reply::default() };
    assert_eq!(Reply::read(&reply.write()), reply);
}

#[test]
fn a_name_leads_nowhere_and_shows_its_own_ending() {
    let content = Content::new("../a\\b\n\u{202e}nosj.exe", "text/\nplain", Vec::new());
    assert_eq!((content.name.as_str(), content.media_type.as_str()), (".._a_b__nosj.exe", "text/plain"));
    assert_eq!(Content::read(b"{\"media_type\":\"\",\"name\":\"a/b\"}\n"), Err(form("content / name")));
    assert_eq!(Content::read(b"{\"media_type\":\"\",\"name\":\"a\",\"x\":1}\n"), Err(form("content / algorithm")));
}

/// The header with one thing replaced, under a digest that fits.
fn with(from: &str, to: &str) -> Result<Container, SealedError> {
    let header = header(Some(&lock()));
    assert!(header.contains(from), "{header}");
    read(write(&header.replacen(from, to, 1), b"").as_bytes())
}

#[test]
fn a_header_of_another_form_is_refused() {
    let newer = SealedError::Newer { version: 2, known: VERSION };
    assert_eq!(with(r#""version":1"#, r#""version":2"#), Err(newer));
    assert_eq!(with(r#""version":1"#, r#""version":0"#), Err(form("header / version")));
    assert_eq!(with("aes-256-gcm", "aes-128-gcm"), Err(form("encryption / cipher")));
    assert_eq!(with("argon2id", "argon2d"), Err(form("encryption / kdf")));
    assert_eq!(with(":19,", ":16,"), Err(form("encryption / kdf_version")));
    assert_eq!(with(r#""lanes":4"#, r#""lanes":0"#), Err(form("encryption / memory_kib")));
    assert_eq!(with(r#""lanes":4"#, r#""lanes":4,"more":1"#), Err(form("encryption / more")));
    assert_eq!(with(r#""lanes":4"#, r#""lanes":4,"lanes":4"#), Err(form("header")));
    assert_eq!(with(r#""salt":"AQ"#, r#""salt":"AQAA"#), Err(form("encryption / salt")));
    assert_eq!(with(r#""salt":"#, r#""pepper":"#), Err(form("encryption / salt")));
}

/// Nobody who sends a file decides how much memory or time it takes.
#[test]
fn a_cost_that_is_too_high_is_refused() {
    for (memory_kib, passes, lanes) in
        [(4 << 20, 3, 4), (262_145, 3, 4), (65536, 11, 4), (65536, 3, 17), (u64::MAX, 1, 1)]
    {
        let to = format!(r#""memory_kib":{memory_kib},"passes":{passes},"lanes":{lanes}"#);
        let error = with(r#""memory_kib":65536,"passes":3,"lanes":4"#, &to).unwrap_err();
        assert_eq!(error, SealedError::CostTooHigh { memory_kib, passes });
    }
    assert!(with(r#""memory_kib":65536,"passes":3"#, r#""memory_kib":262144,"passes":10"#).is_ok());
}

#[test]
fn keys_come_back_and_tell_when_they_were_changed() {
    let (key, secret) = (PublicKey([7; 32]), SecretKey([8; 32]));
    let own = keys::write(key, &secret);
    assert_eq!(keys::read(own.as_bytes()), Ok((key, secret.clone())));
    assert_eq!(FileKind::of("a.json", own.as_bytes()), FileKind::Key);
    let other = own.replace("BwcH", "CAgI");
    assert_eq!(keys::read(other.as_bytes()), Err(SealedError::Changed));
    assert_eq!(keys::read(b"{}"), Err(form("key / format")));
    assert_eq!(keys::read(b"[]"), Err(form("key")));
    assert_eq!(keys::read(b"%PDF"), Err(SealedError::NotOurs));
    // What is logged shows none of it.
    assert_eq!(format!("{secret:?} {:?}", Secret("x".into())), "SecretKey Secret");
}

#[test]
fn passphrases_are_weighed() {
    for (score, passphrases) in [
        (
            0,
            &["", "a", "password", "Password1", "tenken2026", "aaaaaaaaaaaa", "12345678", "elephant", "パスワード"][..],
        ),
        (1, &["elephant battery", "kT5!x"]),
        (4, &["correct horse battery staple", "みどり かめ そら とびら くじら", "x7Kp!9vQ2m#Rt"]),
    ] {
        for passphrase in passphrases {
            let strength = strength(passphrase);
            assert_eq!(strength.score, score, "{passphrase}: {strength:?}");
        }
    }
}
