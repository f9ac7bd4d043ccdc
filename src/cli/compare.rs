//! `paystone compare`: two implementations, or two releases of one, over the same cases.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::api::world::FACTS;
use crate::api::{OPERATIONS, operation};
use crate::engine::{
    CapabilitiesRecord, Control, Link, LinkError, Narrowed, Secrets, Selection, Settings, Summary,
    capabilities_record, common, compare as hold, run_over,
};
use crate::ground::from_json;
use crate::report::{Compared, View, redact};
use crate::spec::{Capabilities, Kind, Lang};

use super::args::{CompareArgs, Format, LangArg};
use super::corpus::Stored;
use super::exit::{Exit, Failure};
use super::target::Target;
use super::{corpus, files, out, progress, run};

/// What stands on one side.
#[derive(Debug)]
enum Side {
    /// A run that was recorded.
    Recorded(PathBuf, Box<Summary>),
    /// A command to run.
    Live(Box<Target>),
}

/// One side's run, and what its adapter can do beyond it.
struct Ran {
    summary: Summary,
    capabilities: CapabilitiesRecord,
    words: String,
}

/// Compares them.
pub(super) fn compare(args: &CompareArgs, lang: LangArg, colors: bool) -> Result<Exit, Failure> {
    if args.draw.time.is_some() {
        return Err(Failure::usage(
            "--time: two runs that end by the clock do not get the same cases; give --cases or --sweep-only",
        ));
    }
    let corpus = args.draw.corpus.as_deref().map(corpus::read).transpose()?.unwrap_or_default();
    let (old, new) = (Side::of("--old", &args.old, args)?, Side::of("--new", &args.new, args)?);
    let settings = match (&old, &new) {
        (Side::Recorded(path, recorded), Side::Live(_)) | (Side::Live(_), Side::Recorded(path, recorded)) => {
            settings_of(path, recorded)?
        }
        _ => run::settings(&args.draw)?,
    };
    let settings = Settings { jobs: args.draw.jobs, strict: args.draw.strict, ..settings };
    if !corpus.is_empty() && matches!((&old, &new), (Side::Recorded(..), _) | (_, Side::Recorded(..))) {
        return Err(Failure::usage(
            "--corpus: give both sides as commands; a recorded run has its own cases",
        ));
    }
    let [old, new] = both(old, new, settings, &corpus, lang.into())?;
    let capabilities = [&old.capabilities, &new.capabilities];
    let comparison =
        hold(&old.summary, &new.summary, capabilities).map_err(|e| Failure::usage(e.to_string()))?;
    let (old_view, new_view) = (view(&old, lang.into(), colors), view(&new, lang.into(), colors));
    let (old, new) = (&old.summary, &new.summary);
    let compared = Compared { old, new, comparison: &comparison, strict: args.draw.strict };
    match args.format {
        Format::Terminal => out::tell(&compared.show(&old_view, &new_view))?,
        Format::Json => out::give(compared.lines().as_bytes())?,
    }
    Ok(Exit::Run(compared.exit()))
}

fn view(ran: &Ran, lang: Lang, colors: bool) -> View {
    View { lang, colors, target: ran.words.clone() }
}

impl Side {
    fn of(flag: &str, words: &str, args: &CompareArgs) -> Result<Self, Failure> {
        let path = Path::new(words);
        if path.is_file() && !is_executable(path) {
            return Ok(Self::Recorded(path.to_owned(), Box::new(files::recorded(path)?)));
        }
        let command = shlex::split(words).filter(|words| !words.is_empty()).ok_or_else(|| {
            Failure::usage(format!(
                "{flag} {words:?}: a command in quotes is wanted, or the file of a recorded run; \
                 for example --old 'node adapter.cjs' or --old old.jsonl"
            ))
        })?;
        Ok(Self::Live(Box::new(Target::command(command, &args.link)?)))
    }
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|file| file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case("exe"))
}

/// The settings that a run was recorded with.
fn settings_of(path: &Path, recorded: &Summary) -> Result<Settings, Failure> {
    let wrong = |what: &str| Failure::usage(format!("{}: {what}", path.display()));
    let run = &recorded.run;
    let names = run.operations.iter().chain(&run.missing);
    let operations: Option<Vec<_>> = names.map(|name| operation(name)).collect();
    let mut operations =
        operations.ok_or_else(|| wrong("it was recorded over an operation that is not known here"))?;
    operations.sort_by_key(|o| OPERATIONS.iter().position(|known| known == o));
    let cases = run.cases.ok_or_else(|| wrong("it explored by time: no other run gets the same cases"))?;
    if !run.corpus.is_empty() {
        return Err(wrong("it was recorded with a corpus: give both sides as commands, with --corpus"));
    }
    let ids = recorded.rules.iter().map(|rule| rule.id.clone());
    let selection = Selection { rules: run.narrowed.then(|| ids.collect()) };
    Ok(Settings { operations, selection, seed: run.seed, cases, pairs: run.pairs, ..Settings::default() })
}

/// Runs what is to be run, each held to what the other can do as well.
fn both(
    old: Side,
    new: Side,
    mut settings: Settings,
    corpus: &[Stored],
    lang: Lang,
) -> Result<[Ran; 2], Failure> {
    let worlds = |e: crate::engine::OtherWorlds| Failure::usage(e.to_string());
    match (old, new) {
        (Side::Recorded(a, old), Side::Recorded(b, new)) => Ok([ran_before(&a, *old), ran_before(&b, *new)]),
        (Side::Recorded(path, recorded), Side::Live(target)) => {
            let held = recorded_capabilities(&path, &recorded)?;
            let ran = alone(&target, &held, &settings, lang)?;
            Ok([ran_before(&path, *recorded), ran])
        }
        (Side::Live(target), Side::Recorded(path, recorded)) => {
            let held = recorded_capabilities(&path, &recorded)?;
            let ran = alone(&target, &held, &settings, lang)?;
            Ok([ran, ran_before(&path, *recorded)])
        }
        (Side::Live(old), Side::Live(new)) => {
            let (first, second) = (old.connect()?, new.connect()?);
            let (a, b) = (first.capabilities().clone(), second.capabilities().clone());
            // Each adapter is started again for its run: one that waits meanwhile might give up.
            drop((first, second));
            let held = common(&a, &b).map_err(worlds)?;
            let control = Arc::new(Control::default());
            stop_both(&old, &new, &control);
            let mut secrets = old.secrets_of(&a);
            secrets.add_all(&new.secrets_of(&b));
            settings.corpus = corpus.iter().map(|stored| stored.kept(&secrets)).collect::<Result<_, _>>()?;
            let one = tested(&old, &held, &settings, &control, &secrets, lang)?;
            let other = tested(&new, &held, &settings, &control, &secrets, lang)?;
            Ok([one, other])
        }
    }
}

fn ran_before(path: &Path, summary: Summary) -> Ran {
    let capabilities = summary.run.capabilities.clone();
    Ran { summary, capabilities, words: format!("-- ... # {}", path.display()) }
}

/// Runs one side against a recorded one.
fn alone(target: &Target, recorded: &Capabilities, settings: &Settings, lang: Lang) -> Result<Ran, Failure> {
    let first = target.connect()?;
    let own = first.capabilities().clone();
    drop(first);
    let held = common(&own, recorded).map_err(|e| Failure::usage(e.to_string()))?;
    let control = Arc::new(Control::default());
    let stopped = Arc::clone(&control);
    target.stop_on_interrupt(move || stopped.stop.store(true, Ordering::Relaxed));
    tested(target, &held, settings, &control, &target.secrets_of(&own), lang)
}

/// An interrupt ends both, whichever runs.
fn stop_both(old: &Target, new: &Target, control: &Arc<Control>) {
    let (stopped, other) = (Arc::clone(control), Arc::clone(&new.stop));
    old.stop_on_interrupt(move || {
        stopped.stop.store(true, Ordering::Relaxed);
        other.store(true, Ordering::Relaxed);
    });
}

fn tested(
    target: &Target,
    held: &Capabilities,
    settings: &Settings,
    control: &Arc<Control>,
    secrets: &Secrets,
    lang: Lang,
) -> Result<Ran, Failure> {
    let first = target.connect()?;
    let capabilities = capabilities_record(&settings.operations, first.capabilities());
    let connect = || -> Result<_, LinkError> { Ok(Narrowed::new(target.connect()?, held.clone())) };
    let bar = progress::start(control, lang);
    let summary = run_over(Narrowed::new(first, held.clone()), settings, &connect, control);
    bar.finish();
    Ok(Ran { summary: redact(summary, secrets), capabilities, words: secrets.hide(&target.words) })
}

/// What the adapter of a recorded run could do.
fn recorded_capabilities(path: &Path, recorded: &Summary) -> Result<Capabilities, Failure> {
    let record = &recorded.run.capabilities;
    let unknown = |what: &str, name: &str| {
        Failure::usage(format!("{}: {what} {name} is not known here; record it again", path.display()))
    };
    let fact = |name: &String| {
        FACTS.iter().copied().find(|f| f.name == name).ok_or_else(|| unknown("the fact", name))
    };
    let kind = |name: &String| {
        Kind::ALL.into_iter().find(|k| k.name() == name).ok_or_else(|| unknown("the kind of event", name))
    };
    let pin = |(name, text): (&String, &String)| -> Result<_, Failure> {
        let json = serde_json::from_str(text).ok().and_then(|json| from_json(&json).ok());
        Ok((fact(name)?, json.ok_or_else(|| unknown("the value", text))?))
    };
    let operations: Vec<_> = record.operations.iter().filter_map(|name| operation(name)).collect();
    Ok(Capabilities {
        stages: record.stages.iter().map(fact).collect::<Result<_, _>>()?,
        observes: record.observes.iter().map(kind).collect::<Result<_, _>>()?,
        pins: record.pins.iter().map(pin).collect::<Result<_, _>>()?,
        ..Capabilities::everything(&recorded.run.implementation, &operations)
    })
}
