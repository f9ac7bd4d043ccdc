//! The words of `paystone fixtures`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::TargetArgs;

#[derive(Debug, Args)]
pub(in crate::cli) struct FixturesArgs {
    #[command(subcommand)]
    pub(in crate::cli) command: FixturesCommand,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum FixturesCommand {
    /// Write the fixtures into a folder that is empty, or that holds what was written before and not changed since.
    Emit {
        /// The folder.
        #[arg(long, value_name = "DIR", default_value = "fixtures/v1")]
        out: PathBuf,
        /// What the files are for.
        #[arg(long = "for", value_enum, value_name = "USE", default_value = "tests")]
        purpose: Purpose,
        /// Write nothing; exit with 1 where the folder is not what would be written.
        #[arg(long)]
        check: bool,
    },
    /// Prove the fixtures of a folder against the model and, with an adapter or --model, try that implementation with them.
    Verify {
        /// The folder.
        #[arg(value_name = "DIR", default_value = "fixtures/v1")]
        folder: PathBuf,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Print the JSON Schema of the files.
    Schema {
        /// Print TypeScript types in its place.
        #[arg(long)]
        typescript: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Purpose {
    /// Tests that drive an implementation.
    Tests,
    /// For each documented code the JSON that a mock panel returns.
    MockPanel,
}
