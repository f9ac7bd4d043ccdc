//! (long: a table) The facts of the world that the interfaces share: the stage on which every call is made.

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

/// What the user does with the button, step by step.
pub static BUTTON_USER: Fact = fact(
    "button_user",
    Plain::Once("submits"),
    Range::ListOf(&["submits", "taps", "taps_twice", "waits"]),
    "what the user does with the button of the n-th step; the last entry goes on",
    "用户在第 n 步对按钮的操作;最后一项沿用",
);

/// How the cashier ends that the button opens, step by step.
pub static BUTTON_DESK: Fact = fact(
    "button_desk",
    Plain::Once("pays"),
    Range::ListOf(&[
        "pays",
        "times_out",
        "payment_fails",
        "closed",
        "cancels",
        "unknown",
        "leaves",
        "fails",
        "wechat_fails",
        "wechat_missing",
    ]),
    "how the cashier of the n-th step ends that the button opens; the last entry goes on",
    "第 n 步按钮所拉起收银台的结果;最后一项沿用",
);

/// The quantity that the user asks for.
pub static ORDER_QUANTITY: Fact = fact(
    "order_quantity",
    Plain::Null,
    Range::CountOrNull,
    "the quantity that the user asks for on the order page; `null`: the one that the page proposes",
    "用户在提单页选择的份数;`null` 表示沿用页面默认",
);

/// Whether the user gives a phone number.
pub static GIVES_PHONE: Fact = fact(
    "gives_phone",
    Plain::Flag(true),
    Range::Flag,
    "whether the user gives a phone number on the order page",
    "用户在提单页是否填写手机号",
);

/// Where the present lies towards the sale period.
pub static SALE: Fact = fact(
    "sale",
    Plain::Text("on_sale"),
    Range::OneOf(&["on_sale", "not_started", "starts_now", "ends_now", "ended"]),
    "where the present lies towards the sale period of goods of the library",
    "当前时间与商品库商品售卖时段的关系",
);

/// How many of the goods are left.
pub static STOCK: Fact = fact(
    "stock",
    Plain::Whole(100),
    Range::Count,
    "how many of the goods of the library are left",
    "商品库商品的剩余库存",
);

/// Whether goods outside the library may be sold.
pub static GOODS_WHITELISTED: Fact = fact(
    "goods_whitelisted",
    Plain::Flag(true),
    Range::Flag,
    "whether the mini program may sell goods outside the library",
    "小程序是否可售卖非商品库商品",
);

/// How the server of the goods library answers.
pub static GOODS_SERVER: Fact = fact(
    "goods_server",
    Plain::Text("answers"),
    Range::OneOf(&["answers", "internal_error", "rejects"]),
    "how the server that knows the goods of the library answers",
    "商品库服务的应答",
);

/// How the server answers that knows the payment ability.
pub static ABILITY_SERVER: Fact = fact(
    "ability_server",
    Plain::Text("answers"),
    Range::OneOf(&["answers", "internal_error", "rejects"]),
    "how the server answers that knows whether the mini program may be paid",
    "支付能力查询服务的应答",
);

/// How the creation of an order ends.
pub static ORDER_CREATION: Fact = fact(
    "order_creation",
    Plain::Text("answers"),
    Range::OneOf(&["answers", "internal_error", "bad_data"]),
    "how the creation of an order ends",
    "创建订单(预下单)的结果",
);

/// How the query for an unpaid order ends.
pub static ORDER_QUERY: Fact = fact(
    "order_query",
    Plain::Text("answers"),
    Range::OneOf(&["answers", "internal_error", "rejects"]),
    "how the query for the order whose payment goes on ends",
    "继续支付时订单查询的结果",
);

/// How the query for an order to refund ends.
pub static REFUND_QUERY: Fact = fact(
    "refund_query",
    Plain::Text("answers"),
    Range::OneOf(&["answers", "internal_error", "rejects", "no_goods", "nothing_left"]),
    "how the query for the order that is to be refunded ends",
    "申请退款时订单查询的结果",
);

/// How the query for the company's name ends.
pub static APP_NAME_SERVER: Fact = fact(
    "app_name_server",
    Plain::Text("answers"),
    Range::OneOf(&["answers", "internal_error"]),
    "how the query for the name of the company behind the mini program ends",
    "小程序主体名称查询的结果",
);

/// How the server answers that takes refunds.
pub static REFUND_SERVER: Fact = fact(
    "refund_server",
    Plain::Text("answers"),
    Range::OneOf(&["answers", "internal_error"]),
    "how the server answers that takes refunds",
    "退款申请服务的应答",
);

/// How the query for the details of a refund ends.
pub static REFUND_DETAIL: Fact = fact(
    "refund_detail",
    Plain::Text("answers"),
    Range::OneOf(&["answers", "not_got", "query_fails"]),
    "how the query for the details of a refund ends",
    "退款详情查询的结果",
);

/// What fails where the tap leads straight to the order page.
pub static DIRECT_ORDER: Fact = fact(
    "direct_order",
    Plain::Text("off"),
    Range::OneOf(&["off", "login_fails", "extra_info_fails"]),
    "what fails where the tap is to lead straight to the order page; `off`: it is not",
    "直跳提单页时失败的环节;`off` 表示不直跳",
);

/// Whether the order is an old one.
pub static OLD_ORDER: Fact = fact(
    "old_order",
    Plain::Flag(false),
    Range::Flag,
    "whether the order to be refunded is from before the trading system",
    "待退款订单是否为交易系统之前的老订单",
);

/// Whether the order goes the merged way.
pub static MERGED_ORDER: Fact = fact(
    "merged_order",
    Plain::Flag(false),
    Range::Flag,
    "whether the order to be refunded goes the merged way",
    "待退款订单是否走融合链路",
);

/// The platform's number of the order.
pub static ORDER_ID: Fact = fact(
    "order_id",
    Plain::Text("douyin-order-1"),
    Range::Text,
    "the platform's number of the order that is created, goes on or is refunded",
    "所创建、继续支付或退款的订单的抖音内部订单号",
);

/// The developer's number of a new order.
pub static OUT_ORDER_NO: Fact = fact(
    "out_order_no",
    Plain::Text("out-order-1"),
    Range::Text,
    "the developer's number of the order that is created",
    "所创建订单的开发者订单号",
);

/// The platform's number of the refund.
pub static REFUND_ID: Fact = fact(
    "refund_id",
    Plain::Text("douyin-refund-1"),
    Range::Text,
    "the platform's number of the refund",
    "抖音内部退款单号",
);

/// The developer's number of the refund.
pub static OUT_REFUND_NO: Fact = fact(
    "out_refund_no",
    Plain::Text("out-refund-1"),
    Range::Text,
    "the developer's number of the refund",
    "开发者退款单号",
);

/// What was paid for the first item order, in fen.
pub static ITEM_1_PAID: Fact = fact(
    "item_1_paid",
    Plain::Whole(10_000),
    Range::Fen,
    "what was paid for the item order `item-1`, in fen",
    "商品单 `item-1` 的实付金额(分)",
);

/// What was paid for the second item order, in fen.
pub static ITEM_2_PAID: Fact = fact(
    "item_2_paid",
    Plain::Whole(5_000),
    Range::Fen,
    "what was paid for the item order `item-2`, in fen",
    "商品单 `item-2` 的实付金额(分)",
);

/// What was refunded of the first item order, in fen.
pub static ITEM_1_REFUNDED: Fact = fact(
    "item_1_refunded",
    Plain::Whole(0),
    Range::Fen,
    "what was refunded of the item order `item-1` before this case, in fen",
    "本用例之前商品单 `item-1` 已退金额(分)",
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
    &BUTTON_USER,
    &BUTTON_DESK,
    &ORDER_QUANTITY,
    &GIVES_PHONE,
    &SALE,
    &STOCK,
    &GOODS_WHITELISTED,
    &GOODS_SERVER,
    &ABILITY_SERVER,
    &ORDER_CREATION,
    &ORDER_QUERY,
    &REFUND_QUERY,
    &APP_NAME_SERVER,
    &REFUND_SERVER,
    &REFUND_DETAIL,
    &DIRECT_ORDER,
    &OLD_ORDER,
    &MERGED_ORDER,
    &ORDER_ID,
    &OUT_ORDER_NO,
    &REFUND_ID,
    &OUT_REFUND_NO,
    &ITEM_1_PAID,
    &ITEM_2_PAID,
    &ITEM_1_REFUNDED,
];
