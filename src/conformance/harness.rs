//! The command line of `cargo test` and nextest: lists, filters, runs, and says how it ended.

use std::process::ExitCode;

use libtest_mimic::{Arguments, Completion, Trial};

use crate::spec::Lang;

use super::replay::{VARIABLE, run as replay, wanted};
use super::{Conformance, Test, Unusable};

/// The exit code of a wrong setting; a test that fails ends with 101.
const USAGE: u8 = 2;

/// Runs what the command line asks for.
pub(super) fn main(conformance: Conformance) -> ExitCode {
    let mut arguments = Arguments::from_args();
    match trials(conformance, &mut arguments) {
        Ok(trials) => libtest_mimic::run(&arguments, trials).exit_code(),
        Err(error) => {
            eprintln!("error: these conformance tests cannot run: {error}");
            ExitCode::from(USAGE)
        }
    }
}

fn trials(conformance: Conformance, arguments: &mut Arguments) -> Result<Vec<Trial>, Unusable> {
    let conformance = spoken(conformance)?;
    match std::env::var(VARIABLE) {
        Ok(text) => Ok(vec![replayed(&conformance, text.trim(), arguments)?]),
        Err(std::env::VarError::NotPresent) => {
            Ok(conformance.tests()?.iter().map(|test| trial(test, arguments)).collect())
        }
        Err(std::env::VarError::NotUnicode(_)) => Err(Unusable::Replay("it is no text".to_owned())),
    }
}

/// In the language that the environment asks for.
fn spoken(conformance: Conformance) -> Result<Conformance, Unusable> {
    match std::env::var_os("PAYSTONE_LANG") {
        None => Ok(conformance),
        Some(lang) if lang == "en" => Ok(conformance.lang(Lang::En)),
        Some(lang) if lang == "zh" => Ok(conformance.lang(Lang::Zh)),
        Some(other) => Err(Unusable::Language(other.to_string_lossy().into_owned())),
    }
}

/// A test that cannot check its rule is ignored, and the reason stands beside it. nextest reads a list of what is ignored, which has no place
/// for reasons.
fn trial(test: &Test, arguments: &Arguments) -> Trial {
    let forced = arguments.ignored || arguments.include_ignored;
    let own = test.clone();
    let trial = Trial::ignorable_test(test.name(), move || match own.unchecked() {
        Some(why) if !forced => Ok(Completion::ignored_with(why)),
        _ => Ok(own.run().map(|()| Completion::Completed)?),
    });
    // To know what is ignored takes a sweep of the model: it is asked only where a list or a filter needs it.
    let trial = trial.with_ignored_flag(true);
    let asked = forced && !arguments.is_filtered_out(&trial);
    trial.with_ignored_flag(asked && test.unchecked().is_some())
}

/// One case in place of all tests. Filters do not hide it.
fn replayed(conformance: &Conformance, text: &str, arguments: &mut Arguments) -> Result<Trial, Unusable> {
    let benches = conformance.benches()?;
    wanted(text, &benches)?;
    arguments.filter = None;
    arguments.skip.clear();
    // A list of what is ignored stays one, and is empty.
    arguments.ignored &= arguments.list;
    let text = text.to_owned();
    Ok(Trial::test("replay", move || {
        let (bench, case) = wanted(&text, &benches)?;
        print!("{}", replay(bench, case)?);
        Ok(())
    }))
}
