//! Protected files: what was protected is opened again, and what is wrong with one is told apart.

use std::path::PathBuf;

use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{Aead, Payload},
};
use ed25519_dalek::{Signer, SigningKey};
use tenken::{
    core::{
        exchange::sealed::{
            self, Content, Reply, SealedError, header,
            keys::{PublicKey, Secret},
            words as words_of,
        },
        jobs::{Job, Order, Step},
        language::Language,
    },
    worker::{
        answer,
        sealed::{new_key, open, public_key, seal, words},
    },
};

const FILE: &[u8] = "点検の結果\r\n\0".as_bytes();

fn secret(text: &str) -> Secret {
    Secret(text.into())
}

/// The file of a key.
fn key(n: u8) -> Secret {
    new_key([n; 32])
}

fn public(file: &Secret) -> PublicKey {
    public_key(file.0.as_bytes()).unwrap()
}

fn sealed(passphrase: Option<&str>, by: Option<&Secret>) -> Vec<u8> {
    let content = Content::new("点検.json", "application/json", FILE.to_vec());
    seal(content, passphrase.map(secret).as_ref(), by, [9; 32]).unwrap()
}

/// Who signed it.
fn opened(bytes: &[u8], passphrase: Option<&str>) -> Result<Option<PublicKey>, SealedError> {
    let content = open(bytes, passphrase.map(secret).as_ref())?;
    let Content { name, media_type, bytes, signature } = content;
    assert_eq!((name.as_str(), media_type.as_str(), &bytes[..]), ("点検.json", "application/json", FILE));
    Ok(signature.map(|by| by.key))
}

/// The container with its body changed, under a digest that fits: what somebody can do who knows the form.
fn forged(bytes: &[u8], change: impl Fn(&mut String, &mut Vec<u8>)) -> Vec<u8> {
    let mut container = sealed::read(bytes).unwrap();
    change(&mut container.header, &mut container.body);
    sealed::write(&container.header, &container.body).into_bytes()
}

#[test]
fn what_was_protected_is_opened_again() {
    let key = key(1);
    for passphrase in [None, Some("合言葉 ガｶﾞ")] {
        for by in [None, Some(&key)] {
            let file = sealed(passphrase, by);
            assert_eq!(sealed::asks_for_passphrase(&file), passphrase.is_some());
            assert_eq!(opened(&file, passphrase), Ok(by.map(public)));
        }
    }
    // Without the passphrase nothing of it is seen.
    let text = String::from_utf8(sealed(Some("x"), Some(&key))).unwrap();
    assert!(!text.contains("json") && !text.contains(&public(&key).base64()));
}

#[test]
fn a_passphrase_is_the_same_however_it_was_typed() {
    let file = sealed(Some("ガ ab é"), None);
    // In half width, in full width, with the accent as a letter of its own.
    assert!(opened(&file, Some("ｶﾞ\u{3000}ａｂ e\u{301}")).is_ok());
    assert_eq!(opened(&file, Some("ガ Ab é")), Err(SealedError::WrongPassphrase));
}

#[test]
fn each_fault_has_a_reason_of_its_own() {
    let file = sealed(Some("right"), Some(&key(1)));
    assert_eq!(opened(&file, None), Err(SealedError::PassphraseNeeded));
    assert_eq!(opened(&file, Some("wrong")), Err(SealedError::WrongPassphrase));
    assert_eq!(opened(&file[..file.len() / 2], Some("right")), Err(SealedError::Truncated));
    assert_eq!(opened(b"%PDF-1.7", Some("right")), Err(SealedError::NotOurs));
    // By chance, wherever it is behind what the file calls itself: in the header, in the body, in the digest.
    for at in [60, 100, 130, 180, 240, 320, file.len() - 20] {
        let mut changed = file.clone();
        changed[at] ^= 1;
        assert_eq!(opened(&changed, Some("right")), Err(SealedError::Changed), "byte {at}");
    }
    // With intent: each part of the body, and in the header the nonce.
    let len = sealed::read(&file).unwrap().body.len();
    for at in [0, len / 2, len - 1] {
        let changed = forged(&file, |_, body| body[at] ^= 1);
        assert_eq!(opened(&changed, Some("right")), Err(SealedError::Changed), "byte {at} of the body");
    }
    let nonce = forged(&file, |header, _| *header = header.replacen("\"nonce\":\"CQ", "\"nonce\":\"CA", 1));
    assert_eq!(opened(&nonce, Some("right")), Err(SealedError::Changed));
    // Another salt gives another key: no passphrase is right any more.
    let salt = forged(&file, |header, _| *header = header.replacen("\"salt\":\"CQ", "\"salt\":\"CA", 1));
    assert_eq!(opened(&salt, Some("right")), Err(SealedError::WrongPassphrase));
    let costly = forged(&file, |header, _| *header = header.replacen("65536", "4194304", 1));
    assert_eq!(opened(&costly, Some("right")), Err(SealedError::CostTooHigh { memory_kib: 4_194_304, passes: 3 }));
}

#[test]
fn a_signature_is_by_the_key_that_is_named() {
    let file = sealed(None, Some(&key(1)));
    let (ours, theirs) = (public(&key(1)).base64(), public(&key(2)).base64());
    // The file changed, and its digest with it.
    let changed = forged(&file, |_, body| *body.last_mut().unwrap() ^= 1);
    assert_eq!(opened(&changed, None), Err(SealedError::BadSignature));
    // Another key named, with our signature.
    let renamed = forged(&file, |_, body| {
        *body = String::from_utf8(body.clone()).unwrap().replace(&ours, &theirs).into_bytes();
    });
    assert_eq!(opened(&renamed, None), Err(SealedError::BadSignature));
    // The name changed, which is signed, too.
    let moved =
        forged(&file, |_, body| *body = String::from_utf8(body.clone()).unwrap().replace(".json", ".html").into());
    assert_eq!(open(&moved, None), Err(SealedError::BadSignature));
    // Signed by somebody else: that is another signer, and is said.
    assert_eq!(opened(&sealed(None, Some(&key(2))), None), Ok(Some(public(&key(2)))));
    // Taken off, where nothing encrypts it: then nobody signed it.
    let plain = Content::new("点検.json", "application/json", FILE.to_vec()).write();
    assert_eq!(opened(&forged(&file, |_, body| *body = plain.clone()), None), Ok(None));
    // A key of small order, for which others accept anything.
    let zero = forged(&file, |_, body| {
        let key = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        *body = String::from_utf8(body.clone()).unwrap().replace(&ours, key).into_bytes();
    });
    assert_eq!(opened(&zero, None), Err(SealedError::BadSignature));
}

/// Files of version 1 are opened for ever. Kept as they were written then.
#[test]
fn files_of_version_1_are_opened() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sealed");
    let key = key(1);
    for (name, passphrase, by) in [
        ("v1-both.tenken-sealed", Some("合言葉 correct horse"), Some(&key)),
        ("v1-passphrase.tenken-sealed", Some("合言葉 correct horse"), None),
        ("v1-signed.tenken-sealed", None, Some(&key)),
    ] {
        let file = std::fs::read(folder.join(name)).unwrap();
        assert_eq!(opened(&file, passphrase), Ok(by.map(public)), "{name}");
    }
}

/// A step in English, with a reply and the file beside it.
fn step(file: &[u8], step: Step) -> (Reply, Vec<u8>) {
    let order = Order { pack: None, job: Job::Sealed(Step { english: true, ..step }) };
    let answer = answer(&order.write(), file, &|_| {}, &|| [3; 32]);
    (Reply::read(&answer.text), answer.bytes)
}

/// What is typed, and ticked at the end, to protect a file.
fn typed(passphrase: &str, again: &str, sign: bool) -> Secret {
    Secret(format!("0{passphrase}\n0{again}\n{}on", u8::from(sign)))
}

fn protect(typed: Secret, pressed: u8, key: &Secret) -> (Reply, Vec<u8>) {
    let (name, media_type) = ("点検.json".into(), "application/json".into());
    step(FILE, Step { name, media_type, typed, pressed, key: key.clone(), ..Step::default() })
}

/// Opens a file with the button, and without the passphrase where it is empty.
fn open_by(file: &[u8], passphrase: &str, key: &Secret, known: &str) -> (Reply, Vec<u8>) {
    let (name, typed) = ("x.tenken-sealed".into(), Secret(format!("0{passphrase}")));
    step(file, Step { name, typed, key: key.clone(), known: known.into(), ..Step::default() })
}

/// The kinds of the pieces that are shown.
fn kinds(reply: &Reply) -> String {
    reply.shown.lines().filter_map(|line| line.chars().next()).collect()
}

#[test]
fn what_is_typed_is_weighed_and_has_to_be_the_same() {
    let none = Secret::default();
    for (typed, pressed, said) in [
        (typed("password", "", false), Step::NOTHING, "very weak"),
        (typed("elephant battery", "", false), Step::NOTHING, "weak"),
        (typed("correct horse battery staple", "", false), Step::NOTHING, "very strong"),
        (typed("one", "two", false), Step::NOTHING, "differ"),
        (typed("one", "", false), 0, "differ"),
        (typed("", "", false), 0, "Enter a passphrase"),
    ] {
        let (reply, bytes) = protect(typed, pressed, &none);
        assert!(reply.shown.contains(said), "{said}: {}", reply.shown);
        // The same pieces each time: so the fields on the page stay as they are.
        assert_eq!(kinds(&reply), "tpwwpcpbb");
        assert!(bytes.is_empty() && reply.file.is_empty() && reply.keep.is_empty());
    }
}

#[test]
fn the_worker_says_whose_signature_it_is() {
    let none = Secret::default();
    let (made, _) = protect(typed("x", "", true), Step::NOTHING, &none);
    let key = Secret(made.kept.clone());
    assert_eq!((made.keep.as_str(), &key), ("tenken-signing-key", &new_key([3; 32])), "of the random bytes");
    let fingerprint = words_of::romaji(public(&key));
    assert!(made.shown.contains(&fingerprint), "{}", made.shown);
    let (again, _) = protect(typed("x", "", true), Step::NOTHING, &key);
    assert_eq!((again.keep, again.shown), (String::new(), made.shown), "it is made once");
    let (reply, file) = protect(typed("x", "x", true), 0, &key);
    assert_eq!((reply.file.as_str(), reply.shown.as_str()), ("点検.json.tenken-sealed", ""));
    let base64 = public(&key).base64();
    for (key, known, said, signer) in [
        (&none, "", "unknown to this browser", base64.as_str()),
        (&none, &*format!(" x {base64}"), "remembered here", ""),
        (&key, "", "your signature", ""),
    ] {
        let (reply, bytes) = open_by(&file, "x", key, known);
        assert_eq!((&bytes[..], reply.note.as_str()), (FILE, &*format!("点検.json\t{signer}")));
        assert!(reply.shown.contains(said), "{}", reply.shown);
        assert_eq!(kinds(&reply), if signer.is_empty() { "tpb" } else { "tpbb" });
        assert_eq!(reply.shown.contains(&fingerprint), said != "your signature");
    }
    let (reply, _) = open_by(&sealed(None, None), "", &key, "");
    assert!(reply.shown.contains("not signed") && reply.note.ends_with('\t'), "{}", reply.shown);
}

#[test]
fn what_was_opened_is_taken_and_its_signer_remembered() {
    let take =
        |pressed, note: &str| step(FILE, Step { note: note.into(), known: "a".into(), pressed, ..Step::default() });
    let (reply, bytes) = take(0, "点検.json\tb");
    assert_eq!(
        (reply.file.as_str(), reply.keep.as_str(), reply.shown.as_str(), &bytes[..]),
        ("点検.json", "", "", FILE)
    );
    let (reply, _) = take(1, "点検.json\tb");
    assert_eq!((reply.keep.as_str(), reply.kept.as_str()), ("tenken-known-signers", "a b"));
}

#[test]
fn the_worker_says_why_a_file_stays_closed() {
    let file = sealed(Some("right"), None);
    let mut changed = file.clone();
    changed[180] ^= 1;
    let unsigned = sealed(None, None);
    for (file, passphrase, why) in [
        (&file[..], "", "enter the passphrase"),
        (&file[..], "wrong", "not the passphrase"),
        (&changed[..], "right", "has changed"),
        (&file[..400], "right", "cut off"),
        (&unsigned[..80], "", "cut off"),
        (br#"{"format":"tenken-signing-key"}"#, "", "does not have the form"),
    ] {
        let (reply, bytes) = open_by(file, passphrase, &Secret::default(), "");
        assert!(reply.shown.contains(why), "{}", reply.shown);
        assert!(bytes.is_empty() && reply.note.is_empty() && reply.file.is_empty());
    }
    // A key that is no key signs nothing.
    let (reply, bytes) = protect(typed("", "", true), 0, &secret("{}"));
    assert!(bytes.is_empty() && reply.file.is_empty() && reply.shown.contains("form"), "{}", reply.shown);
    // Nothing is protected as well as something, and says that it is nothing.
    let empty = seal(Content::new("a", "", Vec::new()), None, None, [9; 32]).unwrap();
    assert!(open_by(&empty, "", &Secret::default(), "").0.shown.contains("nothing in the file"));
}

#[test]
fn a_key_is_saved_and_brought_in_by_its_file() {
    let key = key(1);
    let (reply, file) = protect(typed("", "", false), 1, &key);
    assert_eq!((reply.file.as_str(), kinds(&reply).as_str()), ("tenken-signing-key.json", "tpwwpcpbb"));
    // As somebody's editor may have set it.
    let file = String::from_utf8(file).unwrap().replace(',', ",\n  ");
    let (shown, beside) = open_by(file.as_bytes(), "", &Secret::default(), "");
    assert!(shown.shown.contains(&words_of::kana(public(&key))) && kinds(&shown) == "tpb", "{}", shown.shown);
    let (taken, _) = step(&beside, Step { note: shown.note, ..Step::default() });
    assert_eq!((taken.keep.as_str(), taken.shown.as_str(), taken.file.as_str()), ("tenken-signing-key", "", ""));
    assert_eq!(public(&Secret(taken.kept.clone())), public(&key));
    assert!(!taken.kept.contains('\n'));
}

/// What the worker says is one line each, complete in both languages.
#[test]
fn all_words_are_there_in_both_languages() {
    let japanese = |text: &str| text.chars().any(|c| ('\u{3040}'..'\u{a000}').contains(&c));
    for (name, ja, en) in words::pairs() {
        assert_eq!(ja.matches("{}").count(), en.matches("{}").count(), "{name}");
        assert!(japanese(ja) && !japanese(en) && !ja.contains('\n') && !en.contains('\n'), "{name}");
    }
    assert_ne!(words::of(Language::Ja).changed, words::of(Language::En).changed);
}

#[test]
fn a_key_whose_halves_do_not_belong_together_is_refused() {
    let (one, two) = (key(1), key(2));
    let secret_of = |k: &Secret| k.0.split("\"secret\":").nth(1).unwrap().to_owned();
    let mixed = one.0.replace(&secret_of(&one), &secret_of(&two));
    assert_eq!(public_key(mixed.as_bytes()), Err(SealedError::Changed));
}

fn hex(text: &str) -> Vec<u8> {
    text.as_bytes().chunks(2).map(|b| u8::from_str_radix(str::from_utf8(b).unwrap(), 16).unwrap()).collect()
}

/// The ciphers are used as their standards say: known answers.
#[test]
fn known_answers() {
    // RFC 9106, 5.3. Secret and associated data are there, too; what is used here is the same function without them.
    let params = argon2::ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .output_len(32)
        .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
        .build()
        .unwrap();
    let argon = argon2::Argon2::new_with_secret(&[3; 8], argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let mut tag = [0; 32];
    argon.unwrap().hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
    assert_eq!(tag.to_vec(), hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
    // The specification of GCM by McGrew and Viega, test case 16.
    let cipher =
        Aes256Gcm::new_from_slice(&hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")).unwrap();
    let nonce: [u8; 12] = hex("cafebabefacedbaddecaf888").try_into().unwrap();
    let msg = hex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
    );
    let aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    let encrypted = cipher.encrypt(&nonce.into(), Payload { msg: &msg, aad: &aad }).unwrap();
    assert_eq!(encrypted[60..].to_vec(), hex("76fc6ece0f4e1768cddf8853bb2d551b"));
    // RFC 8032, 7.1, test 2.
    let seed: [u8; 32] = hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb").try_into().unwrap();
    let signature = SigningKey::from_bytes(&seed).sign(&[0x72]).to_bytes();
    assert_eq!(
        signature.to_vec(),
        hex(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        )
    );
    assert_eq!(header(None), r#"{"format":"tenken-sealed","version":1}"#);
}
