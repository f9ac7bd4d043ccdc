//! `paystone baseline`: known findings in a file, written from a run, kept up to date, and checked.

use std::path::Path;

use crate::engine::{Class, Known, KnownState, Secrets, Summary, counted};
use crate::report::printable;
use crate::spec::{Judge, Kind, Lang, Suspect, Trace};

use super::args::{BaselineArgs, BaselineCommand, LangArg, SourceArgs, WhyArgs};
use super::exit::{Exit, Failure};
use super::files;
use super::known::{self, Baseline, Entry};
use super::out::{say, word};
use super::run::{settings, tested};
use super::target::Target;

/// Does what the subcommand says.
pub(super) fn baseline(args: &BaselineArgs, lang: LangArg) -> Result<Exit, Failure> {
    let lang = lang.into();
    match &args.command {
        BaselineCommand::Init { file, why, source } => init(file, why, source, lang),
        BaselineCommand::Update { file, why, day, source } => {
            update(&Baseline::read(file, day)?, file, why, source, lang)
        }
        BaselineCommand::Prune { file, day, source } => {
            prune(&Baseline::read(file, day)?, file, source, lang)
        }
        BaselineCommand::Check { file, day } => check(&Baseline::read(file, day)?, file, lang),
    }
}

fn init(file: &Path, why: &WhyArgs, source: &SourceArgs, lang: Lang) -> Result<Exit, Failure> {
    reason(why)?;
    if file.exists() {
        return Err(known::exists(file));
    }
    // A long run is not to fail at its end.
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Err(Failure::usage(format!("there is no folder {}; make it first", folder.display())));
    }
    let found = found(&shown(source, None, file, lang)?, why, lang)?;
    known::write(file, &found)?;
    tell(&found)?;
    let how = word(lang, "wrote", "已写入");
    say!("{how} {}: {}", file.display(), so_many(found.len(), lang));
    Ok(Exit::Success)
}

fn update(
    baseline: &Baseline,
    file: &Path,
    why: &WhyArgs,
    source: &SourceArgs,
    lang: Lang,
) -> Result<Exit, Failure> {
    reason(why)?;
    let mut found = found(&shown(source, Some(baseline), file, lang)?, why, lang)?;
    found.retain(|(new, _)| !baseline.entries.iter().any(|entry| entry.known.is_same(new)));
    if !found.is_empty() {
        baseline.add(&found)?;
    }
    tell(&found)?;
    let how = word(lang, "added to", "已加入");
    say!("{how} {}: {}", file.display(), so_many(found.len(), lang));
    Ok(Exit::Success)
}

fn prune(baseline: &Baseline, file: &Path, source: &SourceArgs, lang: Lang) -> Result<Exit, Failure> {
    let summary = shown(source, Some(baseline), file, lang)?;
    let gone = |state| matches!(state, KnownState::Gone | KnownState::Stray);
    let states = summary.known.iter().map(|record| record.state);
    let places: Vec<_> = states.enumerate().filter(|(_, state)| gone(*state)).map(|(i, _)| i).collect();
    if !places.is_empty() {
        baseline.take(&places)?;
    }
    for entry in places.iter().filter_map(|i| baseline.entries.get(*i)) {
        say!("  - {}", line(&entry.known));
    }
    let how = word(lang, "took out of", "已移出");
    say!("{how} {}: {}", file.display(), so_many(places.len(), lang));
    let untried = summary.known.iter().filter(|record| record.state == KnownState::NotTried).count();
    if untried > 0 {
        say!("{}: {}", word(lang, "not tried, and left in", "未检验, 予以保留"), so_many(untried, lang));
    }
    Ok(Exit::Success)
}

/// Tells what is out of date without a run. The exit code is 1 where something is.
fn check(baseline: &Baseline, file: &Path, lang: Lang) -> Result<Exit, Failure> {
    let mut sound = true;
    for (entry, case) in baseline.entries.iter().zip(baseline.cases(&Secrets::default())?) {
        let mut wrong = Vec::new();
        if let Some(rule) = &case.stray {
            wrong.push(format!("{} {rule}", word(lang, "there is no rule", "没有规则")));
        }
        if case.expired {
            let day = entry.known.expires.clone().unwrap_or_default();
            wrong.push(format!("{} {day}", word(lang, "expired, its last day was", "已过期, 期限为")));
        }
        if is_allowed(&case.kept.case, entry) {
            let text = word(
                lang,
                "the documents allow this outcome of its case: no run can find it",
                "文档允许其用例出现此结果: 任何运行都不会发现它",
            );
            wrong.push(text.to_owned());
        }
        for text in wrong {
            sound = false;
            let place = word(lang, "line", "行");
            say!("{}, {place} {}: {text}\n  {}", file.display(), entry.line, line(&entry.known));
        }
    }
    let all = so_many(baseline.entries.len(), lang);
    say!("{}: {all}{}", file.display(), if sound { word(lang, ", in order", ", 无误") } else { "" });
    Ok(Exit::Run(u8::from(!sound)))
}

/// Whether no document objects to the outcome of a case. What came of earlier steps is not kept, so only a case of one step tells. What
/// others than the suspects speak of is not kept either.
fn is_allowed(case: &crate::spec::Case, entry: &Entry) -> bool {
    let outcome = serde_json::from_str(&entry.known.outcome).ok();
    let trace = outcome.and_then(|json| Trace::from_json(&json).ok());
    match trace {
        Some(trace) if case.steps.len() == 1 && entry.known.class == Class::WrongAnswer => {
            let is_of_it = |suspect: &Suspect| entry.known.suspects.iter().any(|known| known.is_of(suspect));
            let found = Judge::new(&Kind::ALL).judge(case, &[trace], 0);
            !found.iter().any(|f| f.suspects.is_empty() || f.suspects.iter().any(is_of_it))
        }
        _ => false,
    }
}

fn reason(why: &WhyArgs) -> Result<(), Failure> {
    if why.reason.trim().is_empty() {
        return Err(Failure::usage("--reason: it is empty; say why the findings may stay for now"));
    }
    Ok(())
}

/// What a run shows, or a recorded one: it must be whole.
fn shown(
    source: &SourceArgs,
    baseline: Option<&Baseline>,
    file: &Path,
    lang: Lang,
) -> Result<Summary, Failure> {
    let summary = if let Some(from) = &source.from {
        recorded(from, baseline, file)?
    } else {
        let target = Target::of(&source.target)?;
        tested(&source.draw, settings(&source.draw)?, baseline, &target, lang)?.0
    };
    let end = &summary.end;
    if end.trouble.is_none() && !end.cut_short && end.judged > 0 {
        return Ok(summary);
    }
    let exit = match summary.exit() {
        0 | 1 => 4,
        code => code,
    };
    let why = match &end.trouble {
        Some(trouble) => trouble.text.as_str(),
        None if end.judged == 0 => "nothing was checked",
        None => "the run was cut short",
    };
    let text = format!("{} was not written, for the run is not whole: {why}", file.display());
    Err(Failure { exit: Exit::Run(exit), text })
}

fn recorded(from: &Path, baseline: Option<&Baseline>, file: &Path) -> Result<Summary, Failure> {
    let summary = files::recorded(from)?;
    let wrong = |text: String| Err(Failure::usage(format!("{}: {text}", from.display())));
    let (ours, theirs) = (env!("CARGO_PKG_VERSION"), summary.run.paystone.as_str());
    if ours != theirs {
        return wrong(format!("it was recorded by Paystone {theirs}, and this is {ours}: record it again"));
    }
    if summary.run.shard.1 > 1 {
        let (i, n) = summary.run.shard;
        return wrong(format!(
            "it is part {i}/{n} of a run: `paystone merge --format json` puts the parts together"
        ));
    }
    let of_it = |baseline: &Baseline| {
        let ours = baseline.entries.iter().map(|entry| &entry.known);
        ours.eq(summary.known.iter().map(|record| &record.finding))
    };
    if !baseline.is_none_or(of_it) {
        return wrong(format!("it was not recorded with `--baseline {}`, as it is now", file.display()));
    }
    Ok(summary)
}

/// What fails a run and is not known, each once, with its case.
fn found(summary: &Summary, why: &WhyArgs, lang: Lang) -> Result<Vec<(Known, String)>, Failure> {
    let mut found: Vec<(Known, String)> = Vec::new();
    let mut flaky = 0;
    for finding in summary.findings.iter().filter(|finding| finding.decides()) {
        let Some(known) = Known::of(finding, &why.reason) else {
            flaky += 1;
            continue;
        };
        let expires = why.expires.map(|day| day.to_string());
        let known = Known { link: why.link.clone(), expires, ..known };
        if !found.iter().any(|(other, _)| other.is_same(&known)) {
            found.push((known, finding.case.to_string()));
        }
    }
    if flaky > 0 {
        let en = "left out, for what they show changes from run to run";
        let of_them = match lang {
            Lang::En => counted(flaky, "flaky finding"),
            Lang::Zh => format!("{flaky} 项不稳定的不符"),
        };
        say!("{}: {of_them}", word(lang, en, "未列入, 因其结果每次不同"));
    }
    Ok(found)
}

fn tell(found: &[(Known, String)]) -> Result<(), Failure> {
    for (known, _) in found {
        say!("  + {}", line(known));
    }
    Ok(())
}

/// A known finding on one line.
fn line(known: &Known) -> String {
    let rules: Vec<_> = known.suspects.iter().map(|suspect| suspect.rule.as_str()).collect();
    let rules = if rules.is_empty() { known.operation.clone() } else { rules.join(", ") };
    let outcome: String = known.outcome.chars().take(200).collect();
    printable(&format!("{rules}  {outcome}"))
}

fn so_many(n: usize, lang: Lang) -> String {
    match lang {
        Lang::En => known::so_many(n),
        Lang::Zh => format!("{n} 项已知不符"),
    }
}
