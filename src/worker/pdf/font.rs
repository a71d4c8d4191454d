//! Fonts, as far as text needs them: which letters a code stands for, and how wide it is.

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};

use super::{PdfError, bounds};

/// What is known of a font.
#[derive(Debug, Default)]
pub(super) struct Font {
    /// From codes to Unicode, as the file says it.
    unicode: Option<CMap>,
    /// From codes to glyphs, of fonts with codes of several bytes.
    codes: Option<CMap>,
    /// From glyphs of Adobe's collection to Unicode.
    collection: Option<CMap>,
    /// Letters of a simple font that the file names.
    names: HashMap<u32, String>,
    simple: bool,
    widths: HashMap<u32, f32>,
    width: f32,
}

/// One letter, or the letters that one glyph stands for.
#[derive(Debug)]
pub(super) struct Letter {
    /// What it says; `None` where that cannot be told.
    pub text: Option<String>,
    /// How wide it is, for letters of size 1.
    pub width: f64,
    /// Whether it is the blank to which word spacing is added.
    pub blank: bool,
}

impl Font {
    pub(super) fn new(dict: &Dict<'_>) -> Result<Self, PdfError> {
        let mut font = Self { width: 0.5, ..Self::default() };
        font.unicode = cmap(dict, "ToUnicode")?;
        let Some(inner) = dict.get::<Array<'_>>("DescendantFonts").and_then(|all| all.iter::<Dict<'_>>().next()) else {
            font.simple(dict);
            return Ok(font);
        };
        font.width = inner.get::<f32>("DW").unwrap_or(1000.0) / 1000.0;
        font.composite_widths(&inner);
        font.codes = match dict.get::<Name<'_>>("Encoding") {
            Some(name) => predefined(CMapName::from_bytes(&name)),
            None => cmap(dict, "Encoding")?,
        };
        font.codes.get_or_insert_with(CMap::identity_h);
        if let Some(info) = inner.get::<Dict<'_>>("CIDSystemInfo") {
            let word = |key: &str| info.get::<Text<'_>>(key).map(|text| text.as_bytes().to_vec()).unwrap_or_default();
            let family = CidFamily::from_registry_ordering(&word("Registry"), &word("Ordering"));
            font.collection = family.ucs2_cmap().and_then(predefined);
        }
        Ok(font)
    }

    fn simple(&mut self, dict: &Dict<'_>) {
        self.simple = true;
        // Of a font that is drawn by the file itself, widths are in its own measure.
        let matrix = dict.get::<Array<'_>>("FontMatrix");
        let scale = matrix.and_then(|m| m.iter::<f32>().next()).unwrap_or(0.001);
        let first = dict.get::<i32>("FirstChar").unwrap_or(0).clamp(0, 255) as u32;
        for (i, width) in dict
            .get::<Array<'_>>("Widths")
            .into_iter()
            .flat_map(|all| all.iter::<f32>().take(256).collect::<Vec<_>>())
            .enumerate()
        {
            self.widths.insert(first + i as u32, width * scale);
        }
        let differences = dict.get::<Dict<'_>>("Encoding").and_then(|e| e.get::<Array<'_>>("Differences"));
        let mut code = 0;
        for object in differences.into_iter().flat_map(|d| d.iter::<Object<'_>>().take(1000).collect::<Vec<_>>()) {
            match object {
                Object::Number(number) => code = number.as_i64().clamp(0, 255) as u32,
                Object::Name(name) => {
                    self.names.extend(letter(name.as_str()).map(|letter| (code, letter)));
                    code += 1;
                }
                _ => {}
            }
        }
    }

    /// `[first [w w w] first last w]`.
    fn composite_widths(&mut self, inner: &Dict<'_>) {
        const MOST: usize = 70_000;
        let Some(all) = inner.get::<Array<'_>>("W") else { return };
        let mut numbers: Vec<f32> = Vec::new();
        for object in all.iter::<Object<'_>>().take(2 * MOST) {
            match (object, numbers.as_slice()) {
                (Object::Array(widths), [first]) => {
                    for (i, width) in widths.iter::<f32>().take(MOST).enumerate() {
                        self.widths.insert(*first as u32 + i as u32, width / 1000.0);
                    }
                    numbers.clear();
                }
                (Object::Number(number), [first, last]) => {
                    for cid in (*first as u32..=*last as u32).take(MOST) {
                        self.widths.insert(cid, number.as_f32() / 1000.0);
                    }
                    numbers.clear();
                }
                (Object::Number(number), _) => numbers.push(number.as_f32()),
                _ => numbers.clear(),
            }
            if self.widths.len() > MOST {
                return;
            }
        }
    }

    /// The letters of a string, one by one.
    pub(super) fn letters(&self, bytes: &[u8], mut each: impl FnMut(Letter)) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let (code, length, cid) = self.next(rest);
            rest = rest.get(length..).unwrap_or_default();
            let width = self.widths.get(&cid).copied().unwrap_or(self.width);
            each(Letter { text: self.text(code, cid), width: f64::from(width), blank: length == 1 && code == 32 });
        }
    }

    /// The next code, how many bytes it has, and its glyph.
    fn next(&self, rest: &[u8]) -> (u32, usize, u32) {
        let Some(codes) = &self.codes else {
            let code = rest.first().copied().map_or(0, u32::from);
            return (code, 1, code);
        };
        let mut code = 0;
        for (i, byte) in rest.iter().take(4).enumerate() {
            code = code << 8 | u32::from(*byte);
            let length = i + 1;
            if let Some(cid) = codes.lookup_cid_code(code, length as u8).filter(|cid| *cid != 0 || length == 2) {
                return (code, length, cid);
            }
        }
        // Nothing fits: two bytes, as most fonts have.
        let code = rest.iter().take(2).fold(0, |code, byte| code << 8 | u32::from(*byte));
        (code, 2, 0)
    }

    fn text(&self, code: u32, cid: u32) -> Option<String> {
        let of = |cmap: &Option<CMap>, code| match cmap.as_ref()?.lookup_bf_string(code)? {
            BfString::Char(c) => Some(c.to_string()),
            BfString::String(text) => Some(text),
        };
        let text = of(&self.unicode, code).or_else(|| of(&self.collection, cid));
        text.or_else(|| self.names.get(&code).cloned()).or_else(|| {
            let c = char::from_u32(code).filter(|c| self.simple && (' '..='\u{7e}').contains(c))?;
            Some(c.to_string())
        })
    }
}

/// A CMap that the file has.
fn cmap(dict: &Dict<'_>, key: &str) -> Result<Option<CMap>, PdfError> {
    let Some(stream) = dict.get::<Stream<'_>>(key) else { return Ok(None) };
    Ok(bounds::unpack(&stream)?.and_then(|data| CMap::parse(&data, load_embedded)))
}

/// A CMap that every reader knows.
fn predefined(name: CMapName<'_>) -> Option<CMap> {
    match name {
        CMapName::IdentityH => Some(CMap::identity_h()),
        CMapName::IdentityV => Some(CMap::identity_v()),
        name => CMap::parse(load_embedded(name)?, load_embedded),
    }
}

/// The letter of a glyph's name: a letter itself, `uni3042`, a digit's or a common sign's.
fn letter(name: &str) -> Option<String> {
    const NAMES: [(&str, &str); 24] = [
        ("zero", "0"),
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("space", " "),
        ("period", "."),
        ("comma", ","),
        ("hyphen", "-"),
        ("parenleft", "("),
        ("parenright", ")"),
        ("slash", "/"),
        ("colon", ":"),
        ("asterisk", "*"),
        ("percent", "%"),
        ("plus", "+"),
        ("bracketleft", "["),
        ("bracketright", "]"),
        ("ampersand", "&"),
    ];
    let code = name.strip_prefix("uni").and_then(|hex| u32::from_str_radix(hex.get(..4)?, 16).ok());
    if let Some(c) = code.and_then(char::from_u32) {
        return Some(c.to_string());
    }
    if name.chars().count() == 1 {
        return Some(name.to_owned());
    }
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, letter)| (*letter).to_owned())
}
