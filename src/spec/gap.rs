//! Gaps: where the documents are silent or contradict themselves, and the readings that a careful team could defend.
//!
//! The model is a pure function of a step and of how the gaps are read. A rule asks for a reading only where it matters;
//! what the documents allow is then the union over all readings of the gaps that were asked for.

use std::cell::{Cell, RefCell};

use super::words::{Cite, Words};

/// A named hole or contradiction.
#[derive(Debug)]
pub struct Gap {
    /// Its permanent id.
    pub id: &'static str,
    /// What is open.
    pub says: Words,
    /// Where the documents come near it.
    pub cites: &'static [Cite],
    /// How it may be read; the likeliest first.
    pub readings: &'static [Reading],
}

/// One way to read a gap.
#[derive(Debug)]
pub struct Reading {
    /// Its permanent id, unique within its gap.
    pub id: &'static str,
    /// What it takes the documents to mean.
    pub says: Words,
}

impl Reading {
    /// A reading.
    pub const fn new(id: &'static str, en: &'static str, zh: &'static str) -> Self {
        Self { id, says: Words::new(en, zh) }
    }
}

impl Eq for Gap {}

impl PartialEq for Gap {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// `null` as a parameter.
pub static NULL: Gap = Gap {
    id: "common/null",
    says: Words::new(
        "`null` is a value of the wrong type, or counts as missing",
        "`null` 属于类型错误,还是视为未传",
    ),
    cites: &[],
    readings: &[
        Reading::new("wrong-type", "a value of the wrong type", "类型错误"),
        Reading::new("missing", "as if the parameter were not passed", "视为未传"),
    ],
};

/// `NaN` and the infinities where a number is asked for.
pub static NAN: Gap = Gap {
    id: "common/nan",
    says: Words::new(
        "`NaN` and the infinities are numbers of a wrong value, or values of a wrong type",
        "`NaN` 与无穷大是数值不合法,还是类型错误",
    ),
    cites: &[],
    readings: &[
        Reading::new("value", "a number, but a wrong one", "是数字,但取值不合法"),
        Reading::new("wrong-type", "no number", "不是数字"),
    ],
};

/// How an implementation reads the gaps: the first reading of each, save those named.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile(Vec<(&'static Gap, usize)>);

impl Profile {
    /// The first reading of every gap.
    pub const fn likeliest() -> Self {
        Self(Vec::new())
    }

    /// Reads one gap in another way.
    pub fn reading(mut self, gap: &'static Gap, index: usize) -> Self {
        self.0.retain(|(g, _)| *g != gap);
        self.0.push((gap, index));
        self
    }

    fn index(&self, gap: &'static Gap) -> usize {
        self.0.iter().find(|(g, _)| *g == gap).map_or(0, |(_, i)| *i)
    }
}

/// The readings of one path through the gaps, in the order in which they were asked for. Going over all paths replays the
/// judgement, as an odometer turns: the last reading moves first.
#[derive(Debug, Default)]
pub struct Tape {
    path: RefCell<Vec<(&'static Gap, usize)>>,
    asks: Cell<u32>,
}

impl Tape {
    /// Moves on to the next path, if there is one.
    pub fn advance(&self) -> bool {
        let mut path = self.path.borrow_mut();
        while let Some((gap, index)) = path.pop() {
            if index + 1 < gap.readings.len() {
                path.push((gap, index + 1));
                return true;
            }
        }
        false
    }

    /// The readings of this path.
    pub fn path(&self) -> Vec<(&'static Gap, usize)> {
        self.path.borrow().clone()
    }

    /// Adds the readings of this path to others.
    pub fn copy_to(&self, readings: &mut Vec<(&'static Gap, usize)>) {
        readings.extend_from_slice(&self.path.borrow());
    }

    /// Whether no gap was asked for.
    pub fn is_empty(&self) -> bool {
        self.path.borrow().is_empty()
    }

    /// How often a reading was asked for: who did not ask does not depend on the path.
    pub fn asks(&self) -> u32 {
        self.asks.get()
    }

    /// Notes that somebody depends on readings that were asked for before on this path.
    pub(super) fn ask_again(&self) {
        self.asks.set(self.asks.get().wrapping_add(1));
    }

    /// Forgets the path.
    pub fn clear(&self) {
        self.path.borrow_mut().clear();
    }

    fn index(&self, gap: &'static Gap) -> usize {
        self.ask_again();
        let mut path = self.path.borrow_mut();
        if let Some((_, index)) = path.iter().find(|(g, _)| *g == gap) {
            return *index;
        }
        path.push((gap, 0));
        0
    }
}

/// Where a rule gets its readings from.
#[derive(Clone, Copy, Debug)]
pub enum Readings<'a> {
    /// One implementation's.
    Of(&'a Profile),
    /// Every one in turn.
    Each(&'a Tape),
}

impl Readings<'_> {
    /// The id of the reading to follow for a gap.
    pub fn get(self, gap: &'static Gap) -> &'static str {
        let index = match self {
            Self::Of(profile) => profile.index(gap),
            Self::Each(tape) => tape.index(gap),
        };
        gap.readings.get(index).map_or("", |r| r.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tape_goes_over_every_path_and_only_where_it_was_asked() {
        let tape = Tape::default();
        let mut seen = Vec::new();
        loop {
            let readings = Readings::Each(&tape);
            let first = readings.get(&NULL);
            let second = if first == "missing" { readings.get(&NAN) } else { "-" };
            seen.push((first, second));
            if !tape.advance() {
                break;
            }
        }
        assert_eq!(seen, [("wrong-type", "-"), ("missing", "value"), ("missing", "wrong-type")]);
    }
}
