//! `paystone adapter`: starting adapters, a check of one alone, and the schema of the protocol.

use std::fs;
use std::path::Path;

use crate::adapter::{schema, templates};
use crate::engine::{Link, LinkError, run_case};
use crate::report::{block, printable};
use crate::spec::{Capabilities, Reply};

use super::args::{AdapterArgs, AdapterCommand, LangArg, Language, TargetArgs};
use super::exit::{Exit, Failure};
use super::out::say;
use super::target::Target;

/// Does what the subcommand says.
pub(super) fn adapter(args: &AdapterArgs, _: LangArg, _: bool) -> Result<Exit, Failure> {
    match &args.command {
        AdapterCommand::New { language, folder } => write_new(*language, folder),
        AdapterCommand::Check { target } => check(target),
        AdapterCommand::Schema => {
            say!("{:#}", schema());
            Ok(Exit::Success)
        }
    }
}

fn write_new(language: Language, folder: &Path) -> Result<Exit, Failure> {
    let template = match language {
        Language::Node => templates::NODE,
        Language::Python => templates::PYTHON,
        Language::Rust => templates::RUST,
    };
    // Nothing of anybody's is overwritten.
    if let Some((name, _)) = template.files.iter().find(|(name, _)| folder.join(name).exists()) {
        return Err(Failure::usage(format!(
            "{} is there already; name another folder",
            folder.join(name).display()
        )));
    }
    for (name, text) in template.files {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        let written = fs::create_dir_all(parent).and_then(|()| fs::write(&path, text));
        written.map_err(|e| Failure::usage(format!("cannot write {}: {e}", path.display())))?;
    }
    let shown = folder.display().to_string();
    let folder = shlex::try_quote(&shown).map_or_else(|_| shown.clone(), std::borrow::Cow::into_owned);
    say!("wrote {} files into {folder}", template.files.len());
    say!("try it:  paystone adapter check -- {}", template.command.replace("FOLDER", &folder));
    say!("run it:  paystone run -- {}", template.command.replace("FOLDER", &folder));
    Ok(Exit::Success)
}

fn check(args: &TargetArgs) -> Result<Exit, Failure> {
    let target = Target::of(args)?;
    target.stop_on_interrupt(|| ());
    let mut link = target.connect()?;
    let capabilities = link.capabilities().clone();
    let secrets = target.secrets_of(&capabilities);
    describe(&capabilities)?;
    let mut worst = Exit::Success;
    for operation in &capabilities.operations {
        let world = capabilities.plain_world();
        for base in operation.bases {
            let Some(case) = (base.make)(&world) else {
                say!("{}: no plain {} fits what the adapter pins", operation.name, base.says.en);
                continue;
            };
            let hidden = |error: LinkError| {
                let failure = Failure::from(error);
                Failure { text: secrets.hide(&failure.text), ..failure }
            };
            let told = match run_case(&mut link as &mut dyn Link, &case).map_err(hidden)? {
                Reply::Traces(traces) if traces.len() != case.steps.len() => {
                    return Err(LinkError::traces(traces.len(), case.steps.len(), 0).into());
                }
                Reply::Traces(traces) => {
                    let lines = traces.iter().flat_map(|t| &t.0).map(|e| format!("\n{}", e.to_json()));
                    lines.collect::<String>()
                }
                Reply::Skip(reason) => {
                    worst = Exit::Run(5);
                    format!(" skipped: {reason}")
                }
                Reply::Fault(fault) => {
                    worst = Exit::Run(1);
                    format!(" broke: {}: {}", fault.kind, fault.detail)
                }
            };
            say!("{}: a plain {}{}", operation.name, base.says.en, block(&secrets.hide(&told), "    "));
        }
    }
    let said = link.said();
    if !said.trim().is_empty() {
        say!("standard error:\n{}", block(&secrets.hide(&said), ""));
    }
    Ok(worst)
}

fn describe(capabilities: &Capabilities) -> Result<(), Failure> {
    let names = |names: Vec<&str>| if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
    let implementation = &capabilities.implementation;
    say!("{} {}", printable(&implementation.name), printable(&implementation.version));
    say!("operations: {}", names(capabilities.operations.iter().map(|o| o.name).collect()));
    say!("stages: {}", names(capabilities.stages.iter().map(|f| f.name).collect()));
    say!("pins: {}", names(capabilities.pins.iter().map(|(f, _)| f.name).collect()));
    say!("observes: {}", names(capabilities.observes.iter().map(|k| k.name()).collect()));
    say!("in flight: {}", capabilities.max_in_flight);
    Ok(())
}
