//! The words of `paystone baseline`, and of those who read what it writes.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{DrawArgs, TargetArgs};

/// The day on which known findings are looked at.
#[derive(Debug, Args)]
pub(in crate::cli) struct DayArg {
    /// The day that known findings expire by, in place of today in UTC.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(in crate::cli) today: Option<jiff::civil::Date>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct BaselineArgs {
    #[command(subcommand)]
    pub(in crate::cli) command: BaselineCommand,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum BaselineCommand {
    /// Run, and write all findings into a new file as known ones.
    Init {
        /// The file to write.
        file: PathBuf,
        #[command(flatten)]
        why: WhyArgs,
        #[command(flatten)]
        source: SourceArgs,
    },
    /// Run, and add the findings that are new. What is there stays as it is, comments included.
    Update {
        /// The file to add to.
        file: PathBuf,
        #[command(flatten)]
        why: WhyArgs,
        #[command(flatten)]
        day: DayArg,
        #[command(flatten)]
        source: SourceArgs,
    },
    /// Run, and take out what no longer occurs or matches nothing.
    Prune {
        /// The file to take from.
        file: PathBuf,
        #[command(flatten)]
        day: DayArg,
        #[command(flatten)]
        source: SourceArgs,
    },
    /// Tell whether a file is in order, without any implementation.
    Check {
        /// The file.
        file: PathBuf,
        #[command(flatten)]
        day: DayArg,
    },
}

/// Why findings may stay for now.
#[derive(Debug, Args)]
pub(in crate::cli) struct WhyArgs {
    /// Why the findings may stay for now. It can be edited in the file, one by one.
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) reason: String,
    /// Where more is said about them.
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) link: Option<String>,
    /// The last day on which they may stay: 2026-12-31.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(in crate::cli) expires: Option<jiff::civil::Date>,
}

/// Where findings come from: a run, or one that was recorded.
#[derive(Debug, Args)]
pub(in crate::cli) struct SourceArgs {
    /// Take a recorded run, as `run --format json` or `merge --format json` writes it, and run nothing.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["model", "command", "operation", "rules", "sweep_only",
        "cases", "time", "seed", "jobs", "strict", "corpus"])]
    pub(in crate::cli) from: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) draw: DrawArgs,
    #[command(flatten)]
    pub(in crate::cli) target: TargetArgs,
}

fn date(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| format!("`{text}` is no date such as 2026-12-31"))
}
