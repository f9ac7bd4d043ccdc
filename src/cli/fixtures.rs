//! `paystone fixtures`: writes golden fixtures, proves them, tries implementations with them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::api::OPERATIONS;
use crate::engine::{Link, LinkError, counted};
use crate::fixtures::{
    Edition, EmitError, Ending, Files, Folder, Misstatement, Tally, Trial, canonical, first_difference,
    manifest, mock_panel, schema, typescript,
};
use crate::report::printable;
use crate::spec::Lang;

use super::args::{FixturesArgs, FixturesCommand, LangArg, Purpose, TargetArgs};
use super::exit::{Exit, Failure};
use super::folder;
use super::out::{give, say, word};
use super::target::Target;

/// Carries it out.
pub(super) fn fixtures(args: &FixturesArgs, lang: LangArg) -> Result<Exit, Failure> {
    match &args.command {
        FixturesCommand::Emit { out, purpose, check: true } => check(out, *purpose, lang.into()),
        FixturesCommand::Emit { out, purpose, check: false } => emit(out, *purpose, lang.into()),
        FixturesCommand::Verify { folder, target } => verify(folder, target, lang.into()),
        FixturesCommand::Schema { typescript: true } => give(typescript().as_bytes()).map(|()| Exit::Success),
        FixturesCommand::Schema { typescript: false } => give(&canonical(&schema())).map(|()| Exit::Success),
    }
}

impl From<EmitError> for Failure {
    fn from(error: EmitError) -> Self {
        Self { exit: Exit::Internal, text: format!("a fault of Paystone itself: {error}") }
    }
}

/// Everything that this version writes.
fn files(purpose: Purpose) -> Result<Files, Failure> {
    let edition = Edition::of(OPERATIONS)?;
    Ok(match purpose {
        Purpose::Tests => edition.files()?,
        Purpose::MockPanel => mock_panel(&edition, OPERATIONS)?,
    })
}

fn emit(out: &Path, purpose: Purpose, lang: Lang) -> Result<Exit, Failure> {
    // Whoever may not be written over is told at once, and looked at again before anything is written.
    folder::existing(out)?;
    let files = files(purpose)?;
    folder::replace(out, &files)?;
    let count = counted(files.len() as u64, "file");
    match lang {
        Lang::En => say!("wrote {count} into {}", out.display()),
        Lang::Zh => say!("已写入 {} 个文件: {}", files.len(), out.display()),
    }
    Ok(Exit::Success)
}

/// Says what in a folder is not as this version would write it.
fn check(out: &Path, purpose: Purpose, lang: Lang) -> Result<Exit, Failure> {
    let there = folder::read(out)?;
    let wanted = files(purpose)?;
    let names: BTreeSet<&String> = there.keys().chain(wanted.keys()).collect();
    let mut same = true;
    for name in names {
        let why = match (there.get(name), wanted.get(name)) {
            (Some(ours), Some(theirs)) if ours == theirs => continue,
            (Some(ours), Some(theirs)) => {
                let line = first_difference(ours, theirs);
                format!("{}:{line}: {}", out.join(name).display(), word(lang, "is out of date", "已过时"))
            }
            (Some(_), None) => {
                format!("{}: {}", out.join(name).display(), word(lang, "is no longer written", "已不再生成"))
            }
            (None, _) => format!("{}: {}", out.join(name).display(), word(lang, "is missing", "缺失")),
        };
        same = false;
        say!("{}", printable(&why));
    }
    if same {
        say!("{}: {}", out.display(), word(lang, "up to date", "已是最新"));
    }
    Ok(Exit::Run(u8::from(!same)))
}

fn verify(path: &Path, args: &TargetArgs, lang: Lang) -> Result<Exit, Failure> {
    let wants_target = args.model || !args.command.is_empty();
    if let Some(flag) =
        args.mutant.as_ref().map(|_| "--mutant").or(args.link.secret_env.as_ref().map(|_| "--secret-env"))
        && !wants_target
    {
        return Err(Failure::usage(format!(
            "{flag} is for an implementation: give its command behind `--`, or --model"
        )));
    }
    let there = folder::read(path)?;
    let damaged = |e| Failure::usage(format!("{}: {e}", path.display()));
    if manifest(&there).map_err(damaged)?.kind == "mock-panel" {
        if wants_target {
            return Err(Failure::usage(format!(
                "{}: it is for a mock panel, and nothing can be tried with it",
                path.display()
            )));
        }
        return check(path, Purpose::MockPanel, lang);
    }
    let folder = Folder::read(&there).map_err(damaged)?;
    let verified = folder.verify(OPERATIONS);
    for Misstatement { place, why } in &verified.wrong {
        say!("{}: {}", printable(&path.join(place).display().to_string()), printable(why));
    }
    let (shown, tests) = (path.display(), verified.tests);
    if !verified.wrong.is_empty() {
        locate(path, &there, &folder)?;
        let wrong = verified.wrong.len();
        match lang {
            Lang::En => {
                let [tests, places] =
                    [(tests, "test"), (wrong, "place")].map(|(n, what)| counted(n as u64, what));
                say!("{shown}: {tests}, {places} not right");
            }
            Lang::Zh => say!("{shown}: 共 {tests} 个用例, 发现 {wrong} 处不符"),
        }
        return Ok(Exit::Run(1));
    }
    let edition = folder.manifest.edition;
    match lang {
        Lang::En => {
            let tests = counted(tests as u64, "test");
            say!("{shown}: {tests} of edition {edition} agree with the model");
        }
        Lang::Zh => say!("{shown}: 第 {edition} 版的 {tests} 个用例均与模型一致"),
    }
    if wants_target { run(&folder, args, lang) } else { Ok(Exit::Success) }
}

/// Where a file that was changed differs from what this version writes, if it writes the same edition.
fn locate(path: &Path, there: &Files, folder: &Folder) -> Result<(), Failure> {
    let edition = Edition::of(OPERATIONS)?;
    if edition.history.edition() != folder.manifest.edition {
        return Ok(());
    }
    for (name, wanted) in edition.files()? {
        if let Some(bytes) = there.get(&name).filter(|bytes| **bytes != wanted) {
            let line = first_difference(bytes, &wanted);
            say!(
                "{}:{line}: not as this version writes it",
                printable(&path.join(&name).display().to_string())
            );
        }
    }
    Ok(())
}

/// Tries an implementation.
fn run(folder: &Folder, args: &TargetArgs, lang: Lang) -> Result<Exit, Failure> {
    let target = Target::of(args)?;
    target.stop_on_interrupt(|| ());
    let mut link = target.connect()?;
    let secrets = target.secrets_of(link.capabilities());
    let mut tally = Tally::default();
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    let mut trouble: Option<LinkError> = None;
    'all: for (name, file) in &folder.tests {
        for trial in Trial::of(file, OPERATIONS) {
            let ending = match trial.run(&mut link as &mut dyn Link) {
                Ok(ending) => ending,
                Err(error) => {
                    trouble = Some(error);
                    break 'all;
                }
            };
            tally.add(&ending);
            let (label, why, seen) = match &ending {
                Ending::Passed => continue,
                Ending::NotStaged(why) => {
                    *reasons.entry(secrets.hide(why)).or_default() += 1;
                    continue;
                }
                Ending::Failed(why, seen) => (word(lang, "FAILED", "失败"), why, seen),
                Ending::Warned(why, seen) => (word(lang, "warning", "警告"), why, seen),
            };
            let case = trial.case.to_json().to_string();
            let case = shlex::try_quote(&case).unwrap_or_default().into_owned();
            say!("{label}  {}  ({name})", trial.slug);
            say!("  {}", printable(&secrets.hide(why)));
            if !seen.is_empty() {
                say!("  {} {}", word(lang, "got", "实际"), printable(&secrets.hide(seen)));
            }
            say!(
                "  replay: {}",
                printable(&secrets.hide(&format!("paystone replay --case {case} {}", target.words)))
            );
        }
    }
    for (why, count) in &reasons {
        say!("{}: {} ({count})", word(lang, "not staged", "未布置"), printable(why));
    }
    let Tally { passed, failed, warned, not_staged } = tally;
    match lang {
        Lang::En => say!("{passed} passed, {failed} failed, {warned} warned, {not_staged} not staged"),
        Lang::Zh => say!("通过 {passed}, 失败 {failed}, 警告 {warned}, 未布置 {not_staged}"),
    }
    if let Some(error) = trouble {
        let failure = Failure::from(error);
        // What was found counts for more than that not all was tried.
        let outweighed = failure.exit == Exit::Run(4) && failed > 0;
        return if outweighed { Ok(Exit::Run(1)) } else { Err(failure) };
    }
    if tally.judged() == 0 {
        return Ok(Exit::Run(5));
    }
    Ok(Exit::Run(u8::from(failed > 0)))
}
