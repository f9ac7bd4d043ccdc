//! Exploration: random cases drawn from the rules. A case is a plain valid one, varied, with one rule's edge, one break, or a pair.

use crate::ground::Value;
use crate::spec::{About, Capabilities, Case, Draw, Patch};

use super::address::{Address, Aim};
use super::plan::{Patches, Plan, Slot, unstaged};

impl Plan {
    /// The case at an address, or `None` where this plan has no such address.
    pub fn case(&self, address: &Address, capabilities: &Capabilities) -> Option<Case> {
        if address.aim == Aim::Sweep {
            return self.swept(usize::try_from(address.index).ok()?);
        }
        if address.aim == Aim::Precedence {
            return self.pairs().get(usize::try_from(address.index).ok()?).map(|pair| self.paired(pair));
        }
        if self.bases().is_empty() {
            return None;
        }
        let slot = self.slots.iter().find(|s| s.aim == address.aim)?;
        self.drawn(slot, &mut address.draw(), capabilities)
    }

    pub(super) fn drawn(&self, slot: &Slot, draw: &mut Draw, capabilities: &Capabilities) -> Option<Case> {
        let case = match slot.aim {
            Aim::Sweep | Aim::Precedence => return None,
            Aim::Keep => self.keep(draw),
            Aim::Edge(_) => self.near(draw, slot.rule, |p| &p.edges)?,
            Aim::Break(_) => self.near(draw, slot.rule, |p| &p.breaks)?,
            Aim::Pair => self.pair(draw),
            Aim::Sequence => self.sequence(draw),
        };
        Some(self.within(case, capabilities))
    }

    fn base(&self, draw: &mut Draw) -> Case {
        draw.pick(self.bases()).clone()
    }

    fn keep(&self, draw: &mut Draw) -> Case {
        let mut case = self.base(draw);
        (self.operation.vary)(draw, &mut case);
        case
    }

    /// A varied valid case, with one patch of a rule, or a random value near its demand.
    fn near(
        &self,
        draw: &mut Draw,
        index: usize,
        list: fn(&Patches) -> &Vec<(usize, Patch)>,
    ) -> Option<Case> {
        let patches = list(&self.patches[index]);
        if patches.is_empty() {
            return None;
        }
        let (base, patch) = draw.pick(patches);
        let plain = self.valid(*base);
        let mut case = plain.clone();
        if !draw.once_in(8) {
            (self.operation.vary)(draw, &mut case);
            self.sprinkle(draw, *base, &mut case);
            restore(&mut case, plain, &self.patches[index].depends_on);
            case.settle();
        }
        let wild = draw.once_in(3);
        match self.operation.rules[index].demand().filter(|_| wild).and_then(|d| d.draw(draw, plain)) {
            Some(patch) => patch.apply(&mut case),
            None => patch.apply(&mut case),
        }
        Some(case)
    }

    /// Edges of other rules, as many as two: what an implementation wrongly refuses shows whatever the case is about.
    fn sprinkle(&self, draw: &mut Draw, base: usize, case: &mut Case) {
        for _ in 0..draw.below(3) {
            let other = draw.pick(&self.patches);
            if let Some((_, edge)) =
                other.edges.get(draw.below(other.edges.len())).filter(|(b, _)| *b == base)
            {
                edge.apply(case);
            }
        }
    }

    /// Two breaks of different rules on one valid case.
    fn pair(&self, draw: &mut Draw) -> Case {
        let one = &self.patches[*draw.pick(&self.breakable)];
        let (base, first) = draw.pick(&one.breaks);
        let mut case = self.patched(*base, first);
        let other = &self.patches[*draw.pick(&self.breakable)];
        let others = || other.breaks.iter().filter(|(b, p)| b == base && p.earlier.is_empty());
        let chosen = draw.below(others().count());
        if let Some((_, second)) = others().nth(chosen) {
            second.apply(&mut case);
        }
        case
    }

    /// Several calls in a row, the last of which may break a rule.
    fn sequence(&self, draw: &mut Draw) -> Case {
        let mut case = self.base(draw);
        let step = case.steps[0].clone();
        for _ in 0..=draw.below(3) {
            case.steps.push(step.clone());
        }
        (self.operation.vary)(draw, &mut case);
        if draw.once_in(2) {
            let from = draw.below(case.steps.len());
            let to = draw.below(case.steps.len());
            case.steps[to] = case.steps[from].clone();
        }
        case
    }

    /// Facts that the adapter cannot vary keep their plain values, and so does what says the same as one that it pins.
    fn within(&self, mut case: Case, capabilities: &Capabilities) -> Case {
        let Some(base) = self.bases().first() else { return case };
        while let Some(fact) = unstaged(&case.world, &base.world, capabilities) {
            case.world.set(fact, base.world.value(fact));
        }
        let pinned = |fact| capabilities.pins.iter().any(|(pin, _)| *pin == fact);
        let mirrors = self.operation.mirrors.iter().filter(|(fact, _)| pinned(*fact));
        for (_, path) in mirrors {
            let plain = base.steps.last().map_or(&Value::Undefined, |step| &step.input);
            case.steps.iter_mut().for_each(|step| copy(&mut step.input, plain, path));
        }
        case
    }
}

/// Gives the places that a rule depends on their plain values back, so that its patch means what it meant.
fn restore(case: &mut Case, plain: &Case, places: &[About]) {
    for place in places {
        match place {
            About::Fact(fact) => case.world.copy(fact, &plain.world),
            About::Field(path) => {
                if let (Some(step), Some(valid)) = (case.steps.last_mut(), plain.steps.last()) {
                    copy(&mut step.input, &valid.input, path);
                }
            }
            About::History => {}
        }
    }
}

/// Makes the place at a path what it is in another value.
fn copy(value: &mut Value, from: &Value, path: &[&'static str]) {
    let [key, rest @ ..] = path else {
        value.clone_from(from);
        return;
    };
    match (value, from) {
        (Value::Object(object), _) => {
            match (object.find_mut(key), from.as_object().and_then(|o| o.find(key))) {
                (Some(inner), Some(valid)) => copy(inner, valid, rest),
                (None, Some(valid)) => object.set(*key, valid.clone()),
                (_, None) => object.remove(key),
            }
        }
        (value @ Value::Function(_), Value::Function(_)) if from.get(key).as_object().is_some() => {
            if let Some(inner) = value.get_mut(key) {
                copy(inner, from.get(key), rest);
            }
        }
        _ => {}
    }
}
