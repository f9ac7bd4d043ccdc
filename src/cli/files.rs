//! Files that people hand in: read with errors that name the place.

use std::io::Read;
use std::path::Path;

use serde_json::{Value as Json, json};

use crate::adapter::wanted;
use crate::api::OPERATIONS;
use crate::api::world::{FACTS, PAYMENT_SECRET};
use crate::engine::{Kept, Secrets, Summary};
use crate::report::read;
use crate::spec::{Case, CaseError};

use super::exit::Failure;

/// The text of a file; `-` is standard input.
pub(super) fn text(path: &Path) -> Result<String, Failure> {
    let wrong = |e: std::io::Error| Failure::usage(format!("cannot read {}: {e}", path.display()));
    if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(wrong)?;
        return Ok(text);
    }
    std::fs::read_to_string(path).map_err(wrong)
}

/// A recorded run.
pub(super) fn recorded(path: &Path) -> Result<Summary, Failure> {
    let text = text(path)?;
    read(&text).map_err(|e| Failure::usage(format!("{}: no recorded run: {e}", path.display())))
}

/// A case from text. `from` names where it comes from.
pub(super) fn case(text: &str, from: &str, secrets: &Secrets) -> Result<Case, Failure> {
    let whole = secrets.restore(text);
    if Secrets::is_wanted_by(&whole) {
        return Err(Failure::usage(format!(
            "{from}: its payment secret was kept out of the report; name the variable that holds it with --secret-env"
        )));
    }
    parsed(&whole, from)
}

/// A case from text that was stored. One whose payment secret was kept out of it is run only where the secret is known.
pub(super) fn kept(text: &str, name: &str, from: &str, secrets: &Secrets) -> Result<Kept, Failure> {
    let whole = secrets.restore(text);
    let lacks = Secrets::is_wanted_by(&whole).then_some(&PAYMENT_SECRET);
    Ok(Kept { name: name.to_owned(), case: parsed(&whole, from)?, lacks })
}

fn parsed(text: &str, from: &str) -> Result<Case, Failure> {
    let json: Json =
        serde_json::from_str(text).map_err(|e| Failure::usage(format!("{from}: no JSON: {e}")))?;
    // A call alone is a case of one step in the plain world.
    let json = match json {
        Json::Object(mut call) if call.contains_key("operation") && !call.contains_key("steps") => {
            let world = call.remove("world").unwrap_or_else(|| json!({}));
            json!({ "world": world, "steps": [call] })
        }
        other => other,
    };
    Case::from_json(&json, OPERATIONS).map_err(|e| {
        let fact = FACTS.iter().find(|f| matches!(&e, CaseError::FactValue(name, _) if name == f.name));
        let hint = fact.map_or_else(String::new, |fact| format!(": {} is wanted", wanted(fact)));
        Failure::usage(format!("{from}: {e}{hint}"))
    })
}
