//! Summing up: from what the workers brought to how each rule came out, how each gap is read, and what was found.

use std::collections::BTreeSet;
use std::time::Instant;

use crate::ground::to_json;
use crate::spec::{Capabilities, Check, Judge, Mark, Operation, Place, Preference, Rule};

use super::address::{START, fnv};
use super::investigate::{Subject, investigate};
use super::kept::fingerprint;
use super::known::{KnownCase, KnownRecord};
use super::link::{Link, LinkError};
use super::profile::CapabilitiesRecord;
use super::record::{
    EndRecord, ExampleRecord, FindingRecord, GapRecord, PrecedenceRecord, ReadingRecord, RuleRecord,
    RunRecord, Says, Severity, Status, Summary, Trouble,
};
use super::run::{Haul, Shared};
use super::schedule::Item;
use super::tally::{RuleTally, Sight};
use super::worker::OTHER_FAULTS;

/// Sums up what the workers brought: shrinks and explains one case of each kind of finding, and says how each rule came out.
pub(super) fn summarize(
    shared: &Shared<'_>,
    mut haul: Haul,
    link: &mut dyn Link,
    started: Instant,
) -> Summary {
    let faults = std::mem::take(&mut haul.faults);
    let others = faults.others.map(|candidate| (OTHER_FAULTS.to_owned(), candidate));
    let candidates = std::mem::take(&mut haul.candidates).into_iter();
    let mut candidates: Vec<_> = candidates.chain(faults.named).chain(others).collect();
    candidates.sort_by_key(|(_, candidate)| candidate.number);
    if let (true, Some(first)) = (shared.settings.fail_fast, candidates.first().map(|(_, c)| c.number)) {
        candidates.retain(|(_, candidate)| candidate.number == first);
    }
    let mut judge = Judge::new(&shared.capabilities.observes);
    let mut records: Vec<FindingRecord> = Vec::new();
    for (group, candidate) in candidates {
        let item = shared.schedule.item(candidate.number);
        let subject = Subject {
            group,
            number: candidate.number,
            count: candidate.count,
            swept: shared.schedule.is_swept(candidate.number),
            address: shared.schedule.address(&item),
            kept: matches!(item, Item::Kept { .. }),
            plan: item.plan(),
        };
        let (case, shown) = (candidate.case, &candidate.trouble);
        let mut record = investigate(link, &mut judge, &subject, case, shown, &mut haul.trouble);
        if !shared.settings.selection.concerns(record.suspects.iter().map(|s| s.rule.as_str())) {
            record.severity = Severity::Elsewhere;
        } else if shared.settings.strict {
            record.severity = Severity::Finding;
        }
        records.push(record);
    }
    let mut summary = Summary {
        run: run_record(shared),
        rules: rule_records(shared, &mut haul),
        gaps: gap_records(shared, &haul),
        precedence: precedence_records(shared, &haul),
        departures: Vec::new(),
        findings: records,
        known: known_records(shared, &haul),
        end: EndRecord {
            judged: haul.tally.judged,
            steps: haul.tally.steps,
            faults: haul.tally.faults,
            elsewhere: haul.tally.elsewhere,
            skipped: haul.tally.skipped.named,
            skipped_otherwise: haul.tally.skipped.others.unwrap_or_default(),
            cut_short: haul.cut_short,
            ..EndRecord::default()
        },
    };
    if shared.control.is_stopped() {
        haul.trouble = Some(LinkError::Interrupted);
    }
    summary.end.trouble = haul.trouble.map(Trouble::from);
    summary.match_known();
    summary.end.timing.seconds = started.elapsed().as_secs_f64();
    summary
}

fn run_record(shared: &Shared<'_>) -> RunRecord {
    let (settings, capabilities) = (shared.settings, shared.capabilities);
    let names = |run: bool| {
        let all = settings.operations.iter();
        all.filter(|o| capabilities.operations.contains(o) == run).map(|o| o.name.to_owned()).collect()
    };
    RunRecord {
        paystone: env!("CARGO_PKG_VERSION").to_owned(),
        rule_set: rule_set(&settings.operations),
        seed: settings.seed,
        cases: settings.time.is_none().then_some(settings.cases),
        shard: settings.shard,
        implementation: capabilities.implementation.name.clone(),
        version: capabilities.implementation.version.clone(),
        operations: names(true),
        missing: names(false),
        narrowed: settings.selection.rules.is_some(),
        pairs: settings.pairs,
        capabilities: capabilities_record(&settings.operations, capabilities),
        strict: settings.strict,
        corpus: fingerprint(&settings.corpus),
    }
}

/// What an adapter can do, of what is selected.
pub fn capabilities_record(
    selected: &[&'static Operation],
    capabilities: &Capabilities,
) -> CapabilitiesRecord {
    let offered = selected.iter().filter(|o| capabilities.operations.contains(o));
    let sorted = |names: Vec<&str>| {
        let names: BTreeSet<_> = names.into_iter().map(str::to_owned).collect();
        names.into_iter().collect::<Vec<_>>()
    };
    CapabilitiesRecord {
        operations: offered.map(|o| o.name.to_owned()).collect(),
        stages: sorted(capabilities.stages.iter().map(|f| f.name).collect()),
        observes: sorted(capabilities.observes.iter().map(|kind| kind.name()).collect()),
        pins: capabilities.pins.iter().map(|(f, v)| (f.name.to_owned(), to_json(v).to_string())).collect(),
        unsupported: sorted(capabilities.unsupported.iter().map(|u| u.rule.as_str()).collect()),
    }
}

/// What became of each known finding. Why one was not tried is said for all; whether it occurs is decided on the whole.
fn known_records(shared: &Shared<'_>, haul: &Haul) -> Vec<KnownRecord> {
    let (settings, capabilities) = (shared.settings, shared.capabilities);
    let record = |(i, known): (usize, &KnownCase)| {
        let operation = known.kept.operation();
        let why = if !settings.operations.contains(&operation) || !known.is_selected(&settings.selection) {
            both("it is not selected", "未被选中")
        } else if !capabilities.operations.contains(&operation) {
            both("the adapter does not offer its operation", "适配器不提供该操作")
        } else if haul.cut_short || haul.trouble.is_some() {
            both("the run was cut short", "运行提前结束")
        } else {
            both("the adapter does not stage its case", "适配器不能布置它的用例")
        };
        let shows = haul.tried.contains(&i).then(|| haul.seen.contains(&i));
        KnownRecord::new(known, shows, why)
    };
    settings.known.iter().enumerate().map(record).collect()
}

/// A fingerprint of the rules that were in force: runs under unlike rules do not belong together.
pub fn rule_set(operations: &[&'static Operation]) -> String {
    let rules = operations.iter().flat_map(|operation| operation.rules);
    let hash = rules.fold(START, |hash, rule| fnv(fnv(hash, rule.id), rule.says.en));
    format!("{hash:016x}")
}

fn rule_records(shared: &Shared<'_>, haul: &mut Haul) -> Vec<RuleRecord> {
    let judge = Judge::new(&shared.capabilities.observes);
    let mut records = Vec::new();
    for plan in shared.schedule.plans {
        let tallies = haul.tally.rules_of(plan.operation).clone();
        for (i, (rule, tally)) in plan.operation.rules.iter().zip(tallies).enumerate() {
            if !shared.settings.selection.has(rule.id) {
                continue;
            }
            let unstaged = plan.sweep.iter().filter(|p| p.rule == Some(i)).find_map(|p| p.unstaged);
            let declared = shared.capabilities.unsupported.iter().find(|u| u.rule == rule.id);
            let (status, why) = if let Some(declared) = declared {
                (Status::Unsupported, both(&declared.reason, &declared.reason))
            } else if !judge.observes(plan.operation, rule) {
                (
                    Status::NotObserved,
                    both("the adapter does not observe what it speaks about", "适配器观察不到它所涉及的现象"),
                )
            } else if is_checked(rule, tally) {
                (Status::Checked, Says::default())
            } else if let Some(fact) = unstaged {
                let name = fact.name;
                let (en, zh) =
                    (format!("the adapter does not stage {name}"), format!("适配器不能布置 {name}"));
                (Status::NotStaged, both(&en, &zh))
            } else if tally.skipped > 0 || (haul.tally.judged == 0 && !haul.tally.skipped.named.is_empty()) {
                (Status::NotStaged, both("the adapter skipped every case for it", "适配器跳过了它的所有用例"))
            } else if plan.bases().is_empty() {
                (
                    Status::NotStaged,
                    both(
                        "no plain valid case fits what the adapter pins",
                        "没有合法基准用例与适配器固定的取值相容",
                    ),
                )
            } else if shared.capabilities.pins.iter().any(|(fact, _)| rule.is_about(&Place::Fact(fact))) {
                (
                    Status::NotStaged,
                    both("no case for it fits what the adapter pins", "它的用例都与适配器固定的取值不相容"),
                )
            } else {
                (Status::NotReached, both("no case reached it", "没有用例触及它"))
            };
            records.push(RuleRecord {
                operation: plan.operation.name.to_owned(),
                id: rule.id.to_owned(),
                says: rule.says.into(),
                force: rule.force.name().to_owned(),
                status,
                why,
                kept: tally.steps(Mark::Kept),
                broken: tally.steps(Mark::Broken),
                open: tally.steps(Mark::Open),
                skipped: tally.skipped,
            });
        }
    }
    records
}

fn both(en: &str, zh: &str) -> Says {
    Says { en: en.to_owned(), zh: zh.to_owned() }
}

/// A demand is checked where it was broken; a promise where it was put to the test.
fn is_checked(rule: &Rule, tally: RuleTally) -> bool {
    match rule.check {
        Check::Demand(..) => tally.steps(Mark::Broken) + tally.steps(Mark::Open) > 0,
        Check::Promise(_) | Check::Produced(_) => {
            [Mark::Kept, Mark::Broken, Mark::Open].iter().any(|m| tally.steps(*m) > 0)
        }
    }
}

fn gap_records(shared: &Shared<'_>, haul: &Haul) -> Vec<GapRecord> {
    let mut records: Vec<GapRecord> = Vec::new();
    let listed = shared.schedule.plans.iter().flat_map(|p| p.operation.gaps).copied();
    // The calls that a caller's side makes may fall into gaps that no list of its own foresees.
    for gap in listed.chain(haul.tally.gaps_met()) {
        if records.iter().any(|r| r.id == gap.id) {
            continue;
        }
        let tally = haul.tally.of_gap(gap);
        let reading = |(i, reading): (usize, &crate::spec::Reading)| {
            let only = tally.and_then(|t| t.only[i]);
            ReadingRecord {
                id: reading.id.to_owned(),
                says: reading.says.into(),
                agrees: tally.map_or(0, |t| t.agrees[i]),
                only: only.map_or(0, |sight| sight.count),
                example: only.and_then(|sight| example(shared, sight.first)),
            }
        };
        records.push(GapRecord {
            id: gap.id.to_owned(),
            says: gap.says.into(),
            told: tally.map_or(0, |t| t.told),
            readings: gap.readings.iter().enumerate().map(reading).collect(),
        });
    }
    records
}

fn precedence_records(shared: &Shared<'_>, haul: &Haul) -> Vec<PrecedenceRecord> {
    let mut records = Vec::new();
    for operation in shared.schedule.plans.iter().map(|plan| plan.operation) {
        let id = |place: usize| operation.rules[place].id.to_owned();
        let selected = |(seen, _): &(Preference, Sight)| {
            [seen.rule, seen.over].iter().all(|i| shared.settings.selection.has(operation.rules[*i].id))
        };
        for (Preference { rule, over }, Sight { first, count }) in
            haul.tally.preferences_of(operation).filter(selected)
        {
            records.extend(example(shared, first).map(|example| PrecedenceRecord {
                operation: operation.name.to_owned(),
                rule: id(rule),
                over: id(over),
                told: count,
                example,
            }));
        }
    }
    records
}

/// The case with this number.
fn example(shared: &Shared<'_>, number: u64) -> Option<ExampleRecord> {
    let item = shared.schedule.item(number);
    let case = shared.schedule.case(&item, shared.capabilities)?;
    let address = shared.schedule.address(&item);
    Some(ExampleRecord { number, address, case: case.to_json() })
}
