//! The cases of an operation as a proptest strategy: what a test of one's own sees of them.

use paystone::api::diamond::OPEN_AWEME_CUSTOMER_SERVICE as DIAMOND;
use paystone::engine::Cases;
use paystone::spec::{Capabilities, World, differences};
use proptest::test_runner::{Config, TestError, TestRunner};

#[test]
fn a_failing_case_shrinks_to_what_the_failure_needs() {
    let cases = Cases::of(&DIAMOND, &Capabilities::everything("test", &[&DIAMOND]));
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    let failure = runner.run(&cases, |case| {
        let zone = case.steps.last().map(|s| s.input.get("zoneId").clone());
        proptest::prop_assert!(zone.is_none_or(|z| z.is_undefined()));
        Ok(())
    });
    let Err(TestError::Fail(_, case)) = failure else { panic!("{failure:?}") };
    let bases = DIAMOND.bases.iter().filter_map(|base| (base.make)(&World::plain()));
    let fewest = bases.map(|base| differences(&case, &base).len()).min();
    assert!(fewest.is_some_and(|n| n <= 1 + case.steps.len()), "{case:?}");
}
