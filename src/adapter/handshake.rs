//! The handshake: what an adapter says of itself, read and believed only where it makes sense.

use serde_json::{Value as Json, json};

use crate::api::world::{FACTS, PAYMENT_SECRET};
use crate::api::{OPERATIONS, operation};
use crate::ground::{Value, from_json, to_json};
use crate::spec::{Capabilities, Fact, Implementation, Kind, Range, Unsupported};

use super::protocol::PROTOCOL;

/// What an adapter says of itself makes no sense.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("its hello is not right: {0}")]
pub struct HelloError(String);

/// How many cases may be under way at most, whatever an adapter says.
const MOST_IN_FLIGHT: u64 = 4096;

/// Reads what an adapter says of itself.
///
/// # Errors
///
/// When it names a protocol, a fact, a kind of event that there is not, or values that cannot be.
pub(super) fn capabilities(hello: &Json) -> Result<Capabilities, HelloError> {
    let wrong = |what: String| HelloError(what);
    let protocol = hello.get("protocol").and_then(Json::as_u64);
    if protocol.is_none_or(|p| !(PROTOCOL[0]..=PROTOCOL[1]).contains(&p)) {
        let said = hello.get("protocol").map_or_else(|| "nothing".to_owned(), Json::to_string);
        return Err(wrong(format!(
            "`protocol` is {said}; this Paystone speaks {} to {}. Update the adapter's kit, or Paystone",
            PROTOCOL[0], PROTOCOL[1]
        )));
    }
    let name = hello.pointer("/implementation/name").and_then(Json::as_str).filter(|s| !s.is_empty());
    let name = name.ok_or_else(|| wrong("`implementation.name` is missing".to_owned()))?;
    let text = |pointer: &str| hello.pointer(pointer).and_then(Json::as_str).unwrap_or_default().to_owned();
    let offered = texts(hello, "operations")?.ok_or_else(|| wrong("`operations` is missing".to_owned()))?;
    // An operation that this Paystone does not know belongs to a later one.
    let operations: Vec<_> = offered.iter().filter_map(|name| operation(name)).collect();
    if operations.is_empty() {
        let known: Vec<_> = OPERATIONS.iter().map(|o| o.name).collect();
        return Err(wrong(format!(
            "`operations` names none that this Paystone knows: {offered:?}. It knows {}",
            known.join(", ")
        )));
    }
    let (stages, pins) = (stages(hello)?, pins(hello)?);
    if let Some((fact, _)) = pins.iter().find(|(fact, _)| stages.contains(fact)) {
        return Err(wrong(format!(
            "`{}` stands in `stages` and in `pins`; a fact is varied or fixed: take it out of one of them",
            fact.name
        )));
    }
    Ok(Capabilities {
        implementation: Implementation {
            name: name.to_owned(),
            version: text("/implementation/version"),
            language: text("/implementation/language"),
        },
        operations,
        stages,
        pins,
        observes: observes(hello)?,
        max_in_flight: in_flight(hello)?,
        unsupported: unsupported(hello)?,
    })
}

fn texts(hello: &Json, name: &str) -> Result<Option<Vec<String>>, HelloError> {
    let Some(json) = hello.get(name) else { return Ok(None) };
    let list = json
        .as_array()
        .map(|items| items.iter().map(|i| i.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>());
    match list.flatten() {
        Some(texts) => Ok(Some(texts)),
        None => Err(HelloError(format!("`{name}` is no list of texts"))),
    }
}

fn fact(name: &str, member: &str) -> Result<&'static Fact, HelloError> {
    let known = || FACTS.iter().map(|f| f.name).collect::<Vec<_>>().join(", ");
    let found = FACTS.iter().find(|f| f.name == name).copied();
    found.ok_or_else(|| {
        HelloError(format!("`{member}` names `{name}`, which is no fact; the facts are {}", known()))
    })
}

fn stages(hello: &Json) -> Result<Vec<&'static Fact>, HelloError> {
    let names = texts(hello, "stages")?.unwrap_or_default();
    names.iter().map(|name| fact(name, "stages")).collect()
}

fn pins(hello: &Json) -> Result<Vec<(&'static Fact, Value)>, HelloError> {
    let Some(json) = hello.get("pins") else { return Ok(Vec::new()) };
    let members = json.as_object().ok_or_else(|| HelloError("`pins` is no object".to_owned()))?;
    let mut pins = Vec::new();
    for (name, json) in members {
        let fact = fact(name, "pins")?;
        let value = from_json(json).ok().filter(|v| fact.admits(v));
        let value = value.ok_or_else(|| {
            // What was meant for a secret is not told, whatever it is.
            let it = if *fact == PAYMENT_SECRET { "what it is".to_owned() } else { json.to_string() };
            HelloError(format!("`pins.{name}` cannot be {it}: {} is wanted", wanted(fact)))
        })?;
        pins.push((fact, value));
    }
    Ok(pins)
}

/// What a fact may be, for somebody who gave it another value.
pub fn wanted(fact: &Fact) -> String {
    let fen = "a whole number of fen, zero or more";
    match fact.range {
        Range::Flag => "true or false".to_owned(),
        Range::Version => "a version as text, such as \"2.64.0\",".to_owned(),
        Range::OneOf(words) => format!("one of {}", words.join(", ")),
        Range::ListOf(words) => format!("a list with one or more of {}", words.join(", ")),
        Range::Fen => fen.to_owned(),
        Range::Count => "a whole number, zero or more".to_owned(),
        Range::CountOrNull => "a whole number, zero or more, or null".to_owned(),
        Range::Seconds => "a whole number of seconds, zero or more".to_owned(),
        Range::FenOrNull => format!("{fen}, or null"),
        Range::DecimalOrNull => "a decimal number above zero as text, such as \"0.1\", or null".to_owned(),
        Range::Text => "a text that is not empty".to_owned(),
    }
}

/// The payment secret that an adapter pins, if it is a real one: that of the plain world is known to everybody.
pub fn pinned_secret(capabilities: &Capabilities) -> Option<&str> {
    let (_, secret) = capabilities.pins.iter().find(|(fact, _)| **fact == PAYMENT_SECRET)?;
    secret.as_str().filter(|_| *secret != PAYMENT_SECRET.plain())
}

fn observes(hello: &Json) -> Result<Vec<Kind>, HelloError> {
    let Some(names) = texts(hello, "observes")? else { return Ok(Kind::ALL.to_vec()) };
    let kind = |name: &String| {
        let known = || Kind::ALL.map(Kind::name).join(", ");
        Kind::named(name)
            .ok_or_else(|| HelloError(format!("`observes` names `{name}`; the kinds are {}", known())))
    };
    names.iter().map(kind).collect()
}

fn in_flight(hello: &Json) -> Result<usize, HelloError> {
    let Some(json) = hello.get("max_in_flight") else { return Ok(1) };
    let n = json.as_u64().filter(|n| *n > 0);
    let n = n.ok_or_else(|| HelloError(format!("`max_in_flight` cannot be {json}")))?;
    Ok(usize::try_from(n.min(MOST_IN_FLIGHT)).unwrap_or(1))
}

fn unsupported(hello: &Json) -> Result<Vec<Unsupported>, HelloError> {
    let none = Vec::new();
    let list = match hello.get("unsupported") {
        None => &none,
        Some(json) => json.as_array().ok_or_else(|| HelloError("`unsupported` is no list".to_owned()))?,
    };
    let entry = |json: &Json| {
        let text = |name: &str| json.get(name).and_then(Json::as_str).map(str::to_owned);
        let rule =
            text("rule").ok_or_else(|| HelloError("an entry of `unsupported` names no `rule`".to_owned()))?;
        if !crate::api::rules().iter().any(|(known, _)| known.id == rule) {
            return Err(HelloError(format!("`unsupported` names `{rule}`, which is no rule")));
        }
        Ok(Unsupported { rule, reason: text("reason").unwrap_or_default() })
    };
    list.iter().map(entry).collect()
}

/// What an adapter says of itself, as it writes it.
pub(super) fn hello(capabilities: &Capabilities) -> Json {
    let Capabilities { implementation, operations, stages, pins, observes, max_in_flight, unsupported } =
        capabilities;
    let pins: serde_json::Map<_, _> = pins.iter().map(|(f, v)| (f.name.to_owned(), to_json(v))).collect();
    let unsupported: Vec<_> =
        unsupported.iter().map(|u| json!({ "rule": u.rule, "reason": u.reason })).collect();
    json!({
        "type": "hello",
        "protocol": PROTOCOL[1],
        "implementation": {
            "name": implementation.name, "version": implementation.version, "language": implementation.language,
        },
        "operations": operations.iter().map(|o| o.name).collect::<Vec<_>>(),
        "stages": stages.iter().map(|f| f.name).collect::<Vec<_>>(),
        "pins": pins,
        "observes": observes.iter().map(|k| k.name()).collect::<Vec<_>>(),
        "max_in_flight": max_in_flight,
        "unsupported": unsupported,
    })
}
