//! The schedule: the numbered cases of a run. The corpus comes first, then the sweep of each operation, then the cases of known findings,
//! then those that break two rules at once, then exploration, aim by aim in rounds.

use crate::spec::{Capabilities, Case, Operation};

use super::address::{Address, Aim, draw, place_of};
use super::kept::Turn;
use super::pairs::Pair;
use super::plan::{Plan, Planned, Slot};
use super::run::Settings;

/// The cases of a run, numbered.
#[derive(Debug)]
pub(super) struct Schedule<'a> {
    pub(super) plans: &'a [Plan],
    corpus: Vec<Turn<'a>>,
    sweep: Vec<(usize, usize)>,
    known: Vec<Turn<'a>>,
    pairs: Vec<(usize, usize, Pair)>,
    slots: Vec<(usize, &'a Slot)>,
    cases: u64,
    seed: u64,
}

/// One numbered case.
#[derive(Debug)]
pub(super) enum Item<'a> {
    Kept { kept: &'a Turn<'a> },
    Swept { plan: &'a Plan, index: usize, planned: &'a Planned },
    Paired { plan: &'a Plan, index: usize, pair: Pair },
    Drawn { plan: &'a Plan, slot: &'a Slot, index: u64 },
}

impl<'a> Schedule<'a> {
    pub(super) fn new(plans: &'a [Plan], settings: &'a Settings, capabilities: &Capabilities) -> Self {
        let Settings { selection, operations, .. } = settings;
        let (mut sweep, mut pairs, mut slots) = (Vec::new(), Vec::new(), Vec::new());
        for (i, plan) in plans.iter().enumerate() {
            let chosen = plan.sweep.iter().enumerate().filter(|(_, planned)| selection.sweeps(plan, planned));
            sweep.extend(chosen.map(|(j, _)| (i, j)));
            if settings.pairs {
                let chosen =
                    |pair: &Pair| pair.rules.iter().all(|r| selection.has(plan.operation.rules[*r].id));
                let chosen = plan.pairs().into_iter().enumerate().filter(|(_, pair)| chosen(pair));
                pairs.extend(chosen.map(|(j, pair)| (i, j, pair)));
            }
            let aimed = plan.slots.iter().filter(|slot| selection.aims(plan, slot));
            slots.extend(aimed.map(|slot| (i, slot)));
        }
        let cases = if slots.is_empty() { 0 } else { settings.cases };
        let corpus = settings.corpus.iter().filter_map(|k| k.turn(None, plans, operations, capabilities));
        let known = settings.known.iter().enumerate().filter(|(_, k)| k.is_selected(selection));
        let known = known.filter_map(|(i, k)| k.kept.turn(Some(i), plans, operations, capabilities));
        Self {
            plans,
            corpus: corpus.collect(),
            sweep,
            known: known.collect(),
            pairs,
            slots,
            cases,
            seed: settings.seed,
        }
    }

    pub(super) fn len(&self, timed: bool) -> u64 {
        if timed && !self.slots.is_empty() { u64::MAX } else { self.due().saturating_add(self.cases) }
    }

    pub(super) fn is_swept(&self, number: u64) -> bool {
        matches!(self.item(number), Item::Swept { .. })
    }

    /// Whether a case must be run for the run to be whole.
    pub(super) fn is_due(&self, number: u64) -> bool {
        number < self.due()
    }

    fn due(&self) -> u64 {
        (self.corpus.len() + self.sweep.len() + self.known.len() + self.pairs.len()) as u64
    }

    pub(super) fn item(&self, number: u64) -> Item<'_> {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        if let Some(kept) = self.corpus.get(place) {
            return Item::Kept { kept };
        }
        let place = place - self.corpus.len();
        if let Some((plan, index)) = self.sweep.get(place) {
            let plan = &self.plans[*plan];
            return Item::Swept { plan, index: *index, planned: &plan.sweep[*index] };
        }
        let place = place - self.sweep.len();
        if let Some(kept) = self.known.get(place) {
            return Item::Kept { kept };
        }
        if let Some((plan, index, pair)) = self.pairs.get(place - self.known.len()) {
            return Item::Paired { plan: &self.plans[*plan], index: *index, pair: *pair };
        }
        let number = number - self.due();
        let slots = self.slots.len() as u64;
        let (round, turn) = (number / slots, number % slots);
        let (plan, slot) = self.slots[place_of(self.seed, round, turn, slots)];
        Item::Drawn { plan: &self.plans[plan], slot, index: round }
    }

    /// What replays a case alone: its address, or where it is kept. Empty where only its value does.
    pub(super) fn address(&self, item: &Item<'_>) -> String {
        let (plan, aim, index) = match item {
            Item::Kept { kept } => return kept.kept.name.clone(),
            Item::Swept { plan, index, .. } => (plan, Aim::Sweep, *index as u64),
            Item::Paired { plan, index, .. } => (plan, Aim::Precedence, *index as u64),
            Item::Drawn { plan, slot, index } => (plan, slot.aim.clone(), *index),
        };
        Address { seed: self.seed, operation: plan.operation.name.to_owned(), aim, index }.to_string()
    }

    pub(super) fn case(&self, item: &Item<'_>, capabilities: &Capabilities) -> Option<Case> {
        match item {
            Item::Kept { kept } => Some(kept.kept.case.clone()),
            Item::Swept { plan, planned, .. } => Some(plan.patched(planned.base, &planned.patch)),
            Item::Paired { plan, pair, .. } => Some(plan.paired(pair)),
            Item::Drawn { plan, slot, index } => {
                plan.drawn(slot, &mut draw(self.seed, slot.salt, *index), capabilities)
            }
        }
    }
}

impl<'a> Item<'a> {
    /// The plan of its operation. A kept case whose operation the adapter does not offer has none.
    pub(super) const fn plan(&self) -> Option<&'a Plan> {
        match self {
            Self::Kept { kept } => kept.plan,
            Self::Swept { plan, .. } | Self::Paired { plan, .. } | Self::Drawn { plan, .. } => Some(plan),
        }
    }

    /// The operation of its last step.
    pub(super) fn operation(&self) -> &'static Operation {
        match self {
            Self::Kept { kept } => kept.kept.operation(),
            Self::Swept { plan, .. } | Self::Paired { plan, .. } | Self::Drawn { plan, .. } => plan.operation,
        }
    }

    /// The rule that the case is drawn for.
    pub(super) const fn rule(&self) -> Option<usize> {
        match self {
            Self::Kept { .. } | Self::Paired { .. } => None,
            Self::Swept { planned, .. } => planned.rule,
            Self::Drawn { slot, .. } => match slot.aim {
                Aim::Edge(_) | Aim::Break(_) => Some(slot.rule),
                _ => None,
            },
        }
    }

    /// The known finding that the case is kept for.
    pub(super) const fn known(&self) -> Option<usize> {
        match self {
            Self::Kept { kept } => kept.known,
            Self::Swept { .. } | Self::Paired { .. } | Self::Drawn { .. } => None,
        }
    }

    /// The name of what keeps the adapter from staging it, if something does.
    pub(super) fn unstaged(&self) -> Option<&'static str> {
        match self {
            Self::Kept { kept } => kept.unstaged,
            Self::Swept { planned, .. } => planned.unstaged.map(|fact| fact.name),
            Self::Paired { .. } | Self::Drawn { .. } => None,
        }
    }
}
