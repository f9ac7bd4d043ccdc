//! A hello that is not right ends the run before its first case.

use rstest::rstest;

use super::run::run;

#[rstest]
#[case::protocol("protocol-99", &["`protocol` is 99", "speaks 1 to 1", "Update the adapter's kit, or Paystone"])]
#[case::operations("no-operations", &["tt.teleport", "It knows tt.openAwemeCustomerService, tt.canIUse, tt.pay, "])]
#[case::stages("stages", &["`stages` names `weather`", "the facts are base_library"])]
#[case::pins("pins", &["`pins` names `weather`", "the facts are base_library"])]
#[case::staged_and_pinned("staged-and-pinned", &["`coin_price` stands in `stages` and in `pins`", "take it out of one"])]
#[case::pinned_value("pinned-value", &["`pins.network`", "carrier pigeon", "one of online, offline is wanted"])]
#[case::observes("observes", &["`observes` names `smelled`", "the kinds are called, asked"])]
#[case::unsupported("unsupported", &["`unsupported` names `sign/nothing-such`"])]
#[case::in_flight("in-flight", &["`max_in_flight` cannot be 0"])]
#[case::nameless("nameless", &["`implementation.name` is missing"])]
fn a_hello_that_makes_no_sense_is_told_with_what_would(#[case] name: &str, #[case] words: &[&str]) {
    let ended = run(name, &[]);
    ended.says(3, words).says(3, &["Try it alone: paystone adapter check -- python3"]);
}

#[test]
fn a_right_adapter_conforms_or_the_others_prove_nothing() {
    run("right", &["--cases", "300"]).says(0, &["conforms on 13 of 13 rules"]);
}
