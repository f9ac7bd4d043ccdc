//! Shards put together: one run from its parts.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

use crate::engine::{
    Distinct, ExampleRecord, FindingRecord, GapRecord, OTHER_FAULTS, PrecedenceRecord, RunRecord, Status,
    Summary, counted, is_of_a_fault,
};

/// The runs do not belong together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// There is nothing to merge.
    #[error("there is no run to merge")]
    Nothing,
    /// Two runs differ in what they were.
    #[error("the runs do not belong together: {0} differ ({1} and {2})")]
    Unlike(&'static str, String, String),
    /// A shard is there twice.
    #[error("shard {0}/{1} is there twice")]
    Twice(u64, u64),
    /// A shard is not there.
    #[error("shard {0}/{1} is missing")]
    Missing(u64, u64),
}

/// Puts the shards of one run together.
///
/// # Errors
///
/// When they are not the shards of one run, or not all of them.
pub fn merge(mut parts: Vec<Summary>) -> Result<Summary, MergeError> {
    parts.sort_by_key(|p| p.run.shard);
    let first = parts.first().ok_or(MergeError::Nothing)?.clone();
    let shards = first.run.shard.1;
    for part in &parts {
        alike(&first, part)?;
    }
    for n in 1..=shards {
        match parts.iter().filter(|p| p.run.shard.0 == n).count() {
            0 => return Err(MergeError::Missing(n, shards)),
            1 => {}
            _ => return Err(MergeError::Twice(n, shards)),
        }
    }
    let mut whole = Summary { run: first.run.clone(), ..Summary::default() };
    whole.run.shard = (1, 1);
    whole.rules.clone_from(&first.rules);
    whole.gaps.clone_from(&first.gaps);
    whole.end = first.end.clone();
    for part in &parts[1..] {
        add(&mut whole, part);
    }
    // What no list foresees stands behind what is in every part, by its id.
    let listed =
        |i: &usize| parts.iter().all(|p| p.gaps.get(*i).map(|g| &g.id) == first.gaps.get(*i).map(|g| &g.id));
    let listed = (0..first.gaps.len()).take_while(listed).count();
    whole.gaps[listed..].sort_by(|a, b| a.id.cmp(&b.id));
    whole.precedence = precedence(&parts);
    whole.findings = findings(&parts);
    whole.known.clone_from(&first.known);
    for part in &parts[1..] {
        whole.known.iter_mut().zip(&part.known).for_each(|(ours, theirs)| ours.add(theirs));
    }
    for rule in &mut whole.rules {
        // What one shard did not reach another did, or knows why it could not.
        let of_it = parts.iter().flat_map(|p| &p.rules);
        let of_it = of_it.filter(|r| r.id == rule.id && r.operation == rule.operation);
        if let Some(told) = of_it.min_by_key(|r| weight(r.status)) {
            rule.status = told.status;
            rule.why.clone_from(&told.why);
        }
    }
    let checked = |id: &String| whole.rules.iter().any(|r| r.id == *id && r.status == Status::Checked);
    whole.end.required.retain(|id| !checked(id));
    whole.match_known();
    Ok(whole)
}

/// Which status says most about a rule: the lower, the more.
const fn weight(status: Status) -> u8 {
    match status {
        Status::Checked => 0,
        Status::Unsupported => 1,
        Status::NotObserved => 2,
        Status::NotStaged => 3,
        Status::NotReached => 4,
    }
}

fn alike(first: &Summary, part: &Summary) -> Result<(), MergeError> {
    let (a, b) = (&first.run, &part.run);
    // Of long lists only what stands in one of them is told.
    let only = |s: &Summary, other: &Summary| {
        let of = |s: &Summary| {
            s.rules.iter().map(|r| format!("{} {}", r.operation, r.id)).collect::<BTreeSet<_>>()
        };
        let names: Vec<_> = of(s).difference(&of(other)).cloned().collect();
        if names.is_empty() { "nothing more".to_owned() } else { names.join(", ") }
    };
    let differ = |what, x: String, y: String| {
        let short = |text: String| text.chars().take(200).collect::<String>();
        if x == y { Ok(()) } else { Err(MergeError::Unlike(what, short(x), short(y))) }
    };
    let cases =
        |run: &RunRecord| run.cases.map_or_else(|| "as many as time allows".to_owned(), |n| n.to_string());
    let implementation = |run: &RunRecord| format!("{} {}", run.implementation, run.version);
    let counted =
        |run: &RunRecord| if run.strict { "warnings count" } else { "warnings do not count" }.to_owned();
    let corpus = |run: &RunRecord| if run.corpus.is_empty() { "none" } else { &run.corpus }.to_owned();
    differ("the versions of Paystone", a.paystone.clone(), b.paystone.clone())?;
    differ("the rule sets", a.rule_set.clone(), b.rule_set.clone())?;
    differ("the seeds", a.seed.to_string(), b.seed.to_string())?;
    differ("the numbers of cases", cases(a), cases(b))?;
    differ("the numbers of shards", a.shard.1.to_string(), b.shard.1.to_string())?;
    differ("the implementations", implementation(a), implementation(b))?;
    differ("the operations", a.operations.join(", "), b.operations.join(", "))?;
    differ("the corpora", corpus(a), corpus(b))?;
    differ("the baselines", baseline(first, part), baseline(part, first))?;
    differ("the selections", only(first, part), only(part, first))?;
    differ("what fails a run", counted(a), counted(b))
}

/// The baseline of a part, as far as another has another one.
fn baseline(of: &Summary, other: &Summary) -> String {
    if of.known.len() != other.known.len() {
        return format!("of {}", counted(of.known.len() as u64, "known finding"));
    }
    let unlike =
        of.known.iter().zip(&other.known).find(|(a, b)| a.finding != b.finding || a.expired != b.expired);
    unlike.map_or_else(String::new, |(known, _)| serde_json::to_string(known).unwrap_or_default())
}

fn add(whole: &mut Summary, part: &Summary) {
    for (ours, theirs) in whole.rules.iter_mut().zip(&part.rules) {
        ours.kept += theirs.kept;
        ours.broken += theirs.broken;
        ours.open += theirs.open;
        ours.skipped += theirs.skipped;
    }
    for theirs in &part.gaps {
        match whole.gaps.iter_mut().find(|ours| ours.id == theirs.id) {
            Some(ours) => add_gap(ours, theirs),
            None => whole.gaps.push(theirs.clone()),
        }
    }
    let (ours, theirs) = (&mut whole.end, &part.end);
    ours.judged += theirs.judged;
    ours.steps += theirs.steps;
    ours.faults += theirs.faults;
    ours.elsewhere += theirs.elsewhere;
    ours.cut_short |= theirs.cut_short;
    ours.timing.seconds += theirs.timing.seconds;
    let mut skipped =
        Distinct { named: std::mem::take(&mut ours.skipped), others: Some(ours.skipped_otherwise) };
    let more = Distinct { named: theirs.skipped.clone(), others: Some(theirs.skipped_otherwise) };
    skipped.add_all(more, AddAssign::add_assign);
    (ours.skipped, ours.skipped_otherwise) = (skipped.named, skipped.others.unwrap_or_default());
    if ours.trouble.is_none() {
        ours.trouble.clone_from(&theirs.trouble);
    }
}

fn add_gap(ours: &mut GapRecord, theirs: &GapRecord) {
    ours.told += theirs.told;
    for (a, b) in ours.readings.iter_mut().zip(&theirs.readings) {
        a.agrees += b.agrees;
        a.only += b.only;
        a.example = earlier(a.example.take(), b.example.clone());
    }
}

/// Which rule goes first, over all parts, in the order of the rules.
fn precedence(parts: &[Summary]) -> Vec<PrecedenceRecord> {
    let rules: BTreeMap<_, _> =
        parts[0].rules.iter().enumerate().map(|(i, r)| ((r.operation.as_str(), r.id.as_str()), i)).collect();
    let place = |operation: &str, rule: &str| rules.get(&(operation, rule)).copied();
    let mut all: BTreeMap<_, PrecedenceRecord> = BTreeMap::new();
    for theirs in parts.iter().flat_map(|p| &p.precedence) {
        let key = (place(&theirs.operation, &theirs.rule), place(&theirs.operation, &theirs.over));
        match all.get_mut(&key) {
            Some(ours) => {
                ours.told += theirs.told;
                if theirs.example.number < ours.example.number {
                    ours.example.clone_from(&theirs.example);
                }
            }
            None => drop(all.insert(key, theirs.clone())),
        }
    }
    all.into_values().collect()
}

/// The example with the lower number.
fn earlier(one: Option<ExampleRecord>, other: Option<ExampleRecord>) -> Option<ExampleRecord> {
    one.into_iter().chain(other).min_by_key(|example| example.number)
}

/// Of each kind of finding the one with the lowest number stays, with all cases counted.
fn findings(parts: &[Summary]) -> Vec<FindingRecord> {
    let mut first: BTreeMap<&str, FindingRecord> = BTreeMap::new();
    let mut faults: Distinct<FindingRecord> = Distinct::default();
    for finding in parts.iter().flat_map(|p| &p.findings) {
        if is_of_a_fault(&finding.group) {
            faults.add(finding.group.clone(), finding.clone(), join);
        } else if finding.group == OTHER_FAULTS {
            faults.add_other(finding.clone(), join);
        } else {
            match first.get_mut(finding.group.as_str()) {
                Some(known) => join(known, finding.clone()),
                None => drop(first.insert(&finding.group, finding.clone())),
            }
        }
    }
    let others = faults.others.map(|finding| FindingRecord { group: OTHER_FAULTS.to_owned(), ..finding });
    let mut all: Vec<_> = first.into_values().chain(faults.named.into_values()).chain(others).collect();
    all.sort_by(|a, b| (a.number, &a.group).cmp(&(b.number, &b.group)));
    all
}

fn join(known: &mut FindingRecord, other: FindingRecord) {
    let count = known.count + other.count;
    if other.number < known.number {
        *known = other;
    }
    known.count = count;
}
