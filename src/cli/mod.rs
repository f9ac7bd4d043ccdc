//! The command line: reads it and wires the rest.

mod adapter;
mod args;
mod baseline;
mod check;
mod compare;
mod corpus;
mod exit;
mod explain;
mod files;
mod fixtures;
mod folder;
mod known;
mod list;
mod merge;
mod out;
mod profile;
mod progress;
mod replay;
mod run;
mod selftest;
mod store;
mod target;

use std::process::ExitCode;

use clap::builder::Resettable;
use clap::{CommandFactory, FromArgMatches};

use args::{Cli, Command};
use exit::{Exit, Failure};

/// Runs the command line, and says with which code to end.
pub fn main() -> ExitCode {
    let cli = match parsed() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage.into() } else { Exit::Success.into() };
        }
    };
    quiet_panics();
    let colors = cli.color.write_global();
    let outcome = std::panic::catch_unwind(|| dispatch(&cli, colors));
    match outcome {
        Ok(Ok(exit)) => exit.into(),
        Ok(Err(failure)) => {
            out::complain(&failure.text);
            failure.exit.into()
        }
        Err(panic) => {
            let what = panic.downcast_ref::<String>().map(String::as_str);
            let what = what.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
            out::complain(&format!(
                "a fault of Paystone itself: {what}\nPlease report it, with the command line that showed it."
            ));
            Exit::Internal.into()
        }
    }
}

/// The command line. An environment variable that is empty is as good as unset.
fn parsed() -> Result<Cli, clap::Error> {
    let unset = std::env::var_os(args::LANG).is_some_and(|value| value.is_empty());
    let command = Cli::command();
    let command = if unset { command.mut_arg("lang", |lang| lang.env(Resettable::Reset)) } else { command };
    Cli::from_arg_matches(&command.try_get_matches()?)
}

/// A panic is told in our own words, once; the backtrace is for those who ask.
fn quiet_panics() {
    let loud = std::env::var_os("RUST_BACKTRACE").is_some_and(|v| v == "full");
    if !loud {
        std::panic::set_hook(Box::new(|_| {}));
    }
}

fn dispatch(cli: &Cli, colors: bool) -> Result<Exit, Failure> {
    match &cli.command {
        Command::Run(args) => run::run(args, cli.lang, colors),
        Command::List(args) => list::list(args, cli.lang),
        Command::Explain(args) => explain::explain(args, cli.lang),
        Command::Check(args) => check::check(args, cli.lang),
        Command::Replay(args) => replay::replay(args, cli.lang, colors),
        Command::Compare(args) => compare::compare(args, cli.lang, colors),
        Command::Merge(args) => merge::merge(args, cli.lang, colors),
        Command::Baseline(args) => baseline::baseline(args, cli.lang),
        Command::Adapter(args) => adapter::adapter(args, cli.lang, colors),
        Command::Fixtures(args) => fixtures::fixtures(args, cli.lang),
        Command::Selftest(args) => selftest::selftest(args),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "paystone", &mut script);
            out::give(&script).map(|()| Exit::Success)
        }
        Command::Man => {
            let mut page = Vec::new();
            let rendered = clap_mangen::Man::new(Cli::command()).render(&mut page);
            rendered.map_err(|e| Failure::usage(format!("cannot write the page: {e}")))?;
            out::give(&page).map(|()| Exit::Success)
        }
    }
}
