//! How rules behave as tests under `cargo test` and nextest: names, lists, filters, what fails and what is ignored, whatever the implementation does.
//!
//! The program is its own subject: started with `SUBJECT` it is the conformance tests of that implementation, and nothing else.

use std::collections::BTreeSet;
use std::process::{Command, ExitCode, Output};
use std::sync::LazyLock;

use libtest_mimic::{Arguments, Trial};
use paystone::api::caller::GOODS_INFO;
use paystone::api::diamond::OPEN_AWEME_CUSTOMER_SERVICE as CUSTOMER_SERVICE;
use paystone::api::signature::SIGN;
use paystone::conformance::{Conformance, Test, Unusable};
use paystone::engine::{Control, InProcess, Settings, run};
use paystone::ground::Object;
use paystone::spec::{
    Adapter, Capabilities, Case, Event, Force, Kind, Model, Mutant, Operation, Reply, Trace, Unsupported,
    World, mutants_of,
};

const TESTS: &[(&str, fn())] = &[
    (
        "every_rule_of_every_operation_is_a_test_of_its_own",
        every_rule_of_every_operation_is_a_test_of_its_own,
    ),
    ("a_faithful_implementation_passes_every_test", a_faithful_implementation_passes_every_test),
    ("only_the_tests_of_suspects_fail", only_the_tests_of_suspects_fail),
    ("they_all_pass_exactly_where_a_run_conforms", they_all_pass_exactly_where_a_run_conforms),
    ("who_always_says_ok_fails_what_it_does_not_refuse", who_always_says_ok_fails_what_it_does_not_refuse),
    (
        "an_ending_that_no_document_knows_fails_the_rules_that_it_was_to_test",
        an_ending_that_no_document_knows_fails_the_rules_that_it_was_to_test,
    ),
    ("who_skips_everything_passes_nothing", who_skips_everything_passes_nothing),
    ("a_panic_fails_the_rules_whose_cases_panic", a_panic_fails_the_rules_whose_cases_panic),
    (
        "what_cannot_be_staged_or_seen_is_ignored_with_its_reason",
        what_cannot_be_staged_or_seen_is_ignored_with_its_reason,
    ),
    (
        "a_finding_about_an_unsupported_rule_alone_fails_nothing",
        a_finding_about_an_unsupported_rule_alone_fails_nothing,
    ),
    ("ignored_tests_that_are_forced_fail", ignored_tests_that_are_forced_fail),
    ("who_can_stage_nothing_is_not_green", who_can_stage_nothing_is_not_green),
    ("a_warning_fails_its_test_only_where_one_is_strict", a_warning_fails_its_test_only_where_one_is_strict),
    ("a_pinned_secret_is_told_nowhere", a_pinned_secret_is_told_nowhere),
    ("wrong_settings_are_refused_before_anything_runs", wrong_settings_are_refused_before_anything_runs),
    ("the_list_is_what_nextest_wants", the_list_is_what_nextest_wants),
    ("one_test_alone_ends_as_it_does_among_all", one_test_alone_ends_as_it_does_among_all),
    ("a_printed_replay_shows_the_finding_again", a_printed_replay_shows_the_finding_again),
    ("a_replay_that_names_no_case_says_what_is_wanted", a_replay_that_names_no_case_says_what_is_wanted),
    ("the_language_comes_from_the_environment", the_language_comes_from_the_environment),
];

fn main() -> ExitCode {
    if let Ok(name) = std::env::var("SUBJECT") {
        return subject(&name).main();
    }
    let trial = |(name, test): &(&str, fn())| {
        let test = *test;
        Trial::test(*name, move || {
            test();
            Ok(())
        })
    };
    libtest_mimic::run(&Arguments::from_args(), TESTS.iter().map(trial).collect()).exit_code()
}

/// An implementation that a process is started for.
fn subject(name: &str) -> Conformance {
    match name {
        "faithful" => Conformance::of(|| Model::faithful(all(&[&SIGN]))),
        "wrong" => Conformance::of(|| Model::faithful(all(&[&SIGN])).mutated(wrong_order())),
        "panics" => Conformance::of(panics_on_risk_info),
        "seldom" => Conformance::of(|| Model::faithful(seldom())),
        "nothing" => Conformance::of(|| Model::faithful(all(&[]))),
        other => panic!("no subject is called {other}"),
    }
}

fn all(operations: &[&'static Operation]) -> Capabilities {
    Capabilities::everything("subject", operations)
}

/// Cannot log the user out, and does not support a rule.
fn seldom() -> Capabilities {
    let mut capabilities = all(&[&CUSTOMER_SERVICE]);
    capabilities.stages.retain(|fact| fact.name != "logged_in");
    let declared = Unsupported { rule: "diamond/zone-id/type".to_owned(), reason: "next year".to_owned() };
    capabilities.unsupported.push(declared);
    capabilities
}

/// The model of an operation, made wrong.
fn mutated(mutant: Mutant) -> Conformance {
    let operation = mutant.operation;
    let wrong: &'static [Mutant] = vec![mutant].leak();
    Conformance::of(move || Model::faithful(all(&[operation])).mutated(wrong))
}

/// A signer that gets the order wrong.
fn wrong_order() -> &'static [Mutant] {
    static WRONG: LazyLock<Vec<Mutant>> = LazyLock::new(|| {
        let all = mutants_of(&SIGN).into_iter();
        all.filter(|m| m.rule.id == "signature/order/by-key").take(1).collect()
    });
    &WRONG
}

/// An implementation that is a function.
struct Does<F>(Capabilities, F);

impl<F: FnMut(&Case) -> Reply> Adapter for Does<F> {
    fn capabilities(&self) -> &Capabilities {
        &self.0
    }

    fn run(&mut self, case: &Case) -> Reply {
        self.1(case)
    }
}

fn panics_on_risk_info() -> impl Adapter {
    let model = Model::faithful(all(&[&SIGN]));
    Does(all(&[&SIGN]), move |case: &Case| {
        for step in &case.steps {
            assert!(step.input.get("fields").get("risk_info").is_undefined(), "no risk, please");
        }
        Reply::Traces(model.traces(case))
    })
}

fn tests(conformance: &Conformance) -> Vec<Test> {
    conformance.tests().expect("tests")
}

fn named(tests: &[Test], name: &str) -> Test {
    tests.iter().find(|test| test.name() == name).unwrap_or_else(|| panic!("no test {name}")).clone()
}

/// The names of the tests that fail, with what they tell; those that are ignored left out.
fn failures(conformance: &Conformance) -> Vec<(String, String)> {
    let live = tests(conformance).into_iter().filter(|test| test.unchecked().is_none());
    live.filter_map(|test| Some((test.name(), test.run().err()?))).collect()
}

fn names(failures: &[(String, String)]) -> Vec<&str> {
    failures.iter().map(|(name, _)| name.as_str()).collect()
}

/// This program as the conformance tests of a subject.
fn start(name: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(arguments).env("SUBJECT", name).env_remove("NEXTEST").env("CARGO_PKG_NAME", "acme");
    command.env_remove("PAYSTONE_REPLAY").env_remove("PAYSTONE_LANG");
    command.envs(environment.iter().copied()).output().expect("it starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text")
}

fn every_rule_of_every_operation_is_a_test_of_its_own() {
    let operations = paystone::api::OPERATIONS;
    let tests = tests(&Conformance::of(|| Model::faithful(all(paystone::api::OPERATIONS))));
    let names: BTreeSet<String> = tests.iter().map(Test::name).collect();
    assert_eq!(names.len(), tests.len(), "two tests have one name");
    for operation in operations {
        for rule in operation.rules {
            assert!(names.contains(&format!("{}::{}", operation.name, rule.id)), "{}", rule.id);
        }
    }
    let rules: usize = operations.iter().map(|o| o.rules.len()).sum();
    assert_eq!(names.len(), rules + 2 * operations.len());
    assert!(names.iter().all(|name| !name.contains(char::is_whitespace)));
}

fn a_faithful_implementation_passes_every_test() {
    let faithful = Conformance::of(|| Model::faithful(all(paystone::api::OPERATIONS))).strict();
    let ignored: Vec<_> = tests(&faithful).iter().filter_map(|t| t.unchecked().map(str::to_owned)).collect();
    assert_eq!(ignored, Vec::<String>::new());
    let failures = failures(&faithful);
    assert!(failures.is_empty(), "{failures:?}");
}

fn only_the_tests_of_suspects_fail() {
    let wrongs: [(&Operation, &str, &[&str]); 3] = [
        (&SIGN, "signature/order/by-key~ignores-case", &["signature/order/by-key"]),
        (
            &CUSTOMER_SERVICE,
            "diamond/buy-quantity/price-tier~float-arithmetic",
            &["diamond/buy-quantity/price-tier"],
        ),
        (
            &CUSTOMER_SERVICE,
            "diamond/buy-quantity/price-tier~wrong-err-no-of-refusal-1",
            &["diamond/buy-quantity/type", "diamond/buy-quantity/price-tier"],
        ),
    ];
    for (operation, id, suspects) in wrongs {
        let mutant = mutants_of(operation).into_iter().find(|m| m.id == id).expect("a mutant");
        let failures = failures(&mutated(mutant).cases(0));
        let wanted = suspects.iter().map(|rule| format!("{}::{rule}", operation.name));
        assert_eq!(names(&failures), wanted.collect::<Vec<_>>());
        let rule = id.split_once('~').expect("a rule").0;
        for (_, told) in &failures {
            assert!(told.contains(rule) && told.contains("replay: PAYSTONE_REPLAY="), "{told}");
        }
    }
}

fn they_all_pass_exactly_where_a_run_conforms() {
    for mutant in mutants_of(&SIGN).into_iter().chain(mutants_of(&GOODS_INFO)) {
        let (operation, id) = (mutant.operation, mutant.id.clone());
        let wrong: &'static [Mutant] = vec![mutant].leak();
        ends_like_a_run(&id, operation, move || Model::faithful(all(&[operation])).mutated(wrong));
    }
}

/// The names of the tests that fail: where a run does not conform, and all suspects among them.
fn ends_like_a_run<A: Adapter + 'static>(
    what: &str,
    operation: &'static Operation,
    make: impl Fn() -> A + Clone + Send + Sync + 'static,
) -> Vec<String> {
    let settings = Settings { operations: vec![operation], cases: 0, ..Settings::default() };
    let run = run(&settings, &|| Ok(InProcess::new(make())), &Control::default()).expect("a run");
    let failures = failures(&Conformance::of(make).cases(0));
    let failed: Vec<String> = names(&failures).into_iter().map(str::to_owned).collect();
    assert_eq!(failed.is_empty(), run.exit() == 0, "{what}: {failed:?}");
    for suspect in run.findings.iter().filter(|finding| finding.decides()).flat_map(|f| &f.suspects) {
        let name = format!("{}::{}", operation.name, suspect.rule);
        assert!(failed.contains(&name), "{what}: {name} passes");
    }
    failed
}

fn who_always_says_ok_fails_what_it_does_not_refuse() {
    let faithful = Model::faithful(all(&[&CUSTOMER_SERVICE]));
    let base = CUSTOMER_SERVICE.bases[0];
    let ok = (base.make)(&World::plain()).map(|case| faithful.traces(&case)).expect("a case");
    let failed = ends_like_a_run("liar", &CUSTOMER_SERVICE, move || {
        let ok = ok.clone();
        Does(all(&[&CUSTOMER_SERVICE]), move |case: &Case| {
            Reply::Traces(case.steps.iter().map(|_| ok[0].clone()).collect())
        })
    });
    for rule in ["diamond/account/logged-in", "diamond/desk/opens", "diamond/custom-id/not-empty"] {
        assert!(failed.contains(&format!("{}::{rule}", CUSTOMER_SERVICE.name)), "{rule}: {failed:?}");
    }
}

fn an_ending_that_no_document_knows_fails_the_rules_that_it_was_to_test() {
    let failed = ends_like_a_run("parrot", &CUSTOMER_SERVICE, || {
        let error = Object::new().with("errCode", 7);
        let event = Event { name: "fail".into(), ..Event::new(Kind::Called, error) };
        Does(all(&[&CUSTOMER_SERVICE]), move |case: &Case| {
            Reply::Traces(case.steps.iter().map(|_| Trace(vec![event.clone()])).collect())
        })
    });
    assert!(failed.len() > CUSTOMER_SERVICE.rules.len() / 2, "{failed:?}");
    let silent = ends_like_a_run("silent", &SIGN, || {
        Does(all(&[&SIGN]), |case: &Case| Reply::Traces(vec![Trace(Vec::new()); case.steps.len()]))
    });
    assert_eq!(silent.len(), SIGN.rules.len() + 1, "{silent:?}");
}

fn who_skips_everything_passes_nothing() {
    let skips = Conformance::of(|| Does(all(&[&SIGN]), |_: &Case| Reply::Skip("not today".to_owned())));
    let failures = failures(&skips);
    assert_eq!(failures.len(), SIGN.rules.len() + 2, "{failures:?}");
    for (name, told) in &failures {
        assert!(told.contains("not today"), "{name}: {told}");
    }
    let (_, told) = failures.iter().find(|(name, _)| name == "sign::sweep").expect("the sweep");
    assert!(told.contains("nothing was checked"), "{told}");
}

fn a_panic_fails_the_rules_whose_cases_panic() {
    let failures = failures(&Conformance::of(panics_on_risk_info).cases(0));
    assert_eq!(names(&failures), ["sign::signature/excluded/risk-info", "sign::sweep"]);
    for (name, told) in &failures {
        assert!(told.contains("panic: no risk, please, at tests"), "{name}: {told}");
        assert!(
            told.contains("a valid set of fields to sign, except that\n    fields.risk_info is"),
            "{name}: {told}"
        );
    }
}

fn what_cannot_be_staged_or_seen_is_ignored_with_its_reason() {
    let name = |rule: &str| format!("{}::{rule}", CUSTOMER_SERVICE.name);
    let output = start("seldom", &[], &[]);
    let told = stdout(&output);
    let line = |rule: &str| told.lines().find(|line| line.contains(&name(rule))).expect("a line").to_owned();
    assert!(line("diamond/zone-id/type").ends_with("ignored (declared unsupported: next year)"), "{told}");
    assert!(
        line("diamond/account/logged-in")
            .ends_with("ignored (not staged: the adapter does not stage logged_in)"),
        "{told}"
    );
    assert!(output.status.success(), "{told}");
    let listed = stdout(&start("seldom", &["--list", "--format", "terse", "--ignored"], &[]));
    let ignored = told.lines().filter(|line| line.contains("ignored (")).count();
    assert!(ignored >= 2 && listed.lines().count() == ignored, "{listed}");
    let deaf = || {
        let mut capabilities = all(&[&SIGN]);
        capabilities.observes.retain(|kind| *kind != Kind::Returned);
        Model::faithful(capabilities)
    };
    let tests = tests(&Conformance::of(deaf));
    let why = named(&tests, "sign::signature/order/by-key");
    assert_eq!(why.unchecked(), Some("not observed: the adapter does not observe what it speaks about"));
}

fn a_finding_about_an_unsupported_rule_alone_fails_nothing() {
    let rule = "signature/order/by-key";
    let declared = move || {
        let mut capabilities = all(&[&SIGN]);
        capabilities.unsupported.push(Unsupported { rule: rule.to_owned(), reason: "later".to_owned() });
        let ignores_case = mutants_of(&SIGN).into_iter().find(|m| m.id == format!("{rule}~ignores-case"));
        Model::faithful(capabilities).mutated(vec![ignores_case.expect("a mutant")].leak())
    };
    let declared = Conformance::of(declared);
    assert_eq!(names(&failures(&declared)), Vec::<&str>::new());
    let told = named(&tests(&declared), &format!("sign::{rule}")).run().unwrap_err();
    assert_eq!(told, "not checked: declared unsupported: later");
}

fn ignored_tests_that_are_forced_fail() {
    for force in ["--ignored", "--include-ignored"] {
        let output = start("seldom", &[force, "zone-id/type"], &[]);
        assert_eq!(output.status.code(), Some(101), "{}", stdout(&output));
        assert!(
            stdout(&output).contains("not checked: declared unsupported: next year"),
            "{}",
            stdout(&output)
        );
    }
}

fn who_can_stage_nothing_is_not_green() {
    let blind = || {
        let mut capabilities = all(&[&SIGN]);
        capabilities.observes.clear();
        Model::faithful(capabilities)
    };
    let blind = Conformance::of(blind).cases(0);
    assert!(
        tests(&blind).iter().filter(|test| test.name() != "sign::sweep").all(|t| t.unchecked().is_some())
    );
    let failures = failures(&blind);
    assert_eq!(names(&failures), ["sign::sweep"]);
    assert!(failures[0].1.starts_with("nothing was checked"), "{failures:?}");
}

fn a_warning_fails_its_test_only_where_one_is_strict() {
    let asks = mutants_of(&CUSTOMER_SERVICE).into_iter().find(|m| m.rule.force == Force::Should);
    let asks = asks.expect("a rule that only asks");
    let name = format!("{}::{}", asks.operation.name, asks.rule.id);
    let wrong = mutated(asks);
    assert_eq!(names(&failures(&wrong.clone().cases(0))), Vec::<&str>::new());
    let strictly = failures(&wrong.cases(0).strict());
    assert_eq!(names(&strictly), [name]);
}

fn a_pinned_secret_is_told_nowhere() {
    const SECRET: &str = "keep-this-to-yourself";
    let operation = &paystone::api::caller::ORDER_INFO;
    let leaks = || {
        let mut capabilities = all(&[&paystone::api::caller::ORDER_INFO]);
        capabilities.stages.retain(|fact| fact.name != "payment_secret");
        capabilities.pins.push((&paystone::api::world::PAYMENT_SECRET, SECRET.into()));
        Does(capabilities, |_: &Case| -> Reply { panic!("cannot sign with {SECRET}") })
    };
    let failures = failures(&Conformance::of(leaks));
    assert!(failures.len() > operation.rules.len() / 2);
    for (name, told) in &failures {
        assert!(!told.contains(SECRET), "{name}: {told}");
    }
    assert!(failures.iter().any(|(_, told)| told.contains("cannot sign with <payment-secret>")));
}

fn wrong_settings_are_refused_before_anything_runs() {
    let signer = || Model::faithful(all(&[&SIGN]));
    let error = |conformance: Conformance| conformance.tests().map(|tests| tests.len()).unwrap_err();
    let with = |change: fn(&mut Capabilities)| {
        Conformance::of(move || {
            let mut capabilities = all(&[&SIGN]);
            change(&mut capabilities);
            Model::faithful(capabilities)
        })
    };
    assert_eq!(error(with(|c| c.operations.clear())), Unusable::NothingOffered);
    let asked = Conformance::of(signer).operations(&[&CUSTOMER_SERVICE]);
    assert_eq!(error(asked), Unusable::NotOffered(CUSTOMER_SERVICE.name.to_owned()));
    let typo = with(|c| c.unsupported.push(Unsupported { rule: "a/b/c".to_owned(), reason: String::new() }));
    assert_eq!(error(typo), Unusable::NoSuchRule("a/b/c".to_owned()));
    let pin = with(|c| c.pins.push((&paystone::api::world::PAYMENT_SECRET, 7.into())));
    assert_eq!(error(pin), Unusable::Pin("payment_secret".to_owned(), "7".to_owned()));
    let dead = Conformance::of(|| -> Model<'static> { panic!("no database") });
    assert!(error(dead).to_string().contains("it panicked: no database, at tests"));

    let output = start("nothing", &["--list"], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).contains("the adapter offers no operation"), "{}", stderr(&output));
}

fn the_list_is_what_nextest_wants() {
    let output = start("faithful", &["--list", "--format", "terse"], &[]);
    let lines: Vec<String> = stdout(&output).lines().map(str::to_owned).collect();
    let names = tests(&subject("faithful")).into_iter().map(|test| format!("{}: test", test.name()));
    assert_eq!(lines, names.collect::<Vec<_>>());
    assert_eq!(stdout(&start("faithful", &["--list", "--format", "terse", "--ignored"], &[])), "");
}

fn one_test_alone_ends_as_it_does_among_all() {
    let among: Vec<_> = failures(&subject("wrong"));
    for test in tests(&subject("wrong")) {
        let output = start("wrong", &[&test.name(), "--exact", "--nocapture"], &[]);
        let fails = among.iter().any(|(name, _)| *name == test.name());
        let code = if fails { 101 } else { 0 };
        assert_eq!(output.status.code(), Some(code), "{}: {}", test.name(), stdout(&output));
        assert!(stdout(&output).contains("running 1 test\n"), "{}", stdout(&output));
    }
    assert!(among.iter().any(|(name, _)| name == "sign::signature/order/by-key"), "{among:?}");
}

fn a_printed_replay_shows_the_finding_again() {
    let name = "sign::signature/order/by-key";
    let told = stdout(&start("wrong", &[name, "--exact"], &[]));
    let printed: Vec<&str> = told.lines().filter_map(|line| line.trim().strip_prefix("replay: ")).collect();
    assert_eq!(printed.len(), 2, "{told}");
    for line in printed {
        let (case, command) = line.rsplit_once(" cargo test ").expect("a command");
        assert_eq!(command, "-p acme --test cargo_test");
        let case = case.strip_prefix("PAYSTONE_REPLAY=").expect("the variable").trim_matches('\'');
        // A filter that is left on the command line does not hide the case.
        for arguments in [&[][..], &["some-filter"]] {
            let output = start("wrong", arguments, &[("PAYSTONE_REPLAY", case)]);
            assert_eq!(output.status.code(), Some(101), "{}", stdout(&output));
            assert!(stdout(&output).contains("FINDING 1  signature/order/by-key"), "{}", stdout(&output));
            let output = start("faithful", arguments, &[("PAYSTONE_REPLAY", case)]);
            assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
            assert!(stdout(&output).contains("Verdict: conforms on"), "{}", stdout(&output));
        }
    }
    // nextest lists first what there is, and then what of it is ignored.
    let list = |more: &[&str]| {
        let arguments: Vec<&str> = ["--list", "--format", "terse"].iter().chain(more).copied().collect();
        stdout(&start("wrong", &arguments, &[("PAYSTONE_REPLAY", "1:sign:sweep:0")]))
    };
    assert_eq!((list(&[]).as_str(), list(&["--ignored"]).as_str()), ("replay: test\n", ""));
    let next = stdout(&start("wrong", &[name, "--exact"], &[("NEXTEST", "1")]));
    assert!(next.contains(" cargo nextest run -p acme --test cargo_test"), "{next}");
}

fn a_replay_that_names_no_case_says_what_is_wanted() {
    for (text, wanted) in [
        ("nonsense", "SEED:OPERATION:AIM:INDEX is wanted"),
        ("1:sign:sweep:999999", "there is no case at 1:sign:sweep:999999"),
        ("1:tt.pay:sweep:1", "tt.pay is not tested here; the operations are: sign"),
        ("{\"steps\":", "no JSON"),
        ("{\"steps\":[]}", "`steps` is missing"),
        ("", "is no address"),
    ] {
        let output = start("faithful", &[], &[("PAYSTONE_REPLAY", text)]);
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(stderr(&output).contains(wanted), "{text}: {}", stderr(&output));
    }
}

fn the_language_comes_from_the_environment() {
    let zh = stdout(&start("wrong", &["by-key"], &[("PAYSTONE_LANG", "zh")]));
    assert!(zh.contains("不符 1  signature/order/by-key"), "{zh}");
    assert!(zh.contains("重放: PAYSTONE_REPLAY="), "{zh}");
    let output = start("wrong", &[], &[("PAYSTONE_LANG", "fr")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("`fr` is no language"), "{}", stderr(&output));
}
