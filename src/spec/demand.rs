//! (long: every stock demand with its four abilities) Demands: what a rule asks of a call or of the world, as data. Each stock demand can judge, list the ways to keep it by a hair
//! (edges), to break it (breaks) and to fall into a gap (openings), and name its usual mutants.

use crate::ground::{Function, Object, Reply, Type, Unit, Value, Version, from_json, to_json};

use super::case::{At, Case};
use super::draw::Draw;
use super::gap::{Gap, NAN, NULL};
use super::patch::Patch;
use super::rule::About;
use super::standing::Standing;
use super::world::{BASE_LIBRARY, Fact, Plain};

/// A place in the input: the keys that lead there.
pub type Field = &'static [&'static str];

/// What a rule asks.
#[derive(Clone, Copy, Debug)]
pub enum Demand {
    /// Passed.
    Present(Field),
    /// Passed, and neither `null` nor the empty text.
    Filled(Field),
    /// Of this type, if passed.
    Typed(Field, Type),
    /// One of these values, if passed and of their type.
    OneOf(Field, &'static [Literal]),
    /// This text, if it is a text that is not empty.
    Fixed(Field, &'static str),
    /// At most so many characters, if it is a string. What a character is, is a gap with the readings `utf16`,
    /// `code-points` and `graphemes`.
    AtMost(Field, usize, &'static Gap),
    /// At least and at most so many bytes of UTF-8, if it is a string. The texts that are drawn end in the last one.
    Bytes(Field, usize, usize, &'static str),
    /// A whole number of at least this, if it is a number.
    WholeFrom(Field, i64),
    /// A whole number between these, both included, if it is a number.
    WholeWithin(Field, i64, i64),
    /// The fact does not have this value.
    Not(&'static Fact, Plain),
    /// The fact, a list with an entry for each step, does not have this value for this step.
    NotNow(&'static Fact, &'static str),
    /// The base library is at least this.
    Since(Version),
    /// What only this rule asks.
    Own(&'static Own),
}

/// One value of an enumeration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Literal {
    /// A whole number.
    Number(i32),
    /// A text.
    Text(&'static str),
}

/// A demand of one rule alone.
#[derive(Debug)]
pub struct Own {
    /// The judgement.
    pub judge: fn(&At<'_>) -> Standing,
    /// What it depends on.
    pub about: &'static [About],
    /// The ways to keep it by a hair.
    pub edges: fn(&Case) -> Vec<Patch>,
    /// The ways to break it, and no other rule.
    pub breaks: fn(&Case) -> Vec<Patch>,
    /// The ways to fall into a gap.
    pub openings: fn(&Case) -> Vec<Patch>,
    /// A random way to come near it, for exploration.
    pub draw: Option<fn(&mut Draw, &Case) -> Patch>,
    /// The values, as the document writes them, that it judges by.
    pub literals: &'static [&'static str],
    /// How implementations tend to get it wrong.
    pub variants: &'static [Variant],
}

/// Another judgement in place of the right one.
#[derive(Debug)]
pub struct Variant {
    /// What is wrong about it, as a slug.
    pub id: &'static str,
    /// The wrong judgement.
    pub judge: fn(&At<'_>) -> Standing,
}

/// A stock way to get a demand wrong.
#[derive(Clone, Copy, Debug)]
pub enum Bent {
    /// Takes values of a type that it should refuse.
    Admits(Type),
    /// Does not know a value of the enumeration.
    Drops(usize),
    /// Knows one value too many.
    Adds(Literal),
    /// Moves a bound, the upper one of two.
    Moves(i8),
    /// Moves the lower bound of two.
    MovesLeast(i8),
    /// Counts in another unit.
    Counts(Unit),
    /// Takes numbers that are not whole.
    Fractions,
    /// Judges in another way.
    Variant(&'static Variant),
}

impl Own {
    /// What most have in common.
    pub const PLAIN: Self = Self {
        judge: |_| Standing::Apart,
        about: &[],
        edges: |_| Vec::new(),
        breaks: |_| Vec::new(),
        openings: |_| Vec::new(),
        draw: None,
        literals: &[],
        variants: &[],
    };
}

impl Literal {
    fn value(self) -> Value {
        match self {
            Self::Number(n) => n.into(),
            Self::Text(s) => s.into(),
        }
    }

    fn is(self, value: &Value) -> bool {
        match self {
            Self::Number(n) => value.as_number() == Some(f64::from(n)),
            Self::Text(s) => value.as_str() == Some(s),
        }
    }

    const fn type_of(self) -> Type {
        match self {
            Self::Number(_) => Type::Number,
            Self::Text(_) => Type::String,
        }
    }
}

impl Demand {
    /// How a step stands towards this demand.
    pub fn judge(&self, at: &At<'_>) -> Standing {
        self.judge_bent(at, None)
    }

    /// How a step stands towards this demand, for one that gets it wrong.
    pub(crate) fn judge_bent(&self, at: &At<'_>, bent: impl Into<Option<Bent>>) -> Standing {
        let bent = bent.into();
        if let Some(Bent::Variant(variant)) = bent {
            return (variant.judge)(at);
        }
        match self {
            Self::Present(field) | Self::Filled(field) if !has_place(at.input(), field) => Standing::Apart,
            Self::Filled(field) => filled(at_path(at.input(), field), bent),
            Self::Present(field) => match at_path(at.input(), field) {
                Value::Undefined => Standing::Broken,
                Value::Null => Standing::kept(at.reading(&NULL) == "wrong-type"),
                _ => Standing::Holds,
            },
            Self::Typed(field, wanted) => typed(at, at_path(at.input(), field), *wanted, bent),
            Self::OneOf(field, literals) => one_of(at, at_path(at.input(), field), literals, bent),
            Self::Fixed(field, text) => fixed(at_path(at.input(), field), text, bent),
            Self::AtMost(field, most, unit) => {
                let most = most.saturating_add_signed(moved(bent));
                at_path(at.input(), field).as_str().map_or(Standing::Apart, |s| at_most(at, s, most, unit))
            }
            Self::Bytes(field, least, most, _) => {
                let unit = if let Some(Bent::Counts(unit)) = bent { unit } else { Unit::Bytes };
                let most = most.saturating_add_signed(moved(bent));
                let least = least.saturating_add_signed(moved_least(bent));
                at_path(at.input(), field)
                    .as_str()
                    .map_or(Standing::Apart, |s| Standing::kept((least..=most).contains(&unit.count(s))))
            }
            Self::WholeFrom(field, least) => within(
                at,
                at_path(at.input(), field),
                least.saturating_add(moved(bent) as i64),
                i64::MAX,
                bent,
            ),
            Self::WholeWithin(field, least, most) => {
                let least = least.saturating_add(moved_least(bent) as i64);
                within(at, at_path(at.input(), field), least, most.saturating_add(moved(bent) as i64), bent)
            }
            Self::Not(fact, value) => Standing::kept(!is_fact(at, fact, *value)),
            Self::NotNow(fact, word) => Standing::kept(at.world.nth(fact, at.now) != *word),
            Self::Since(version) => {
                let version = match moved(bent) {
                    1 => version.after(),
                    -1 => version.before(),
                    _ => *version,
                };
                Standing::kept(at.has(version))
            }
            Self::Own(own) => (own.judge)(at),
        }
    }

    /// What this demand depends on.
    pub fn about(&self) -> Vec<About> {
        match self {
            Self::Present(field)
            | Self::Filled(field)
            | Self::Typed(field, _)
            | Self::OneOf(field, _)
            | Self::Fixed(field, _)
            | Self::AtMost(field, ..)
            | Self::Bytes(field, ..)
            | Self::WholeFrom(field, _)
            | Self::WholeWithin(field, ..) => vec![About::Field(field)],
            Self::Not(fact, _) | Self::NotNow(fact, _) => vec![About::Fact(fact)],
            Self::Since(_) => vec![About::Fact(&BASE_LIBRARY)],
            Self::Own(own) => own.about.to_vec(),
        }
    }

    /// Ways to keep this demand by a hair.
    pub fn edges(&self, base: &Case) -> Vec<Patch> {
        match self {
            Self::OneOf(field, literals) => {
                literals.iter().map(|l| Patch::default().and_at(field, Some(l.value()))).collect()
            }
            Self::AtMost(field, most, _) => {
                let texts =
                    ["a".repeat(*most), "道".repeat(*most), "a".repeat(most - 1) + "具", "a".to_owned()];
                texts.into_iter().map(|s| set(field, s)).collect()
            }
            Self::Bytes(field, least, most, end) => {
                let full = ["a", "汉", "😀"].map(|c| full_text(c, *most, end));
                let shortest = full_text("a", (*least).max(end.len()), end);
                full.into_iter().chain([shortest]).map(|s| set(field, s)).collect()
            }
            Self::WholeWithin(field, least, most) => {
                let near = [*least, least + 1, most - 1, *most];
                near.into_iter().map(|n| set(field, number(n))).collect()
            }
            Self::WholeFrom(field, least) => {
                [*least, least + 1, 600, 10_000].into_iter().map(|n| set(field, number(n))).collect()
            }
            Self::Since(version) => {
                // The far ones are above it as numbers and below it as texts.
                let far =
                    [Version([2, 100, 0, 0]), Version([10, 0, 0, 0])].into_iter().filter(|v| v > version);
                [*version, version.after()].into_iter().chain(far).map(library).collect()
            }
            Self::NotNow(fact, word) => {
                let plain = base.world.nth(fact, 0).to_owned();
                vec![Patch::fact(fact, Value::Array(vec![plain.into(), (*word).into()]))]
            }
            Self::Own(own) => (own.edges)(base),
            Self::Present(_) | Self::Filled(_) | Self::Typed(..) | Self::Fixed(..) | Self::Not(..) => {
                Vec::new()
            }
        }
    }

    /// Ways to break this demand: by a hair, and wildly.
    pub fn breaks(&self, base: &Case) -> Vec<Patch> {
        match self {
            Self::Present(field) => {
                vec![Patch::default().and_at(field, None), set(field, Value::Undefined)]
            }
            Self::Filled(field) => {
                let empty = [Value::Undefined, Value::Null, "".into()];
                let set = empty.into_iter().map(|v| set(field, v));
                std::iter::once(Patch::default().and_at(field, None)).chain(set).collect()
            }
            Self::Typed(field, wanted) => {
                foreign(*wanted, &value_at(base, field)).into_iter().map(|v| set(field, v)).collect()
            }
            Self::OneOf(field, literals) => strangers(literals).into_iter().map(|v| set(field, v)).collect(),
            Self::Fixed(field, text) => strangers(&[Literal::Text(text)])
                .into_iter()
                .filter(|v| v.as_str().is_some_and(|s| !s.is_empty() && s != *text))
                .map(|v| set(field, v))
                .collect(),
            Self::AtMost(field, most, _) => {
                let texts = ["a".repeat(most + 1), "道".repeat(most + 1), "a".repeat(most * 4)];
                texts.into_iter().map(|s| set(field, s)).collect()
            }
            Self::Bytes(field, least, most, end) => {
                let over = ["a", "汉", "😀"].map(|c| full_text(c, *most + 1, end));
                let none = (*least > 0).then(String::new);
                over.into_iter().chain(none).map(|s| set(field, s)).collect()
            }
            Self::WholeWithin(field, least, most) => {
                #[expect(clippy::cast_precision_loss, reason = "bounds are small")]
                let (low, high) = (*least as f64, *most as f64);
                let values = [low - 1.0, high + 1.0, low + 0.5, high * 100.0, -high];
                values.into_iter().map(|n| set(field, n)).collect()
            }
            Self::WholeFrom(field, least) => {
                #[expect(clippy::cast_precision_loss, reason = "bounds are small")]
                let values = [(least - 1) as f64, -1.0, *least as f64 + 0.5, 0.5];
                values.into_iter().map(|n| set(field, n)).collect()
            }
            Self::Not(fact, value) => vec![Patch::fact(fact, value.value())],
            Self::NotNow(fact, word) => vec![Patch::fact(fact, Value::Array(vec![(*word).into()]))],
            Self::Since(version) => vec![library(version.before()), library(Version([1, 0, 0, 0]))],
            Self::Own(own) => (own.breaks)(base),
        }
    }

    /// Ways to fall into a gap.
    pub fn openings(&self, base: &Case) -> Vec<Patch> {
        match self {
            Self::Typed(field, Type::Number) => {
                let odd = [Value::Null, f64::NAN.into(), f64::INFINITY.into(), f64::NEG_INFINITY.into()];
                odd.into_iter().map(|v| set(field, v)).collect()
            }
            Self::Present(field) | Self::Typed(field, _) => vec![set(field, Value::Null)],
            Self::AtMost(field, most, _) => {
                let emoji = "😀".repeat(most / 2 + 1);
                let full = "😀".repeat(*most);
                let combined = "e\u{301}".repeat(most / 2 + 1);
                vec![set(field, emoji), set(field, full), set(field, combined)]
            }
            Self::Own(own) => (own.openings)(base),
            _ => Vec::new(),
        }
    }

    /// A random way to come near this demand, from either side.
    pub fn draw(&self, draw: &mut Draw, base: &Case) -> Option<Patch> {
        Some(match self {
            Self::OneOf(field, [Literal::Number(_), ..]) => set(field, number(draw.between(-5, 120))),
            Self::OneOf(field, _) | Self::Fixed(field, _) => {
                let length = draw.below(12);
                set(field, draw.text(length))
            }
            Self::AtMost(field, most, _) => {
                let length = draw.below(most * 2 + 2);
                set(field, draw.text(length))
            }
            Self::Bytes(field, _, most, end) => {
                let length = draw.below(most + most / 4);
                set(field, draw.text(length) + end)
            }
            Self::WholeFrom(field, least) => {
                let n = draw.between(least - 20, 1_000_000);
                set(field, number(n))
            }
            Self::WholeWithin(field, least, most) => {
                let n = draw.between(least - 20, most + 20);
                set(field, number(n))
            }
            Self::Own(own) => (own.draw?)(draw, base),
            _ => return None,
        })
    }

    /// The values that it judges by, as the document writes them.
    pub fn literals(&self) -> Vec<String> {
        match self {
            Self::Present([.., name]) | Self::Filled([.., name]) => vec![(*name).to_owned()],
            Self::Typed([.., name], wanted) => vec![(*name).to_owned(), wanted.name().to_owned()],
            Self::OneOf(_, literals) => literals
                .iter()
                .map(|l| match l {
                    Literal::Number(n) => n.to_string(),
                    Literal::Text(s) => (*s).to_owned(),
                })
                .collect(),
            Self::Fixed(_, text) => vec![(*text).to_owned()],
            Self::AtMost(_, most, _) | Self::Bytes(_, 0, most, _) => vec![most.to_string()],
            Self::Bytes(_, least, most, _) => vec![least.to_string(), most.to_string()],
            Self::WholeWithin(_, least, most) => vec![least.to_string(), most.to_string()],
            Self::Since(version) => vec![version.to_string()],
            Self::Own(own) => own.literals.iter().map(|s| (*s).to_owned()).collect(),
            _ => Vec::new(),
        }
    }

    /// The stock ways to get it wrong, each with its id.
    pub fn bents(&self) -> Vec<(String, Bent)> {
        match self {
            Self::Filled(_) => [Type::Null, Type::String]
                .into_iter()
                .map(|t| (format!("admits-empty-{}", t.name()), Bent::Admits(t)))
                .collect(),
            Self::Typed(_, wanted) => TYPES
                .into_iter()
                .filter(|t| t != wanted)
                .map(|t| (format!("admits-{}", t.name()), Bent::Admits(t)))
                .collect(),
            Self::OneOf(_, literals) => {
                let drops =
                    literals.iter().enumerate().map(|(i, l)| (format!("drops-{}", slug(*l)), Bent::Drops(i)));
                let adds = neighbour(literals).map(|l| (format!("adds-{}", slug(l)), Bent::Adds(l)));
                drops.chain(adds).collect()
            }
            Self::Fixed(..) => {
                let other = Literal::Text("UNKNOWN");
                vec![(format!("adds-{}", slug(other)), Bent::Adds(other))]
            }
            Self::Bytes(_, least, ..) => {
                let below = (*least > 0).then(|| ("admits-empty".to_owned(), Bent::MovesLeast(-1)));
                let above = (*least > 0).then(|| ("least-up".to_owned(), Bent::MovesLeast(1)));
                let most = [
                    ("bound-down".to_owned(), Bent::Moves(-1)),
                    ("bound-up".to_owned(), Bent::Moves(1)),
                    ("counts-utf16".to_owned(), Bent::Counts(Unit::Utf16)),
                    ("counts-characters".to_owned(), Bent::Counts(Unit::CodePoints)),
                ];
                most.into_iter().chain(below).chain(above).collect()
            }
            Self::WholeWithin(..) => vec![
                ("least-down".to_owned(), Bent::MovesLeast(-1)),
                ("least-up".to_owned(), Bent::MovesLeast(1)),
                ("bound-down".to_owned(), Bent::Moves(-1)),
                ("bound-up".to_owned(), Bent::Moves(1)),
                ("admits-fractions".to_owned(), Bent::Fractions),
            ],
            Self::AtMost(..) | Self::WholeFrom(..) | Self::Since(_) => {
                vec![("bound-down".to_owned(), Bent::Moves(-1)), ("bound-up".to_owned(), Bent::Moves(1))]
            }
            Self::Own(own) => own.variants.iter().map(|v| (v.id.to_owned(), Bent::Variant(v))).collect(),
            _ => Vec::new(),
        }
    }
}

/// The types that a wrongly typed argument can have.
const TYPES: [Type; 6] =
    [Type::Boolean, Type::Number, Type::String, Type::Array, Type::Object, Type::Function];

/// The value at a place in an input; `undefined` where there is none.
pub fn at_path(input: &Value, field: Field) -> &Value {
    field.iter().fold(input, |value, key| value.get(key))
}

/// Whether a place in an input can hold a value: what it is a member of is an object.
fn has_place(input: &Value, field: Field) -> bool {
    let above = field.split_last().map_or(field, |(_, above)| above);
    at_path(input, above).type_of() == Type::Object
}

fn value_at(base: &Case, field: Field) -> Value {
    let none = Value::Undefined;
    at_path(base.steps.last().map_or(&none, |s| &s.input), field).clone()
}

fn set(field: Field, value: impl Into<Value>) -> Patch {
    Patch::default().and_at(field, Some(value.into()))
}

fn library(version: Version) -> Patch {
    Patch::fact(&BASE_LIBRARY, version.to_string())
}

#[expect(clippy::cast_precision_loss, reason = "drawn numbers are far below 2^53")]
fn number(n: i64) -> Value {
    Value::Number(n as f64)
}

fn moved(bent: Option<Bent>) -> isize {
    if let Some(Bent::Moves(by)) = bent { by.into() } else { 0 }
}

fn filled(value: &Value, bent: Option<Bent>) -> Standing {
    let empty = matches!(value, Value::Undefined | Value::Null) || value.as_str() == Some("");
    Standing::kept(!empty || matches!(bent, Some(Bent::Admits(t)) if t == value.type_of()))
}

fn moved_least(bent: Option<Bent>) -> isize {
    if let Some(Bent::MovesLeast(by)) = bent { by.into() } else { 0 }
}

/// A text of exactly so many bytes: as many of one character as there is room for, letters for what is left, and this end.
fn full_text(with: &str, bytes: usize, end: &str) -> String {
    let room = bytes.saturating_sub(end.len());
    with.repeat(room / with.len()) + &"a".repeat(room % with.len()) + end
}

/// How a number stands towards bounds, both included.
fn within(at: &At<'_>, value: &Value, least: i64, most: i64, bent: Option<Bent>) -> Standing {
    match value {
        Value::Number(n) if !n.is_finite() && at.reading(&NAN) == "wrong-type" => Standing::Apart,
        #[expect(clippy::cast_precision_loss, reason = "bounds are small")]
        Value::Number(n) if matches!(bent, Some(Bent::Fractions)) => {
            Standing::kept((least as f64..=most as f64).contains(n))
        }
        Value::Number(_) => Standing::kept(value.as_whole().is_some_and(|n| (least..=most).contains(&n))),
        _ => Standing::Apart,
    }
}

fn typed(at: &At<'_>, value: &Value, wanted: Type, bent: Option<Bent>) -> Standing {
    let found = value.type_of();
    match value {
        Value::Undefined => Standing::Apart,
        Value::Null if at.reading(&NULL) == "missing" => Standing::Apart,
        Value::Number(n) if wanted == Type::Number && !n.is_finite() => {
            Standing::kept(at.reading(&NAN) == "value")
        }
        _ => Standing::kept(found == wanted || matches!(bent, Some(Bent::Admits(t)) if t == found)),
    }
}

fn one_of(at: &At<'_>, value: &Value, literals: &[Literal], bent: Option<Bent>) -> Standing {
    let wanted = literals.first().map(|l| l.type_of());
    let not_a_number = matches!(value, Value::Number(n) if !n.is_finite());
    if Some(value.type_of()) != wanted || (not_a_number && at.reading(&NAN) == "wrong-type") {
        return Standing::Apart;
    }
    let dropped = if let Some(Bent::Drops(i)) = bent { Some(i) } else { None };
    let known = literals.iter().enumerate().any(|(i, l)| Some(i) != dropped && l.is(value));
    Standing::kept(known || matches!(bent, Some(Bent::Adds(l)) if l.is(value)))
}

fn fixed(value: &Value, text: &str, bent: Option<Bent>) -> Standing {
    let Some(found) = value.as_str().filter(|s| !s.is_empty()) else { return Standing::Apart };
    Standing::kept(found == text || matches!(bent, Some(Bent::Adds(l)) if l.is(value)))
}

/// The unit matters, and is asked for, only where the units disagree.
fn at_most(at: &At<'_>, text: &str, most: usize, unit: &'static Gap) -> Standing {
    if Unit::Utf16.is_within(text, most) {
        return Standing::Holds;
    }
    if !Unit::Graphemes.is_within(text, most) {
        return Standing::Broken;
    }
    Standing::kept(match at.reading(unit) {
        "utf16" => false,
        "code-points" => Unit::CodePoints.is_within(text, most),
        _ => true,
    })
}

fn is_fact(at: &At<'_>, fact: &Fact, value: Plain) -> bool {
    match value {
        Plain::Flag(yes) => at.world.flag(fact) == yes,
        Plain::Text(word) => at.world.text(fact) == word,
        other => at.world.value(fact) == other.value(),
    }
}

/// One value of each type that is not the wanted one, and where it is the likeliest mistake, the valid value in a foreign type.
fn foreign(wanted: Type, valid: &Value) -> Vec<Value> {
    let mut values = Vec::new();
    for found in TYPES.into_iter().filter(|t| *t != wanted) {
        match found {
            Type::Boolean => values.extend([true.into(), false.into()]),
            Type::Number => values.extend([1.into(), 0.into()]),
            Type::String => {
                if let Some(n) = valid.as_whole() {
                    values.push(n.to_string().into());
                }
                if valid.type_of() == Type::Object {
                    values.push(to_json(valid).to_string().into());
                }
                values.extend(["1".into(), "".into(), "undefined".into()]);
            }
            Type::Array => values.extend([Value::Array(Vec::new()), Value::Array(vec![1.into()])]),
            Type::Function => values.extend([Value::records(), returning(valid)]),
            _ => {
                let wrapped = Object::new().with("value", valid.clone());
                values.extend([Object::new().into(), wrapped.into()]);
                let written = valid.as_str().and_then(|text| serde_json::from_str(text).ok());
                values.extend(
                    written.and_then(|json| from_json(&json).ok()).filter(|v| v.as_object().is_some()),
                );
            }
        }
    }
    values
}

/// A function that returns a value: what a caller passes who forgets to call it.
fn returning(value: &Value) -> Value {
    Value::Function(Function::scripted(vec![Reply::Returns(value.clone())]))
}

/// Values of the right type that are not in the enumeration: neighbours first.
fn strangers(literals: &[Literal]) -> Vec<Value> {
    let numbers = literals.iter().filter_map(|l| if let Literal::Number(n) = l { Some(*n) } else { None });
    let (low, high) = (numbers.clone().min(), numbers.max());
    if let (Some(low), Some(high)) = (low, high) {
        let near = [f64::from(high) + 1.0, f64::from(low) - 1.0, f64::from(low) + 0.5, 99.0];
        let is_named = |n: &i32| literals.contains(&Literal::Number(*n));
        let between = (low..high).filter(|n| !is_named(n)).map(f64::from).next();
        return near.into_iter().chain(between).map(Value::from).collect();
    }
    let mut values = vec![Value::from(""), "UNKNOWN".into()];
    for literal in literals {
        if let Literal::Text(s) = literal {
            values.extend([Value::from(s.to_lowercase()), format!("{s} ").into(), format!(" {s}").into()]);
        }
    }
    values
}

fn neighbour(literals: &[Literal]) -> Option<Literal> {
    match literals.iter().max_by_key(|l| if let Literal::Number(n) = l { *n } else { 0 })? {
        Literal::Number(n) => Some(Literal::Number(n + 1)),
        Literal::Text(_) => Some(Literal::Text("UNKNOWN")),
    }
}

fn slug(literal: Literal) -> String {
    match literal {
        Literal::Number(n) => n.to_string(),
        Literal::Text(s) => s.to_lowercase(),
    }
}
