//! One file for each subject of the scheme; in it, one value for each rule.

#![expect(
    clippy::unnecessary_wraps,
    reason = "wrong ways to sign are one type: some have no answer for some fields"
)]

mod digest;
mod excluded;
mod join;
mod order;

use std::borrow::Cow;

use crate::api::documents::FACTS;
use crate::spec::{At, Case, Cite, Kind, Patch, Promise, Rule, Standing, Trace};

use super::scheme;
use super::subject::{Field, subject, texts};

/// The rules of `sign`, the whole before its parts.
pub(super) static OF_SIGN: &[&Rule] = ALL;

/// The same for a signed order that is returned. Its own `sign` is the outcome: nobody can have signed it.
pub(in crate::api) const OF_AN_ORDER: &[&Rule] = ALL.split_last().unwrap().1;

const ALL: &[&Rule] = &[
    &digest::MD5,
    &excluded::RISK_INFO,
    &excluded::EMPTY,
    &excluded::ZERO_IS_SIGNED,
    &excluded::NOTHING_ELSE,
    &order::BY_KEY,
    &join::RAW,
    &join::TRAILING_AMPERSAND,
    &digest::NUMBERS,
    &digest::SECRET_APPENDED,
    &digest::UTF_8,
    &digest::LOWER_HEX,
    &excluded::SIGN,
];

/// What the parts of the scheme have in common: each is a wrong way to sign that explains why the whole is broken.
const PART: Promise =
    Promise { part_of: Some(&digest::MD5), field: Some("sign"), needs: &[Kind::Returned], ..Promise::PLAIN };

const fn cite(row: &'static str, words: &'static str) -> Cite {
    let section = "## The signature of `orderInfo` (`sign_type` MD5) — official, agreed";
    Cite { document: FACTS, section, row, words }
}

/// A wrong way to sign: fields as texts, and the secret.
type Wrong = fn(&[Field<'_>], &str) -> Option<String>;

/// Whether what came out is what one of these wrong ways makes of the fields. Asked only where it is not what it should be.
fn explains(at: &At<'_>, trace: &Trace, wrongs: &[Wrong]) -> Standing {
    let Some(subject) = subject(at, trace) else { return Standing::Apart };
    let Some(sign) = subject.sign.as_str() else { return Standing::Apart };
    let Ok(texts) = texts(at, subject.fields) else { return Standing::Apart };
    let explained = wrongs.iter().any(|wrong| wrong(&texts, subject.secret).as_deref() == Some(sign));
    if explained { Standing::Broken } else { Standing::Apart }
}

/// Signs in a wrong way.
fn resign(at: &At<'_>, trace: &mut Trace, wrong: Wrong) {
    let Some(wrong) = subject(at, trace).and_then(|s| wrong(&texts(at, s.fields).ok()?, s.secret)) else {
        return;
    };
    for event in &mut trace.0 {
        if let crate::ground::Value::Object(returned) = &mut event.with {
            returned.set("sign", wrong.clone());
        }
    }
}

/// The scheme, with one choice of what is signed and one of how it is joined.
fn sign_with(
    texts: &[Field<'_>],
    secret: &str,
    keep: impl Fn(&str, &str) -> bool,
    edit: impl Fn(&str) -> Option<String>,
) -> String {
    let mut fields: Vec<(&str, Cow<'_, str>)> = Vec::new();
    for (key, value) in texts.iter().filter(|(key, value)| keep(key, value)) {
        fields.push((key, edit(value).map_or(Cow::Borrowed(value.as_ref()), Cow::Owned)));
    }
    fields.sort_unstable_by_key(|(key, _)| *key);
    let mut text = String::new();
    scheme::join(&mut text, fields.iter().map(|(k, v)| (*k, v.as_ref())));
    scheme::digest((text + secret).as_bytes())
}

/// Whether a field is one that is signed.
fn is_signed(key: &str, value: &str) -> bool {
    !scheme::UNSIGNED.contains(&key) && !value.is_empty()
}

/// What the scheme joins: the signed fields in order.
fn joined(texts: &[Field<'_>]) -> String {
    let mut fields: Vec<_> = texts.iter().filter(|(k, v)| is_signed(k, v)).collect();
    fields.sort_unstable_by_key(|(key, _)| *key);
    let mut text = String::new();
    scheme::join(&mut text, fields.into_iter().map(|(k, v)| (*k, v.as_ref())));
    text
}

/// Sets fields of what is signed. For `order-info` the order that leads to them is the input: only what it holds can be set.
fn fields(base: &Case, sets: &[&[(&'static str, &'static str)]]) -> Vec<Patch> {
    let signs = base.steps.iter().all(|s| s.operation.name == "sign");
    let inside = if signs { "fields" } else { "order" };
    let possible =
        |set: &&&[(&'static str, &'static str)]| signs || set.iter().all(|(k, _)| ORDERED.contains(k));
    let set = |patch: Patch, (key, value): &(&'static str, &'static str)| {
        patch.and_at(&[inside, key], Some((*value).into()))
    };
    sets.iter().filter(possible).map(|s| s.iter().fold(Patch::default(), set)).collect()
}

/// The texts of a business order that are signed as they are.
const ORDERED: [&str; 5] = ["subject", "body", "uid", "alipay_url", "wx_url"];

/// Whether one of the fields that a step signs is like this.
fn any_field(at: &At<'_>, fits: fn(&str, &crate::ground::Value) -> bool) -> bool {
    // Which fields order-info makes is its own choice: the rules speak about all of them.
    if at.step().operation.name != "sign" {
        return true;
    }
    at.field("fields").as_object().is_some_and(|o| o.iter().any(|(k, v)| fits(k, v)))
}
