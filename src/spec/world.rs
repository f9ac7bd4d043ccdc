//! The world of a case: everything outside the call that decides what may happen.

use crate::ground::{Decimal, Type, Value, Version};

use super::words::Words;

/// One thing that is true or false of the world: its name, its plain value, and the values it may have.
#[derive(Debug)]
pub struct Fact {
    /// The name, also on the wire.
    pub name: &'static str,
    /// What it means.
    pub says: Words,
    /// Its value in the plain world, in which nothing stands in the way of a payment.
    pub plain: Plain,
    /// The values it may have.
    pub range: Range,
}

/// A plain value.
#[derive(Clone, Copy, Debug)]
pub enum Plain {
    /// `null`.
    Null,
    /// A boolean.
    Flag(bool),
    /// A whole number.
    Whole(i32),
    /// A text.
    Text(&'static str),
    /// A list with one text.
    Once(&'static str),
}

/// The values a fact may have.
#[derive(Clone, Copy, Debug)]
pub enum Range {
    /// `true` or `false`.
    Flag,
    /// A version text.
    Version,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// A list of these texts, one for each step; the last goes on. At least one.
    ListOf(&'static [&'static str]),
    /// A whole number, zero or more.
    Count,
    /// The same, or `null` for none.
    CountOrNull,
    /// A whole number of fen, zero or more.
    Fen,
    /// The same, or `null` for none.
    FenOrNull,
    /// A whole number of seconds, zero or more.
    Seconds,
    /// A decimal number above zero, as text, or `null` for none.
    DecimalOrNull,
    /// Any text that is not empty.
    Text,
}

/// Version of the base library: the one fact that every rule knows, by its first version.
pub static BASE_LIBRARY: Fact = Fact {
    name: "base_library",
    says: Words::new("version of the base library", "基础库版本"),
    plain: Plain::Text("3.47.0"),
    range: Range::Version,
};

const PLAIN_LIBRARY: Version = Version([3, 47, 0, 0]);

/// The world of a case. It holds only what is not plain, so that equal worlds are equal values.
#[derive(Clone, Debug)]
pub struct World {
    unusual: Vec<(&'static Fact, Value)>,
    /// Read once when it is set: every rule asks for it.
    base_library: Version,
}

impl Fact {
    /// The plain value.
    pub fn plain(&self) -> Value {
        self.plain.value()
    }

    /// Whether the fact may have this value.
    pub fn admits(&self, value: &Value) -> bool {
        let whole = |v: &Value| v.as_whole().is_some_and(|n| n >= 0);
        let word = |v: &Value, words: &[&str]| v.as_str().is_some_and(|s| words.contains(&s));
        match self.range {
            Range::Flag => value.type_of() == Type::Boolean,
            Range::Version => value.as_str().is_some_and(|s| s.parse::<Version>().is_ok()),
            Range::OneOf(words) => word(value, words),
            Range::ListOf(words) => {
                matches!(value, Value::Array(v) if !v.is_empty() && v.iter().all(|v| word(v, words)))
            }
            Range::Fen | Range::Count | Range::Seconds => whole(value),
            Range::FenOrNull | Range::CountOrNull => *value == Value::Null || whole(value),
            Range::DecimalOrNull => {
                *value == Value::Null
                    || value.as_str().is_some_and(|s| s.parse::<Decimal>().is_ok_and(Decimal::is_positive))
            }
            Range::Text => value.as_str().is_some_and(|s| !s.is_empty()),
        }
    }
}

impl Plain {
    /// As a value.
    pub fn value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Flag(yes) => yes.into(),
            Self::Whole(n) => n.into(),
            Self::Text(s) => s.into(),
            Self::Once(s) => Value::Array(vec![s.into()]),
        }
    }

    fn is(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Null, Value::Null) => true,
            (Self::Flag(yes), Value::Bool(b)) => yes == *b,
            (Self::Whole(n), Value::Number(_)) => value.as_whole() == Some(n.into()),
            (Self::Text(s), Value::Text(t)) => s == t,
            (Self::Once(s), Value::Array(items)) => {
                matches!(items.as_slice(), [Value::Text(t)] if s == t)
            }
            _ => false,
        }
    }
}

impl PartialEq for Fact {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Default for World {
    fn default() -> Self {
        Self::plain()
    }
}

impl World {
    /// The plain world.
    pub const fn plain() -> Self {
        Self { unusual: Vec::new(), base_library: PLAIN_LIBRARY }
    }

    /// Sets a fact.
    pub fn set(&mut self, fact: &'static Fact, value: Value) {
        if *fact == BASE_LIBRARY {
            self.base_library = value.as_str().and_then(|s| s.parse().ok()).unwrap_or(PLAIN_LIBRARY);
        }
        let known = self.unusual.iter().position(|(f, _)| *f == fact);
        match (known, fact.plain.is(&value)) {
            (Some(at), true) => drop(self.unusual.remove(at)),
            (Some(at), false) => self.unusual[at].1 = value,
            (None, true) => {}
            (None, false) => {
                let at = self.unusual.partition_point(|(f, _)| f.name < fact.name);
                self.unusual.insert(at, (fact, value));
            }
        }
    }

    /// Makes a fact what it is in another world.
    pub fn copy(&mut self, fact: &'static Fact, from: &Self) {
        match (from.find(fact), self.find(fact)) {
            (Some(value), _) => self.set(fact, value.clone()),
            (None, Some(_)) => self.set(fact, fact.plain()),
            (None, None) => {}
        }
    }

    /// Sets a fact, in passing.
    pub fn with(mut self, fact: &'static Fact, value: impl Into<Value>) -> Self {
        self.set(fact, value.into());
        self
    }

    /// The value of a fact.
    pub fn value(&self, fact: &Fact) -> Value {
        self.find(fact).cloned().unwrap_or_else(|| fact.plain())
    }

    /// The facts that are not plain, ordered by name.
    pub fn unusual(&self) -> impl Iterator<Item = (&'static Fact, &Value)> {
        self.unusual.iter().map(|(f, v)| (*f, v))
    }

    /// A fact that is a boolean.
    pub fn flag(&self, fact: &Fact) -> bool {
        match (self.find(fact), fact.plain) {
            (Some(value), _) => *value == Value::Bool(true),
            (None, plain) => matches!(plain, Plain::Flag(true)),
        }
    }

    /// A fact that is a text; empty where it is none.
    pub fn text(&self, fact: &Fact) -> &str {
        match (self.find(fact), fact.plain) {
            (Some(value), _) => value.as_str().unwrap_or_default(),
            (None, Plain::Text(s)) => s,
            _ => "",
        }
    }

    /// A fact that is a whole number; `None` where it is `null`.
    pub fn whole(&self, fact: &Fact) -> Option<i64> {
        match (self.find(fact), fact.plain) {
            (Some(value), _) => value.as_whole(),
            (None, Plain::Whole(n)) => Some(n.into()),
            _ => None,
        }
    }

    /// The entry of a list for the step with this index; the last entry goes on.
    pub fn nth(&self, fact: &Fact, index: usize) -> &str {
        match (self.find(fact), fact.plain) {
            (Some(Value::Array(items)), _) => {
                items.get(index).or(items.last()).and_then(Value::as_str).unwrap_or_default()
            }
            (None, Plain::Once(s)) => s,
            _ => "",
        }
    }

    /// The base library.
    pub const fn base_library(&self) -> Version {
        self.base_library
    }

    /// The value of a fact that is not plain.
    pub fn find(&self, fact: &Fact) -> Option<&Value> {
        self.unusual.iter().find(|(f, _)| *f == fact).map(|(_, v)| v)
    }
}

impl PartialEq for World {
    fn eq(&self, other: &Self) -> bool {
        self.unusual.len() == other.unusual.len()
            && self.unusual.iter().zip(&other.unusual).all(|(a, b)| a.0 == b.0 && a.1 == b.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_base_library_is_the_one_the_fact_names() {
        assert_eq!(World::plain().base_library().to_string(), World::plain().text(&BASE_LIBRARY));
    }

    #[test]
    fn a_fact_set_back_to_its_plain_value_leaves_no_trace() {
        let world = World::plain().with(&BASE_LIBRARY, "2.64.0").with(&BASE_LIBRARY, "3.47.0");
        assert_eq!(world, World::plain());
    }
}
