//! The facts of the world that the interfaces share: the stage on which every call is made.

use crate::spec::{Fact, Plain, Range, Words};

pub use crate::spec::BASE_LIBRARY;

const fn fact(name: &'static str, plain: Plain, range: Range, en: &'static str, zh: &'static str) -> Fact {
    Fact { name, says: Words::new(en, zh), plain, range }
}

/// The app that runs the mini program.
pub static HOST: Fact = fact(
    "host",
    Plain::Text("douyin"),
    Range::OneOf(&["douyin", "toutiao", "other", "devtools"]),
    "the app that runs the mini program; `other` is one that no document names, `devtools` is the developer tools",
    "运行小程序的宿主;`other` 指文档未列出的宿主,`devtools` 指开发者工具",
);

/// The version of that app.
pub static HOST_VERSION: Fact = fact(
    "host_version",
    Plain::Text("35.0.0"),
    Range::Version,
    "version of the app that runs the mini program",
    "宿主 App 版本",
);

/// What is paid for with `tt.pay`.
pub static VIRTUAL_GOODS: Fact = fact(
    "virtual_goods",
    Plain::Flag(false),
    Range::Flag,
    "whether what is paid for is virtual",
    "支付的商品是否为虚拟物品",
);

/// What happens when WeChat is called.
pub static WECHAT: Fact = fact(
    "wechat",
    Plain::Text("pays"),
    Range::OneOf(&["pays", "payment_fails", "unpaid", "does_not_start", "missing"]),
    "what happens when WeChat is called",
    "调起微信后的结果",
);

/// What happens when Alipay is called.
pub static ALIPAY: Fact = fact(
    "alipay",
    Plain::Text("pays"),
    Range::OneOf(&["pays", "payment_fails", "unpaid", "times_out", "closed", "missing"]),
    "what happens when Alipay is called, which tells how the payment ended",
    "调起支付宝后的结果(支付宝会告知支付结果)",
);

/// What the user does at the cashier, step by step.
pub static CASHIER_USER: Fact = fact(
    "cashier_user",
    Plain::Once("alipay"),
    Range::ListOf(&[
        "wx",
        "alipay",
        "confirms",
        "closes",
        "leaves",
        "wx wx",
        "wx alipay",
        "alipay wx",
        "alipay alipay",
        "wx wx wx",
    ]),
    "what the user does at the cashier of the n-th step, action by action; the last entry goes on",
    "用户在第 n 步收银台上的操作(依次);最后一项沿用",
);

/// The time.
pub static CLOCK: Fact = fact(
    "clock",
    Plain::Whole(1_566_720_690),
    Range::Seconds,
    "the time as the platform sees it, in seconds since 1970",
    "平台时间(秒级时间戳)",
);

/// The operating system.
pub static OS: Fact = fact(
    "os",
    Plain::Text("android"),
    Range::OneOf(&["android", "ios"]),
    "operating system of the phone",
    "手机操作系统",
);

/// Whether the payment ability is open.
pub static PAYMENT_OPEN: Fact = fact(
    "payment_open",
    Plain::Flag(true),
    Range::Flag,
    "whether the mini program has opened the payment ability",
    "小程序是否已开通支付能力",
);

/// Whether the user is logged in.
pub static LOGGED_IN: Fact =
    fact("logged_in", Plain::Flag(true), Range::Flag, "whether the user is logged in", "用户是否已登录");

/// Whether the user has passed real-name verification.
pub static REAL_NAME: Fact = fact(
    "real_name",
    Plain::Flag(true),
    Range::Flag,
    "whether the user has passed real-name verification",
    "用户是否已通过实名认证",
);

/// What the user has paid before, in fen.
pub static SPENT: Fact = fact(
    "spent",
    Plain::Whole(0),
    Range::Fen,
    "what the user has paid before this case, in fen",
    "本用例之前用户的累计支付金额(分)",
);

/// The limit of what the user may pay in total, in fen.
pub static SPENDING_LIMIT: Fact = fact(
    "spending_limit",
    Plain::Null,
    Range::FenOrNull,
    "limit of what the user may pay in total, in fen; `null` is none",
    "用户累计支付金额上限(分);`null` 表示不限",
);

/// Whether risk control intercepts the deal.
pub static RISK: Fact = fact(
    "risk",
    Plain::Flag(false),
    Range::Flag,
    "whether risk control intercepts the deal",
    "交易是否被风控拦截",
);

/// How face verification ends.
pub static FACE: Fact = fact(
    "face",
    Plain::Text("passes"),
    Range::OneOf(&["passes", "fails"]),
    "how face verification ends, if it is asked for",
    "人脸校验的结果(如果需要校验)",
);

/// The user's network.
pub static NETWORK: Fact = fact(
    "network",
    Plain::Text("online"),
    Range::OneOf(&["online", "offline"]),
    "the user's network",
    "用户网络",
);

/// Whether the cash desk can be opened.
pub static DESK: Fact = fact(
    "desk",
    Plain::Text("opens"),
    Range::OneOf(&["opens", "fails"]),
    "whether the cash desk can be opened",
    "收银台能否拉起",
);

/// How the platform's order server answers.
pub static ORDER_SERVER: Fact = fact(
    "order_server",
    Plain::Text("answers"),
    Range::OneOf(&["answers", "internal_error"]),
    "how the platform's order server answers",
    "平台订单服务的应答",
);

/// What the user does at the desk, step by step.
pub static USER: Fact = fact(
    "user",
    Plain::Once("pays"),
    Range::ListOf(&["pays", "cancels", "payment_fails", "closes", "times_out", "leaves"]),
    "what the user does at the desk of the n-th step; the last entry goes on",
    "用户在第 n 步收银台上的操作;最后一项沿用",
);

/// The price of one game coin, in yuan.
pub static COIN_PRICE: Fact = fact(
    "coin_price",
    Plain::Text("0.1"),
    Range::DecimalOrNull,
    "price of one game coin in yuan, as a decimal number; `null`: not configured",
    "游戏币单价(元,十进制文本);`null` 表示未配置",
);

/// The payment secret.
pub static PAYMENT_SECRET: Fact = fact(
    "payment_secret",
    Plain::Text("paystone-example-secret"),
    Range::Text,
    "the payment secret that orders are signed with",
    "订单签名使用的支付密钥",
);

/// Every fact.
pub static FACTS: &[&Fact] = &[
    &BASE_LIBRARY,
    &HOST,
    &HOST_VERSION,
    &OS,
    &PAYMENT_OPEN,
    &LOGGED_IN,
    &REAL_NAME,
    &SPENT,
    &SPENDING_LIMIT,
    &RISK,
    &FACE,
    &NETWORK,
    &DESK,
    &ORDER_SERVER,
    &USER,
    &COIN_PRICE,
    &VIRTUAL_GOODS,
    &WECHAT,
    &ALIPAY,
    &CASHIER_USER,
    &CLOCK,
    &PAYMENT_SECRET,
];
