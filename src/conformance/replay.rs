//! One case alone, under `cargo test`: named by an environment variable, as its address or as its value.

use serde_json::Value as Json;

use crate::engine::{Address, Aim, Replayed};
use crate::report::{Replay, show_with};
use crate::spec::Case;

use super::Unusable;
use super::bench::Bench;

/// The variable that names the case.
pub(super) const VARIABLE: &str = "PAYSTONE_REPLAY";

/// What a failure prints: the command that runs its case alone.
pub(super) fn again(replay: Replay<'_>) -> String {
    let (Replay::Address(case) | Replay::Case(case)) = replay;
    format!("{VARIABLE}={case} {}", command())
}

/// The command that runs these tests, from what cargo tells a test of itself.
fn command() -> String {
    let runner = if std::env::var_os("NEXTEST").is_some() { "cargo nextest run" } else { "cargo test" };
    let package = std::env::var("CARGO_PKG_NAME").map(|name| format!(" -p {name}")).unwrap_or_default();
    format!("{runner}{package}{}", target().map(|name| format!(" --test {name}")).unwrap_or_default())
}

/// The test target: the name of the program without the hash that cargo adds.
fn target() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    let (name, hash) = program.file_stem()?.to_str()?.rsplit_once('-')?;
    hash.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| name.to_owned())
}

/// The case that is asked for, and the operation that it belongs to.
pub(super) fn wanted<'a>(text: &str, benches: &'a [Bench]) -> Result<(&'a Bench, Replayed), Unusable> {
    let wrong = |why: String| Unusable::Replay(why);
    let of = |name: &str| {
        benches.iter().find(|bench| bench.operation.name == name).ok_or_else(|| {
            let names: Vec<_> = benches.iter().map(|bench| bench.operation.name).collect();
            wrong(format!("{name} is not tested here; the operations are: {}", names.join(", ")))
        })
    };
    if text.trim_start().starts_with('{') {
        let operations: Vec<_> = benches.iter().map(|bench| bench.operation).collect();
        let whole = benches.first().map_or_else(|| text.to_owned(), |bench| bench.restored(text));
        let json: Json = serde_json::from_str(&whole).map_err(|error| wrong(format!("no JSON: {error}")))?;
        let case = Case::from_json(&json, &operations).map_err(|error| wrong(error.to_string()))?;
        let bench = of(case.steps[case.steps.len() - 1].operation.name)?;
        return Ok((bench, Replayed { case, address: String::new(), seed: 0, swept: false }));
    }
    let address: Address =
        text.parse().map_err(|error| wrong(format!("{error}; nor is it a case, as JSON")))?;
    let bench = of(&address.operation)?;
    let case = bench.case(&address).ok_or_else(|| {
        wrong(format!(
            "there is no case at {text}: the aim or the index is beyond what this adapter's cases are"
        ))
    })?;
    let (seed, swept) = (address.seed, address.aim == Aim::Sweep);
    Ok((bench, Replayed { case, address: text.to_owned(), seed, swept }))
}

/// Runs it. What is told of a case that conforms is told as well.
pub(super) fn run(bench: &Bench, replayed: Replayed) -> Result<String, String> {
    let summary = bench.replay(replayed)?;
    let told = show_with(&summary, &bench.view(), &again);
    if summary.end.exit == 0 { Ok(told) } else { Err(told) }
}
