//! What a workbook looks like.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::core::exchange::tables::{Cell, Column, Tone};

/// As Excel in Japanese has it; where it is missing, the program takes its own.
const FONT: &str = "Yu Gothic";
/// Columns up to this width hold single words, which a program must not take for days or numbers.
const SHORT: u8 = 20;

/// The formats of heads and cells.
pub(super) struct Look {
    /// A head of what is worked out.
    pub worked_out: Format,
    entered: Format,
    cell: Format,
    day: Format,
    word: Format,
}

impl Look {
    pub fn new() -> Self {
        let cell = Format::new().set_font_name(FONT).set_font_size(10).set_text_wrap().set_align(FormatAlign::Top);
        let cell = cell.set_border(FormatBorder::Thin).set_border_color(Color::RGB(0xbf_bfbf));
        let head = cell.clone().set_bold().set_align(FormatAlign::VerticalCenter);
        Self {
            worked_out: head.clone().set_background_color(Color::RGB(0xe8_e8e8)),
            entered: head.set_background_color(Color::RGB(0x0f_4c81)).set_font_color(Color::White),
            day: cell.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            word: cell.clone().set_num_format("@"),
            cell,
        }
    }

    /// The head of a column: that of what a person enters is dark.
    pub fn head(&self, column: &Column) -> &Format {
        if column.field.is_some() { &self.entered } else { &self.worked_out }
    }

    pub fn cell(&self, column: &Column, cell: &Cell) -> &Format {
        match (cell, column.field) {
            (Cell::Day(_), _) => &self.day,
            // An empty cell for a day takes one.
            (Cell::Text(text), _) if text.is_empty() && column.is_day() => &self.day,
            (Cell::Text(_), Some(_)) if column.width <= SHORT => &self.word,
            _ => &self.cell,
        }
    }
}

/// The colours of what is like this; none for what is neither good nor bad.
pub(super) fn colours(tone: Tone) -> Option<Format> {
    let (back, front) = match tone {
        Tone::Good => (0xe3_f4ea, 0x10_5c36),
        Tone::Middle => (0xff_f2c9, 0x66_4c00),
        Tone::Bad => (0xfd_e3e1, 0x8c_1a14),
        Tone::Open => (0xe6_eefa, 0x1c_3d78),
        Tone::Plain => return None,
    };
    Some(Format::new().set_background_color(Color::RGB(back)).set_font_color(Color::RGB(front)))
}
