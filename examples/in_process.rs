//! A signer in this very process, put to the test through the trait `Adapter`: no child process, no protocol, no command line.
//!
//! ```text
//! cargo run --example in_process --no-default-features
//! ```
//!
//! The signer is written by hand, as that of a user would be: it uses none of the model's own code.

use std::collections::BTreeMap;
use std::process::ExitCode;

use md5::{Digest, Md5};
use paystone::api::signature::SIGN;
use paystone::engine::{Control, InProcess, Settings, Status, run};
use paystone::ground::{Object, Value, to_json};
use paystone::spec::{Adapter, Capabilities, Case, Event, Kind, Reply, Trace};

/// The adapter: it takes the steps of a case and tells what it saw.
struct Signer {
    capabilities: Capabilities,
}

impl Adapter for Signer {
    fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    fn run(&mut self, case: &Case) -> Reply {
        let mut traces = Vec::new();
        for step in &case.steps {
            let secret = step.input.get("secret").as_str().unwrap_or_default();
            let sign = sign(step.input.get("fields"), secret);
            traces.push(Trace(vec![Event::new(Kind::Returned, Object::new().with("sign", sign))]));
        }
        Reply::Traces(traces)
    }
}

/// The implementation under test.
fn sign(fields: &Value, secret: &str) -> String {
    let mut signed = BTreeMap::new();
    for (key, value) in fields.as_object().into_iter().flat_map(Object::iter) {
        if key == "sign" || key == "risk_info" {
            continue;
        }
        let text = match value {
            Value::Undefined | Value::Null => continue,
            Value::Text(text) => text.to_string(),
            other => to_json(other).to_string(),
        };
        if !text.is_empty() {
            signed.insert(key, text);
        }
    }
    let pairs: Vec<String> = signed.iter().map(|(key, text)| format!("{key}={text}")).collect();
    hex::encode(Md5::digest(pairs.join("&") + secret))
}

fn main() -> ExitCode {
    let settings = Settings { operations: vec![&SIGN], cases: 5000, ..Settings::default() };
    let connect =
        || Ok(InProcess::new(Signer { capabilities: Capabilities::everything("my signer", &[&SIGN]) }));
    let summary = match run(&settings, &connect, &Control::default()) {
        Ok(summary) => summary,
        Err(error) => {
            eprintln!("the signer cannot be tested: {error}");
            return ExitCode::from(3);
        }
    };

    for finding in &summary.findings {
        let suspects: Vec<_> = finding.suspects.iter().map(|s| s.rule.as_str()).collect();
        println!("{}: {} gave {}", suspects.join(" or "), finding.case, finding.got);
    }
    for gap in summary.gaps.iter().filter(|gap| gap.told > 0) {
        let followed = gap.readings.iter().filter(|r| r.agrees == gap.told).map(|r| r.id.as_str());
        println!("{} is read as {}", gap.id, followed.collect::<Vec<_>>().join(" or "));
    }
    let checked = summary.rules.iter().filter(|r| r.status == Status::Checked).count();
    println!("{checked} of {} rules checked in {} cases", summary.rules.len(), summary.end.judged);
    println!("exit code {}", summary.exit());
    ExitCode::from(summary.exit())
}
