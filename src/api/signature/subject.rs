//! What is signed: fields as values, turned into texts as one choice of readings has it.

use std::borrow::Cow;

use crate::api::world::PAYMENT_SECRET;
use crate::ground::{Object, Value};
use crate::spec::{At, Kind, Trace};

use super::gaps::{BLANK_FIELD, NULL_FIELD, OTHER_VALUES};
use super::scheme;

/// How fields are signed.
#[derive(Debug, PartialEq)]
pub(super) enum Signed {
    /// With exactly this signature.
    As(String),
    /// With a signature that nothing defines.
    Somehow,
    /// Not at all: the call throws.
    Refused,
}

/// What was signed, with which secret, and what came out.
#[derive(Debug)]
pub(super) struct Subject<'a> {
    /// The fields.
    pub(super) fields: &'a Object,
    /// The secret.
    pub(super) secret: &'a str,
    /// The signature that came out; `undefined` where there is none.
    pub(super) sign: &'a Value,
}

/// A field as it is signed: its key and its text.
pub(super) type Field<'a> = (&'a str, Cow<'a, str>);

static NONE: Object = Object::new();

/// What a step signed. For `sign` the fields are the input's; for `order-info` they are those of what was returned.
pub(super) fn subject<'a>(at: &At<'a>, trace: &'a Trace) -> Option<Subject<'a>> {
    let returned = trace.first(Kind::Returned, "").map_or(&Value::Undefined, |e| &e.with);
    let sign = returned.get("sign");
    if at.step().operation.name == "sign" {
        let fields = at.field("fields").as_object()?;
        return Some(Subject { fields, secret: at.field("secret").as_str()?, sign });
    }
    let fields = returned.as_object().unwrap_or(&NONE);
    Some(Subject { fields, secret: at.world.text(&PAYMENT_SECRET), sign })
}

/// How fields are signed, by the readings of `at`.
pub(super) fn signed(at: &At<'_>, fields: &Object, secret: &str) -> Signed {
    match texts(at, fields) {
        Ok(texts) => Signed::As(scheme::sign(texts.iter().map(|(k, v)| (*k, v.as_ref())), secret)),
        Err(how) => how,
    }
}

/// Whether fields are not signed at all, by the readings of `at`.
pub(super) fn is_refused(at: &At<'_>, fields: &Object) -> bool {
    let plain = |value: &Value| matches!(value, Value::Text(_) | Value::Undefined);
    let odd = fields.iter().filter(|(_, value)| !plain(value));
    odd.map(|(key, value)| text(at, key, value)).find_map(Result::err) == Some(Signed::Refused)
}

/// The fields as texts, the unsigned and the empty ones included.
pub(super) fn texts<'a>(at: &At<'_>, fields: &'a Object) -> Result<Vec<Field<'a>>, Signed> {
    fields.iter().map(|(key, value)| Ok((key, text(at, key, value)?))).collect()
}

/// A field as text; or how fields are signed of which this is one.
fn text<'a>(at: &At<'_>, key: &str, value: &'a Value) -> Result<Cow<'a, str>, Signed> {
    Ok(match value {
        // What is left out is left out, whatever it is.
        _ if scheme::UNSIGNED.contains(&key) => value.as_str().map_or(Cow::Borrowed("-"), Cow::Borrowed),
        Value::Text(s) if is_blank(s) && at.reading(&BLANK_FIELD) == "dropped" => Cow::Borrowed(""),
        Value::Text(s) => Cow::Borrowed(s.as_ref()),
        Value::Undefined => Cow::Borrowed(""),
        Value::Null => match at.reading(&NULL_FIELD) {
            "dropped" => Cow::Borrowed(""),
            "signed" => Cow::Borrowed("null"),
            _ => return Err(Signed::Refused),
        },
        _ => match value.as_whole() {
            Some(n) => Cow::Owned(n.to_string()),
            None if at.reading(&OTHER_VALUES) == "signed" => return Err(Signed::Somehow),
            None => return Err(Signed::Refused),
        },
    })
}

fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.trim().is_empty()
}
