//! Where the facts on the signature leave room.

use crate::api::documents::FACTS;
use crate::spec::{Cite, Gap, Reading, Words};

const UNDEFINED: &[Cite] = &[Cite {
    document: FACTS,
    section: "## The signature of `orderInfo` (`sign_type` MD5) — official, agreed",
    row: "Undefined, so gaps",
    words: "`null` (dropped, signed as `null`, or refused; any other text is a finding)",
}];

/// `null` as a value.
pub(super) static NULL_FIELD: Gap = Gap {
    id: "signature/null",
    says: Words::new("how a field is signed whose value is null", "值为 null 的字段如何签名"),
    cites: UNDEFINED,
    readings: &[
        Reading::new("dropped", "it is left out", "不参与签名"),
        Reading::new("signed", "it signs as `null`", "按 `null` 签名"),
        Reading::new("refused", "the call throws", "抛出异常"),
    ],
};

/// Values that have no text of their own.
pub(super) static OTHER_VALUES: Gap = Gap {
    id: "signature/other-values",
    says: Words::new(
        "how booleans, floats, whole numbers beyond 2^53, lists and objects are signed",
        "布尔、浮点、超出 2^53 的整数、数组与对象如何签名",
    ),
    cites: UNDEFINED,
    readings: &[
        Reading::new("signed", "somehow", "以某种形式签名"),
        Reading::new("refused", "the call throws", "抛出异常"),
    ],
};

/// White space as a value.
pub(super) static BLANK_FIELD: Gap = Gap {
    id: "signature/blank",
    says: Words::new("whether a value of white space alone is empty", "仅含空白的值是否算空"),
    cites: UNDEFINED,
    readings: &[
        Reading::new("signed", "it is not: it is signed", "不算空,参与签名"),
        Reading::new("dropped", "it is: it is left out", "算空,不参与签名"),
    ],
};

/// Every gap that a signature may fall into.
pub(in crate::api) static ALL: &[&Gap] = &[&NULL_FIELD, &OTHER_VALUES, &BLANK_FIELD];
