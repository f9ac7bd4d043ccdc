//! The order of the fields.

use crate::api::signature::scheme;
use crate::api::signature::subject::Field;
use crate::spec::{About, Basis, Bend, Check, Promise, Rule, Words};

use super::{PART, any_field, cite, explains, fields, is_signed, resign};

/// By key.
pub(super) static BY_KEY: Rule = Rule {
    id: "signature/order/by-key",
    says: Words::new(
        "fields are ordered by key, ASCII ascending; a key that is a prefix of another comes first",
        "字段按 key 的 ASCII 升序排列;作为前缀的 key 在前",
    ),
    cites: &[
        cite("2.", "Sort the remaining fields by **key**, ASCII ascending"),
        cite("2.", "`a, a1, abc, abcd, abce, abd, b1, ba`"),
    ],
    basis: Basis::Official,
    scope: |at| any_field(at, |_, _| true),
    about: &[About::Field(&["fields"])],
    check: Check::Promise(Promise {
        holds: |at, trace| explains(at, trace, &[by_text, by_lower_case, descending]),
        stages: |base| {
            fields(
                base,
                &[
                    &[("a", "1"), ("a1", "2")],
                    &[("abc", "1"), ("abcd", "2"), ("abd", "3"), ("b1", "4"), ("ba", "5")],
                    &[("B", "1"), ("a", "2")],
                    &[("a_b", "1"), ("aB", "2"), ("ab", "3")],
                ],
            )
        },
        bends: &[
            Bend { id: "sorts-joined-texts", bend: |at, trace| resign(at, trace, by_text) },
            Bend { id: "ignores-case", bend: |at, trace| resign(at, trace, by_lower_case) },
            Bend { id: "descending", bend: |at, trace| resign(at, trace, descending) },
        ],
        ..PART
    }),
    ..Rule::PLAIN
};

fn ordered<K: Ord>(texts: &[Field<'_>], secret: &str, key: impl Fn(&Field<'_>) -> K) -> Option<String> {
    let mut fields: Vec<_> = texts.iter().filter(|(k, v)| is_signed(k, v)).collect();
    fields.sort_by_key(|f| key(f));
    let mut text = String::new();
    scheme::join(&mut text, fields.into_iter().map(|(k, v)| (*k, v.as_ref())));
    Some(scheme::digest((text + secret).as_bytes()))
}

fn by_text(texts: &[Field<'_>], secret: &str) -> Option<String> {
    ordered(texts, secret, |(k, v)| format!("{k}={v}"))
}

fn by_lower_case(texts: &[Field<'_>], secret: &str) -> Option<String> {
    ordered(texts, secret, |(k, _)| k.to_lowercase())
}

/// Also what a signer makes that does not sort: fields travel to an adapter in descending order.
fn descending(texts: &[Field<'_>], secret: &str) -> Option<String> {
    ordered(texts, secret, |(k, _)| std::cmp::Reverse((*k).to_owned()))
}
