//! The command line's words: one place for every command and flag.

mod baseline;
mod compare;
mod fixtures;

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(super) use baseline::{BaselineArgs, BaselineCommand, DayArg, SourceArgs, WhyArgs};
pub(super) use compare::CompareArgs;
pub(super) use fixtures::{FixturesArgs, FixturesCommand, Purpose};

use crate::spec::Lang;

/// The environment variable that chooses the language.
pub(super) const LANG: &str = "PAYSTONE_LANG";

/// Tests implementations of the Douyin mini-program payment interfaces against their documents.
#[derive(Debug, Parser)]
#[command(name = "paystone", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(
    after_help = "Exit codes: 0 conforms; 1 findings; 2 usage or damaged input; 3 the adapter cannot be used; \
4 incomplete; 5 nothing was checked; 70 a fault of Paystone; 130 interrupted."
)]
pub(super) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
    /// Language of what is shown.
    #[arg(long, global = true, value_enum, default_value = "en", env = LANG)]
    pub(super) lang: LangArg,
    /// When to use colours.
    #[arg(long, global = true, value_enum, default_value = "auto")]
    pub(super) color: Color,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Test an implementation.
    Run(RunArgs),
    /// List rules, gaps or cases.
    List(ListArgs),
    /// Explain a rule, a gap or an error code.
    Explain(ExplainArgs),
    /// Tell which rules the request in a JSON file breaks, and what the platform may answer.
    Check(CheckArgs),
    /// Run one case again, by its address or by its value.
    Replay(ReplayArgs),
    /// Compare two implementations, or two releases of one: what regressed, what was fixed, what changed.
    Compare(CompareArgs),
    /// Put the recorded runs of shards together.
    Merge(MergeArgs),
    /// Hold known findings in a file, so that a run tells new ones apart.
    Baseline(BaselineArgs),
    /// Write, check or describe adapters.
    Adapter(AdapterArgs),
    /// Write, verify or describe golden fixtures: tests as files, for suites that have no Paystone.
    Fixtures(FixturesArgs),
    /// Test Paystone itself: does it catch every mutant of its model?
    Selftest(SelftestArgs),
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Man,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LangArg {
    /// English.
    En,
    /// Chinese.
    Zh,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::En => Self::En,
            LangArg::Zh => Self::Zh,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` is set; also where `FORCE_COLOR` is.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Sets the choice for everything that is printed, and tells it.
    pub(super) fn write_global(self) -> bool {
        use anstream::{AutoStream, ColorChoice};
        let forced = std::env::var_os("FORCE_COLOR").is_some_and(|v| v != "0");
        let choice = match self {
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
            Self::Auto if forced => ColorChoice::Always,
            Self::Auto => AutoStream::choice(&std::io::stdout()),
        };
        choice.write_global();
        choice != ColorChoice::Never
    }
}

/// What to test, and how to reach it.
#[derive(Debug, Args)]
pub(super) struct TargetArgs {
    /// Test the built-in reference model.
    #[arg(long)]
    pub(super) model: bool,
    /// Test the model with one thing wrong; `paystone selftest --list` names what.
    #[arg(long, value_name = "ID", requires = "model")]
    pub(super) mutant: Option<String>,
    #[command(flatten)]
    pub(super) link: LinkArgs,
    /// The adapter: a command that speaks the line protocol.
    #[arg(last = true, value_name = "COMMAND")]
    pub(super) command: Vec<String>,
}

/// How to deal with an adapter.
#[derive(Clone, Debug, Args)]
pub(super) struct LinkArgs {
    /// Take the payment secret from this environment variable, and keep it out of all output.
    #[arg(long, value_name = "VAR")]
    pub(super) secret_env: Option<String>,
    /// How long nothing may come back for a case.
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, default_value = "5s", value_parser = duration)]
    pub(super) timeout: Duration,
    /// How long the adapter may take to say hello.
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, default_value = "30s", value_parser = duration)]
    pub(super) handshake_timeout: Duration,
    /// The longest line that the adapter may write, in bytes.
    #[arg(long, value_name = "BYTES", allow_hyphen_values = true, default_value_t = 1 << 20, value_parser = whole::<usize>)]
    pub(super) max_line: usize,
    /// How often the adapter may be started again after a crash or a timeout.
    #[arg(long, value_name = "N", allow_hyphen_values = true, default_value_t = 20, value_parser = whole::<u32>)]
    pub(super) restarts: u32,
    /// How many cases may be under way at once, at most; the adapter may allow fewer.
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) window: Option<u32>,
}

/// Which cases to run.
#[derive(Debug, Args)]
pub(super) struct DrawArgs {
    /// Only these operations.
    #[arg(long, value_name = "NAME")]
    pub(super) operation: Vec<String>,
    /// Only rules whose ids match.
    #[arg(long, value_name = "GLOB")]
    pub(super) rules: Vec<String>,
    /// Only the sweep: the finite list of cases that is the same in every run.
    #[arg(long, conflicts_with_all = ["cases", "time"])]
    pub(super) sweep_only: bool,
    /// How many random cases to explore after the sweep.
    #[arg(long, value_name = "N", allow_hyphen_values = true, default_value_t = 2000, value_parser = whole::<u64>)]
    pub(super) cases: u64,
    /// How long to explore, in place of a number of cases: 30s, 1m30s.
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, value_parser = duration, conflicts_with = "cases")]
    pub(super) time: Option<Duration>,
    /// Seed of exploration; `random` draws one and prints it.
    #[arg(long, value_name = "N", allow_hyphen_values = true, default_value = "1")]
    pub(super) seed: String,
    /// How many adapters to run at once.
    #[arg(long, value_name = "N", allow_hyphen_values = true, default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=256))]
    pub(super) jobs: u64,
    /// Take warnings for findings; `compare` fails as well of what changed where the documents leave room.
    #[arg(long)]
    pub(super) strict: bool,
    /// Run the cases in this folder first: JSON files, as `replay --save` writes them.
    #[arg(long, value_name = "FOLDER")]
    pub(super) corpus: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct RunArgs {
    #[command(flatten)]
    pub(super) draw: DrawArgs,
    /// Run only the i-th of n parts, counted from one: 2/4.
    #[arg(long, value_name = "I/N", allow_hyphen_values = true, default_value = "1/1", value_parser = shard)]
    pub(super) shard: (u64, u64),
    /// Stop at the first finding.
    #[arg(long, conflicts_with = "baseline")]
    pub(super) fail_fast: bool,
    /// Fail where a rule whose id matches was not checked.
    #[arg(long, value_name = "GLOB")]
    pub(super) require: Vec<String>,
    /// Findings that are known, as `paystone baseline` writes them: they do not fail the run, unless they no longer occur or have expired.
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    #[command(flatten)]
    pub(super) day: DayArg,
    /// Write a profile into this file: how the gaps are read, which refusal goes first, what the adapter can do.
    #[arg(long, value_name = "FILE")]
    pub(super) profile_out: Option<PathBuf>,
    /// Hold the implementation to the profile in this file.
    #[arg(long, value_name = "FILE")]
    pub(super) profile: Option<PathBuf>,
    /// What to write on standard output.
    #[arg(long, value_enum, default_value = "terminal")]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) target: TargetArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    Terminal,
    /// For programs: one JSON record a line, the last one `end`.
    Json,
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// What to list.
    #[arg(value_enum)]
    pub(super) what: Listed,
    /// Only these operations.
    #[arg(long, value_name = "NAME")]
    pub(super) operation: Vec<String>,
    /// Only rules whose ids match; of cases those drawn for them, of gaps those that they ask about.
    #[arg(long, value_name = "GLOB")]
    pub(super) rules: Vec<String>,
    /// How to write it.
    #[arg(long, value_enum, default_value = "terminal")]
    pub(super) format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Listed {
    /// What the documents demand.
    Rules,
    /// Where they leave room.
    Gaps,
    /// The cases of the sweep.
    Cases,
    /// What can be called.
    Operations,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// The id of a rule or a gap, or an error code.
    #[arg(allow_hyphen_values = true)]
    pub(super) what: String,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// A case as JSON; `-` is standard input. A call alone will do: {"operation":...,"input":...}.
    pub(super) file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct ReplayArgs {
    /// The address of a case, as a report prints it, or a file that holds one as JSON.
    #[arg(required_unless_present = "case", conflicts_with = "case")]
    pub(super) what: Option<String>,
    /// The case itself, as JSON.
    #[arg(long, value_name = "JSON")]
    pub(super) case: Option<String>,
    /// Save what it shows, as small as it was found to be, in a corpus.
    #[arg(long, value_name = "FOLDER", num_args = 0..=1, require_equals = true, default_missing_value = "corpus")]
    pub(super) save: Option<PathBuf>,
    #[command(flatten)]
    pub(super) target: TargetArgs,
}

#[derive(Debug, Args)]
pub(super) struct MergeArgs {
    /// Recorded runs, as `run --format json` writes them.
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    /// What to write on standard output.
    #[arg(long, value_enum, default_value = "terminal")]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct AdapterArgs {
    #[command(subcommand)]
    pub(super) command: AdapterCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum AdapterCommand {
    /// Write a starting adapter that runs.
    New {
        /// Its language.
        #[arg(value_enum)]
        language: Language,
        /// The folder to write it into.
        #[arg(default_value = "adapter")]
        folder: PathBuf,
    },
    /// Start an adapter alone, shake hands, and run one plain valid case of each operation.
    Check {
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Print the JSON Schema of the protocol, both directions.
    Schema,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    /// Node.js.
    Node,
    /// Python.
    Python,
    /// Rust.
    Rust,
}

#[derive(Debug, Args)]
pub(super) struct SelftestArgs {
    /// Only these operations.
    #[arg(long, value_name = "NAME")]
    pub(super) operation: Vec<String>,
    /// Only name the mutants.
    #[arg(long)]
    pub(super) list: bool,
}

fn whole<N: std::str::FromStr>(text: &str) -> Result<N, &'static str> {
    text.parse().map_err(|_| "a whole number is wanted, zero or more, and not a huge one")
}

fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || format!("`{text}` is no length of time such as 30s or 1m30s");
    let span: jiff::SignedDuration = text.parse().map_err(|_| wrong())?;
    let time = Duration::try_from(span).map_err(|_| wrong())?;
    if time.is_zero() { Err(wrong()) } else { Ok(time) }
}

fn shard(text: &str) -> Result<(u64, u64), String> {
    let parts = text.split_once('/').and_then(|(i, n)| Some((i.parse().ok()?, n.parse().ok()?)));
    match parts {
        Some((i, n)) if (1..=n).contains(&i) => Ok((i, n)),
        _ => Err(format!("`{text}` is no shard: I/N is wanted, counted from one, such as 2/4")),
    }
}
