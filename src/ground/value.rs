//! JavaScript values as data: what a call is made of, and what an implementation answers.

use std::borrow::Cow;
use std::sync::Arc;

/// Text that costs nothing where it is known when the program is built.
pub type Text = Cow<'static, str>;

/// Text from anything that holds it.
pub fn text(from: impl Into<Text>) -> Text {
    from.into()
}

/// A JavaScript value. Calls are made of these, not of typed structs, because a wrongly typed argument is a
/// test input like any other.
#[derive(Clone, Debug)]
pub enum Value {
    /// `undefined`, written out. A member that is absent reads as undefined too.
    Undefined,
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number; JavaScript has only doubles.
    Number(f64),
    /// A string.
    Text(Text),
    /// An array.
    Array(Vec<Value>),
    /// A plain object.
    Object(Object),
    /// A function that does what its script says.
    Function(Function),
    /// What an implementation passed and no test input is: a symbol, a cyclic object. The text says what.
    Other(Text),
}

/// The members of an object, ordered by key, so that equal objects are written alike.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(Vec<(Text, Value)>);

/// What a function does: the n-th invocation follows the n-th entry, later ones the last. An empty script records the
/// invocation and returns `undefined`. Data, so that a case can be stored, sent to another process and shrunk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Function(pub Option<Arc<[Reply]>>);

/// What one invocation of a function does.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// Records the invocation and returns `undefined`.
    Records,
    /// Returns the value itself, no promise.
    Returns(Value),
    /// Returns a promise that resolves with the value.
    Resolves(Value),
    /// Returns a promise that rejects with the value.
    Rejects(Value),
    /// Throws an `Error` with this message.
    Throws(Text),
    /// Returns a promise that never settles.
    Never,
}

/// The type of a value, as `typeof` tells it, save that `null` and arrays are types of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
    /// `undefined`, or absent.
    Undefined,
    /// `null`.
    Null,
    /// A boolean.
    Boolean,
    /// A number, `NaN` and the infinities included.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// A plain object.
    Object,
    /// A function.
    Function,
    /// Something no test input is.
    Other,
}

impl Value {
    /// Text.
    pub fn text(from: impl Into<Text>) -> Self {
        Self::Text(from.into())
    }

    /// A function that only records that it was called.
    pub const fn records() -> Self {
        Self::Function(Function(None))
    }

    /// The string inside, if this is a string.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(s) = self { Some(s) } else { None }
    }

    /// The number inside, if this is a number (`NaN` and the infinities are).
    pub fn as_number(&self) -> Option<f64> {
        if let Self::Number(n) = self { Some(*n) } else { None }
    }

    /// The number inside, if it is whole and held exactly, which is so up to 2^53.
    pub fn as_whole(&self) -> Option<i64> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        let n = self.as_number()?;
        #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
        (n.fract() == 0.0 && n.abs() <= EXACT).then_some(n as i64)
    }

    /// The object inside, if this is an object.
    pub fn as_object(&self) -> Option<&Object> {
        if let Self::Object(o) = self { Some(o) } else { None }
    }

    /// A member, if this is an object that has it; everything else reads as undefined. A function has one member: what its first
    /// invocation answers, under the name of that script entry.
    pub fn get(&self, key: &str) -> &Value {
        match self {
            Self::Object(o) => o.get(key),
            Self::Function(f) => {
                f.answer().filter(|(name, _)| *name == key).map_or(&Self::Undefined, |(_, v)| v)
            }
            _ => &Self::Undefined,
        }
    }

    /// The same, to change it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        match self {
            Self::Object(o) => o.find_mut(key),
            Self::Function(f) => f.answer_mut().filter(|(name, _)| *name == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// Whether the value is `undefined`.
    pub fn is_undefined(&self) -> bool {
        matches!(self, Self::Undefined)
    }

    /// Its type.
    pub fn type_of(&self) -> Type {
        match self {
            Self::Undefined => Type::Undefined,
            Self::Null => Type::Null,
            Self::Bool(_) => Type::Boolean,
            Self::Number(_) => Type::Number,
            Self::Text(_) => Type::String,
            Self::Array(_) => Type::Array,
            Self::Object(_) => Type::Object,
            Self::Function(_) => Type::Function,
            Self::Other(_) => Type::Other,
        }
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<i32> for Value {
    fn from(n: i32) -> Self {
        Self::Number(f64::from(n))
    }
}

impl From<f64> for Value {
    fn from(n: f64) -> Self {
        Self::Number(n)
    }
}

impl From<&'static str> for Value {
    fn from(s: &'static str) -> Self {
        Self::Text(Cow::Borrowed(s))
    }
}

impl From<String> for Value {
    fn from(s: String) -> Self {
        Self::Text(Cow::Owned(s))
    }
}

impl From<Object> for Value {
    fn from(o: Object) -> Self {
        Self::Object(o)
    }
}

/// Two values are equal when a program could not tell them apart, save `0` and `-0`; `NaN` equals itself.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Undefined, Self::Undefined) | (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a == b || (a.is_nan() && b.is_nan()),
            (Self::Text(a), Self::Text(b)) | (Self::Other(a), Self::Other(b)) => a == b,
            (Self::Array(a), Self::Array(b)) => a == b,
            (Self::Object(a), Self::Object(b)) => a == b,
            (Self::Function(a), Self::Function(b)) => a == b,
            _ => false,
        }
    }
}

impl Object {
    /// No members.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether there are no members.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// A member; an absent one reads as undefined.
    pub fn get(&self, key: &str) -> &Value {
        self.find(key).unwrap_or(&Value::Undefined)
    }

    /// A member, if it is there.
    pub fn find(&self, key: &str) -> Option<&Value> {
        self.0.iter().find(|(k, _)| is_same(k.as_ref(), key)).map(|(_, v)| v)
    }

    /// A member to change, if it is there.
    pub fn find_mut(&mut self, key: &str) -> Option<&mut Value> {
        self.0.iter_mut().find(|(k, _)| is_same(k.as_ref(), key)).map(|(_, v)| v)
    }

    /// Sets a member.
    pub fn set(&mut self, key: impl Into<Text>, value: impl Into<Value>) {
        let (key, value) = (key.into(), value.into());
        match self.0.binary_search_by(|(k, _)| k.as_ref().cmp(key.as_ref())) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Sets a member, in passing.
    pub fn with(mut self, key: impl Into<Text>, value: impl Into<Value>) -> Self {
        self.set(key, value);
        self
    }

    /// Removes a member.
    pub fn remove(&mut self, key: &str) {
        self.0.retain(|(k, _)| k.as_ref() != key);
    }

    /// The members, ordered by key.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Value)> {
        self.0.iter().map(|(k, v)| (k.as_ref(), v))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &Text> {
        self.0.iter().map(|(k, _)| k)
    }
}

/// Whether two keys are the same. An object has a dozen members or two: a walk beats a search, and nearly all keys are so short that
/// their two ends are all of them, which costs no call.
#[inline]
fn is_same(one: &str, other: &str) -> bool {
    let (a, b) = (one.as_bytes(), other.as_bytes());
    a.len() == b.len()
        && match a.len() {
            4..8 => ends_alike::<4>(a, b),
            8..=16 => ends_alike::<8>(a, b),
            _ => a == b,
        }
}

#[inline]
fn ends_alike<const N: usize>(a: &[u8], b: &[u8]) -> bool {
    a.first_chunk::<N>() == b.first_chunk() && a.last_chunk::<N>() == b.last_chunk()
}

impl<K: Into<Text>, V: Into<Value>> FromIterator<(K, V)> for Object {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        let mut all: Vec<_> = members.into_iter().map(|(k, v)| (k.into(), v.into())).collect();
        // Stable, so that of two equal keys the last one is found last: it wins.
        all.sort_by(|(a, _): &(Text, Value), (b, _)| a.cmp(b));
        all.reverse();
        all.dedup_by(|(a, _), (b, _)| a == b);
        all.reverse();
        Self(all)
    }
}

impl Function {
    /// A function with this script.
    pub fn scripted(script: impl Into<Arc<[Reply]>>) -> Self {
        Self(Some(script.into()))
    }

    /// A function that returns a promise, which resolves with a value.
    pub fn resolving(with: impl Into<Value>) -> Self {
        Self::scripted([Reply::Resolves(with.into())])
    }

    /// The script; empty where the function only records.
    pub fn script(&self) -> &[Reply] {
        self.0.as_deref().unwrap_or_default()
    }

    /// What the first invocation answers with, and the name of that way to answer.
    pub fn answer(&self) -> Option<(&'static str, &Value)> {
        match self.script().first()? {
            Reply::Returns(v) => Some(("returns", v)),
            Reply::Resolves(v) => Some(("resolves", v)),
            Reply::Rejects(v) => Some(("rejects", v)),
            Reply::Records | Reply::Throws(_) | Reply::Never => None,
        }
    }

    fn answer_mut(&mut self) -> Option<(&'static str, &mut Value)> {
        match Arc::make_mut(self.0.as_mut()?).first_mut()? {
            Reply::Returns(v) => Some(("returns", v)),
            Reply::Resolves(v) => Some(("resolves", v)),
            Reply::Rejects(v) => Some(("rejects", v)),
            Reply::Records | Reply::Throws(_) | Reply::Never => None,
        }
    }
}

impl Type {
    /// The name that `typeof` gives, with `null` and `array` by their own names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Undefined => "undefined",
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
            Self::Function => "function",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_differ_in_one_byte_are_not_the_same() {
        for length in 0..24 {
            let key = "k".repeat(length);
            assert!(is_same(&key, &key.clone()));
            assert!(!is_same(&key, &"k".repeat(length + 1)));
            for at in 0..length {
                let mut other = key.clone();
                other.replace_range(at..=at, "x");
                assert!(!is_same(&key, &other), "{key} {other}");
            }
        }
    }

    #[test]
    fn an_object_keeps_its_keys_in_order_and_its_last_value() {
        let o = Object::new().with("b", 1).with("a", 2).with("b", 3);
        assert_eq!(o.keys().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(o.get("b"), &Value::from(3));
        assert_eq!(o.get("c"), &Value::Undefined);
    }

    #[test]
    fn only_whole_numbers_that_a_double_holds_are_whole() {
        assert_eq!(Value::from(600.0).as_whole(), Some(600));
        assert_eq!(Value::from(-0.0).as_whole(), Some(0));
        for n in [0.5, f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(Value::from(n).as_whole(), None, "{n}");
        }
    }
}
