//! `paystone check`: which rules a request breaks, and what the platform may answer.

use crate::engine::{Secrets, expected};
use crate::report::{printable, step as step_of};
use crate::spec::{Capabilities, Case, Judge, Lang, Mark, Model};

use super::args::{CheckArgs, LangArg};
use super::exit::{Exit, Failure};
use super::files;
use super::out::say;

/// Checks it. The exit code is 1 where a rule is broken for certain.
pub(super) fn check(args: &CheckArgs, lang: LangArg) -> Result<Exit, Failure> {
    let text = files::text(&args.file)?;
    let case = files::case(&text, &args.file.display().to_string(), &Secrets::default())?;
    let broken = describe(&case, lang.into())?;
    Ok(Exit::Run(u8::from(broken)))
}

/// Says whether a rule is broken for certain.
fn describe(case: &Case, lang: Lang) -> Result<bool, Failure> {
    let operations: Vec<_> = case.steps.iter().map(|s| s.operation).collect();
    let capabilities = Capabilities::everything("model", &operations);
    let traces = Model::faithful(capabilities.clone()).traces(case);
    let mut judge = Judge::new(&capabilities.observes);
    let mut any = false;
    for (now, step) in case.steps.iter().enumerate() {
        judge.judge(case, &traces, now);
        let word = |en, zh| if lang == Lang::Zh { zh } else { en };
        say!("{}: {}", step_of(now + 1, lang), step.operation.name);
        let demands = step.operation.rules.iter().zip(judge.marks()).filter(|(r, _)| r.demand().is_some());
        let mut quiet = true;
        for (rule, mark) in demands {
            let how = match mark {
                Mark::Broken => word("broken", "违反"),
                Mark::Open => word("depends on how a gap is read", "取决于文档空白处的读法"),
                Mark::Kept | Mark::Apart => continue,
            };
            any |= *mark == Mark::Broken;
            quiet = false;
            say!("  {how}: {}\n    {}", rule.id, rule.says.in_(lang));
        }
        if quiet {
            say!("  {}", word("it breaks no rule", "没有违反任何规则"));
        }
        say!("  {}", word("the platform may answer", "平台可以回应"));
        for outcome in expected(case, &traces, now) {
            let says = if lang == Lang::Zh { &outcome.says.zh } else { &outcome.says.en };
            say!("    {says}");
            for event in outcome.events.as_array().into_iter().flatten() {
                say!("      {}", printable(&event.to_string()));
            }
        }
    }
    Ok(any)
}
