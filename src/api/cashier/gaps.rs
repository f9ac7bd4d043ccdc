//! (long: a table) Where the document on `tt.pay` is silent or contradicts itself.

use crate::api::documents::{FACTS, TT_PAY};
use crate::spec::{Cite, Gap, NAN, NULL, Reading, Words};

macro_rules! gap {
    ($(#[$doc:meta])* $name:ident, $id:literal, $en:literal, $zh:literal, $cites:expr, [$($reading:literal: $ren:literal, $rzh:literal;)+]) => {
        $(#[$doc])*
        pub(super) static $name: Gap = Gap {
            id: concat!("cashier/", $id),
            says: Words::new($en, $zh),
            cites: $cites,
            readings: &[$(Reading::new($reading, $ren, $rzh)),+],
        };
    };
}

const fn cite(section: &'static str, row: &'static str, words: &'static str) -> Cite {
    Cite { document: TT_PAY, section, row, words }
}

const fn fact(row: &'static str, words: &'static str) -> Cite {
    Cite { document: FACTS, section: "## tt.pay", row, words }
}

gap!(
    /// Between the version of the table and the one of the title.
    MINIMUM_VERSION, "minimum-version",
    "whether the method exists from base library 1.19.0 or from 1.19.4", "本方法的最低基础库版本是 1.19.0 还是 1.19.4",
    &[cite("", "tt.pay", "1.19.4+"), cite("输入", "success", "1.19.0")],
    [
        "title": "from 1.19.4, as the title says", "以标题为准:1.19.4";
        "table": "from 1.19.0, as the table says", "以表格为准:1.19.0";
    ]
);
gap!(
    /// Below the first version.
    BELOW_MINIMUM, "below-minimum",
    "what a call does below the first base library", "低于最低基础库版本时调用的表现",
    &[],
    [
        "throws": "the function does not exist, so calling it throws", "函数不存在,调用抛出异常";
        "fails": "it fails with some text", "以某种文案回调失败";
        "nothing": "nothing happens", "没有任何反应";
    ]
);
gap!(
    /// Options that are no object.
    OPTIONS_TYPE, "options-type",
    "what a call does whose options are no object", "options 不是对象时的表现",
    &[],
    [
        "throws": "it throws", "抛出异常";
        "nothing": "nothing happens", "没有任何反应";
    ]
);
gap!(
    /// A callback that is no function.
    CALLBACK_TYPE, "callback-type",
    "what becomes of a callback that is no function", "回调参数不是函数时如何处理",
    &[],
    [
        "ignored": "it is ignored", "忽略";
        "refused": "the call fails", "调用失败";
    ]
);
gap!(
    /// A callback that throws.
    CALLBACK_THROWS, "callback-throws",
    "whether complete still runs after a callback that throws", "回调抛出异常后是否仍执行 complete",
    &[],
    [
        "goes-on": "it does", "仍执行";
        "stops": "it does not", "不再执行";
    ]
);
gap!(
    /// `service` is not passed.
    SERVICE_MISSING, "service-missing",
    "a call without service is refused, or pays at the cashier", "未传 service:拒绝,还是按 1 处理",
    &[cite("输入", "service", "固定值:1 (拉起小程序收银台)")],
    [
        "refused": "it is refused", "拒绝";
        "one": "it pays at the cashier, as with 1", "按 1 处理";
    ]
);
gap!(
    /// An option of a wrong type that only matters at the desk.
    OPTION_TYPE, "option-type",
    "a getOrderStatus, payChannel, default_pay_channel or _debug of a wrong type is ignored, or refused",
    "getOrderStatus、payChannel、default_pay_channel、_debug 类型错误:忽略,还是拒绝",
    &[],
    [
        "ignored": "as if it were not passed", "视为未传";
        "refused": "the call fails before the desk opens", "拉起收银台前失败";
    ]
);
gap!(
    /// Times as numbers.
    NUMERIC_TIMES, "numeric-times",
    "timestamp, trade_time and valid_time may be numbers, or not", "timestamp、trade_time、valid_time 能否为数字",
    &[fact("- The sign page's own example", "passes `timestamp`, `trade_time`, `valid_time` as numbers")],
    [
        "refused": "a number is a value of the wrong type", "数字属于类型错误";
        "accepted": "a number is as good as its text", "数字等同于其文本";
    ]
);
gap!(
    /// How many digits a time has.
    TIME_DIGITS, "time-digits",
    "a time in seconds has ten digits, or any number of them", "秒级时间戳必须是十位,还是任意位数",
    &[fact("- Id formats", "times `[0-9]{1,19}`")],
    [
        "ten": "ten digits", "十位";
        "any": "any digits", "任意位数";
    ]
);
gap!(
    /// A total of nothing.
    TOTAL_ZERO, "total-zero",
    "a total_amount of 0 is refused, or accepted", "total_amount 为 0:拒绝,还是接受",
    &[],
    [
        "refused": "it is refused", "拒绝";
        "accepted": "it is accepted", "接受";
    ]
);
gap!(
    /// An empty `notify_url`.
    NOTIFY_EMPTY, "notify-empty",
    "an empty notify_url is refused, or accepted", "notify_url 为空字符串:拒绝,还是接受",
    &[fact("- The sign page's own example", "an empty `notify_url`")],
    [
        "refused": "only the fixed value will do", "只接受固定值";
        "accepted": "the empty text is accepted too", "也接受空字符串";
    ]
);
gap!(
    /// No `risk_info`.
    RISK_INFO_MISSING, "risk-info-missing",
    "an order without risk_info is refused, or accepted", "未传 risk_info:拒绝,还是接受",
    &[],
    [
        "refused": "it is refused", "拒绝";
        "accepted": "it is accepted", "接受";
    ]
);
gap!(
    /// Fixed values without the cashier.
    DIRECT_CONTENT, "direct-content",
    "with service 3 and 4 the fields that need not be real must have their fixed values, or not",
    "service=3|4 时,不要求真实的字段是否仍须为固定值",
    &[cite("说明:", "  • service=3|4", "其他字段传非空、符合格式要求内容即可")],
    [
        "binds": "the fixed values bind", "仍须为固定值";
        "free": "any well-formed value will do", "格式正确即可";
    ]
);
gap!(
    /// The form of the urls.
    URL_FORM, "url-form",
    "the form of wx_url and alipay_url is checked at once, when the wallet starts, or never",
    "wx_url、alipay_url 的格式:立即校验、拉起钱包时校验,还是不校验",
    &[],
    [
        "never": "never: the wallet takes it", "不校验";
        "at-once": "at once: the call fails", "立即校验,调用失败";
        "wallet": "the wallet does not start", "拉起钱包失败";
    ]
);
gap!(
    /// No channel at all.
    NO_CHANNEL, "no-channel",
    "a cashier without any channel opens empty, or is refused", "未提供任何支付渠道:展示空的收银台,还是拒绝",
    &[],
    [
        "empty": "the desk opens without channels", "展示没有渠道的收银台";
        "refused": "the call fails", "调用失败";
    ]
);
gap!(
    /// An empty `wx_type`.
    WX_TYPE_EMPTY, "wx-type-empty",
    "an empty wx_type beside an empty wx_url counts as not passed, or is refused", "wx_url 为空时 wx_type 为空字符串:视为未传,还是拒绝",
    &[],
    [
        "missing": "as if it were not passed", "视为未传";
        "refused": "it is refused", "拒绝";
    ]
);
gap!(
    /// `wx_type` without `wx_url`.
    WX_TYPE_ALONE, "wx-type-alone",
    "a wx_type beside an empty wx_url is refused, or ignored", "wx_url 为空却传了 wx_type:拒绝,还是忽略",
    &[],
    [
        "refused": "it is refused", "拒绝";
        "ignored": "it is ignored", "忽略";
    ]
);
gap!(
    /// The other wallet's url.
    BOTH_URLS, "both-urls",
    "with service 3 and 4 the url of the other wallet is needed too, or not", "service=3|4 时是否也必须提供另一渠道的 url",
    &[cite("说明:", "  • service=3|4", "wx_url, alipay_url, wx_type 字段值必须是真实信息")],
    [
        "one": "only the url of the wallet that is called", "只需所用渠道的 url";
        "both": "both urls", "两个 url 都需要";
    ]
);
gap!(
    /// From when an order's time is remembered.
    TIME_REMEMBERED, "time-remembered",
    "from when the trade_time of an out_order_no is remembered", "out_order_no 的 trade_time 自何时起被记住",
    &[],
    [
        "accepted": "from the first call that is accepted", "首次被接受的调用";
        "call": "from the first call", "首次调用";
        "paid": "from the first payment", "首次支付成功";
    ]
);
gap!(
    /// The same, without the cashier.
    TIME_DIRECT, "time-direct",
    "with service 3 and 4 the same out_order_no needs the same trade_time, or not", "service=3|4 时 trade_time 一致性是否适用",
    &[],
    [
        "binds": "it does", "适用";
        "free": "it does not", "不适用";
    ]
);
gap!(
    /// A paid order, again.
    PAID_AGAIN, "paid-again",
    "an out_order_no that was paid may be paid again, or is refused", "已支付的 out_order_no 再次支付:接受,还是拒绝",
    &[],
    [
        "accepted": "it is accepted", "接受";
        "refused": "it is refused", "拒绝";
    ]
);
gap!(
    /// Upper-case signatures.
    SIGN_CASE, "sign-case",
    "a signature in upper-case hex is refused, or accepted", "大写十六进制的签名:拒绝,还是接受",
    &[],
    [
        "refused": "it is refused", "拒绝";
        "accepted": "it is accepted", "接受";
    ]
);
gap!(
    /// Fields of white space alone, where they are signed.
    SIGN_BLANK, "sign-blank",
    "whether a field of an orderInfo that is white space alone is part of what is signed", "仅含空白的 orderInfo 字段是否参与验签",
    &[],
    [
        "signed": "it is not empty: it is signed", "不算空,参与签名";
        "dropped": "it is empty: it is left out", "算空,不参与签名";
    ]
);
gap!(
    /// No status, or one that nobody knows.
    STATUS_UNCLEAR, "status-unclear",
    "what becomes of a payment in WeChat whose status nobody tells, or tells in another way than by a promise of a documented code",
    "微信支付后得不到订单状态,或状态不是以 Promise 返回的文档所列的值",
    &[
        cite("输入", "getOrderStatus", "该方法需要返回个 Promise 对象"),
        cite("getOrderStatus", "  • 出参", "其中 code 是一个 Int 类型"),
    ],
    [
        "stays": "the desk stays open", "停留在收银台";
        "unknown": "it ends in 9", "以 9 结束";
        "failed": "it ends in 2", "以 2 结束";
    ]
);
gap!(
    /// A promise that never settles.
    STATUS_NEVER, "status-never",
    "what becomes of a payment in WeChat whose status never comes", "getOrderStatus 的 Promise 一直不结束",
    &[cite("getOrderStatus", "该接口需要返回", "该接口需要返回 Promise 对象")],
    [
        "waits": "nothing more happens", "一直等待";
        "given-up": "after a time it is as if no status had come", "超时后按未返回状态处理";
        "timed-out": "it ends in 1", "以 1 结束";
    ]
);
gap!(
    /// The desk is closed after an unknown status.
    CLOSED_AFTER_UNKNOWN, "closed-after-unknown",
    "a desk that is closed after a status that is not known ends in 4, or in 9", "订单状态未知后关闭收银台:4 还是 9",
    &[],
    [
        "cancelled": "in 4", "4";
        "unknown": "in 9", "9";
    ]
);
gap!(
    /// Nobody finishes.
    NEVER_FINISHED, "never-finished",
    "a user who never finishes is not heard of, or the payment times out", "用户一直不操作:没有回调,还是支付超时",
    &[],
    [
        "nothing": "nothing is heard", "没有回调";
        "timed-out": "it ends in 1", "以 1 结束";
    ]
);
gap!(
    /// WeChat without the cashier.
    DIRECT_WECHAT_RESULT, "direct-wechat-result",
    "with service 3 the result cannot be known: it ends in 9, or nothing is heard", "service=3 无法得知结果:回调 9,还是没有回调",
    &[cite("getOrderStatus", "小程序收银台使用的是", "小程序收银台无法收到微信支付结果回调")],
    [
        "unknown": "it ends in 9", "以 9 结束";
        "nothing": "nothing is heard", "没有回调";
    ]
);
gap!(
    /// WeChat without the cashier, failing.
    DIRECT_WECHAT_FAILED, "direct-wechat-failed",
    "with service 3 a payment that fails inside WeChat ends in 10000, or as any other", "service=3 时微信内支付失败:10000,还是与其他情形相同",
    &[],
    [
        "10000": "it fails with 10000", "以 10000 失败";
        "untold": "as any other payment in WeChat", "与其他情形相同";
    ]
);
gap!(
    /// Alipay without the cashier, failing.
    DIRECT_ALIPAY_FAILED, "direct-alipay-failed",
    "with service 4 a payment that fails in Alipay ends in 10000 or in 2", "service=4 时支付宝支付失败:10000 还是 2",
    &[],
    [
        "10000": "it fails with 10000", "以 10000 失败";
        "2": "it succeeds with 2", "以 success 2 结束";
    ]
);
gap!(
    /// No WeChat at the desk.
    WALLET_MISSING, "wallet-missing",
    "at the desk, a WeChat that is not installed or does not start is told there, or ends the payment",
    "收银台内微信未安装或无法拉起:提示并停留,还是失败",
    &[],
    [
        "stays": "the user is told, and the desk stays open", "提示并停留在收银台";
        "fails": "the payment fails with 10002 or 10001", "以 10002 或 10001 失败";
    ]
);
gap!(
    /// No Alipay at the desk.
    ALIPAY_MISSING, "alipay-missing",
    "at the desk, an Alipay that is not installed or does not start is told there, or ends the payment",
    "收银台内支付宝未安装或无法拉起:提示并停留,还是失败",
    &[],
    [
        "stays": "the user is told, and the desk stays open", "提示并停留在收银台";
        "fails": "the payment fails with some text", "以某种文案失败";
    ]
);
gap!(
    /// Alipay left unpaid at the desk.
    ALIPAY_UNPAID, "alipay-unpaid",
    "at the desk, a user who leaves Alipay without paying is back at the desk, or the payment ends in 4 or 9",
    "收银台内未在支付宝完成支付即返回:停留、4 还是 9",
    &[],
    [
        "stays": "back at the desk", "停留在收银台";
        "cancelled": "it ends in 4", "以 4 结束";
        "unknown": "it ends in 9", "以 9 结束";
    ]
);
gap!(
    /// A channel that nobody knows.
    CHANNEL_UNKNOWN, "channel-unknown",
    "a default_pay_channel that nobody knows is ignored, or refused", "default_pay_channel 取值未知:忽略,还是拒绝",
    &[],
    [
        "ignored": "it is ignored", "忽略";
        "refused": "the call fails", "调用失败";
    ]
);
gap!(
    /// No default channel.
    TICKED, "ticked",
    "which channel is ticked where none is named that the desk offers", "未指定(或未展示)默认渠道时勾选哪个渠道",
    &[],
    [
        "wx": "the first one, which is WeChat where it is offered", "首个渠道(有微信时为微信)";
        "alipay": "the first one, which is Alipay where it is offered", "首个渠道(有支付宝时为支付宝)";
        "none": "none", "不勾选";
    ]
);
gap!(
    /// Apps that no list names.
    OTHER_HOST, "other-host",
    "an app that is not listed refuses the payment, or takes it", "未列出的宿主:拒绝,还是支持",
    &[],
    [
        "refused": "it is refused", "拒绝";
        "accepted": "it is taken", "支持";
    ]
);
gap!(
    /// Virtual goods in the developer tools.
    TOOLS_VIRTUAL, "tools-virtual",
    "whether the developer tools, where they play iOS, refuse virtual goods", "开发者工具模拟 iOS 时,是否拒绝虚拟物品",
    &[],
    [
        "refused": "they do", "拒绝";
        "accepted": "they do not", "接受";
    ]
);
gap!(
    /// An order valid for no time.
    VALID_ZERO, "valid-zero",
    "a valid_time of 0 is refused, or accepted", "valid_time 为 \"0\":拒绝,还是接受",
    &[],
    [
        "refused": "it is refused", "拒绝";
        "accepted": "it is accepted", "接受";
    ]
);
gap!(
    /// An order whose time has passed.
    EXPIRED, "expired",
    "what becomes of an order whose trade_time and valid_time have passed", "trade_time + valid_time 已过的订单",
    &[],
    [
        "unchecked": "nobody looks at it", "不检查";
        "timed-out": "it ends in 1", "以 1 结束";
        "refused": "the call fails", "调用失败";
    ]
);
gap!(
    /// No network at the desk.
    DESK_OFFLINE, "desk-offline",
    "offline, the cashier cannot be opened, or a payment at it fails or is cancelled", "离线时收银台无法拉起,还是支付失败或取消",
    &[],
    [
        "fails": "the call fails", "调用失败";
        "failed": "it ends in 2", "以 2 结束";
        "cancelled": "it ends in 4", "以 4 结束";
    ]
);

/// Every gap that these rules ask for.
pub(super) static ALL: &[&Gap] = &[
    &NULL,
    &NAN,
    &MINIMUM_VERSION,
    &BELOW_MINIMUM,
    &OPTIONS_TYPE,
    &CALLBACK_TYPE,
    &CALLBACK_THROWS,
    &SERVICE_MISSING,
    &OPTION_TYPE,
    &NUMERIC_TIMES,
    &TIME_DIGITS,
    &TOTAL_ZERO,
    &NOTIFY_EMPTY,
    &RISK_INFO_MISSING,
    &DIRECT_CONTENT,
    &URL_FORM,
    &NO_CHANNEL,
    &WX_TYPE_EMPTY,
    &WX_TYPE_ALONE,
    &BOTH_URLS,
    &TIME_REMEMBERED,
    &TIME_DIRECT,
    &PAID_AGAIN,
    &SIGN_CASE,
    &SIGN_BLANK,
    &STATUS_UNCLEAR,
    &STATUS_NEVER,
    &CLOSED_AFTER_UNKNOWN,
    &NEVER_FINISHED,
    &DIRECT_WECHAT_RESULT,
    &DIRECT_WECHAT_FAILED,
    &DIRECT_ALIPAY_FAILED,
    &WALLET_MISSING,
    &ALIPAY_MISSING,
    &ALIPAY_UNPAID,
    &CHANNEL_UNKNOWN,
    &TICKED,
    &OTHER_HOST,
    &TOOLS_VIRTUAL,
    &VALID_ZERO,
    &EXPIRED,
    &DESK_OFFLINE,
];
