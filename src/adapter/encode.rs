//! Cases as lines. Written straight into a buffer: this is the hot path of a run over a child process.

use std::fmt::Write;

use crate::ground::{Function, Object, Reply, Value, to_json};
use crate::spec::Case;

/// Appends a case message, newline included. Members of values go in descending order of their keys: an implementation that does not sort
/// what it should sort must not be lucky.
pub(super) fn case(line: &mut String, id: u64, case: &Case) {
    // Writing into a string cannot fail, here and below.
    let _ = write!(line, "{{\"type\":\"case\",\"id\":{id},\"world\":{{");
    for (i, fact) in case.facts().into_iter().enumerate() {
        separate(line, i);
        string(line, fact.name);
        line.push(':');
        match case.world.find(fact) {
            Some(unusual) => value(line, unusual),
            None => value(line, &fact.plain()),
        }
    }
    line.push_str("},\"steps\":[");
    for (i, step) in case.steps.iter().enumerate() {
        separate(line, i);
        line.push_str("{\"operation\":");
        string(line, step.operation.name);
        line.push_str(",\"input\":");
        value(line, &step.input);
        line.push('}');
    }
    line.push_str("]}\n");
}

fn separate(line: &mut String, index: usize) {
    if index > 0 {
        line.push(',');
    }
}

fn value(line: &mut String, it: &Value) {
    match it {
        Value::Null => line.push_str("null"),
        Value::Bool(yes) => line.push_str(if *yes { "true" } else { "false" }),
        Value::Number(_) if it.as_whole().is_some_and(|n| n != 0) => {
            let _ = write!(line, "{}", it.as_whole().unwrap_or_default());
        }
        Value::Text(s) => string(line, s),
        Value::Object(o) => object(line, o),
        Value::Array(items) => {
            line.push('[');
            for (i, item) in items.iter().enumerate() {
                separate(line, i);
                value(line, item);
            }
            line.push(']');
        }
        Value::Function(Function(None)) => line.push_str("{\"$function\":[]}"),
        Value::Function(f) => {
            line.push_str("{\"$function\":[");
            for (i, entry) in f.script().iter().enumerate() {
                separate(line, i);
                reply(line, entry);
            }
            line.push_str("]}");
        }
        // The rest is short: the plain writer serves.
        other => line.push_str(&to_json(other).to_string()),
    }
}

fn object(line: &mut String, o: &Object) {
    let special = o.len() == 1 && o.keys().all(|k| k.starts_with('$'));
    line.push_str(if special { "{\"$object\":{" } else { "{" });
    for (i, (key, member)) in o.iter().rev().enumerate() {
        separate(line, i);
        string(line, key);
        line.push(':');
        value(line, member);
    }
    line.push_str(if special { "}}" } else { "}" });
}

fn reply(line: &mut String, entry: &Reply) {
    let mut tagged = |name: &str, v: &Value| {
        line.push_str("{\"");
        line.push_str(name);
        line.push_str("\":");
        value(line, v);
        line.push('}');
    };
    match entry {
        Reply::Records => line.push_str("\"records\""),
        Reply::Never => line.push_str("\"never\""),
        Reply::Returns(v) => tagged("returns", v),
        Reply::Resolves(v) => tagged("resolves", v),
        Reply::Rejects(v) => tagged("rejects", v),
        Reply::Throws(s) => tagged("throws", &Value::Text(s.clone())),
    }
}

/// A JSON string.
fn string(line: &mut String, text: &str) {
    line.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|b| b == b'"' || b == b'\\' || b < b' ') {
        line.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'"' => line.push_str("\\\""),
            b'\\' => line.push_str("\\\\"),
            byte => {
                let _ = write!(line, "\\u{byte:04x}");
            }
        }
        rest = &rest[at + 1..];
    }
    line.push_str(rest);
    line.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{OPERATIONS, operation};
    use crate::engine::{Cases, Plan};
    use crate::spec::Capabilities;
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;

    #[test]
    fn a_line_holds_what_the_case_holds() {
        let mut runner = TestRunner::deterministic();
        for operation in OPERATIONS {
            let capabilities = Capabilities::everything("test", &[operation]);
            let plan = Plan::new(operation, &capabilities);
            let cases = Cases::of(operation, &capabilities);
            let drawn: Vec<_> = (0..300).map(|_| cases.new_tree(&mut runner).unwrap().current()).collect();
            for it in (0..plan.sweep.len()).filter_map(|i| plan.swept(i)).chain(drawn) {
                let mut line = String::new();
                case(&mut line, 7, &it);
                let json: serde_json::Value = serde_json::from_str(&line).unwrap();
                assert_eq!(Case::from_json(&json, OPERATIONS).unwrap(), it, "{line}");
            }
        }
    }

    #[test]
    fn members_travel_in_descending_order() {
        let sign = operation("sign").unwrap();
        let plan = Plan::new(sign, &Capabilities::everything("test", &[sign]));
        let mut line = String::new();
        case(&mut line, 0, &plan.bases()[0]);
        assert!(line.find("\"total_amount\"") < line.find("\"app_id\""), "{line}");
    }
}
