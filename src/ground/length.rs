//! The ways in which a document may count the characters of a text.

use unicode_segmentation::UnicodeSegmentation;

/// The length of a text in each of the units that a document may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Bytes of UTF-8.
    pub bytes: usize,
    /// UTF-16 units: what JavaScript's `length` says.
    pub units: usize,
    /// Unicode code points.
    pub points: usize,
    /// Grapheme clusters: what a reader counts.
    pub graphemes: usize,
}

impl Length {
    /// Measures a text.
    pub fn of(text: &str) -> Self {
        if text.is_ascii() && !text.contains('\r') {
            let n = text.len();
            return Self { bytes: n, units: n, points: n, graphemes: n };
        }
        Self {
            bytes: text.len(),
            units: text.encode_utf16().count(),
            points: text.chars().count(),
            graphemes: text.graphemes(true).count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_differ_where_texts_are_not_plain() {
        assert_eq!(Length::of("a1"), Length { bytes: 2, units: 2, points: 2, graphemes: 2 });
        assert_eq!(Length::of("道具"), Length { bytes: 6, units: 2, points: 2, graphemes: 2 });
        assert_eq!(Length::of("😀"), Length { bytes: 4, units: 2, points: 1, graphemes: 1 });
        assert_eq!(Length::of("e\u{301}"), Length { bytes: 3, units: 2, points: 2, graphemes: 1 });
        assert_eq!(Length::of("\r\n"), Length { bytes: 2, units: 2, points: 2, graphemes: 1 });
    }
}
