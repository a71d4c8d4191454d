//! Damaged files: what can be read of them comes back, entry by entry.

use proptest::{prelude::*, sample::Index};
use tenken::core::{
    assessment::{Assessment, AssessmentId, Edit},
    document::{FileError, read, salvage, write},
};

use crate::support::{
    assessments::{path, with},
    cases,
    documents::assessment,
};

fn spare() -> AssessmentId {
    AssessmentId::new(0xabcd)
}

fn sample() -> Assessment {
    let edits: Vec<Edit> = (0..20).map(|n| Edit::text(path(&format!("f/{n:02}")), format!("値 {n}"))).collect();
    with(&edits)
}

#[test]
fn a_changed_text_is_read_and_all_else_with_it() {
    let text = write(&sample()).replacen("値 7", "値 x", 1);
    assert_eq!(read(text.as_bytes()), Err(FileError::Digest));
    let salvaged = salvage(text.as_bytes(), &spare()).expect("it can be read");
    assert_eq!((salvaged.lost.len(), salvaged.assessment.fields().len()), (0, 20));
    assert_eq!(salvaged.assessment.text(&path("f/07")), "値 x");
    assert_eq!(salvaged.assessment.id(), sample().id());
}

#[test]
fn a_field_of_the_wrong_form_costs_no_other() {
    let text = write(&sample()).replacen("\"値 7\"", "[[1]]", 1);
    let salvaged = salvage(text.as_bytes(), &spare()).expect("it can be read");
    assert_eq!((salvaged.lost.len(), salvaged.assessment.fields().len()), (1, 19));
}

#[test]
fn a_file_that_was_cut_off_gives_what_came_before() {
    let text = write(&sample());
    let cut = text.find("f/12").expect("it is there");
    let salvaged = salvage(&text.as_bytes()[..cut], &spare()).expect("it can be read");
    assert!(!salvaged.lost.is_empty());
    assert_eq!(salvaged.assessment.fields().len(), 12);
    assert_eq!(salvaged.assessment.id(), &spare(), "its own id came after");
}

#[test]
fn nothing_to_be_read_is_told() {
    for text in ["", "{", "[]", "点検", "{\"format\":\"tenken-assessment\",\"version\":1}", "{\"format\":\"oscal\"}"]
    {
        assert!(salvage(text.as_bytes(), &spare()).is_err(), "{text}");
    }
    let newer = "{\"format\":\"tenken-assessment\",\"version\":2,\"fields\":{}}";
    assert_eq!(salvage(newer.as_bytes(), &spare()), Err(FileError::Newer { version: 2, known: 1 }));
}

proptest! {
    #![proptest_config(cases(512))]

    /// One byte or a few that were flipped: everything but the entry they stand in comes back as it was.
    #[test]
    fn a_flipped_byte_costs_one_entry_at_most(assessment in assessment(), at in any::<Index>(), byte in any::<u8>()) {
        prop_assume!(assessment.fields().len() > 1);
        let mut bytes = write(&assessment).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let Ok(salvaged) = salvage(&bytes, &spare()) else { return Ok(()) };
        let salvaged_fields = salvaged.assessment.fields();
        let kept = assessment.fields().iter().filter(|(path, field)| salvaged_fields.get(*path) == Some(*field)).count();
        prop_assert!(kept + 2 >= assessment.fields().len(), "{} of {}", kept, assessment.fields().len());
        prop_assert_eq!(read(write(&salvaged.assessment).as_bytes()), Ok(salvaged.assessment));
    }

    #[test]
    fn anything_at_all_ends_in_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = salvage(&bytes, &spare());
    }

    #[test]
    fn what_is_whole_comes_back_whole(assessment in assessment()) {
        prop_assume!(!assessment.fields().is_empty());
        let salvaged = salvage(write(&assessment).as_bytes(), &spare()).expect("it can be read");
        prop_assert!(salvaged.lost.is_empty());
        prop_assert_eq!(salvaged.assessment, assessment);
    }
}
