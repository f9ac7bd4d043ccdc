//! How a diamond payment may end: success, the fifteen rows of the error table, and what only gaps allow.

use std::borrow::Cow;

use crate::api::documents::DIAMOND;
use crate::ground::{Text, Type};
use crate::spec::{Cite, Kind, Outcome, Seen, Shape, Words};

/// What `success` says.
pub(super) const OK_MESSAGE: &str = "openAwemeCustomerService:ok";

/// The user paid.
pub static OK: Outcome = Outcome {
    id: "ok",
    says: Words::new("`success`: the user paid", "`success`:用户支付成功"),
    cites: &[Cite {
        document: DIAMOND,
        section: "回调成功",
        row: "errMsg",
        words: "\"openAwemeCustomerService:ok\",用户支付成功",
    }],
    seen: Cow::Borrowed(&[Seen::called("success", &[("errMsg", Shape::Text(Text::Borrowed(OK_MESSAGE)))])]),
    unseen: &[],
};

/// A row of the error table as an outcome: its code, its number and its text.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident, $id:literal, $code:literal, $no:literal, $detail:literal, $en:literal, $zh:literal) => {
        $(#[$doc])*
        pub static $name: Outcome = Outcome {
            id: $id,
            says: Words::new($en, $zh),
            cites: &[Cite { document: DIAMOND, section: "错误码", row: $id, words: $detail }],
            seen: Cow::Borrowed(&[Seen::called(
                "fail",
                &[
                    ("errCode", Shape::Number($code)),
                    ("errNo", Shape::Number($no)),
                    ("errMsg", Shape::Text(Text::Borrowed(concat!("openAwemeCustomerService:fail ", $detail)))),
                ],
            )]),
            unseen: &[],
        };
    };
}

row!(
    /// The payment failed.
    PAYMENT_FAILED, "-1", -1, 20000, "支付失败",
    "`fail` -1: the payment failed", "`fail` -1:用户支付失败"
);

row!(
    /// The user cancelled.
    CANCELLED, "-2", -2, 20000, "支付取消",
    "`fail` -2: the user cancelled", "`fail` -2:用户取消支付"
);

row!(
    /// A parameter is illegal.
    ILLEGAL, "-15002", -15002, 20000, "请求参数不合法",
    "`fail` -15002: a parameter is illegal", "`fail` -15002:请求参数不合法"
);

row!(
    /// An internal error.
    INTERNAL, "-15009", -15009, 20000, "内部错误,支付失败",
    "`fail` -15009: an internal error", "`fail` -15009:内部错误"
);

row!(
    /// The user has not passed real-name verification.
    NO_REAL_NAME, "-15098", -15098, 20000, "当前用户未通过实名认证",
    "`fail` -15098: the user has not passed real-name verification", "`fail` -15098:用户未实名"
);

row!(
    /// The user's payments exceed the limit.
    OVER_LIMIT, "-15099", -15099, 20000, "当前用户累计支付金额超过限制",
    "`fail` -15099: the user's payments exceed the limit", "`fail` -15099:累计支付金额超限"
);

row!(
    /// `customId` is empty or not unique.
    CUSTOM_ID, "-15101", -15101, 20000, "customId 为空或者不唯一",
    "`fail` -15101: customId is empty or not unique", "`fail` -15101:customId 为空或不唯一"
);

row!(
    /// The user is not logged in.
    NOT_LOGGED_IN, "-16000", -16000, 20000, "用户未登录",
    "`fail` -16000: the user is not logged in", "`fail` -16000:用户未登录"
);

row!(
    /// Payment is not supported here.
    NOT_SUPPORTED, "-16001", -16001, 20000, "不支持iOS支付功能",
    "`fail` -16001: payment is not supported here", "`fail` -16001:暂不支持支付"
);

row!(
    /// `buyQuantity` is illegal.
    QUANTITY, "-17006", -17006, 20000, "buyQuantity illegal",
    "`fail` -17006: buyQuantity is illegal", "`fail` -17006:buyQuantity 参数异常"
);

row!(
    /// Risk control intercepts the deal.
    RISKY, "-20002", -20002, 20000, "交易存在风险",
    "`fail` -20002: risk control intercepts the deal", "`fail` -20002:被风控拦截"
);

row!(
    /// Face verification failed.
    FACE_FAILED, "21113", 21113, 20000, "face authentication failed",
    "`fail` 21113: face verification failed", "`fail` 21113:人脸校验失败"
);

row!(
    /// The cash desk cannot be opened.
    NO_DESK, "3", 3, 20000, "error_tip_start_cash_register_fail",
    "`fail` 3: the cash desk cannot be opened", "`fail` 3:收银台拉起失败"
);

row!(
    /// The network fails.
    OFFLINE, "4", 4, 20000, "网络异常",
    "`fail` 4: the network fails", "`fail` 4:用户网络异常"
);

/// A parameter is missing or of a wrong type, as the table shows it for `buyQuantity`.
pub static MISTYPED: Outcome = Outcome {
    id: "99",
    says: Words::new("`fail` 99: a parameter is missing or of a wrong type", "`fail` 99:参数缺失或类型错误"),
    cites: &[Cite {
        document: DIAMOND,
        section: "错误码",
        row: "99",
        words: "params.buyQuantity should be number, but got undefined",
    }],
    seen: Cow::Borrowed(&[Seen::called(
        "fail",
        &[
            ("errCode", Shape::Number(99)),
            ("errNo", Shape::Number(20001)),
            ("errMsg", Shape::TextFrom(Text::Borrowed("openAwemeCustomerService:fail params."))),
        ],
    )]),
    unseen: &[],
};

/// A parameter is missing or of a wrong type. The prefix, the parameter and the expected type are documented for every
/// parameter; the type that was got only where it is `undefined`.
pub fn mistyped(parameter: &str, wanted: Type, got: Type) -> Outcome {
    let prefix =
        format!("openAwemeCustomerService:fail params.{parameter} should be {}, but got ", wanted.name());
    let message = match got {
        Type::Undefined => Shape::Text((prefix + "undefined").into()),
        _ => Shape::TextFrom(prefix.into()),
    };
    with_message(message)
}

/// A parameter has a wrong value, told with the code of the type family. Of the text only how it begins is documented.
pub fn misvalued(parameter: &str) -> Outcome {
    let message = Shape::TextFrom(format!("openAwemeCustomerService:fail params.{parameter} ").into());
    with_message(message)
}

fn with_message(message: Shape) -> Outcome {
    let fields = vec![("errCode", Shape::Number(99)), ("errNo", Shape::Number(20001)), ("errMsg", message)];
    let seen = Seen { kind: Kind::Called, name: "fail", fields: Cow::Owned(fields) };
    Outcome { seen: Cow::Owned(vec![seen]), ..MISTYPED.clone() }
}

/// The call itself throws. No row names it.
pub static THROWS: Outcome = Outcome {
    id: "throws",
    says: Words::new("the call itself throws", "调用本身抛出异常"),
    cites: &[],
    seen: Cow::Borrowed(&[Seen { kind: Kind::Threw, name: "", fields: Cow::Borrowed(&[]) }]),
    unseen: &[],
};

/// Some failure. No row names which.
pub static FAILS: Outcome = Outcome {
    id: "fails",
    says: Words::new("`fail` with some text", "`fail`,文案不限"),
    cites: &[],
    seen: Cow::Borrowed(&[Seen::called("fail", &[("errMsg", Shape::TextFrom(Text::Borrowed("")))])]),
    unseen: &[],
};

/// Some failure with its documented members. No row names which.
pub static REFUSED: Outcome = Outcome {
    id: "refused",
    says: Words::new("`fail` with some error", "`fail`,错误不限"),
    cites: &[],
    seen: Cow::Borrowed(&[Seen::called(
        "fail",
        &[
            ("errCode", Shape::SomeNumber),
            ("errNo", Shape::SomeNumber),
            ("errMsg", Shape::TextFrom(Text::Borrowed("openAwemeCustomerService:fail "))),
        ],
    )]),
    unseen: &[],
};

/// The step ends without a word.
pub static NOTHING: Outcome = Outcome {
    id: "nothing",
    says: Words::new("neither `success` nor `fail` is called", "既不回调 `success` 也不回调 `fail`"),
    cites: &[],
    seen: Cow::Borrowed(&[]),
    unseen: &[],
};

/// Every ending that a row names: success, then the error table.
pub(super) const ENDINGS: &[&Outcome] = &[
    &OK,
    &PAYMENT_FAILED,
    &CANCELLED,
    &ILLEGAL,
    &INTERNAL,
    &NO_REAL_NAME,
    &OVER_LIMIT,
    &CUSTOM_ID,
    &NOT_LOGGED_IN,
    &NOT_SUPPORTED,
    &QUANTITY,
    &RISKY,
    &FACE_FAILED,
    &NO_DESK,
    &OFFLINE,
    &MISTYPED,
];

/// The rows of the error table, in its order.
pub static ROWS: &[&Outcome] = ENDINGS.split_at(1).1;
