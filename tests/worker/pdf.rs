//! PDFs in the guideline's layout, set by two programs from the catalogue's own texts, are read as they were written; what
//! cannot be read says why, and nothing panics.

use std::path::PathBuf;

use tenken::{
    core::{
        catalog::CATALOG,
        official::{Line, PdfError, read},
        pack::preview,
    },
    worker::pdf,
};

use super::official_truth::{Truth, score, truth};

fn lines(bytes: &[u8]) -> Result<Vec<Line>, PdfError> {
    pdf::lines(bytes, &|_| ())
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/official").join(name)).unwrap()
}

/// What stands in the documents: the catalogue's texts as they were when these were set. `TENKEN_KEEP=1` writes it anew, as
/// `make.sh` does after setting them.
fn kept_truth() -> Truth {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/official/truth.json");
    if std::env::var_os("TENKEN_KEEP").is_some() {
        let all: Vec<_> = truth().into_iter().collect();
        std::fs::write(path, serde_json::to_string_pretty(&all).unwrap() + "\n").unwrap();
    }
    let all: Vec<_> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    all.into_iter().collect()
}

#[test]
fn documents_set_in_the_layout_are_read() {
    let truth = kept_truth();
    for name in ["single.pdf", "columns.pdf", "ruled.pdf", "wrapped.pdf", "writer.pdf"] {
        let start = std::time::Instant::now();
        let lines = lines(&fixture(name)).unwrap_or_else(|e| panic!("{name}: {e:?}"));
        let took = start.elapsed();
        let reading = read(&CATALOG, &lines);
        println!("{name}: {} lines in {took:?}, read in {:?}", lines.len(), start.elapsed() - took);
        if let Some(folder) = std::env::var_os("TENKEN_LINES") {
            let text: Vec<String> =
                lines.iter().map(|l| format!("{}\t{:.0}\t{:.0}\t{}", l.page, l.x, l.y, l.text)).collect();
            std::fs::write(PathBuf::from(folder).join(name).with_extension("txt"), text.join("\n")).unwrap();
        }
        score(&reading, &truth).at_least(name, 0.98);
        preview(&CATALOG, &reading.pack(name, "", &[])).unwrap_or_else(|m| panic!("{m:#?}"));
    }
}

#[test]
fn what_is_no_pdf_or_has_no_text_says_so() {
    assert_eq!(lines(b""), Err(PdfError::Broken));
    assert_eq!(lines("方針を定めること。".as_bytes()), Err(PdfError::Broken));
    assert_eq!(lines(&page("1 0 0 1 0 0 cm")), Err(PdfError::NoText));
    assert_eq!(
        lines(&page("BT /F 12 Tf 50 700 Td (Only a few words in English, and nothing else) Tj ET")),
        Err(PdfError::Unreadable)
    );
    assert_eq!(lines(&vec![b'x'; tenken::worker::pdf::MAX_BYTES + 1]), Err(PdfError::TooLarge));
}

/// A file cut off, or with bytes of it changed, gives lines or an error.
#[test]
fn harmed_files_do_not_panic() {
    let whole = fixture("writer.pdf");
    let mut read = 0;
    for part in 1..40 {
        read += usize::from(lines(&whole[..whole.len() * part / 40]).is_ok());
    }
    let mut seed = 7u64;
    for _ in 0..60 {
        let mut bytes = whole.clone();
        for _ in 0..6 {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let at = (seed >> 20) as usize % bytes.len();
            bytes[at] = (seed >> 50) as u8;
        }
        read += usize::from(lines(&bytes).is_ok());
    }
    println!("{read} of 99 harmed files gave lines");
}

#[test]
fn hostile_files_run_into_bounds() {
    let ends = |name: &str| lines(&fixture(&format!("hostile/{name}.pdf"))).expect_err(name);
    assert_eq!(ends("looping"), PdfError::NoText, "a drawing within itself");
    assert_eq!(ends("circle"), PdfError::Broken, "pages that are their own parents");
    assert_eq!(ends("nested"), PdfError::NoText, "brackets within brackets, states that are never taken back");
    assert_eq!(ends("bomb"), PdfError::TooMuch, "some kilobytes that unpack to more than is read");
    assert_eq!(ends("scripts"), PdfError::Unreadable, "one word, and scripts that are nothing here");
    assert_eq!(ends("password"), PdfError::Encrypted);
    // What only forbids to copy opens without a password, as it does in every viewer.
    assert_eq!(ends("permissions"), PdfError::Unreadable);
    assert_eq!(lines(&with_stream(b"x", "/Filter [/FlateDecode /FlateDecode]")), Err(PdfError::TooMuch));
}

/// Codes of Japanese fonts that are not embedded: Shift-JIS, and UTF-16.
#[test]
fn predefined_encodings_are_read() {
    let said = "方針を定め、経営陣が承認したことを記録に残すこと。対象は従業員。";
    let utf16: String = said.encode_utf16().map(|u| format!("{u:04x}")).collect();
    let sjis = "95fb906a82f092e882df8141 8c6f89638c6 90000".replace(' ', "");
    let content = |hex: &str| format!("BT /J 12 Tf 50 700 Td <{hex}> Tj ET");
    let text = |lines: Vec<Line>| lines.into_iter().map(|l| l.text).collect::<String>();
    assert_eq!(lines(&japanese(&content(&utf16), "UniJIS-UTF16-H")).map(text), Ok(said.to_owned()));
    // 方針を定め
    let first = &sjis[..20];
    let many = first.repeat(6);
    assert_eq!(lines(&japanese(&content(&many), "90ms-RKSJ-H")).map(text), Ok("方針を定め".repeat(6)));
    // Codes of an embedded font that the file does not explain.
    assert_eq!(
        lines(&japanese(&content(&utf16), "Identity-H").replaced("Japan1", "Identity")),
        Err(PdfError::Unreadable)
    );
}

trait Replaced {
    fn replaced(self, from: &str, to: &str) -> Vec<u8>;
}

impl Replaced for Vec<u8> {
    fn replaced(self, from: &str, to: &str) -> Vec<u8> {
        String::from_utf8(self).unwrap().replace(from, to).into_bytes()
    }
}

/// A PDF of one page with these instructions, in a font of Latin letters. Its drawing X draws itself.
fn page(content: &str) -> Vec<u8> {
    with_stream(content.as_bytes(), "")
}

fn with_stream(content: &[u8], filter: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 6 0 R>> endobj\n\
        5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n\
        6 0 obj <</Font<</F 5 0 R>>/XObject<</X 7 0 R>>>> endobj\n\
        7 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 6 0 R/Length 6>> stream\n/X Do \nendstream endobj\n"
        .to_vec();
    bytes.extend(format!("4 0 obj <</Length {} {filter}>> stream\n", content.len()).bytes());
    bytes.extend(content);
    bytes.extend(b"\nendstream endobj\ntrailer <</Root 1 0 R/Size 8>>\n%%EOF\n");
    bytes
}

/// The same in a Japanese font that is not embedded.
fn japanese(content: &str, encoding: &str) -> Vec<u8> {
    format!(
        "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</J 5 0 R>>>>>> endobj\n\
        5 0 obj <</Type/Font/Subtype/Type0/BaseFont/MS-Mincho/Encoding/{encoding}/DescendantFonts[6 0 R]>> endobj\n\
        6 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/MS-Mincho/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)\
        /Supplement 2>>/DW 1000>> endobj\n\
        4 0 obj <</Length {}>> stream\n{content}\nendstream endobj\ntrailer <</Root 1 0 R/Size 7>>\n%%EOF\n",
        content.len()
    )
    .into_bytes()
}
