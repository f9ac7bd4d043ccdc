//! How a payment may end: the codes of `success`, those of `fail`, and what only gaps allow.

use std::borrow::Cow;

use crate::api::documents::TT_PAY;
use crate::ground::Text;
use crate::spec::{Cite, Kind, Outcome, Seen, Shape, Words};

const SUCCESS: &str = "success 返回参数说明";
const FAIL: &str = "fail 返回参数说明";

/// A code of `success`.
macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $id:literal, $code:literal, $words:literal, $en:literal, $zh:literal) => {
        $(#[$doc])*
        pub static $name: Outcome = Outcome {
            id: $id,
            says: Words::new($en, $zh),
            cites: &[Cite { document: TT_PAY, section: SUCCESS, row: "code", words: $words }],
            seen: Cow::Borrowed(&[Seen::called("success", &[("code", Shape::Number($code))])]),
            unseen: &[],
        };
    };
}

code!(
    /// Paid.
    PAID, "0", 0, "0:支付成功", "`success` 0: paid", "`success` 0:支付成功"
);
code!(
    /// Timed out.
    TIMED_OUT, "1", 1, "1:支付超时", "`success` 1: the payment timed out", "`success` 1:支付超时"
);
code!(
    /// Failed.
    FAILED, "2", 2, "2:支付失败", "`success` 2: the payment failed", "`success` 2:支付失败"
);
code!(
    /// Closed.
    CLOSED, "3", 3, "3:支付关闭", "`success` 3: the payment was closed", "`success` 3:支付关闭"
);
code!(
    /// Cancelled.
    CANCELLED, "4", 4, "4:支付取消", "`success` 4: the payment was cancelled", "`success` 4:支付取消"
);
code!(
    /// The developer must find out.
    UNKNOWN, "9", 9, "9:订单状态开发者自行获取",
    "`success` 9: the developer must find the status out", "`success` 9:订单状态由开发者自行获取"
);

/// A code that stands in the text of `fail`.
macro_rules! error {
    ($(#[$doc:meta])* $name:ident, $id:literal, $code:literal, $words:literal, $en:literal, $zh:literal) => {
        $(#[$doc])*
        pub static $name: Outcome = Outcome {
            id: $id,
            says: Words::new($en, $zh),
            cites: &[Cite { document: TT_PAY, section: FAIL, row: "errMsg", words: $words }],
            seen: Cow::Borrowed(&[Seen::called("fail", &[("errMsg", Shape::TextWith($code))])]),
            unseen: &[],
        };
    };
}

error!(
    /// The payment failed in the wallet.
    PAYMENT_FAILED, "10000", 10000, "10000- 支付失败",
    "`fail` with 10000: the payment failed", "`fail` 10000:支付失败"
);
error!(
    /// WeChat does not start.
    WECHAT_FAILS, "10001", 10001, "10001- 调起微信失败",
    "`fail` with 10001: WeChat could not be started", "`fail` 10001:调起微信失败"
);
error!(
    /// WeChat is not installed.
    NO_WECHAT, "10002", 10002, "10002- 微信未安装",
    "`fail` with 10002: WeChat is not installed", "`fail` 10002:微信未安装"
);

/// The call is refused; with which text, no row says.
pub static REFUSED: Outcome = Outcome {
    id: "refused",
    says: Words::new("`fail` with some text", "`fail`,文案不限"),
    cites: &[Cite {
        document: TT_PAY, section: "代码示例", row: "tt.pay({", words: "调起收银台失败"
    }],
    seen: Cow::Borrowed(&[Seen::called("fail", &[("errMsg", Shape::TextFrom(Text::Borrowed("")))])]),
    unseen: &[],
};

/// The call itself throws. No row names it.
pub static THROWS: Outcome = Outcome {
    id: "throws",
    says: Words::new("the call itself throws", "调用本身抛出异常"),
    cites: &[],
    seen: Cow::Borrowed(&[Seen { kind: Kind::Threw, name: "", fields: Cow::Borrowed(&[]) }]),
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

/// The codes that the document lists: those of `success`, then those of `fail`.
pub static CODES: &[&Outcome] =
    &[&PAID, &TIMED_OUT, &FAILED, &CLOSED, &CANCELLED, &UNKNOWN, &PAYMENT_FAILED, &WECHAT_FAILS, &NO_WECHAT];
