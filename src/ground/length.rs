//! The ways in which a document may count the characters of a text.

use unicode_segmentation::UnicodeSegmentation;

/// What a length is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of UTF-8. Of no other unit are there more.
    Bytes,
    /// UTF-16 units: what JavaScript's `length` says.
    Utf16,
    /// Unicode code points.
    CodePoints,
    /// Grapheme clusters: what a reader counts.
    Graphemes,
}

impl Unit {
    /// How many of these a text has.
    pub fn count(self, text: &str) -> usize {
        match self {
            Self::Bytes => text.len(),
            Self::Utf16 => text.encode_utf16().count(),
            Self::CodePoints => text.chars().count(),
            // The one cluster of ASCII characters is a line end of two.
            Self::Graphemes if text.is_ascii() && !text.contains('\r') => text.len(),
            Self::Graphemes => text.graphemes(true).count(),
        }
    }

    /// Whether a text has no more than so many of these. Of graphemes there are never more than of code points.
    pub fn is_within(self, text: &str, most: usize) -> bool {
        text.len() <= most
            || (self == Self::Graphemes && Self::CodePoints.count(text) <= most)
            || self.count(text) <= most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_differ_where_texts_are_not_plain() {
        let counts =
            |text| [Unit::Bytes, Unit::Utf16, Unit::CodePoints, Unit::Graphemes].map(|u| u.count(text));
        assert_eq!(counts("a1"), [2, 2, 2, 2]);
        assert_eq!(counts("道具"), [6, 2, 2, 2]);
        assert_eq!(counts("😀"), [4, 2, 1, 1]);
        assert_eq!(counts("e\u{301}"), [3, 2, 2, 1]);
        assert_eq!(counts("\r\n"), [2, 2, 2, 1]);
        for text in ["", "a1", "道具", "😀", "e\u{301}", "\r\n", "a\r\n"] {
            for (most, unit) in (0..6).flat_map(|most| {
                [Unit::Bytes, Unit::Utf16, Unit::CodePoints, Unit::Graphemes].map(|unit| (most, unit))
            }) {
                assert_eq!(unit.is_within(text, most), unit.count(text) <= most, "{text:?} {unit:?}");
            }
        }
    }
}
