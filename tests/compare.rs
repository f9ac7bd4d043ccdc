//! Comparing: what a mutant breaks has regressed, what it mends is fixed, and what is only read in another way has changed, no more.

use paystone::api::OPERATIONS;
use paystone::engine::{
    CapabilitiesRecord, Comparison, Control, Departure, Difference, FindingRecord, InProcess, Narrowed,
    Order, Profile, Settings, Status, Summary, Unlike, Why, common, compare, run,
};
use paystone::spec::{
    self, Adapter, Bend, Capabilities, Case, Model, Mutant, Operation, Readings, Reply, Rule, mutants_of,
};
use rstest::rstest;

/// One in so many mutants is tried: all of them would take minutes, and each is caught by the self-test anyway.
const STRIDE: usize = 97;

fn everything(operation: &'static Operation) -> Capabilities {
    Capabilities::everything("model", &[operation])
}

fn settings(operation: &'static Operation) -> Settings {
    Settings { operations: vec![operation], cases: 0, pairs: true, ..Settings::default() }
}

fn ran<A: Adapter>(operation: &'static Operation, adapter: impl Fn() -> A + Sync) -> Summary {
    run(&settings(operation), &|| Ok(InProcess::new(adapter())), &Control::default()).expect("it runs")
}

fn faithful(operation: &'static Operation) -> Summary {
    ran(operation, || Model::faithful(everything(operation)))
}

fn held(old: &Summary, new: &Summary) -> Comparison {
    compare(old, new, [&old.run.capabilities, &new.run.capabilities]).expect("they are alike")
}

/// A promise, and a way to break it.
type Wrong = (&'static Rule, &'static Bend);

/// A model whose traces are bent: a mutated one bends no more than once a step.
struct Bent<'a> {
    model: Model<'a>,
    bends: Vec<Wrong>,
}

impl Adapter for Bent<'_> {
    fn capabilities(&self) -> &Capabilities {
        self.model.capabilities()
    }

    fn run(&mut self, case: &Case) -> Reply {
        let mut traces = self.model.traces(case);
        let likeliest = spec::Profile::likeliest();
        for now in 0..traces.len() {
            let (before, rest) = traces.split_at_mut(now);
            let at = case.at(now, before, Readings::Of(&likeliest));
            for (_, bend) in self.bends.iter().filter(|(rule, _)| rule.speaks(&at)) {
                (bend.bend)(&at, &mut rest[0]);
            }
        }
        Reply::Traces(traces)
    }
}

/// The mutants with these ids: those of demands, and the bends of promises.
fn parts(operation: &'static Operation, ids: &[&str]) -> (Vec<Mutant>, Vec<Wrong>) {
    let (mut mutants, mut bends) = (Vec::new(), Vec::new());
    for id in ids {
        let (rule, slug) = id.split_once('~').expect("a mutant");
        let rule = operation.rule(rule).unwrap_or_else(|| panic!("no rule {rule}"));
        match rule.promise() {
            Some(promise) => {
                bends.extend(promise.bends.iter().filter(|b| b.id == slug).map(|bend| (rule, bend)));
            }
            None => mutants.extend(mutants_of(operation).into_iter().filter(|m| m.id == *id)),
        }
    }
    assert_eq!(mutants.len() + bends.len(), ids.len(), "one of {ids:?} does not exist");
    (mutants, bends)
}

fn operation(name: &str) -> &'static Operation {
    paystone::api::operation(name).expect("an operation")
}

#[test]
fn a_mutant_has_regressed_and_without_it_is_fixed() {
    let mut tried = 0;
    for operation in OPERATIONS {
        let right = faithful(operation);
        assert_eq!(held(&right, &right).differences, [], "{}", operation.name);
        for mutant in mutants_of(operation).into_iter().step_by(STRIDE) {
            let (id, rule) = (mutant.id.clone(), mutant.rule.id);
            let mutants = [mutant];
            let wrong = ran(operation, || Model::faithful(everything(operation)).mutated(&mutants));
            if wrong.findings.is_empty() {
                continue;
            }
            tried += 1;
            let named = |difference: &Difference, regressed: bool| match difference {
                Difference::Regressed { new } if regressed => new.suspects.iter().any(|s| s.rule == rule),
                Difference::Fixed { old } if !regressed => old.suspects.iter().any(|s| s.rule == rule),
                _ => false,
            };
            for (regressed, comparison) in [(true, held(&right, &wrong)), (false, held(&wrong, &right))] {
                let about: Vec<_> = comparison.differences.iter().filter(|d| is_about_findings(d)).collect();
                assert!(!about.is_empty(), "{id}: nothing differs");
                // What one mutant does may break a promise of another rule as well.
                let class = |d: &&&Difference| matches!(d, Difference::Regressed { .. }) == regressed;
                let fixed = |d: &&&Difference| matches!(d, Difference::Fixed { .. }) != regressed;
                assert!(about.iter().any(|d| named(d, regressed)), "{id}: {about:#?}");
                assert_eq!(about.iter().filter(class).filter(fixed).count(), about.len(), "{id}: {about:#?}");
            }
            let twice = held(&wrong, &wrong).differences;
            assert!(!twice.is_empty(), "{id}");
            for difference in twice {
                assert!(
                    matches!(difference, Difference::StillWrong { same: true, .. }),
                    "{id}: {difference:#?}"
                );
            }
        }
    }
    assert!(tried > 20, "only {tried} mutants were compared");
}

/// What a mutant does where it is found cannot tell how it reads a gap: that is left aside.
fn is_about_findings(difference: &Difference) -> bool {
    !matches!(difference, Difference::Changed { .. })
}

#[test]
fn another_reading_is_a_changed_reading_and_nothing_else() {
    let mut tried = 0;
    for operation in OPERATIONS {
        let likeliest = faithful(operation);
        for gap in operation.gaps.iter().step_by(9) {
            let profile = spec::Profile::likeliest().reading(gap, gap.readings.len() - 1);
            let other = ran(operation, || Model::faithful(everything(operation)).reading(profile.clone()));
            for difference in held(&likeliest, &other).differences {
                tried += 1;
                let Difference::Changed { departure } = &difference else {
                    panic!("{}: {difference:#?}", gap.id);
                };
                assert!(!difference.decides(false) && difference.decides(true), "{departure:#?}");
            }
        }
    }
    assert!(tried > 8, "only {tried} readings showed");
}

#[test]
fn the_profile_of_a_run_is_kept_by_that_run_and_tells_another_reading() {
    let operation = operation("tt.openAwemeCustomerService");
    let likeliest = faithful(operation);
    let profile = Profile::of(&likeliest);
    assert_eq!(profile.departures(&likeliest), []);
    let gap = operation.gaps.iter().find(|gap| gap.id == "diamond/tier-code").expect("a gap");
    let other = spec::Profile::likeliest().reading(gap, 1);
    let other = ran(operation, || Model::faithful(everything(operation)).reading(other.clone()));
    let departures = profile.departures(&other);
    let is_it = |d: &Departure| matches!(d, Departure::Reading { gap, example: Some(_), .. } if gap == "diamond/tier-code");
    assert!(!departures.is_empty() && departures.iter().all(is_it), "{departures:#?}");
}

#[test]
fn a_rule_that_goes_first_now_changes_the_order_of_that_rule_alone() {
    let operation = operation("tt.openAwemeCustomerService");
    let right = faithful(operation);
    // The model refuses for the first rule of its list; a mutant of a rule puts that rule first, here one that is wrong in older versions alone.
    let first = |id: &str| -> Mutant {
        mutants_of(operation).into_iter().find(|m| m.id == id).unwrap_or_else(|| panic!("no mutant {id}"))
    };
    let mutants = [first("diamond/good-type/type~gate-down")];
    let other = ran(operation, || Model::faithful(everything(operation)).mutated(&mutants));
    let order = |summary: &Summary| {
        Order::of(summary.precedence.iter().map(|p| (p.rule.as_str(), p.over.as_str()))).steps().len()
    };
    assert!(order(&right) > 20, "{}", order(&right));
    let changed = Profile::of(&right).departures(&other);
    let refused = changed.iter().filter_map(|d| match d {
        Departure::Precedence { rule, .. } => Some(rule.as_str()),
        _ => None,
    });
    let refused: Vec<_> = refused.collect();
    assert!(
        !refused.is_empty() && refused.iter().all(|rule| *rule == "diamond/good-type/type"),
        "{changed:#?}"
    );
    assert!(right.inconsistencies().is_empty() && other.inconsistencies().is_empty());
}

#[test]
fn both_sides_get_the_cases_that_both_can_stage() {
    let operation = operation("tt.openAwemeCustomerService");
    let whole = everything(operation);
    let mut less = everything(operation);
    less.stages.retain(|fact| fact.name != "logged_in");
    let both = common(&whole, &less).expect("one world");
    let narrowed = |own: &Capabilities| {
        let connect = || Ok(Narrowed::new(InProcess::new(Model::faithful(own.clone())), both.clone()));
        run(&settings(operation), &connect, &Control::default()).expect("it runs")
    };
    let (old, new) = (narrowed(&whole), narrowed(&less));
    assert_eq!(old.end.judged, new.end.judged);
    let record = |own: &Capabilities| paystone::engine::capabilities_record(&[operation], own);
    let comparison = compare(&old, &new, [&record(&whole), &record(&less)]).expect("alike");
    let lost = |d: &Difference| matches!(d, Difference::Changed { departure: Departure::Capability { name, lost: true, .. } } if name == "logged_in");
    assert!(comparison.differences.len() == 1 && comparison.differences.iter().all(lost), "{comparison:#?}");
}

#[test]
fn adapters_that_fix_a_fact_to_unlike_values_live_in_other_worlds() {
    let operation = operation("tt.openAwemeCustomerService");
    let price = paystone::api::world::FACTS.iter().find(|f| f.name == "coin_price").expect("a fact");
    let fixed = |value: &'static str| {
        let mut capabilities = everything(operation);
        capabilities.pins.push((price, value.into()));
        capabilities
    };
    assert!(common(&fixed("0.1"), &fixed("0.1")).is_ok());
    let error = common(&fixed("0.1"), &fixed("0.2")).expect_err("other worlds").to_string();
    assert!(error.contains("coin_price") && error.contains("0.1") && error.contains("0.2"), "{error}");
}

#[rstest]
#[case::another_handler(
    "pay-button.bridge",
    "pay-button/bridge/getextensionpath~never-called",
    "pay-button/bridge/getgoodsinfo~drops-the-answer"
)]
#[case::another_property(
    "pay-button.bridge",
    "pay-button/bridge/mode~drops-it",
    "pay-button/bridge/goods-id~drops-it"
)]
#[case::another_member(
    "tt.openAwemeCustomerService",
    "diamond/fail/err-no~no-err-no",
    "diamond/fail/err-msg~no-prefix"
)]
#[case::what_is_shown(
    "tt.openAwemeCustomerService",
    "diamond/zone-id/type~forgotten",
    "diamond/buy-quantity/desk-price~no-desk"
)]
fn what_changes_beside_a_rule_leaves_its_wrong_answer_the_same(
    #[case] name: &str,
    #[case] kept: &str,
    #[case] added: &str,
) {
    let operation = operation(name);
    let (mutants, bends) = parts(operation, &[kept, added]);
    let ran = |bends: &[Wrong]| {
        ran(operation, || Bent {
            model: Model::faithful(everything(operation)).mutated(&mutants),
            bends: bends.to_vec(),
        })
    };
    let fewer: Vec<_> = bends
        .iter()
        .copied()
        .filter(|(rule, _)| rule.id == kept.split('~').next().unwrap_or_default())
        .collect();
    let (fewer, more) = (ran(&fewer), ran(&bends));
    let rule = |id: &str| id.split_once('~').expect("a mutant").0.to_owned();
    let told = held(&fewer, &more).differences;
    let is_of = |finding: &FindingRecord, id: &str| finding.suspects.iter().any(|s| s.rule == rule(id));
    let same =
        |d: &Difference| matches!(d, Difference::StillWrong { same: true, new, .. } if is_of(new, kept));
    let regressed = |d: &Difference| matches!(d, Difference::Regressed { new } if is_of(new, added));
    assert!(told.iter().any(same) && told.iter().any(regressed), "{told:#?}");
    let otherwise =
        |d: &Difference| matches!(d, Difference::StillWrong { same: false, new, .. } if is_of(new, kept));
    assert!(!told.iter().any(otherwise), "{told:#?}");
}

#[test]
fn another_wrong_answer_under_a_rule_is_wrong_otherwise() {
    let operation = operation("pay-button.bridge");
    let ran = |bend: &str| {
        let id = format!("pay-button/bridge/getextensionpath~{bend}");
        let mutants: Vec<Mutant> = mutants_of(operation).into_iter().filter(|m| m.id == id).collect();
        ran(operation, || Model::faithful(everything(operation)).mutated(&mutants))
    };
    let told = held(&ran("never-called"), &ran("called-twice")).differences;
    assert!(matches!(&told[..], [Difference::StillWrong { same: false, .. }]), "{told:#?}");
}

#[rstest]
#[case::seed(|s: &mut Summary| s.run.seed = 2, "seeds")]
#[case::cases(|s: &mut Summary| s.run.cases = Some(7), "numbers of cases")]
#[case::rules(|s: &mut Summary| s.run.rule_set = "other".to_owned(), "rule sets")]
#[case::operations(|s: &mut Summary| s.run.operations.clear(), "operations")]
#[case::pins(|s: &mut Summary| drop(s.run.capabilities.pins.insert("coin_price".to_owned(), "1".to_owned())), "fixed")]
#[case::stages(|s: &mut Summary| s.run.capabilities.stages.clear(), "staged")]
#[case::observes(|s: &mut Summary| s.run.capabilities.observes.clear(), "events")]
#[case::pairs(|s: &mut Summary| s.run.pairs = false, "pairs")]
#[case::corpus(|s: &mut Summary| s.run.corpus = "1 case".to_owned(), "corpora")]
#[case::shard(|s: &mut Summary| s.run.shard = (1, 2), "merge")]
#[case::time(|s: &mut Summary| s.run.cases = None, "time")]
fn unlike_runs_are_not_compared(#[case] change: fn(&mut Summary), #[case] word: &str) {
    let right = faithful(operation("sign"));
    let mut other = right.clone();
    change(&mut other);
    for (old, new) in [(&right, &other), (&other, &right)] {
        let none = CapabilitiesRecord::default();
        let error: Unlike = compare(old, new, [&none, &none]).expect_err("they are unlike");
        assert!(error.to_string().contains(word), "{error}");
    }
}

#[test]
fn what_the_other_run_did_not_try_is_inconclusive() {
    let operation = operation("sign");
    let right = faithful(operation);
    let mutants: Vec<Mutant> = mutants_of(operation).into_iter().take(1).collect();
    let wrong = ran(operation, || Model::faithful(everything(operation)).mutated(&mutants));
    let all = |comparison: &Comparison, why: Why| {
        let silent = |d: &Difference| matches!(d, Difference::Inconclusive { why: told, .. } if *told == why);
        comparison.differences.iter().filter(|d| is_about_findings(d)).all(silent)
            && comparison.differences.iter().any(silent)
    };
    let mut untried = right.clone();
    untried.rules.iter_mut().for_each(|rule| rule.status = Status::NotStaged);
    let mut cut = right.clone();
    cut.end.cut_short = true;
    for (silent, why) in [(&untried, Why::NotChecked), (&cut, Why::CutShort)] {
        assert!(all(&held(silent, &wrong), why), "{:#?}", held(silent, &wrong));
        assert!(all(&held(&wrong, silent), why), "{:#?}", held(&wrong, silent));
    }
}
