//! What a document asks of callers without saying how it is refused: a platform that lets it pass gets a warning.

use super::command::{PLATFORM, Run, has, run};

/// A platform that takes an `orderInfo` whose currency is not CNY: the document fixes the value, and names no refusal.
const LENIENT: &str = "pay-currency-unchecked";

#[test]
fn what_no_document_says_how_to_refuse_is_a_warning_and_strict_makes_it_a_finding() {
    if !has("node") {
        return;
    }
    let lenient = |flags: &[&str]| {
        let flags = [&["--sweep-only", "--operation", "tt.pay"], flags].concat();
        run(&flags, &[PLATFORM[0], PLATFORM[1], "--fault", LENIENT])
    };
    let about_it = |run: &Run, severity: &str| {
        let told = run.events("finding").filter(|f| f["severity"] == severity);
        told.flat_map(|f| f["suspects"].as_array().into_iter().flatten())
            .any(|s| s["rule"] == "cashier/currency/fixed")
    };
    let plain = lenient(&[]);
    assert!(plain.exit == Some(0) && about_it(&plain, "warning"), "{}", plain.account());
    let strict = lenient(&["--strict"]);
    assert!(strict.exit == Some(1) && about_it(&strict, "finding"), "{}", strict.account());
}
