//! A page's letters with their places, and the lines that are drawn on it.

use std::{collections::HashMap, rc::Rc};

use hayro_syntax::{
    content::{TypedIter, ops::TypedInstruction as Op},
    object::{Dict, Name, Object, Stream},
    page::{Page, Resources},
};

use super::{
    PdfError, bounds,
    font::Font,
    matrix::Matrix,
    rules::{Path, Rules},
};

/// The most instructions of a file.
const MAX_OPS: usize = 20_000_000;
/// The most letters of a file.
const MAX_LETTERS: usize = 5_000_000;
/// The most letters of a page.
const MAX_ON_PAGE: usize = 100_000;
/// How deep drawings may stand within each other.
const MAX_DEPTH: usize = 12;
/// How many states may be kept.
const MAX_KEPT: usize = 256;

/// Letters with their place on the page: from the left, and from the top down to the line they stand on.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub text: String,
    pub x0: f32,
    pub x1: f32,
    pub y: f32,
    pub size: f32,
}

/// What is kept from page to page.
#[derive(Default)]
pub(super) struct Reader {
    fonts: HashMap<(u32, i32), Rc<Font>>,
    ops: usize,
    letters: usize,
    /// How many letters could not be told.
    pub unknown: usize,
}

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    spacing: f64,
    word: f64,
    scale: f64,
    leading: f64,
    rise: f64,
    hidden: bool,
}

/// One page while it is read.
struct Drawing<'r> {
    reader: &'r mut Reader,
    glyphs: Vec<Glyph>,
    rules: Rules,
}

impl Reader {
    /// Reads a page.
    pub(super) fn page(&mut self, page: &Page<'_>) -> Result<(Vec<Glyph>, Rules), PdfError> {
        let mut data = Vec::new();
        let contents = page.raw().get::<Object<'_>>("Contents");
        let streams: Vec<Stream<'_>> = match contents {
            Some(Object::Stream(one)) => vec![one],
            Some(Object::Array(all)) => all.iter::<Stream<'_>>().take(10_000).collect(),
            _ => Vec::new(),
        };
        for stream in streams {
            data.extend(bounds::unpack(&stream)?.unwrap_or_default());
            data.push(b'\n');
            if data.len() > 64 * 1024 * 1024 {
                return Err(PdfError::TooMuch);
            }
        }
        let mut drawing = Drawing { reader: self, glyphs: Vec::new(), rules: Rules::default() };
        let state = State {
            matrix: Matrix(page.initial_transform(true).as_coeffs()),
            font: None,
            size: 0.0,
            spacing: 0.0,
            word: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            hidden: false,
        };
        drawing.run(&data, page.resources(), state, 0)?;
        Ok((drawing.glyphs, drawing.rules))
    }

    fn font(&mut self, dict: &Dict<'_>) -> Result<Rc<Font>, PdfError> {
        let key = dict.obj_id().map(|id| (id.obj_number, id.gen_number));
        if let Some(font) = key.and_then(|key| self.fonts.get(&key)) {
            return Ok(font.clone());
        }
        let font = Rc::new(Font::new(dict)?);
        self.fonts.extend(key.map(|key| (key, font.clone())));
        Ok(font)
    }
}

impl Drawing<'_> {
    fn run(&mut self, data: &[u8], resources: &Resources<'_>, mut state: State, depth: usize) -> Result<(), PdfError> {
        let mut ops = TypedIter::new(data);
        let mut kept: Vec<State> = Vec::new();
        let (mut text, mut line) = (Matrix::ONE, Matrix::ONE);
        let mut path = Path::default();
        while let Some(op) = ops.next() {
            self.reader.ops += 1;
            if self.reader.ops > MAX_OPS {
                return Err(PdfError::TooMuch);
            }
            match op {
                Op::SaveState(_) if kept.len() < MAX_KEPT => kept.push(state.clone()),
                Op::RestoreState(_) => state = kept.pop().unwrap_or(state),
                Op::Transform(m) => {
                    let m = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                    state.matrix = Matrix(m).then(state.matrix);
                }
                Op::BeginText(_) => (text, line) = (Matrix::ONE, Matrix::ONE),
                Op::SetTextMatrix(m) => {
                    line = Matrix([m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64()));
                    text = line;
                }
                Op::NextLine(m) => {
                    line = Matrix::moved(m.0.as_f64(), m.1.as_f64()).then(line);
                    text = line;
                }
                Op::NextLineAndSetLeading(m) => {
                    state.leading = -m.1.as_f64();
                    line = Matrix::moved(m.0.as_f64(), m.1.as_f64()).then(line);
                    text = line;
                }
                Op::NextLineUsingLeading(_) => {
                    line = Matrix::moved(0.0, -state.leading).then(line);
                    text = line;
                }
                Op::TextFont(f) => {
                    state.size = f.1.as_f64();
                    state.font = match resources.get_font(f.0) {
                        Some(dict) => Some(self.reader.font(&dict)?),
                        None => None,
                    };
                }
                Op::CharacterSpacing(n) => state.spacing = n.0.as_f64(),
                Op::WordSpacing(n) => state.word = n.0.as_f64(),
                Op::HorizontalScaling(n) => state.scale = n.0.as_f64() / 100.0,
                Op::TextLeading(n) => state.leading = n.0.as_f64(),
                Op::TextRise(n) => state.rise = n.0.as_f64(),
                // Invisible letters are those that a scanner guessed below its picture, or none.
                Op::TextRenderingMode(n) => state.hidden = n.0.as_i64() == 3,
                Op::ShowText(s) => self.show(s.0.as_bytes(), &state, &mut text)?,
                Op::NextLineAndShowText(s) => {
                    line = Matrix::moved(0.0, -state.leading).then(line);
                    text = line;
                    self.show(s.0.as_bytes(), &state, &mut text)?;
                }
                Op::ShowTextWithParameters(s) => {
                    (state.word, state.spacing) = (s.0.as_f64(), s.1.as_f64());
                    line = Matrix::moved(0.0, -state.leading).then(line);
                    text = line;
                    self.show(s.2.as_bytes(), &state, &mut text)?;
                }
                Op::ShowTexts(all) => {
                    for object in all.0.iter::<Object<'_>>() {
                        match object {
                            Object::String(s) => self.show(s.as_bytes(), &state, &mut text)?,
                            Object::Number(n) => {
                                let x = -n.as_f64() / 1000.0 * state.size * state.scale;
                                text = Matrix::moved(x, 0.0).then(text);
                            }
                            _ => {}
                        }
                    }
                }
                Op::XObject(name) => self.form(name.0, resources, &state, depth)?,
                op => self.rules.draw(&op, &mut path, state.matrix),
            }
        }
        Ok(())
    }

    /// Draws what stands in a form of its own.
    fn form(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'_>,
        state: &State,
        depth: usize,
    ) -> Result<(), PdfError> {
        let Some(form) = resources.get_x_object(name) else { return Ok(()) };
        let is_form = form.dict().get::<Name<'_>>("Subtype").is_some_and(|kind| &*kind == b"Form");
        if !is_form || depth >= MAX_DEPTH {
            return Ok(());
        }
        let Some(data) = bounds::unpack(&form)? else { return Ok(()) };
        let mut state = state.clone();
        if let Some(matrix) = form.dict().get::<[f64; 6]>("Matrix") {
            state.matrix = Matrix(matrix).then(state.matrix);
        }
        match form.dict().get::<Dict<'_>>("Resources") {
            Some(own) => self.run(&data, &Resources::new(own), state, depth + 1),
            None => self.run(&data, resources, state, depth + 1),
        }
    }

    fn show(&mut self, bytes: &[u8], state: &State, text: &mut Matrix) -> Result<(), PdfError> {
        let Some(font) = &state.font else { return Ok(()) };
        let mut count = 0;
        font.letters(bytes, |letter| {
            count += 1;
            let blank = if letter.blank { state.word } else { 0.0 };
            let width = (letter.width * state.size + state.spacing + blank) * state.scale;
            let place = text.then(state.matrix);
            let (x0, y) = place.apply(0.0, state.rise);
            let (x1, _) = place.apply(letter.width * state.size * state.scale, state.rise);
            let (_, top) = place.apply(0.0, state.rise + state.size);
            // Letters that stand upright alone: others are vertical marks at the edge, or stamps.
            let upright = (place.apply(1.0, 0.0).1 - place.apply(0.0, 0.0).1).abs() < 0.01;
            let size = (y - top).abs();
            *text = Matrix::moved(width, 0.0).then(*text);
            match letter.text {
                Some(letters) if upright && !state.hidden && [x0, x1, y, size].iter().all(|n| n.is_finite()) => {
                    self.glyphs.push(Glyph {
                        text: letters,
                        x0: x0 as f32,
                        x1: x1 as f32,
                        y: y as f32,
                        size: size as f32,
                    });
                }
                Some(_) => {}
                None => self.reader.unknown += 1,
            }
        });
        self.reader.letters += count;
        let much = self.reader.letters > MAX_LETTERS || self.glyphs.len() > MAX_ON_PAGE;
        if much { Err(PdfError::TooMuch) } else { Ok(()) }
    }
}
