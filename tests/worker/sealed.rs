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
            self, Content, Opened, SealedError, header,
            keys::{PublicKey, Secret},
        },
        jobs::{Answer, Job, Order, Protection},
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

fn run(job: Job, file: &[u8]) -> Answer {
    answer(&serde_json::to_string(&Order { pack: None, job }).unwrap(), file, &|_| {}, &|| [3; 32])
}

fn open_by(file: &[u8], passphrase: &str, own: &Secret, known: &str) -> Answer {
    let by = Protection { passphrase: secret(passphrase), key: own.clone() };
    run(Job::Open { by, known: known.into(), english: true }, file)
}

/// What is said of a file that is opened, and whom it offers to remember.
fn said(answer: &Answer) -> (String, String) {
    assert_eq!(answer.bytes, FILE);
    let opened = Opened::read(&answer.text).expect("it is open");
    assert_eq!(opened.name, "点検.json");
    (opened.said, opened.signer)
}

#[test]
fn the_worker_says_whose_signature_it_is() {
    let made = run(Job::SigningKey { english: true }, b"");
    let key = Secret(String::from_utf8(made.bytes.clone()).unwrap());
    assert_eq!(key, new_key([3; 32]), "of the random bytes");
    let again = run(Job::SigningKey { english: true }, &made.bytes);
    assert_eq!(again, made, "the same key, said in the same words");
    let by = Protection { passphrase: secret("x"), key: key.clone() };
    let (name, media_type) = ("点検.json".into(), "application/json".into());
    let sealed = run(Job::Seal { name, media_type, by, english: true }, FILE);
    assert!(sealed.text.is_empty());
    let (none, base64) = (Secret::default(), public(&key).base64());
    let fingerprint = sealed::words::romaji(public(&key));
    let (unknown, signer) = said(&open_by(&sealed.bytes, "x", &none, ""));
    assert!(unknown.contains("unknown to this browser") && unknown.contains(&fingerprint), "{unknown}");
    assert_eq!(signer, base64);
    let (known, signer) = said(&open_by(&sealed.bytes, "x", &none, &format!("\n{base64}\n")));
    assert!(known.contains("remembered here") && known.contains(&fingerprint) && signer.is_empty(), "{known}");
    let (own, signer) = said(&open_by(&sealed.bytes, "x", &key, ""));
    assert!(own.contains("your signature") && signer.is_empty(), "{own}");
    let (nobody, signer) = said(&open_by(&self::sealed(None, None), "", &key, ""));
    assert!(nobody.contains("not signed") && signer.is_empty(), "{nobody}");
}

#[test]
fn the_worker_says_why_a_file_stays_closed() {
    let file = sealed(Some("right"), None);
    let mut changed = file.clone();
    changed[180] ^= 1;
    for (file, passphrase, why) in [
        (&file[..], "", "enter the passphrase"),
        (&file[..], "wrong", "not the passphrase"),
        (&changed[..], "right", "has changed"),
        (&file[..300], "right", "cut off"),
    ] {
        let answer = open_by(file, passphrase, &Secret::default(), "");
        assert!(answer.text.contains(why) && answer.bytes.is_empty(), "{}", answer.text);
        assert_eq!(Opened::read(&answer.text), None);
    }
    // A key that is no key signs nothing.
    let by = Protection { key: secret("{}"), ..Protection::default() };
    let unsigned = run(Job::Seal { name: "a".into(), media_type: String::new(), by, english: false }, FILE);
    assert!(unsigned.bytes.is_empty() && unsigned.text.contains("形になっていません"), "{}", unsigned.text);
    assert!(run(Job::SigningKey { english: false }, b"x").bytes.is_empty());
}

#[test]
fn a_key_is_opened_as_one() {
    let file = key(1);
    let answer = open_by(file.0.as_bytes(), "", &Secret::default(), "");
    let opened = Opened::read(&answer.text).unwrap();
    assert!(opened.name.is_empty() && opened.said.contains(&sealed::words::kana(public(&file))), "{}", opened.said);
    assert_eq!(answer.bytes, file.0.as_bytes());
}

#[test]
fn each_strength_has_words_of_its_own() {
    let of = |passphrase: &str| run(Job::Strength { passphrase: secret(passphrase), english: true }, b"").text;
    let said = ["password", "elephant battery", "correct horse battery staple"].map(of);
    assert!(said[0].contains("very weak") && said[1].contains("weak") && said[2].contains("very strong"), "{said:?}");
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
    let secret_of = |k: &Secret| k.0.lines().find(|l| l.contains("\"secret\"")).unwrap().to_owned();
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
