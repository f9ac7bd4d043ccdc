//! `paystone run`: tests an implementation.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::api::{self, OPERATIONS};
use crate::engine::{Control, FindingRecord, Link, Secrets, Selection, Settings, Status, Summary, run_over};
use crate::report::{View, offer, redact, show, write};
use crate::spec::{Lang, Operation, mix};

use super::args::{DrawArgs, Format, LangArg, RunArgs};
use super::exit::{Exit, Failure};
use super::known::Baseline;
use super::target::Target;
use super::{corpus, out, profile, progress};

/// Runs it.
pub(super) fn run(args: &RunArgs, lang: LangArg, colors: bool) -> Result<Exit, Failure> {
    let settings = Settings { shard: args.shard, fail_fast: args.fail_fast, ..settings(&args.draw)? };
    let required = globs(&args.require, "--require")?;
    if !args.require.is_empty() && !api::rules().iter().any(|(rule, _)| required.is_match(rule.id)) {
        return Err(Failure::usage(format!("--require {}: no rule has such an id", args.require.join(", "))));
    }
    let baseline = args.baseline.as_deref().map(|file| Baseline::read(file, &args.day)).transpose()?;
    let held_to = args.profile.as_deref().map(profile::read).transpose()?;
    let profile_out = args.profile_out.as_deref().map(profile::Out::at).transpose()?;
    let target = Target::of(&args.target)?;
    let (mut summary, secrets) = tested(&args.draw, settings, baseline.as_ref(), &target, lang.into())?;
    summary.end.required = unchecked(&summary, &required);
    summary.departures = held_to.map(|profile| profile.departures(&summary)).unwrap_or_default();
    summary.end.exit = summary.exit();
    let written = profile_out.map_or(Ok(()), |out| out.write(&summary));
    print(&summary, args.format, lang.into(), colors, secrets.hide(&target.words))?;
    written?;
    if args.target.link.secret_env.is_some()
        && summary.end.skipped.keys().any(|why| why.contains("payment_secret"))
    {
        out::complain(
            "the adapter skips cases with this secret: it must name payment_secret in `stages`, or pin it",
        );
    }
    Ok(Exit::Run(summary.end.exit))
}

/// Runs what is wanted, and hides secrets in what comes of it.
pub(super) fn tested(
    args: &DrawArgs,
    mut settings: Settings,
    baseline: Option<&Baseline>,
    target: &Target,
    lang: Lang,
) -> Result<(Summary, Secrets), Failure> {
    // What is damaged is told before anything runs.
    let corpus = args.corpus.as_deref().map(corpus::read).transpose()?.unwrap_or_default();
    let control = Arc::new(Control::default());
    let stopped = Arc::clone(&control);
    target.stop_on_interrupt(move || stopped.stop.store(true, Ordering::Relaxed));
    let first = target.connect()?;
    let secrets = target.secrets_of(first.capabilities());
    // What was stored without its secret gets it back, once it is known.
    settings.corpus = corpus.iter().map(|stored| stored.kept(&secrets)).collect::<Result<_, _>>()?;
    settings.known = baseline.map(|baseline| baseline.cases(&secrets)).transpose()?.unwrap_or_default();
    let secrets = Mutex::new(secrets);
    let connect = || {
        let link = target.connect()?;
        *secrets.lock().unwrap_or_else(PoisonError::into_inner) = target.secrets_of(link.capabilities());
        Ok(link)
    };
    let bar = progress::start(&control, lang);
    let summary = run_over(first, &settings, &connect, &control);
    bar.finish();
    if args.seed == "random" {
        out::complain(&format!("seed {}", settings.seed));
    }
    let secrets = secrets.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Ok((redact(summary, &secrets), secrets))
}

/// Writes a run on standard output.
pub(super) fn print(
    summary: &Summary,
    format: Format,
    lang: Lang,
    colors: bool,
    target: String,
) -> Result<(), Failure> {
    match format {
        Format::Terminal => {
            out::tell(&show(summary, &View { lang, colors, target }))?;
            if summary.findings.iter().any(FindingRecord::decides) {
                out::tell(&format!("\n{}\n", offer(lang)))?;
            }
        }
        Format::Json => out::give(write(summary).as_bytes())?,
    }
    if let (Format::Json, Some(trouble)) = (format, &summary.end.trouble) {
        out::complain(&trouble.text);
    }
    Ok(())
}

pub(super) fn settings(args: &DrawArgs) -> Result<Settings, Failure> {
    let operations = operations(&args.operation)?;
    let selection = selection(&args.rules, &operations)?;
    let seed = match args.seed.as_str() {
        "random" => random_seed(),
        text => text.parse().map_err(|_| {
            Failure::usage(format!("--seed {text}: a number below 2^64 is wanted, or `random`"))
        })?,
    };
    Ok(Settings {
        operations,
        selection,
        seed,
        cases: if args.sweep_only { 0 } else { args.cases },
        time: args.time,
        jobs: args.jobs,
        strict: args.strict,
        pairs: !args.sweep_only,
        ..Settings::default()
    })
}

fn random_seed() -> u64 {
    use std::hash::{BuildHasher, Hasher, RandomState};
    // The standard library's keys come from the system's source of chance.
    mix(RandomState::new().build_hasher().finish())
}

/// The operations with these names; all of them where none is named.
pub(super) fn operations(names: &[String]) -> Result<Vec<&'static Operation>, Failure> {
    if names.is_empty() {
        return Ok(OPERATIONS.to_vec());
    }
    let known = || OPERATIONS.iter().map(|o| o.name).collect::<Vec<_>>().join(", ");
    let find = |name: &String| {
        api::operation(name).ok_or_else(|| {
            Failure::usage(format!("--operation {name}: there is none; the operations are {}", known()))
        })
    };
    names.iter().map(find).collect()
}

/// The rules of some operations whose ids match; all of them where no pattern is given.
pub(super) fn selection(
    patterns: &[String],
    operations: &[&'static Operation],
) -> Result<Selection, Failure> {
    if patterns.is_empty() {
        return Ok(Selection::default());
    }
    let globs = globs(patterns, "--rules")?;
    let rules = operations.iter().flat_map(|o| o.rules).map(|r| r.id.to_owned());
    let rules: std::collections::BTreeSet<_> = rules.filter(|id| globs.is_match(id)).collect();
    if rules.is_empty() {
        return Err(Failure::usage(format!(
            "--rules {}: no rule of the selected operations has such an id; `paystone list rules` names them",
            patterns.join(", ")
        )));
    }
    Ok(Selection { rules: Some(rules) })
}

fn globs(patterns: &[String], flag: &str) -> Result<GlobSet, Failure> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(Glob::new(pattern).map_err(|e| Failure::usage(format!("{flag} {pattern}: {e}")))?);
    }
    set.build().map_err(|e| Failure::usage(format!("{flag}: {e}")))
}

/// The rules named by `--require` that no case put to the test.
fn unchecked(summary: &Summary, required: &GlobSet) -> Vec<String> {
    let all = api::rules().into_iter().map(|(rule, _)| rule.id).filter(|id| required.is_match(id));
    let checked = |id: &&str| summary.rules.iter().any(|r| r.id == *id && r.status == Status::Checked);
    all.filter(|id| !checked(id)).map(str::to_owned).collect()
}
