//! `paystone replay`: one case again, by its address or by its value.

use std::path::Path;

use crate::engine::{Address, Aim, Link, Plan, Replayed, Summary, replay_case};
use crate::report::{View, redact, show};
use crate::spec::{Capabilities, Case, Lang};

use super::args::{LangArg, ReplayArgs};
use super::exit::{Exit, Failure};
use super::out::{say, word};
use super::store::New;
use super::target::Target;
use super::{corpus, files, out};

/// Replays it.
pub(super) fn replay(args: &ReplayArgs, lang: LangArg, colors: bool) -> Result<Exit, Failure> {
    let target = Target::of(&args.target)?;
    target.stop_on_interrupt(|| ());
    let mut link = target.connect()?;
    let capabilities = link.capabilities().clone();
    let replayed = wanted(args, &target, &capabilities)?;
    let case = &replayed.case;
    let operation = case.steps[case.steps.len() - 1].operation;
    if !capabilities.operations.contains(&operation) {
        return Err(Failure::usage(format!("the adapter does not offer {}", operation.name)));
    }
    let summary = replay_case(&mut link as &mut dyn Link, replayed);
    let secrets = target.secrets_of(&capabilities);
    let summary = redact(summary, &secrets);
    let view = View { lang: lang.into(), colors, target: secrets.hide(&target.words) };
    out::tell(&show(&summary, &view))?;
    if let Some(folder) = &args.save {
        save(folder, &summary, lang.into())?;
    }
    Ok(Exit::Run(summary.end.exit))
}

/// Saves what a replay showed.
fn save(folder: &Path, summary: &Summary, lang: Lang) -> Result<(), Failure> {
    if summary.findings.is_empty() {
        say!("{}", word(lang, "nothing to save: the case shows nothing", "无可保存: 该用例未显示任何不符"));
    }
    for finding in &summary.findings {
        let (path, new) = corpus::save(folder, finding)?;
        let how = match new {
            New::Written => word(lang, "saved", "已保存"),
            New::Same | New::Other => word(lang, "saved already", "此前已保存"),
        };
        say!("{how}: {path}");
    }
    Ok(())
}

fn wanted(args: &ReplayArgs, target: &Target, capabilities: &Capabilities) -> Result<Replayed, Failure> {
    let alone = |case: Case| Replayed { case, address: String::new(), seed: 0, swept: false };
    if let Some(json) = &args.case {
        let secrets = target.secrets_of(capabilities);
        return Ok(alone(files::case(json, "--case", &secrets)?));
    }
    let what = args.what.as_deref().unwrap_or_default();
    let Ok(address) = what.parse::<Address>() else {
        if Path::new(what).exists() || what == "-" {
            let text = files::text(Path::new(what))?;
            let secrets = target.secrets_of(capabilities);
            return Ok(alone(files::case(&text, what, &secrets)?));
        }
        let error = what.parse::<Address>().map_or_else(|e| e.to_string(), |_| String::new());
        return Err(Failure::usage(format!("{error}; nor is there a file of this name")));
    };
    let operation = crate::api::operation(&address.operation)
        .ok_or_else(|| Failure::usage(format!("{what}: there is no operation {}", address.operation)))?;
    let plan = Plan::new(operation, capabilities);
    let case = plan.case(&address, capabilities);
    let case = case.ok_or_else(|| {
        Failure::usage(format!(
            "{what}: there is no such case for this adapter: the aim or the index is beyond its plan"
        ))
    })?;
    let swept = address.aim == Aim::Sweep;
    Ok(Replayed { case, address: what.to_owned(), seed: address.seed, swept })
}
