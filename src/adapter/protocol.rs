//! The messages of the line protocol.

use serde_json::{Value as Json, json};

use crate::spec::{Case, Fault, Reply, Trace};

use super::{decode, encode};

/// The protocol versions that this Paystone speaks, lowest and highest.
pub const PROTOCOL: [u64; 2] = [1, 1];

/// A message to an adapter.
#[derive(Clone, Copy, Debug)]
pub enum Request<'a> {
    /// The first message.
    Hello,
    /// A case to run.
    Case(u64, &'a Case),
    /// The last message.
    Bye,
}

/// Appends a message to an adapter, newline included.
pub fn request(line: &mut String, request: Request<'_>) {
    match request {
        Request::Hello => {
            let version = env!("CARGO_PKG_VERSION");
            line.push_str(&json!({ "type": "hello", "protocol": PROTOCOL, "paystone": version }).to_string());
            line.push('\n');
        }
        Request::Case(id, case) => encode::case(line, id, case),
        Request::Bye => line.push_str("{\"type\":\"bye\"}\n"),
    }
}

/// A message from an adapter.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// What it says of itself.
    Hello(Json),
    /// How a case ended.
    Result(u64, Reply),
}

/// Reads a message from an adapter.
///
/// # Errors
///
/// When it is none; the text says what is wrong with it.
pub fn response(line: &[u8]) -> Result<Response, String> {
    match decode::traces(line) {
        Some((id, traces)) => Ok(Response::Result(id, Reply::Traces(traces))),
        None => general(line),
    }
}

/// Reads any message, and says what is wrong with one that is none.
pub(super) fn general(line: &[u8]) -> Result<Response, String> {
    let json: Json = serde_json::from_slice(line).map_err(|e| format!("it is no JSON: {e}"))?;
    match json.get("type").and_then(Json::as_str) {
        Some("hello") => Ok(Response::Hello(json)),
        Some("result") => result(&json),
        Some(other) => Err(format!("its type `{other}` is none of hello, result")),
        None => Err("it has no `type`".to_owned()),
    }
}

fn result(json: &Json) -> Result<Response, String> {
    let id = json.get("id").and_then(Json::as_u64).ok_or("its `id` is missing or no number that was sent")?;
    let wrong = |what: String| format!("the result of case {id}: {what}");
    let reply = match (json.get("traces"), json.get("skip"), json.get("fault")) {
        (Some(traces), None, None) => Reply::Traces(traces_from(traces).map_err(wrong)?),
        (None, Some(skip), None) => {
            let reason = skip.as_str().ok_or_else(|| wrong("`skip` is no text".to_owned()))?;
            Reply::Skip(reason.to_owned())
        }
        (None, None, Some(fault)) => {
            let text = |name: &str| fault.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
            if fault.get("kind").and_then(Json::as_str).is_none() {
                return Err(wrong("`fault` has no `kind`".to_owned()));
            }
            Reply::Fault(Fault { kind: text("kind"), detail: text("detail") })
        }
        _ => return Err(wrong("exactly one of `traces`, `skip` and `fault` is wanted".to_owned())),
    };
    Ok(Response::Result(id, reply))
}

fn traces_from(json: &Json) -> Result<Vec<Trace>, String> {
    let traces = json.as_array().ok_or("`traces` is no list")?;
    let read = |(i, trace): (usize, &Json)| Trace::from_json(trace).map_err(|e| format!("trace {i}: {e}"));
    traces.iter().enumerate().map(read).collect()
}

/// A reply as an adapter writes it, newline included.
pub(super) fn write_reply(line: &mut String, id: u64, reply: &Reply) {
    let json = match reply {
        Reply::Traces(traces) => {
            let traces: Vec<_> = traces.iter().map(Trace::to_json).collect();
            json!({ "type": "result", "id": id, "traces": traces })
        }
        Reply::Skip(reason) => json!({ "type": "result", "id": id, "skip": reason }),
        Reply::Fault(fault) => {
            json!({ "type": "result", "id": id, "fault": { "kind": fault.kind, "detail": fault.detail } })
        }
    };
    line.push_str(&json.to_string());
    line.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_says_what_is_wrong_with_it() {
        let wrong = |line: &str| response(line.as_bytes()).unwrap_err();
        assert!(wrong("hello").contains("no JSON"));
        assert!(wrong("{}").contains("no `type`"));
        assert!(wrong(r#"{"type":"case"}"#).contains("none of hello, result"));
        assert!(wrong(r#"{"type":"result"}"#).contains("`id` is missing"));
        assert!(wrong(r#"{"type":"result","id":1}"#).contains("exactly one"));
        assert!(wrong(r#"{"type":"result","id":1,"traces":[[{"x":1}]]}"#).contains("trace 0: event 0"));
        assert!(wrong(r#"{"type":"result","id":1,"traces":[],"skip":"x"}"#).contains("exactly one"));
        assert!(wrong(r#"{"type":"result","id":1,"fault":{}}"#).contains("no `kind`"));
    }
}
