//! What servers answer before anything can be paid or refunded.

use crate::api::pay_button::gaps::{CONTINUE_ABILITY, DETAIL_CODE, TOLD_AT};
use crate::api::pay_button::outcomes;
use crate::api::pay_button::scene::{
    FIRST, buys, buys_from_library, continues, goods_type, looks_at_a_refund, refunds, taps,
};
use crate::api::world;
use crate::spec::{At, Check, Demand, Plain, Refusal, Rule, Words};

use super::{SINCE, WAITS, cause, error};

/// Goods internal.
pub(super) static GOODS_INTERNAL: Rule = Rule {
    id: "pay-button/servers/goods-internal",
    says: Words::new(
        "an internal error of the goods library is told as 21505",
        "商品库服务内部错误时报 21505",
    ),
    cites: &[
        error("21505", "商品库商品获取商品信息,服务端内部错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: buys_from_library,
    check: Check::Demand(
        Demand::Not(&world::GOODS_SERVER, Plain::Text("internal_error")),
        &cause(&outcomes::GOODS_INTERNAL),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// Goods rejected.
pub(super) static GOODS_REJECTED: Rule = Rule {
    id: "pay-button/servers/goods-rejected",
    says: Words::new(
        "parameters that the goods library does not accept are told as 21506",
        "商品库服务校验参数不通过时报 21506",
    ),
    cites: &[
        error("21506", "商品库商品获取商品信息,服务端校验参数不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: buys_from_library,
    check: Check::Demand(
        Demand::Not(&world::GOODS_SERVER, Plain::Text("rejects")),
        &cause(&outcomes::GOODS_REJECTED),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// Ability internal.
pub(super) static ABILITY_INTERNAL: Rule = Rule {
    id: "pay-button/servers/ability-internal",
    says: Words::new(
        "an internal error of the query for the payment ability is told as 21507",
        "支付能力查询内部错误时报 21507",
    ),
    cites: &[
        error("21507", "支付能力查询,服务端内部错误"),
        error("21515", "点击按钮后触发,无支付能力"),
        SINCE,
    ],
    since: FIRST,
    scope: asks_for_the_ability,
    check: Check::Demand(
        Demand::Not(&world::ABILITY_SERVER, Plain::Text("internal_error")),
        &[
            Refusal::row(&outcomes::ABILITY_INTERNAL).under(&TOLD_AT, "cause"),
            Refusal::row(&outcomes::NO_ABILITY).under(&TOLD_AT, "state"),
        ],
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// Ability rejected.
pub(super) static ABILITY_REJECTED: Rule = Rule {
    id: "pay-button/servers/ability-rejected",
    says: Words::new(
        "a query for the payment ability that is not accepted is told as 21508",
        "支付能力查询校验参数不通过时报 21508",
    ),
    cites: &[
        error("21508", "支付能力查询,服务端校验参数不通过"),
        error("21515", "点击按钮后触发,无支付能力"),
        SINCE,
    ],
    since: FIRST,
    scope: asks_for_the_ability,
    check: Check::Demand(
        Demand::Not(&world::ABILITY_SERVER, Plain::Text("rejects")),
        &[
            Refusal::row(&outcomes::ABILITY_REJECTED).under(&TOLD_AT, "cause"),
            Refusal::row(&outcomes::NO_ABILITY).under(&TOLD_AT, "state"),
        ],
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// No ability.
pub(super) static NO_ABILITY: Rule = Rule {
    id: "pay-button/servers/no-ability",
    says: Words::new("a tap without payment ability is told as 21515", "无支付能力时点击按钮报 21515"),
    cites: &[error("21515", "点击按钮后触发,无支付能力"), SINCE],
    since: FIRST,
    scope: |at| asks_for_the_ability(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::PAYMENT_OPEN, Plain::Flag(false)),
        &[Refusal::row(&outcomes::NO_ABILITY)],
    ),
    ..Rule::PLAIN
};

/// Direct login failed.
pub(super) static DIRECT_LOGIN: Rule = Rule {
    id: "pay-button/servers/direct-login",
    says: Words::new(
        "userLogin that fails on the straight way to the order page is told as 21546",
        "直跳提单页时 userLogin 调用失败报 21546",
    ),
    cites: &[error("21546", "直跳提单页userLogin调用失败"), SINCE],
    since: FIRST,
    scope: |at| knows_its_goods(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::DIRECT_ORDER, Plain::Text("login_fails")),
        &[Refusal::row(&outcomes::DIRECT_LOGIN_FAILED)],
    ),
    ..Rule::PLAIN
};

/// Direct extra failed.
pub(super) static DIRECT_EXTRA: Rule = Rule {
    id: "pay-button/servers/direct-extra",
    says: Words::new(
        "getExtraInfo that fails on the straight way to the order page is told as 21547",
        "直跳提单页时 getExtraInfo 调用失败报 21547",
    ),
    cites: &[error("21547", "直跳提单页getExtraInfo调用失败"), SINCE],
    since: FIRST,
    scope: |at| knows_its_goods(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::DIRECT_ORDER, Plain::Text("extra_info_fails")),
        &[Refusal::row(&outcomes::DIRECT_EXTRA_FAILED)],
    ),
    ..Rule::PLAIN
};

/// Order query internal.
pub(super) static ORDER_QUERY_INTERNAL: Rule = Rule {
    id: "pay-button/servers/order-query-internal",
    says: Words::new(
        "an internal error of the query for the order to pay is told as 21526",
        "继续支付查询订单内部错误时报 21526",
    ),
    cites: &[error("21526", "继续支付获取订单信息失败,服务端内部错误"), SINCE],
    since: FIRST,
    scope: |at| continues(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::ORDER_QUERY, Plain::Text("internal_error")),
        &[Refusal::row(&outcomes::ORDER_QUERY_INTERNAL)],
    ),
    ..Rule::PLAIN
};

/// Order query rejected.
pub(super) static ORDER_QUERY_REJECTED: Rule = Rule {
    id: "pay-button/servers/order-query-rejected",
    says: Words::new(
        "a query for the order to pay that is not accepted is told as 21527",
        "继续支付查询订单校验参数不通过时报 21527",
    ),
    cites: &[error("21527", "继续支付获取订单信息失败,服务端参数校验不通过"), SINCE],
    since: FIRST,
    scope: |at| continues(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::ORDER_QUERY, Plain::Text("rejects")),
        &[Refusal::row(&outcomes::ORDER_QUERY_REJECTED)],
    ),
    ..Rule::PLAIN
};

/// Refund query internal.
pub(super) static REFUND_QUERY_INTERNAL: Rule = Rule {
    id: "pay-button/servers/refund-query-internal",
    says: Words::new(
        "an internal error of the query for the order to refund is told as 21528",
        "申请退款查询订单内部错误时报 21528",
    ),
    cites: &[error("21528", "申请退款获取订单信息失败,服务端内部错误"), SINCE],
    since: FIRST,
    scope: |at| refunds(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::REFUND_QUERY, Plain::Text("internal_error")),
        &[Refusal::row(&outcomes::REFUND_QUERY_INTERNAL)],
    ),
    ..Rule::PLAIN
};

/// Refund query rejected.
pub(super) static REFUND_QUERY_REJECTED: Rule = Rule {
    id: "pay-button/servers/refund-query-rejected",
    says: Words::new(
        "a query for the order to refund that is not accepted is told as 21529",
        "申请退款查询订单校验参数不通过时报 21529",
    ),
    cites: &[error("21529", "申请退款获取订单信息失败,服务端参数校验不通过"), SINCE],
    since: FIRST,
    scope: |at| refunds(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::REFUND_QUERY, Plain::Text("rejects")),
        &[Refusal::row(&outcomes::REFUND_QUERY_REJECTED)],
    ),
    ..Rule::PLAIN
};

/// Refund query no goods.
pub(super) static REFUND_QUERY_NO_GOODS: Rule = Rule {
    id: "pay-button/servers/refund-query-no-goods",
    says: Words::new(
        "an order to refund that comes without its goods is told as 21530",
        "申请退款时订单缺少商品信息报 21530",
    ),
    cites: &[error("21530", "服务端返回数据缺少商品信息"), SINCE],
    since: FIRST,
    scope: |at| refunds(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::REFUND_QUERY, Plain::Text("no_goods")),
        &[Refusal::row(&outcomes::REFUND_QUERY_NO_GOODS)],
    ),
    ..Rule::PLAIN
};

/// Nothing to refund.
pub(super) static NOTHING_TO_REFUND: Rule = Rule {
    id: "pay-button/servers/nothing-to-refund",
    says: Words::new(
        "an order of which nothing can be refunded is told as 21531",
        "订单可退份数等于 0 时报 21531",
    ),
    cites: &[error("21531", "订单可退份数等于0"), SINCE],
    since: FIRST,
    scope: |at| refunds(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::REFUND_QUERY, Plain::Text("nothing_left")),
        &[Refusal::row(&outcomes::NOTHING_TO_REFUND)],
    ),
    ..Rule::PLAIN
};

/// App name failed.
pub(super) static APP_NAME: Rule = Rule {
    id: "pay-button/servers/app-name",
    says: Words::new(
        "a query for the company's name that fails is told as 21536",
        "获取小程序主体名称失败时报 21536",
    ),
    cites: &[error("21536", "获取小程序主体名称失败,服务端错误"), SINCE],
    since: FIRST,
    scope: |at| refunds(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::APP_NAME_SERVER, Plain::Text("internal_error")),
        &[Refusal::row(&outcomes::APP_NAME_FAILED)],
    ),
    ..Rule::PLAIN
};

/// Refund detail failed.
pub(super) static REFUND_DETAIL: Rule = Rule {
    id: "pay-button/servers/refund-detail",
    says: Words::new("details of a refund that are not got are told as 21532", "未取得退款详情时报 21532"),
    cites: &[
        error("21532", "查看退款详情 获取退款详情失败"),
        error("21537", "查询退款详情失败,服务端错误"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| looks_at_a_refund(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::REFUND_DETAIL, Plain::Text("not_got")),
        &[
            Refusal::row(&outcomes::REFUND_DETAIL_FAILED).under(&DETAIL_CODE, "each"),
            Refusal::row(&outcomes::REFUND_DETAIL_FAILED).under(&DETAIL_CODE, "21532"),
            Refusal::row(&outcomes::REFUND_DETAIL_QUERY).under(&DETAIL_CODE, "21537"),
        ],
    ),
    ..Rule::PLAIN
};

/// Refund detail query.
pub(super) static REFUND_DETAIL_QUERY: Rule = Rule {
    id: "pay-button/servers/refund-detail-query",
    says: Words::new(
        "a query for the details of a refund that fails is told as 21537",
        "查询退款详情失败时报 21537",
    ),
    cites: &[
        error("21537", "查询退款详情失败,服务端错误"),
        error("21532", "查看退款详情 获取退款详情失败"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| looks_at_a_refund(at) && taps(at),
    check: Check::Demand(
        Demand::Not(&world::REFUND_DETAIL, Plain::Text("query_fails")),
        &[
            Refusal::row(&outcomes::REFUND_DETAIL_QUERY).under(&DETAIL_CODE, "each"),
            Refusal::row(&outcomes::REFUND_DETAIL_FAILED).under(&DETAIL_CODE, "21532"),
            Refusal::row(&outcomes::REFUND_DETAIL_QUERY).under(&DETAIL_CODE, "21537"),
        ],
    ),
    ..Rule::PLAIN
};

fn asks_for_the_ability(at: &At<'_>) -> bool {
    knows_its_goods(at) || (continues(at) && at.reading(&CONTINUE_ABILITY) == "asked")
}

fn knows_its_goods(at: &At<'_>) -> bool {
    buys(at) && goods_type(at).is_some()
}
