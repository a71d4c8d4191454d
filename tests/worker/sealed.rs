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
            self, Content, Opened, OwnKey, SealedError, header,
            keys::{Secret, SecretKey},
        },
        jobs::{Job, Order},
    },
    worker::{
        answer,
        sealed::{open, own_key, read_own_key, seal},
    },
};

const FILE: &[u8] = "点検の結果\r\n\0".as_bytes();

fn secret(text: &str) -> Secret {
    Secret(text.into())
}

fn key(n: u8) -> OwnKey {
    own_key(&SecretKey([n; 32]))
}

fn sealed(passphrase: Option<&str>, by: Option<&OwnKey>) -> Vec<u8> {
    let content = Content::new("点検.json", "application/json", FILE.to_vec());
    seal(content, passphrase.map(secret).as_ref(), by.map(|k| &k.file), [9; 32]).unwrap()
}

fn opened(bytes: &[u8], passphrase: Option<&str>) -> Result<Opened, SealedError> {
    let (opened, file) = open(bytes, passphrase.map(secret).as_ref())?;
    assert_eq!((opened.name.as_str(), opened.media_type.as_str(), &file[..]), ("点検.json", "application/json", FILE));
    Ok(opened)
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
            let opened = opened(&sealed(passphrase, by), passphrase).unwrap();
            assert_eq!((opened.encrypted, opened.signer), (passphrase.is_some(), by.map(|k| k.public.clone())));
        }
    }
    // Without the passphrase nothing of it is seen.
    let text = String::from_utf8(sealed(Some("x"), Some(&key))).unwrap();
    assert!(!text.contains("json") && !text.contains(&key.public.key));
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
    let (ours, theirs) = (key(1), key(2));
    let file = sealed(None, Some(&ours));
    // The file changed, and its digest with it.
    let changed = forged(&file, |_, body| *body.last_mut().unwrap() ^= 1);
    assert_eq!(opened(&changed, None), Err(SealedError::BadSignature));
    // Another key named, with our signature.
    let renamed = forged(&file, |_, body| {
        *body = String::from_utf8(body.clone()).unwrap().replace(&ours.public.key, &theirs.public.key).into_bytes();
    });
    assert_eq!(opened(&renamed, None), Err(SealedError::BadSignature));
    // The name changed, which is signed, too.
    let moved =
        forged(&file, |_, body| *body = String::from_utf8(body.clone()).unwrap().replace(".json", ".html").into());
    assert_eq!(open(&moved, None), Err(SealedError::BadSignature));
    // Signed by somebody else: that is another signer, and is said.
    assert_eq!(opened(&sealed(None, Some(&theirs)), None).unwrap().signer, Some(theirs.public));
    // Taken off, where nothing encrypts it: then nobody signed it.
    let plain = Content::new("点検.json", "application/json", FILE.to_vec()).write();
    assert_eq!(opened(&forged(&file, |_, body| *body = plain.clone()), None).unwrap().signer, None);
    // A key of small order, for which others accept anything.
    let zero = forged(&file, |_, body| {
        let key = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        *body = String::from_utf8(body.clone()).unwrap().replace(&ours.public.key, key).into_bytes();
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
        let opened = opened(&std::fs::read(folder.join(name)).unwrap(), passphrase).unwrap();
        assert_eq!(opened.signer, by.map(|k| k.public.clone()), "{name}");
    }
}

#[test]
fn the_worker_does_it_all_by_jobs() {
    let run =
        |job: Job, file: &[u8]| answer(&serde_json::to_string(&Order { pack: None, job }).unwrap(), file, &|_| {});
    let made: OwnKey = serde_json::from_str(&run(Job::MakeKey { random: SecretKey([1; 32]) }, b"").text).unwrap();
    assert_eq!(made, key(1));
    let read: Result<OwnKey, SealedError> =
        serde_json::from_str(&run(Job::ReadSigningKey, made.file.0.as_bytes()).text).unwrap();
    assert_eq!(read, Ok(made.clone()));
    let (name, media_type) = ("点検.json".into(), "application/json".into());
    let passphrase = Some(secret("x"));
    let job = Job::Seal { name, media_type, passphrase: passphrase.clone(), key: Some(made.file), random: [9; 32] };
    let sealed = run(job, FILE);
    assert_eq!(serde_json::from_str(&sealed.text).ok(), Some(Ok::<(), SealedError>(())));
    let answer = run(Job::Open { passphrase }, &sealed.bytes);
    let opened: Result<Opened, SealedError> = serde_json::from_str(&answer.text).unwrap();
    assert_eq!((opened.unwrap().signer, &answer.bytes[..]), (Some(made.public), FILE));
    let refused = run(Job::Open { passphrase: None }, &sealed.bytes);
    assert_eq!(serde_json::from_str(&refused.text).ok(), Some(Err::<Opened, _>(SealedError::PassphraseNeeded)));
    assert!(refused.bytes.is_empty());
}

#[test]
fn a_key_whose_halves_do_not_belong_together_is_refused() {
    let (one, two) = (key(1), key(2));
    let secret_of = |k: &OwnKey| k.file.0.lines().find(|l| l.contains("\"secret\"")).unwrap().to_owned();
    let mixed = one.file.0.replace(&secret_of(&one), &secret_of(&two));
    assert_eq!(read_own_key(mixed.as_bytes()), Err(SealedError::Changed));
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
