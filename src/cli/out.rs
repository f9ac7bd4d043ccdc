//! Standard output and standard error, written by every command in one way. Whoever reads it may stop early; nobody else's trouble is swallowed.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write};

use crate::report::block;
use crate::spec::{Lang, Words};

use super::exit::Failure;

/// Writes one line for people.
macro_rules! say {
    ($($text:tt)*) => { $crate::cli::out::line(format_args!($($text)*))? };
}
pub(super) use say;

/// Writes one line for people.
pub(super) fn line(text: Arguments<'_>) -> Result<(), Failure> {
    written(writeln!(anstream::stdout(), "{text}"))
}

/// Writes text for people.
pub(super) fn tell(text: &str) -> Result<(), Failure> {
    written(anstream::stdout().write_all(text.as_bytes()))
}

/// Writes a message on standard error, safe for a terminal. Where even that cannot be written, the exit code has to do.
pub(super) fn complain(text: &str) {
    let _ = writeln!(anstream::stderr(), "paystone: {}", block(text, ""));
}

/// Writes data as it is: nothing may take it for colours.
pub(super) fn give(data: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    written(out.write_all(data).and_then(|()| out.flush()))
}

/// A reader that stops early has seen enough: the exit code still tells the verdict.
fn written(result: std::io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::usage(format!("cannot write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// A few words in the language that is shown.
pub(super) const fn word(lang: Lang, en: &'static str, zh: &'static str) -> &'static str {
    Words::new(en, zh).in_(lang)
}
