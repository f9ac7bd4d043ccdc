//! The words of `paystone compare`.

use clap::Args;

use super::{DrawArgs, Format, LinkArgs};

#[derive(Debug, Args)]
pub(in crate::cli) struct CompareArgs {
    /// The old implementation: the command of its adapter, in quotes, or the file of a run that `run --format json` recorded. Where one side is
    /// a recorded run, its own cases are run.
    #[arg(long, value_name = "COMMAND|FILE")]
    pub(in crate::cli) old: String,
    /// The new one.
    #[arg(long, value_name = "COMMAND|FILE")]
    pub(in crate::cli) new: String,
    #[command(flatten)]
    pub(in crate::cli) draw: DrawArgs,
    /// What to write on standard output.
    #[arg(long, value_enum, default_value = "terminal")]
    pub(in crate::cli) format: Format,
    #[command(flatten)]
    pub(in crate::cli) link: LinkArgs,
}
