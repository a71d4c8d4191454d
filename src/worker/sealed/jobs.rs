//! What is shown while a file is protected or opened, step by step. The page only shows it and tells what was done.

use super::{new_key, open, public_key, seal, words};
use crate::core::{
    exchange::sealed::{
        Content, ENDING, Reply, SealedError, Signature, asks_for_passphrase,
        keys::{KEPT, KNOWN, PublicKey, Secret},
        strength::strength,
        words::{kana, romaji},
    },
    file_kind::FileKind,
    jobs::{Answer, Step},
    language::fill,
};

/// What the file of a key is called.
const KEY_FILE: &str = "tenken-signing-key.json";

/// Does the next step with a file.
pub fn step(file: &[u8], step: &Step, random: &dyn Fn() -> [u8; 32]) -> Answer {
    let talk = Talk { step, t: words::of(super::super::language(step.english)) };
    let (reply, bytes) = if step.media_type.is_empty() { talk.open(file) } else { talk.protect(file, random) };
    Answer { text: reply.write(), bytes }
}

struct Talk<'a> {
    step: &'a Step,
    t: &'static words::Words,
}

/// What to show, piece by piece.
fn shown(pieces: &[(char, &str)]) -> String {
    pieces.iter().map(|(kind, text)| format!("{kind}{text}")).collect::<Vec<_>>().join("\n")
}

/// Nothing but something to show.
fn show(pieces: &[(char, &str)]) -> (Reply, Vec<u8>) {
    (Reply { shown: shown(pieces), ..Reply::default() }, Vec::new())
}

impl Talk<'_> {
    /// What stands in a field: whether it is ticked, and its text.
    fn field(&self, number: usize) -> (bool, &str) {
        let line = self.step.typed.0.split('\n').nth(number).unwrap_or_default();
        line.split_at_checked(1).map_or((false, ""), |(ticked, text)| (ticked == "1", text))
    }

    fn protect(&self, file: &[u8], random: &dyn Fn() -> [u8; 32]) -> (Reply, Vec<u8>) {
        let Self { step, t } = self;
        let [(_, passphrase), (_, again), (sign, _)] = [0, 1, 2].map(|number| self.field(number));
        let saves_key = step.pressed == 1;
        // The key is made when it is first needed.
        let new = (step.key.0.is_empty() && (sign || saves_key)).then(|| new_key(random()));
        let key = new.as_ref().unwrap_or(&step.key);
        let mut reply = Reply::default();
        if new.is_some() {
            (reply.keep, reply.kept) = (KEPT.to_owned(), key.0.clone());
        }
        let mut bytes = Vec::new();
        let mut said = match passphrase {
            "" => String::new(),
            some => self.strength(some),
        };
        if passphrase != again && (step.pressed == 0 || !again.is_empty()) {
            t.differ.clone_into(&mut said);
        } else if step.pressed == 0 && passphrase.is_empty() && !sign {
            t.nothing_chosen.clone_into(&mut said);
        } else if step.pressed == 0 {
            let content = Content::new(&step.name, &step.media_type, file.to_vec());
            match seal(content, given(passphrase).as_ref(), sign.then_some(key), random()) {
                Ok(sealed) => return (Reply { file: [&step.name, ENDING].concat(), ..reply }, sealed),
                Err(why) => said = self.reason(&why),
            }
        }
        if saves_key {
            (reply.file, bytes) = (KEY_FILE.to_owned(), key.0.clone().into_bytes());
        }
        let of_key = match public_key(key.0.as_bytes()) {
            Ok(public) if sign => fill(t.own_key, &[&fingerprint(public)]),
            Err(why) if sign => self.reason(&why),
            _ => String::new(),
        };
        reply.shown = shown(&[
            ('t', t.protect_title),
            ('p', t.protect_hint),
            ('w', t.passphrase),
            ('w', t.again),
            ('p', &said),
            ('c', &format!(" {}", t.sign)),
            ('p', &of_key),
            ('b', t.save),
            ('b', t.save_key),
        ]);
        (reply, bytes)
    }

    fn open(&self, file: &[u8]) -> (Reply, Vec<u8>) {
        let Self { step, t } = self;
        if let Some((name, signer)) = step.note.split_once('\t') {
            return self.take(file, name, signer);
        }
        if FileKind::of("", file) == FileKind::Key {
            return self.opened(public_key(file).map(|key| {
                let said = fill(t.is_key, &[&fingerprint(key)]);
                (said, t.use_key, Reply { note: "\t".to_owned(), ..Reply::default() }, file.to_vec())
            }));
        }
        let (_, passphrase) = self.field(0);
        if asks_for_passphrase(file) {
            let mut said = String::new();
            if step.pressed == 0 {
                match open(file, given(passphrase).as_ref()) {
                    Ok(content) => return self.opened(Ok(self.content(content))),
                    Err(why) => said = self.reason(&why),
                }
            }
            let name = fill(t.file, &[&step.name.replace('\n', " ")]);
            return show(&[('t', t.open_title), ('p', &name), ('w', t.passphrase), ('p', &said), ('b', t.open)]);
        }
        self.opened(open(file, None).map(|content| self.content(content)))
    }

    /// What is said of a file that was opened, what its button says, what is noted, and the file.
    fn content(&self, content: Content) -> (String, &'static str, Reply, Vec<u8>) {
        let t = self.t;
        let (said, signer) = match content.signature {
            None => (t.not_signed.to_owned(), String::new()),
            Some(Signature { key, .. }) => self.signer(key),
        };
        let note = format!("{}\t{signer}", content.name);
        (fill(t.holds, &[&content.name, &said]), t.open, Reply { note, ..Reply::default() }, content.bytes)
    }

    /// Whose key it is, as a sentence, and the key where it could be remembered.
    fn signer(&self, key: PublicKey) -> (String, String) {
        let (t, base64) = (self.t, key.base64());
        if public_key(self.step.key.0.as_bytes()) == Ok(key) {
            (t.signed_here.to_owned(), String::new())
        } else if self.step.known.split(' ').any(|known| known == base64) {
            (fill(t.signed_by_known, &[&fingerprint(key)]), String::new())
        } else {
            (fill(t.signed_by_unknown, &[&fingerprint(key)]), base64)
        }
    }

    /// Shows what was opened, or why it was not.
    fn opened(&self, opened: Result<(String, &str, Reply, Vec<u8>), SealedError>) -> (Reply, Vec<u8>) {
        let t = self.t;
        match opened {
            // A reply without a file would leave the one that is opened in its place.
            Ok((.., bytes)) if bytes.is_empty() => show(&[('t', t.open_title), ('p', t.empty)]),
            Ok((said, button, reply, bytes)) => {
                let mut pieces = vec![('t', t.open_title), ('p', &*said), ('b', button)];
                if !reply.note.ends_with('\t') {
                    pieces.push(('b', t.open_remembering));
                }
                (Reply { shown: shown(&pieces), ..reply }, bytes)
            }
            Err(why) => show(&[('t', t.open_title), ('p', &self.reason(&why))]),
        }
    }

    /// Takes what was opened: a file, or a key where it has no name.
    fn take(&self, file: &[u8], name: &str, signer: &str) -> (Reply, Vec<u8>) {
        let mut reply = Reply { file: name.to_owned(), ..Reply::default() };
        if name.is_empty() {
            // In one line.
            let key = String::from_utf8_lossy(file).split('\n').map(str::trim).collect::<String>();
            (reply.keep, reply.kept) = (KEPT.to_owned(), key);
        } else if self.step.pressed == 1 && !signer.is_empty() {
            (reply.keep, reply.kept) = (KNOWN.to_owned(), [&self.step.known, signer].join(" "));
        }
        (reply, file.to_vec())
    }

    fn strength(&self, passphrase: &str) -> String {
        let t = self.t;
        let words = [t.strength_0, t.strength_1, t.strength_2, t.strength_3, t.strength_4];
        words[usize::from(strength(passphrase).score)].to_owned()
    }

    fn reason(&self, why: &SealedError) -> String {
        let t = self.t;
        match why {
            SealedError::TooLarge => t.too_large.to_owned(),
            SealedError::NotOurs => t.not_ours.to_owned(),
            SealedError::Newer { version, known } => fill(t.newer, &[version, known]),
            SealedError::Truncated => t.truncated.to_owned(),
            SealedError::Changed => t.changed.to_owned(),
            SealedError::Form { place } => fill(t.form, &[place]),
            SealedError::CostTooHigh { memory_kib, passes } => fill(t.cost, &[&(memory_kib / 1024), passes]),
            SealedError::PassphraseNeeded => t.passphrase_needed.to_owned(),
            SealedError::WrongPassphrase => t.wrong_passphrase.to_owned(),
            SealedError::BadSignature => t.bad_signature.to_owned(),
        }
    }
}

/// A passphrase, where there is one.
fn given(passphrase: &str) -> Option<Secret> {
    (!passphrase.is_empty()).then(|| Secret(passphrase.to_owned()))
}

/// A key's fingerprint, in kana and in Latin letters.
fn fingerprint(key: PublicKey) -> String {
    format!("{} ({})", kana(key), romaji(key))
}
