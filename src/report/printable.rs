//! Text that others wrote, made safe for a terminal: it must not obey what an implementation said, nor show lines in another order.

use std::fmt::Write;

/// A text on one line, with what is no plain character written out as JSON writes it.
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_hidden(c) {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// A text of several lines, each but the first behind an indent.
pub fn block(text: &str, indent: &str) -> String {
    let lines: Vec<_> = text.trim_end().lines().map(printable).collect();
    lines.join(&format!("\n{indent}"))
}

/// Separators of lines, and what turns the direction of a text around.
const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_has_nothing_to_obey() {
        assert_eq!(printable("a\u{1b}[2J\r\n\u{9b}\u{202e}b"), r"a\u001b[2J\u000d\u000a\u009b\u202eb");
        assert_eq!(block("a\nb\u{1b}\r\nc\n", "  "), "a\n  b\\u001b\n  c");
        assert_eq!(printable("支付 ok"), "支付 ok");
    }
}
