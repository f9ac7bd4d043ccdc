//! Rules: one documented demand each, with everything that Paystone knows about it in one value.

use crate::ground::{Object, Value, Version};

use super::case::{At, Case};
use super::demand::{Demand, Field};
use super::gap::Gap;
use super::outcome::{Refusal, member, put};
use super::patch::{Patch, Place};
use super::standing::Standing;
use super::trace::{Event, Kind, Trace};
use super::words::{Cite, Words};
use super::world::Fact;

/// One documented demand.
#[derive(Debug)]
pub struct Rule {
    /// `api/subject/name`, after its folder, its file and its constant. Permanent.
    pub id: &'static str,
    /// What it says, in our own words.
    pub says: Words,
    /// Where the documents say so.
    pub cites: &'static [Cite],
    /// How strongly it binds.
    pub force: Force,
    /// Where it comes from.
    pub basis: Basis,
    /// The base library from which it is in force.
    pub since: Version,
    /// The steps it speaks about.
    pub scope: fn(&At<'_>) -> bool,
    /// What it depends on besides what its demand names.
    pub about: &'static [About],
    /// How to tell whether it is kept.
    pub check: Check,
    /// Readings of gaps under which a step that breaks it keeps it after all.
    pub waivers: &'static [Waiver],
}

/// Who must keep a rule, and how to tell.
#[derive(Debug)]
pub enum Check {
    /// The caller, or the world; otherwise the platform refuses in one of these ways.
    Demand(Demand, &'static [Refusal]),
    /// The implementation, whatever it was called with.
    Promise(Promise),
    /// The implementation, in the call that it produces: a rule that demands something of callers.
    Produced(&'static Rule),
}

/// Something that an implementation promises to do.
#[derive(Debug)]
pub struct Promise {
    /// How the trace of a step stands towards it.
    pub holds: fn(&At<'_>, &Trace) -> Standing,
    /// The promise that this one is a part of, which stands before it in the list of rules. A part is looked at only where the whole
    /// is broken; the whole is to blame only where no part is.
    pub part_of: Option<&'static Rule>,
    /// The member of a callback's argument that it speaks about. Where the promise is broken the outcome is judged without it.
    pub field: Option<&'static str>,
    /// The kinds of events that must be seen to judge it.
    pub needs: &'static [Kind],
    /// What it looks at of an event: all of it, or less where it speaks of one handler or one property among several.
    pub looks_at: fn(&Event) -> Option<Event>,
    /// Changes to a valid case that put it to the test, beyond what the other rules do.
    pub stages: fn(&Case) -> Vec<Patch>,
    /// Implementations that get it wrong.
    pub bends: &'static [Bend],
}

/// One way to break a promise.
#[derive(Debug)]
pub struct Bend {
    /// What goes wrong, as a slug.
    pub id: &'static str,
    /// Bends a faithful trace.
    pub bend: fn(&At<'_>, &mut Trace),
}

/// Something that a rule depends on.
#[derive(Clone, Copy, Debug)]
pub enum About {
    /// A fact of the world.
    Fact(&'static Fact),
    /// A member of the input.
    Field(Field),
    /// The steps before.
    History,
}

/// Readings under which a rule that is broken counts as kept.
#[derive(Clone, Copy, Debug)]
pub struct Waiver {
    /// The gap.
    pub gap: &'static Gap,
    /// Where the gap opens.
    pub when: fn(&At<'_>) -> bool,
    /// The readings that waive the rule.
    pub readings: &'static [&'static str],
}

/// How strongly a rule binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// A breach is a finding.
    Must,
    /// A breach is a warning, and a finding only where one asks for it.
    Should,
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// One of the three documents says so.
    Documented,
    /// An official page of the same platform says so.
    Official,
    /// Several independent public implementations agree.
    Agreed,
    /// One source; never a hard rule.
    Hint,
}

impl Rule {
    /// What most rules have in common, to be filled in: `Rule { id, says, cites, check, ..Rule::PLAIN }`.
    pub const PLAIN: Self = Self {
        id: "",
        says: Words::new("", ""),
        cites: &[],
        force: Force::Must,
        basis: Basis::Documented,
        since: Version([0; 4]),
        scope: |_| true,
        about: &[],
        check: Check::Demand(Demand::Since(Version([0; 4])), &[]),
        waivers: &[],
    };

    /// A demand on callers, as a rule for an implementation that produces calls. It binds even where no document says how a platform
    /// refuses what breaks it, for which reason the platform's own rule may bind less.
    pub const fn produced(rule: &'static Self) -> Self {
        Self {
            id: rule.id,
            says: rule.says,
            cites: rule.cites,
            basis: rule.basis,
            check: Check::Produced(rule),
            ..Self::PLAIN
        }
    }

    /// What it asks of the caller or the world, if it does.
    pub const fn demand(&self) -> Option<&Demand> {
        if let Check::Demand(demand, _) = &self.check { Some(demand) } else { None }
    }

    /// What it asks of the implementation, if it does.
    pub const fn promise(&self) -> Option<&Promise> {
        if let Check::Promise(promise) = &self.check { Some(promise) } else { None }
    }

    /// The documented ways to refuse what breaks it.
    pub const fn refusals(&self) -> &'static [Refusal] {
        if let Check::Demand(_, refusals) = &self.check { refusals } else { &[] }
    }

    /// Whether it speaks about a step.
    pub fn speaks(&self, at: &At<'_>) -> bool {
        at.has(self.since) && (self.scope)(at)
    }

    /// Everything that it depends on.
    pub fn depends_on(&self) -> Vec<About> {
        let demanded = self.demand().map(Demand::about).unwrap_or_default();
        let gate = (self.since != Version([0; 4])).then_some(About::Fact(&super::world::BASE_LIBRARY));
        self.about.iter().copied().chain(demanded).chain(gate).collect()
    }

    /// Whether a place of a case is one that it depends on.
    pub fn is_about(&self, place: &Place) -> bool {
        self.depends_on().into_iter().any(|about| match (about, place) {
            (About::Fact(fact), Place::Fact(other)) => fact == *other,
            (About::Field(field), Place::Input(path)) => {
                field.iter().zip(path).all(|(a, b)| *a == b.as_ref())
            }
            (About::History, Place::Step) => true,
            _ => false,
        })
    }
}

impl Promise {
    /// What most promises have in common.
    pub const PLAIN: Self = Self {
        holds: |_, _| Standing::Apart,
        part_of: None,
        field: None,
        needs: &[Kind::Called],
        looks_at: |event| Some(event.clone()),
        stages: |_| Vec::new(),
        bends: &[],
    };

    /// What it speaks of in a trace: of callbacks its member alone, if it has one. The rest may change, and it stands as it stood.
    pub fn speaks_of(&self, trace: &Trace) -> Trace {
        let narrowed = |event: Event| match (self.field, event.kind) {
            (Some(field), Kind::Called | Kind::Asked) if event.with.as_object().is_some() => {
                let mut with = Value::from(Object::new());
                put(&mut with, field, member(&event.with, field).clone());
                Event { with, ..event }
            }
            _ => event,
        };
        Trace(trace.0.iter().filter_map(self.looks_at).map(narrowed).collect())
    }
}

impl Force {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
        }
    }
}

impl Basis {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Official => "official",
            Self::Agreed => "agreed",
            Self::Hint => "hint",
        }
    }
}
