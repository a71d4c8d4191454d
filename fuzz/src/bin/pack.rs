//! A catalogue pack, as JSON and as a table: refused with a reason, or read, previewed, and written as JSON that
//! says the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenken::core::{
    catalog::CATALOG,
    file_kind::FileKind,
    pack::{self, Pack},
};

fuzz_target!(|bytes: &[u8]| {
    let _ = FileKind::of("a.json", bytes);
    let Ok(read) = Pack::read("a.csv", bytes) else { return };
    let again = Pack::read("a.json", read.to_json().as_bytes()).expect("what was written can be read");
    assert_eq!(again.digest(), read.digest());
    let _ = pack::preview(&CATALOG, &read);
});
