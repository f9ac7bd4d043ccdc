//! The other end of the line: serves an adapter that is written in Rust on standard input and output.

use std::io::{self, BufRead, Write};

use serde_json::Value as Json;

use crate::api::OPERATIONS;
use crate::spec::{Adapter, Case, Reply};

use super::handshake::hello;
use super::protocol::write_reply;

/// Answers messages from `input` on `output` until `bye` or the end of the input.
///
/// ```no_run
/// use paystone::{api::OPERATIONS, spec::{Capabilities, Model}};
///
/// // The built-in model stands for an adapter of your own.
/// let mine = Model::faithful(Capabilities::everything("mine", OPERATIONS));
/// paystone::adapter::serve(mine, std::io::stdin().lock(), std::io::stdout().lock()).unwrap();
/// ```
///
/// # Errors
///
/// When the input cannot be read, is no message, or the output cannot be written.
pub fn serve(mut adapter: impl Adapter, mut input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let mut line = String::new();
    let mut out = String::new();
    while input.read_line(&mut line)? > 0 {
        let message: Json = serde_json::from_str(&line).map_err(io::Error::other)?;
        match message.get("type").and_then(Json::as_str) {
            Some("hello") => {
                out.push_str(&hello(adapter.capabilities()).to_string());
                out.push('\n');
            }
            Some("case") => {
                let id = message.get("id").and_then(Json::as_u64).unwrap_or_default();
                let reply = answer(&mut adapter, &message);
                write_reply(&mut out, id, &reply);
            }
            Some("bye") => break,
            _ => {}
        }
        output.write_all(out.as_bytes())?;
        output.flush()?;
        out.clear();
        line.clear();
    }
    Ok(())
}

fn answer(adapter: &mut impl Adapter, message: &Json) -> Reply {
    let case = match Case::from_json(message, OPERATIONS) {
        Ok(case) => case,
        Err(error) => return Reply::Skip(error.to_string()),
    };
    let capabilities = adapter.capabilities();
    if let Some(step) = case.steps.iter().find(|s| !capabilities.operations.contains(&s.operation)) {
        return Reply::Skip(format!("unknown operation: {}", step.operation.name));
    }
    let plain = capabilities.plain_world();
    let mut facts = case.world.unusual().chain(plain.unusual()).map(|(fact, _)| fact);
    if let Some(fact) = facts.find(|f| case.world.value(f) != plain.value(f) && !capabilities.stages(f)) {
        return Reply::Skip(format!("cannot stage: {}", fact.name));
    }
    adapter.run(&case)
}
