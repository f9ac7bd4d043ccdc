//! (long: a table) How a step may end: without an error, in a row of the error table, or in a callback that tells of a failure.

use std::borrow::Cow;

use crate::api::documents::PAY_BUTTON;
use crate::ground::Text;
use crate::spec::{Cite, Kind, Outcome, Seen, Shape, Words};

/// No error is told.
pub static QUIET: Outcome = Outcome {
    id: "no-error",
    says: Words::new("no error is told", "不报错"),
    cites: &[],
    seen: Cow::Borrowed(&[]),
    unseen: &[],
};

/// A row of the error table as an outcome: `bind:error` with its number.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident, $id:literal, $no:literal, $words:literal, $en:literal, $zh:literal) => {
        $(#[$doc])*
        pub static $name: Outcome = Outcome {
            id: $id,
            says: Words::new(concat!("`bind:error` ", $id, ": ", $en), concat!("`bind:error` ", $id, ":", $zh)),
            cites: &[Cite { document: PAY_BUTTON, section: "bind:error 报错信息", row: $id, words: $words }],
            seen: Cow::Borrowed(&[Seen::called("error", &[("detail.errNo", Shape::Number($no))])]),
            unseen: &[],
        };
    };
}

row!(
    /// Mode is illegal.
    MODE, "21500", 21_500, "mode 非法",
    "mode is illegal", "mode 不合法"
);

row!(
    /// Goods-id is illegal.
    GOODS_ID, "21501", 21_501, "goods-id 非法",
    "goods-id is illegal", "goods-id 不合法"
);

row!(
    /// Goods-type is illegal.
    GOODS_TYPE, "21502", 21_502, "goods-type 非法",
    "goods-type is illegal", "goods-type 不合法"
);

row!(
    /// `bind:getgoodsinfo` is missing.
    NO_GETGOODSINFO, "21503", 21_503, "无 bind:getgoodsinfo",
    "bind:getgoodsinfo is missing", "缺少 bind:getgoodsinfo"
);

row!(
    /// `bind:placeorder` is missing.
    NO_PLACEORDER, "21504", 21_504, "无 bind:placeorder",
    "bind:placeorder is missing", "缺少 bind:placeorder"
);

row!(
    /// The goods library fails.
    GOODS_INTERNAL, "21505", 21_505, "商品库商品获取商品信息,服务端内部错误",
    "the goods library fails", "商品库服务内部错误"
);

row!(
    /// The goods library does not accept the parameters.
    GOODS_REJECTED, "21506", 21_506, "商品库商品获取商品信息,服务端校验参数不通过",
    "the goods library does not accept the parameters", "商品库服务未通过参数校验"
);

row!(
    /// The query for the payment ability fails.
    ABILITY_INTERNAL, "21507", 21_507, "支付能力查询,服务端内部错误",
    "the query for the payment ability fails", "支付能力查询服务内部错误"
);

row!(
    /// The query for the payment ability is not accepted.
    ABILITY_REJECTED, "21508", 21_508, "支付能力查询,服务端校验参数不通过",
    "the query for the payment ability is not accepted", "支付能力查询未通过参数校验"
);

row!(
    /// `bind:getgoodsinfo` fails.
    GETGOODSINFO_FAILED, "21509", 21_509, "开发者 bind:getgoodsinfo 调用失败",
    "bind:getgoodsinfo fails", "bind:getgoodsinfo 执行失败"
);

row!(
    /// `bind:placeorder` fails.
    PLACEORDER_FAILED, "21510", 21_510, "开发者 bind:placeorder 调用失败",
    "bind:placeorder fails", "bind:placeorder 执行失败"
);

row!(
    /// The labels of goods outside the library are not accepted.
    LABELS, "21511", 21_511, "非商品库商品,商品标签校验不通过",
    "the labels of goods outside the library are not accepted", "非商品库商品的标签未通过校验"
);

row!(
    /// What `bind:getgoodsinfo` gives is of a wrong type.
    GOODS_INFO_TYPE, "21512", 21_512, "bind:getgoodsinfo 传入数据类型错误",
    "what bind:getgoodsinfo gives is of a wrong type", "bind:getgoodsinfo 返回的数据类型有误"
);

row!(
    /// Tapped while the goods information is on its way.
    STILL_LOADING, "21513", 21_513, "点击按钮后触发,获取商品信息中",
    "tapped while the goods information is on its way", "点击时商品信息仍在获取"
);

row!(
    /// Tapped after the goods information failed.
    LOADING_FAILED, "21514", 21_514, "点击按钮后触发,获取商品信息失败",
    "tapped after the goods information failed", "点击时商品信息获取已失败"
);

row!(
    /// Tapped without payment ability.
    NO_ABILITY, "21515", 21_515, "点击按钮后触发,无支付能力",
    "tapped without payment ability", "点击时没有支付能力"
);

row!(
    /// `bind:pay` is missing.
    NO_PAY, "21516", 21_516, "无 bind:pay 方法",
    "bind:pay is missing", "缺少 bind:pay"
);

row!(
    /// The server fails to create the order.
    ORDER_FAILED, "21517", 21_517, "创建订单(预下单),服务端错误",
    "the server fails to create the order", "创建订单时服务端出错"
);

row!(
    /// No order can be made of the data.
    ORDER_DATA, "21518", 21_518, "订单数据错误,无法生成订单",
    "no order can be made of the data", "订单数据有误,无法下单"
);

row!(
    /// Order-status is illegal.
    ORDER_STATUS, "21521", 21_521, "order-status 非法",
    "order-status is illegal", "order-status 不合法"
);

row!(
    /// Order-id is illegal.
    ORDER_ID, "21522", 21_522, "order-id 非法",
    "order-id is illegal", "order-id 不合法"
);

row!(
    /// Refund-id is illegal.
    REFUND_ID, "21523", 21_523, "refund-id 非法",
    "refund-id is illegal", "refund-id 不合法"
);

row!(
    /// Refund-total-amount is missing for an old order.
    NO_REFUND_TOTAL, "21524", 21_524, "缺少 refund-total-amount",
    "refund-total-amount is missing for an old order", "老订单缺少 refund-total-amount"
);

row!(
    /// The query for the order to pay fails.
    ORDER_QUERY_INTERNAL, "21526", 21_526, "继续支付获取订单信息失败,服务端内部错误",
    "the query for the order to pay fails", "继续支付查询订单时服务端内部错误"
);

row!(
    /// The query for the order to pay is not accepted.
    ORDER_QUERY_REJECTED, "21527", 21_527, "继续支付获取订单信息失败,服务端参数校验不通过",
    "the query for the order to pay is not accepted", "继续支付查询订单未通过参数校验"
);

row!(
    /// The query for the order to refund fails.
    REFUND_QUERY_INTERNAL, "21528", 21_528, "申请退款获取订单信息失败,服务端内部错误",
    "the query for the order to refund fails", "申请退款查询订单时服务端内部错误"
);

row!(
    /// The query for the order to refund is not accepted.
    REFUND_QUERY_REJECTED, "21529", 21_529, "申请退款获取订单信息失败,服务端参数校验不通过",
    "the query for the order to refund is not accepted", "申请退款查询订单未通过参数校验"
);

row!(
    /// The order to refund comes without its goods.
    REFUND_QUERY_NO_GOODS, "21530", 21_530, "服务端返回数据缺少商品信息",
    "the order to refund comes without its goods", "待退款订单缺少商品信息"
);

row!(
    /// Nothing of the order can be refunded.
    NOTHING_TO_REFUND, "21531", 21_531, "订单可退份数等于0",
    "nothing of the order can be refunded", "订单已无可退份数"
);

row!(
    /// The details of the refund are not got.
    REFUND_DETAIL_FAILED, "21532", 21_532, "查看退款详情 获取退款详情失败",
    "the details of the refund are not got", "未取得退款详情"
);

row!(
    /// `bind:applyrefund` fails.
    APPLYREFUND_FAILED, "21533", 21_533, "bind:applyrefund 调用失败",
    "bind:applyrefund fails", "bind:applyrefund 执行失败"
);

row!(
    /// What `bind:applyrefund` gives is of a wrong type.
    APPLYREFUND_TYPE, "21534", 21_534, "bind:applyrefund 返回类型错误",
    "what bind:applyrefund gives is of a wrong type", "bind:applyrefund 返回值类型有误"
);

row!(
    /// The server fails to take the refund.
    REFUND_FAILED, "21535", 21_535, "申请退款失败,服务端错误",
    "the server fails to take the refund", "申请退款时服务端出错"
);

row!(
    /// The company's name is not got.
    APP_NAME_FAILED, "21536", 21_536, "获取小程序主体名称失败,服务端错误",
    "the company's name is not got", "未取得小程序主体名称"
);

row!(
    /// The query for the details of the refund fails.
    REFUND_DETAIL_QUERY, "21537", 21_537, "查询退款详情失败,服务端错误",
    "the query for the details of the refund fails", "查询退款详情时服务端出错"
);

row!(
    /// `userLogin` fails on the straight way to the order page.
    DIRECT_LOGIN_FAILED, "21546", 21_546, "直跳提单页userLogin调用失败",
    "userLogin fails on the straight way to the order page", "直跳提单页时 userLogin 失败"
);

row!(
    /// `getExtraInfo` fails on the straight way to the order page.
    DIRECT_EXTRA_FAILED, "21547", 21_547, "直跳提单页getExtraInfo调用失败",
    "getExtraInfo fails on the straight way to the order page", "直跳提单页时 getExtraInfo 失败"
);

row!(
    /// The cashier cannot be opened.
    PAYMENT_FAILED, "10000", 10_000, "支付失败",
    "the cashier cannot be opened", "无法拉起收银台"
);

row!(
    /// `WeChat` cannot be started.
    WECHAT_FAILED, "10001", 10_001, "调起微信失败",
    "WeChat cannot be started", "无法调起微信"
);

row!(
    /// `WeChat` is not installed.
    WECHAT_MISSING, "10002", 10_002, "微信未安装",
    "WeChat is not installed", "未安装微信"
);

/// The rows of the error table, in its order.
pub static ROWS: &[&Outcome] = &[
    &MODE,
    &GOODS_ID,
    &GOODS_TYPE,
    &NO_GETGOODSINFO,
    &NO_PLACEORDER,
    &GOODS_INTERNAL,
    &GOODS_REJECTED,
    &ABILITY_INTERNAL,
    &ABILITY_REJECTED,
    &GETGOODSINFO_FAILED,
    &PLACEORDER_FAILED,
    &LABELS,
    &GOODS_INFO_TYPE,
    &STILL_LOADING,
    &LOADING_FAILED,
    &NO_ABILITY,
    &NO_PAY,
    &ORDER_FAILED,
    &ORDER_DATA,
    &ORDER_STATUS,
    &ORDER_ID,
    &REFUND_ID,
    &NO_REFUND_TOTAL,
    &ORDER_QUERY_INTERNAL,
    &ORDER_QUERY_REJECTED,
    &REFUND_QUERY_INTERNAL,
    &REFUND_QUERY_REJECTED,
    &REFUND_QUERY_NO_GOODS,
    &NOTHING_TO_REFUND,
    &REFUND_DETAIL_FAILED,
    &APPLYREFUND_FAILED,
    &APPLYREFUND_TYPE,
    &REFUND_FAILED,
    &APP_NAME_FAILED,
    &REFUND_DETAIL_QUERY,
    &DIRECT_LOGIN_FAILED,
    &DIRECT_EXTRA_FAILED,
    &PAYMENT_FAILED,
    &WECHAT_FAILED,
    &WECHAT_MISSING,
];

/// `bind:pay` tells of a failure.
pub static PAY_FAILS: Outcome = Outcome {
    id: "pay-fail",
    says: Words::new("`bind:pay` with status fail", "`bind:pay`,status 为 fail"),
    cites: &[Cite { document: PAY_BUTTON, section: "bind:pay 说明", row: "status", words: "fail:失败" }],
    seen: Cow::Borrowed(&[Seen::called("pay", &[("detail.status", Shape::Text(Text::Borrowed("fail")))])]),
    unseen: &[],
};

/// `bind:refund` tells of a failure.
pub static REFUND_FAILS: Outcome = Outcome {
    id: "refund-fail",
    says: Words::new("`bind:refund` with status fail", "`bind:refund`,status 为 fail"),
    cites: &[Cite {
        document: PAY_BUTTON,
        section: "bind:refund 说明",
        row: "status",
        words: "发起失败:'fail'",
    }],
    seen: Cow::Borrowed(&[Seen::called("refund", &[("detail.status", Shape::Text(Text::Borrowed("fail")))])]),
    unseen: &[],
};

/// Some error. No row names which.
pub static SOME_ERROR: Outcome = Outcome {
    id: "some-error",
    says: Words::new("`bind:error` with some number", "`bind:error`,错误码不限"),
    cites: &[],
    seen: Cow::Borrowed(&[Seen::called("error", &[("detail.errNo", Shape::SomeNumber)])]),
    unseen: &[],
};

/// Some error. Nothing says what is told of it.
pub static A_TEXT: Outcome = Outcome {
    id: "error",
    says: Words::new("`bind:error`", "`bind:error`"),
    cites: &[],
    seen: Cow::Borrowed(&[Seen::called("error", &[])]),
    unseen: &[],
};

/// The component stops without a word.
pub static NOTHING: Outcome = Outcome {
    id: "nothing",
    says: Words::new("nothing more happens, and no error is told", "流程停止且不报错"),
    cites: &[],
    seen: Cow::Borrowed(&[]),
    unseen: const {
        &[
            Seen {
                kind: Kind::Shown,
                name: "",
                fields: Cow::Borrowed(&[("desk", Shape::Text(Text::Borrowed("pay-button")))]),
            },
            Seen::called("pay", &[]),
        ]
    },
};

/// Attaching throws. No row names it.
pub static THROWS: Outcome = Outcome {
    id: "throws",
    says: Words::new("attaching the component throws", "挂载组件时抛出异常"),
    cites: &[],
    seen: Cow::Borrowed(&[Seen { kind: Kind::Threw, name: "", fields: Cow::Borrowed(&[]) }]),
    unseen: &[],
};
