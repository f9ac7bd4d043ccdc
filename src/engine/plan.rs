//! The plan: what is drawn for an operation, within what an adapter can stage. Everything that can be built once is built here.

use std::collections::BTreeSet;

use crate::ground::{Value, Version};
use crate::spec::{
    About, BASE_LIBRARY, Capabilities, Case, Change, Check, Demand, Fact, Field, Operation, Patch, Place,
    Profile, Readings, Rule, Standing, Words, World, at_path, standing_of,
};

use super::address::{Aim, salt};

/// What to draw for one operation.
#[derive(Debug)]
pub struct Plan {
    /// The operation.
    pub operation: &'static Operation,
    /// The plain valid cases in the adapter's plain world, then one sample of each cell.
    all: Vec<Case>,
    plain: usize,
    /// What makes the plain valid cases in another world.
    makers: Vec<fn(&World) -> Option<Case>>,
    /// What each of them is, after "a valid".
    says: Vec<Words>,
    /// The sweep: the finite list that is the same in every run.
    pub sweep: Vec<Planned>,
    /// What exploration aims at, in turn.
    pub(super) slots: Vec<Slot>,
    /// For each rule of the operation, the patches to draw from, by base.
    pub(super) patches: Vec<Patches>,
    /// The rules that have breaks.
    pub(super) breakable: Vec<usize>,
}

/// One case of the sweep.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The rule that it is about; none for a plain valid case.
    pub rule: Option<usize>,
    /// What it is meant to do to the rule.
    pub goal: Goal,
    /// The valid case that it differs from.
    pub base: usize,
    /// The difference.
    pub patch: Patch,
    /// The fact that keeps the adapter from staging it, if one does.
    pub unstaged: Option<&'static Fact>,
}

/// What a case is meant to do to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// To keep every rule plainly.
    Plain,
    /// To keep it by a hair, or to put a promise to the test.
    Edge,
    /// To break it, and no other.
    Break,
    /// To fall into a gap.
    Opening,
}

/// One thing that exploration aims at, with what every draw for it needs.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) aim: Aim,
    /// The index of the rule that the aim names.
    pub(super) rule: usize,
    /// Mixed from the operation and the aim; see [`Address`](super::address::Address).
    pub(super) salt: u64,
}

/// The patches that exploration draws from for one rule.
#[derive(Debug)]
pub(super) struct Patches {
    /// What the rule depends on: a patch of its own means what it meant only where these are as in its valid case.
    pub(super) depends_on: Vec<About>,
    pub(super) edges: Vec<(usize, Patch)>,
    pub(super) breaks: Vec<(usize, Patch)>,
}

/// Which rules a run is about.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The ids of the selected rules; `None` is all of them.
    pub rules: Option<BTreeSet<String>>,
}

impl Patches {
    fn of(rule: &Rule) -> Self {
        Self { depends_on: rule.depends_on(), edges: Vec::new(), breaks: Vec::new() }
    }
}

impl Selection {
    /// Whether a rule is selected.
    pub fn has(&self, rule: &str) -> bool {
        self.rules.as_ref().is_none_or(|rules| rules.contains(rule))
    }

    /// Whether a finding with these suspects is about the selection. What no rule speaks of is nobody else's.
    pub(super) fn concerns<'a>(&self, suspects: impl Iterator<Item = &'a str>) -> bool {
        let mut suspects = suspects.peekable();
        suspects.peek().is_none() || suspects.any(|rule| self.has(rule))
    }

    /// Whether a case of the sweep is drawn for the selection: for a rule of it, or to keep every rule of an operation that has one.
    pub(super) fn sweeps(&self, plan: &Plan, planned: &Planned) -> bool {
        match planned.rule {
            Some(rule) => self.has(plan.operation.rules[rule].id),
            None => plan.operation.rules.iter().any(|rule| self.has(rule.id)),
        }
    }

    /// Whether exploration aims at the selection. What aims at no rule of its own is drawn for all of them.
    pub(super) fn aims(&self, plan: &Plan, slot: &Slot) -> bool {
        let mut rules = plan.operation.rules.iter();
        match slot.aim {
            Aim::Edge(_) | Aim::Break(_) => self.has(plan.operation.rules[slot.rule].id),
            Aim::Sequence => rules.any(|rule| self.has(rule.id) && rule.is_about(&Place::Step)),
            Aim::Sweep | Aim::Keep | Aim::Precedence | Aim::Pair => rules.all(|rule| self.has(rule.id)),
        }
    }
}

impl Plan {
    /// Plans an operation for an adapter.
    pub fn new(operation: &'static Operation, capabilities: &Capabilities) -> Self {
        let world = capabilities.plain_world();
        let made: Vec<_> = operation.bases.iter().filter(|b| (b.make)(&world).is_some()).collect();
        let mut all: Vec<Case> = made.iter().filter_map(|b| (b.make)(&world)).collect();
        let bases = all.len();
        let samples = operation.cells.iter().filter_map(|cell| (cell.sample)(&world));
        for sample in samples {
            if unstaged(&sample.world, &world, capabilities).is_none() && !all.contains(&sample) {
                all.push(sample);
            }
        }
        let mut plan = Self {
            operation,
            sweep: Vec::new(),
            slots: Vec::new(),
            patches: operation.rules.iter().map(|rule| Patches::of(rule)).collect(),
            breakable: Vec::new(),
            all,
            plain: bases,
            makers: made.iter().map(|b| b.make).collect(),
            says: made.iter().map(|b| b.says).collect(),
        };
        let mut known = BTreeSet::new();
        for base in 0..plan.all.len() {
            plan.add(None, Goal::Plain, base, Patch::default(), capabilities, &mut known);
        }
        for (index, rule) in operation.rules.iter().enumerate() {
            for base in 0..plan.all.len() {
                let patches = patches(rule, &plan.all[base]);
                // A sample of a cell shows whether the rule speaks there: one break is enough.
                let few = base >= plan.plain;
                let enough =
                    patches.iter().position(|(goal, _)| *goal == Goal::Break).map_or(1, |first| first + 1);
                for (goal, patch) in patches.into_iter().take(if few { enough } else { usize::MAX }) {
                    plan.add(Some(index), goal, base, patch, capabilities, &mut known);
                }
            }
        }
        let breakable = plan.patches.iter().enumerate().filter(|(_, p)| !p.breaks.is_empty());
        plan.breakable = breakable.map(|(i, _)| i).collect();
        plan.slots = plan.slots();
        plan
    }

    /// The plan of these cases of the sweep alone, with nothing to explore.
    pub(super) fn narrowed(&self, sweep: &[usize]) -> Self {
        Self {
            operation: self.operation,
            all: self.all.clone(),
            plain: self.plain,
            makers: self.makers.clone(),
            says: self.says.clone(),
            sweep: sweep.iter().map(|index| self.sweep[*index].clone()).collect(),
            slots: Vec::new(),
            patches: Vec::new(),
            breakable: Vec::new(),
        }
    }

    /// The plain valid cases in the adapter's plain world.
    pub fn bases(&self) -> &[Case] {
        &self.all[..self.plain]
    }

    /// What a plain valid case of this plan is, after "a valid".
    pub fn says_of(&self, base: &Case) -> Option<Words> {
        self.bases().iter().position(|b| b == base).map(|i| self.says[i])
    }

    /// The case at a place of the sweep.
    pub fn swept(&self, index: usize) -> Option<Case> {
        self.sweep.get(index).map(|planned| self.patched(planned.base, &planned.patch))
    }

    /// The valid case that a patch was made for.
    pub(super) fn valid(&self, base: usize) -> &Case {
        &self.all[base]
    }

    pub(super) fn patched(&self, base: usize, patch: &Patch) -> Case {
        let mut case = self.all[base].clone();
        patch.apply(&mut case);
        case
    }

    fn add(
        &mut self,
        rule: Option<usize>,
        goal: Goal,
        base: usize,
        patch: Patch,
        capabilities: &Capabilities,
        known: &mut BTreeSet<String>,
    ) {
        let case = self.patched(base, &patch);
        let silent = rule.is_some_and(|index| !speaks(self.operation.rules[index], &case));
        // What would break a rule where it does not speak shows whether its scope is wider than it should be, and what stages a promise
        // there, what becomes of it.
        let stages = rule.is_some_and(|index| self.operation.rules[index].promise().is_some());
        let goal = if silent && (goal == Goal::Break || stages) { Goal::Opening } else { goal };
        if silent && goal == Goal::Edge {
            return;
        }
        if rule.is_some_and(|r| self.leaves_its_base(self.operation.rules[r], goal, base, &case)) {
            return;
        }
        // What a gap waives shows how the gap is read. What breaks by its history is not judged here: nothing has been seen yet.
        let waived =
            rule.is_some_and(|r| patch.earlier.is_empty() && !breaks(self.operation.rules[r], &case));
        let goal = if waived && goal == Goal::Break { Goal::Opening } else { goal };
        let unstaged = unstaged(&case.world, &self.all[0].world, capabilities);
        if let (Some(index), None) = (rule, unstaged) {
            let patches = &mut self.patches[index];
            let list = if goal == Goal::Break { &mut patches.breaks } else { &mut patches.edges };
            list.push((base, patch.clone()));
        }
        // The same case may serve several rules: it is run once. What cannot be staged is kept for every rule, to tell why.
        if unstaged.is_some() || known.insert(case.key()) {
            self.sweep.push(Planned { rule, goal, base, patch, unstaged });
        }
    }

    /// Whether a case that is to keep its rule, or to break it at a version of its own, lies in a world in which its base is not valid.
    fn leaves_its_base(&self, rule: &Rule, goal: Goal, base: usize, case: &Case) -> bool {
        let moves = case.world.base_library() != self.all[base].world.base_library();
        let asks_for_it = |about: &About| matches!(about, About::Fact(fact) if **fact == BASE_LIBRARY);
        let about_it = rule.demand().is_some_and(|demand| demand.about().iter().any(asks_for_it));
        // A value of an enumeration may choose another scene, whose demands a base of this one does not meet.
        if goal == Goal::Edge
            && matches!(rule.demand(), Some(Demand::OneOf(..)))
            && self.breaks_something(case)
        {
            return true;
        }
        let matters = goal == Goal::Edge || (goal == Goal::Break && moves && !about_it);
        matters && self.makers.get(base).is_some_and(|make| make(&case.world).is_none())
    }

    fn breaks_something(&self, case: &Case) -> bool {
        self.operation.rules.iter().any(|rule| breaks(rule, case))
    }

    fn slots(&self) -> Vec<Slot> {
        if self.plain == 0 {
            return Vec::new();
        }
        let mut aims = vec![(Aim::Keep, 0)];
        if self.breakable.len() > 1 {
            aims.push((Aim::Pair, 0));
        }
        if self.operation.rules.iter().any(|r| r.is_about(&Place::Step)) {
            aims.push((Aim::Sequence, 0));
        }
        for (i, (rule, patches)) in self.operation.rules.iter().zip(&self.patches).enumerate() {
            if !patches.edges.is_empty() {
                aims.push((Aim::Edge(rule.id.to_owned()), i));
            }
            if !patches.breaks.is_empty() {
                aims.push((Aim::Break(rule.id.to_owned()), i));
            }
        }
        let slot = |(aim, rule)| Slot { salt: salt(self.operation.name, &aim), aim, rule };
        aims.into_iter().map(slot).collect()
    }

    /// What exploration aims at, in turn.
    pub fn aims(&self) -> impl Iterator<Item = &Aim> {
        self.slots.iter().map(|s| &s.aim)
    }
}

/// Everything that the sweep does to one rule on one valid case.
fn patches(rule: &'static Rule, base: &Case) -> Vec<(Goal, Patch)> {
    let staged = |patches: Vec<Patch>| patches.into_iter().map(|p| (Goal::Edge, p)).collect();
    let demand = match &rule.check {
        Check::Demand(demand, _) => demand,
        Check::Promise(promise) => return staged((promise.stages)(base)),
        Check::Produced(demanded) => return staged(carried_edges(demanded, base)),
    };
    let breaks = demand.breaks(base);
    let gate = breaks.first().filter(|_| rule.since > Version([0; 4])).cloned();
    let mut all: Vec<_> = demand.edges(base).into_iter().map(|p| (Goal::Edge, p)).collect();
    all.extend(breaks.into_iter().map(|p| (Goal::Break, p)));
    all.extend(demand.openings(base).into_iter().map(|p| (Goal::Opening, p)));
    if let Some(first) = gate {
        let at = |version: Version| first.clone().and_fact(&BASE_LIBRARY, version.to_string());
        all.push((Goal::Break, at(rule.since)));
        all.push((Goal::Opening, at(rule.since.before())));
    }
    all
}

/// Intents whose values keep a demand on the call by a hair, where the call carries them as they are.
fn carried_edges(demanded: &Rule, base: &Case) -> Vec<Patch> {
    let Some(step) = base.steps.last() else { return Vec::new() };
    let (Some(produces), Some(call)) = (step.operation.produces, step.operation.faithful_call(base)) else {
        return Vec::new();
    };
    let carried = |change: &Change| {
        let Place::Input(path) = &change.place else { return None };
        let there =
            |field: Field| field.len() == path.len() && field.iter().zip(path).all(|(a, b)| *a == b.as_ref());
        let (intent, _) = produces.carries.iter().find(|(_, to)| there(to))?;
        // What an intent leaves out it does not mean.
        let means_it = !at_path(&step.input, intent).is_undefined();
        Some((*intent, change.value.clone().filter(|_| means_it)?))
    };
    let edges = demanded.demand().map(|demand| demand.edges(&call)).unwrap_or_default();
    let patches = edges.iter().filter(|patch| patch.earlier.is_empty()).filter_map(|patch| {
        let changes: Option<Vec<_>> = patch.changes.iter().map(carried).collect();
        let set = |patch: Patch, (path, value): (Field, Value)| patch.and_at(path, Some(value));
        Some(changes?.into_iter().fold(Patch::default(), set))
    });
    patches.collect()
}

/// Whether a rule speaks about the last step of a case. What was seen before does not matter to a scope.
fn speaks(rule: &Rule, case: &Case) -> bool {
    let profile = Profile::likeliest();
    rule.speaks(&case.at(case.steps.len() - 1, &[], Readings::Of(&profile)))
}

/// Whether the last step of a case breaks a demand, as gaps are likeliest read.
pub(super) fn breaks(rule: &Rule, case: &Case) -> bool {
    let profile = Profile::likeliest();
    let at = case.at(case.steps.len() - 1, &[], Readings::Of(&profile));
    standing_of(rule, &at, None) == Standing::Broken
}

/// The first fact of a world that differs from the adapter's plain one and that the adapter cannot vary.
pub fn unstaged(world: &World, plain: &World, capabilities: &Capabilities) -> Option<&'static Fact> {
    let facts = world.unusual().chain(plain.unusual()).map(|(fact, _)| fact);
    let mut fixed = facts.filter(|fact| !capabilities.stages(fact));
    fixed.find(|fact| world.value(fact) != plain.value(fact))
}
