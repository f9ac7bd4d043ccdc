//! `paystone merge`: the recorded runs of shards, put together.

use crate::report::merge as put_together;

use super::args::{LangArg, MergeArgs};
use super::exit::{Exit, Failure};
use super::{files, run};

/// Merges them.
pub(super) fn merge(args: &MergeArgs, lang: LangArg, colors: bool) -> Result<Exit, Failure> {
    let mut parts = Vec::new();
    for file in &args.files {
        parts.push(files::recorded(file)?);
    }
    let whole = put_together(parts).map_err(|e| match e {
        // A shard that is not there makes the run incomplete; anything else is a mistake of the caller's.
        crate::report::MergeError::Missing(..) => Failure { exit: Exit::Run(4), text: e.to_string() },
        other => Failure::usage(other.to_string()),
    })?;
    run::print(&whole, args.format, lang.into(), colors, String::from("-- ..."))?;
    Ok(Exit::Run(whole.end.exit))
}
