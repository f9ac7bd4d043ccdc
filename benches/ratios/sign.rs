//! A hand-written signer, as an implementation in process. The pipeline and the bare loop run this same one.

use std::fmt::Write;

use md5::{Digest, Md5};
use paystone::api::signature::SIGN;
use paystone::ground::{Object, Value};
use paystone::spec::{Adapter, Capabilities, Case, Event, Kind, Reply, Step, Trace};

#[derive(Debug)]
pub(crate) struct Signer(Capabilities);

impl Signer {
    pub(crate) fn new() -> Self {
        Self(Capabilities::everything("signer", &[&SIGN]))
    }
}

impl Adapter for Signer {
    fn capabilities(&self) -> &Capabilities {
        &self.0
    }

    fn run(&mut self, case: &Case) -> Reply {
        let trace = |step: &Step| {
            Trace(vec![Event::new(Kind::Returned, Object::new().with("sign", sign(&step.input)))])
        };
        Reply::Traces(case.steps.iter().map(trace).collect())
    }
}

fn sign(input: &Value) -> String {
    let mut text = String::with_capacity(256);
    if let Value::Object(fields) = input.get("fields") {
        join(&mut text, fields);
    }
    text.push_str(input.get("secret").as_str().unwrap_or_default());
    hex::encode(Md5::digest(text.as_bytes()))
}

/// Joins what is signed; the members come ordered by key. `null` is left out, and what has no text of its own signs somehow.
pub(crate) fn join(text: &mut String, fields: &Object) {
    for (key, value) in fields.iter() {
        if matches!(key, "sign" | "risk_info") {
            continue;
        }
        let start = text.len();
        if start > 0 {
            text.push('&');
        }
        text.push_str(key);
        text.push('=');
        let before = text.len();
        match value {
            Value::Text(s) => text.push_str(s),
            Value::Undefined | Value::Null => {}
            value => match value.as_whole() {
                Some(n) => write!(text, "{n}").unwrap_or_default(),
                None => text.push('?'),
            },
        }
        if text.len() == before {
            text.truncate(start);
        }
    }
}
