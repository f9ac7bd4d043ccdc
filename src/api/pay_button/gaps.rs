//! (long: a table) Where the document on `<pay-button>` is silent or contradicts itself.

use crate::api::documents::PAY_BUTTON;
use crate::spec::{Cite, Gap, NAN, NULL, Reading, Words};

macro_rules! gap {
    ($(#[$doc:meta])* $name:ident, $id:literal, $en:literal, $zh:literal, [$($reading:literal: $ren:literal, $rzh:literal;)+]) => {
        gap!($(#[$doc])* $name, $id, $en, $zh, &[], [$($reading: $ren, $rzh;)+]);
    };
    ($(#[$doc:meta])* $name:ident, $id:literal, $en:literal, $zh:literal, $cites:expr, [$($reading:literal: $ren:literal, $rzh:literal;)+]) => {
        $(#[$doc])*
        pub(super) static $name: Gap = Gap {
            id: concat!("pay-button/", $id),
            says: Words::new($en, $zh),
            cites: $cites,
            readings: &[$(Reading::new($reading, $ren, $rzh)),+],
        };
    };
}

const fn cite(section: &'static str, row: &'static str, words: &'static str) -> Cite {
    Cite { document: PAY_BUTTON, section, row, words }
}

gap!(
    /// A number written as text.
    COERCED, "coerced",
    "whether a number that a page passes as text is taken for the number", "页面以字符串传入的数字是否按数字处理",
    [
        "refused": "it is of a wrong type", "属于类型错误";
        "coerced": "it is taken for the number", "按数字处理";
    ]
);
gap!(
    /// A property that is not needed.
    UNUSED_PROPERTY, "unused-property",
    "whether a property is checked that the mode or the order-status does not need", "当前 mode、order-status 用不到的属性是否校验",
    [
        "ignored": "it is ignored", "不校验";
        "checked": "it is checked all the same", "仍作校验";
    ]
);
gap!(
    /// Below 2.43.0.0.
    BELOW_MINIMUM, "below-minimum",
    "what becomes of the component below base library 2.43.0.0", "基础库低于 2.43.0.0 时组件的表现",
    [
        "nothing": "nothing is rendered", "不渲染";
        "error": "an error is told", "报错";
        "throws": "attaching it throws", "挂载时抛出异常";
    ]
);
gap!(
    /// A property below its version.
    NEWER_PROPERTY, "newer-property",
    "what becomes of biz-line and marketing-ready below base library 2.54.0.0", "基础库低于 2.54.0.0 时如何处理 biz-line、marketing-ready",
    [
        "ignored": "they are ignored, even their types", "视为未传,类型也不检查";
        "refused": "an error is told", "报错";
    ]
);
gap!(
    /// A member of the goods information below its version.
    NEWER_INFO, "newer-info",
    "what becomes of tradeOption and marketingVersion below base library 2.76.0.0", "基础库低于 2.76.0.0 时如何处理 tradeOption、marketingVersion",
    [
        "ignored": "they are ignored, even their types", "视为未传,类型也不检查";
        "refused": "an error is told", "报错";
    ]
);
gap!(
    /// The label of 2.50.0.0 below it.
    NEWER_LABEL, "newer-label",
    "what becomes of the label NON_REFUNDABLE below base library 2.50.0.0", "基础库低于 2.50.0.0 时如何处理标签 NON_REFUNDABLE",
    [
        "refused": "it is a type that does not exist", "视为不存在的类型";
        "ignored": "it is ignored, or shown all the same", "忽略或照常展示";
    ]
);
gap!(
    /// When faults are told.
    CHECKED_AT, "checked-at",
    "whether faults of what the page sets are told when the component is attached, or when it is tapped", "页面传参的错误在组件挂载时报,还是在点击时报",
    [
        "attach": "when it is attached", "挂载时";
        "tap": "when it is tapped", "点击时";
    ]
);
gap!(
    /// What a tap tells after something failed.
    TOLD_AT, "told-at",
    "what is told first of goods information or payment ability that failed: the cause, or at the tap that it failed", "商品信息或支付能力获取失败时,先报具体原因,还是点击时报获取失败",
    &[cite("bind:error 报错信息", "21514", "获取商品信息失败")],
    [
        "cause": "the cause", "具体原因";
        "state": "at the tap, that it failed", "点击时报获取失败";
    ]
);
gap!(
    /// The code of a label of a wrong type.
    LABEL_CODE, "label-code",
    "with which code labels fail that are of wrong types", "标签数据类型错误时的错误码",
    [
        "labels": "21511, as labels that are not accepted", "21511(标签校验不通过)";
        "types": "21512, as values of wrong types", "21512(数据类型错误)";
    ]
);
gap!(
    /// What the library knows better.
    LIBRARY_FIELDS, "library-fields",
    "what becomes of price, name, photo and labels that a page gives for goods of the library", "商品库商品传入价格、名称、图片、标签时如何处理",
    &[cite("bind:getgoodsinfo 说明", "goodsLabels", "商品库商品标")],
    [
        "ignored": "they are ignored", "忽略";
        "checked": "they are checked all the same", "仍作校验";
    ]
);
gap!(
    /// No information on goods of the library.
    LIBRARY_NOTHING, "library-nothing",
    "whether bind:getgoodsinfo may resolve with nothing for goods of the library", "商品库商品的 bind:getgoodsinfo 能否 resolve 空值",
    [
        "accepted": "it may: everything has a default", "可以,各项均有默认值";
        "refused": "it may not", "不可以";
    ]
);
gap!(
    /// A handler without a promise.
    NO_PROMISE, "no-promise",
    "what becomes of a handler that returns no promise", "处理函数未返回 promise 时如何处理",
    [
        "failed": "its call failed", "视为调用失败";
        "mistyped": "what it gives is of a wrong type", "视为返回类型错误";
        "accepted": "what it returns is taken as if it had resolved with it", "按 resolve 该值处理";
    ]
);
gap!(
    /// How the type of a photo is known.
    PHOTO_TYPE, "photo-type",
    "whether the type of a photo is that which its address ends in, or that of what is there", "图片类型按地址扩展名判断,还是按实际内容判断",
    &[cite("bind:getgoodsinfo 说明", "goodsPhoto", "图片类型支持 jpg、jpeg、gif、webp")],
    [
        "extension": "that which the path ends in", "按路径扩展名";
        "content": "that of what is there", "按实际内容";
    ]
);
gap!(
    /// A photo whose address has no ending.
    PHOTO_NO_EXTENSION, "photo-no-extension",
    "what becomes of a photo whose address ends in no type", "图片地址没有扩展名时如何处理",
    [
        "accepted": "it is accepted", "接受";
        "refused": "it is refused", "拒绝";
    ]
);
gap!(
    /// An ending in capital letters.
    PHOTO_CASE, "photo-case",
    "whether the type that the address of a photo ends in may stand in capital letters", "图片扩展名是否允许大写",
    [
        "accepted": "it may", "可以";
        "refused": "it may not", "不可以";
    ]
);
gap!(
    /// Limits out of range.
    LIMITS_RANGE, "limits-range",
    "what becomes of limits outside 1-99999", "起购、限购份数超出 1-99999 时如何处理",
    [
        "refused": "they are refused", "拒绝";
        "clamped": "the nearest bound is taken", "取最近的边界值";
    ]
);
gap!(
    /// How the text of `extra` is written.
    EXTRA_ESCAPED, "extra-escaped",
    "whether characters outside ASCII are escaped in the JSON text whose bytes are counted", "计算字节数时 JSON 文本中的非 ASCII 字符是否转义",
    [
        "plain": "they are not", "不转义";
        "escaped": "they are", "转义";
    ]
);
gap!(
    /// A list as `extra`.
    EXTRA_ARRAY, "extra-array",
    "whether a list may stand where an object is asked for as extra or tradeOption", "extra、tradeOption 能否传数组",
    [
        "refused": "it may not", "不可以";
        "accepted": "it may: typeof says object", "可以(typeof 为 object)";
    ]
);
gap!(
    /// The length of `tradeOption`.
    TRADE_LIMIT, "trade-limit",
    "whether the bound of tradeOption counts, whose text is that of extra", "tradeOption 的长度限制(原文与 extra 相同)是否有效",
    [
        "limited": "it does", "有效";
        "unlimited": "it does not", "无效";
    ]
);
gap!(
    /// Knowledge outside the library.
    KNOWLEDGE_TYPE, "knowledge-type",
    "what becomes of biz-line 2 with goods-type 2", "biz-line 为 2 而 goods-type 为 2 时如何处理",
    [
        "refused": "goods-type is illegal", "视为 goods-type 非法";
        "ignored": "nothing", "不处理";
    ]
);
gap!(
    /// An unknown line of business.
    BIZ_LINE, "biz-line",
    "what becomes of a biz-line that is illegal", "biz-line 不合法时如何处理",
    [
        "ignored": "it is ignored", "忽略";
        "refused": "an error is told", "报错";
    ]
);
gap!(
    /// An illegal `marketing-ready`.
    MARKETING_READY, "marketing-ready",
    "what becomes of a marketing-ready that is no boolean", "marketing-ready 不是布尔值时如何处理",
    [
        "false": "it counts as false", "视为 false";
        "refused": "an error is told", "报错";
    ]
);
gap!(
    /// Marketing of merged goods.
    MERGED_MARKETING, "merged-marketing",
    "whether marketing is shown for goods that go the merged way where marketing-ready is not set", "融合链路商品未设 marketing-ready 时是否展示营销信息",
    &[cite("bind:getgoodsinfo 说明", "marketingVersion", "进入提单页时会展示营销算价信息")],
    [
        "hidden": "it is not", "不展示";
        "shown": "it is", "展示";
    ]
);
gap!(
    /// Sold out and out of season.
    SOLD_OUT, "sold-out",
    "what a button displays whose goods are sold out and not on sale", "既售罄又不在售卖期时的展示状态",
    [
        "sold-out": "that they are sold out", "已售罄";
        "period": "that they are not on sale yet or any more", "即将开始或已结束";
    ]
);
gap!(
    /// The last moment of a sale.
    SALE_BOUNDS, "sale-bounds",
    "whether goods are on sale in the last second of their sale period", "售卖时段的最后一秒是否仍可购买",
    [
        "half-open": "they are not", "不可";
        "closed": "they are", "可以";
    ]
);
gap!(
    /// A payment that does not come about.
    FAILURE_TOLD, "failure-told",
    "whether bind:error or bind:pay tells first of a payment that does not come about", "支付未能发起时先由 bind:error 还是 bind:pay 告知",
    &[cite("bind:pay 说明", "立即抢购", "以及预下单接口报错时")],
    [
        "error": "bind:error, alone or before bind:pay", "bind:error,之后可再有 bind:pay";
        "pay": "bind:pay with fail, alone or before bind:error", "bind:pay(fail),之后可再有 bind:error";
    ]
);
gap!(
    /// A refund that does not come about.
    REFUND_TOLD, "refund-told",
    "whether bind:error or bind:refund tells first of a refund that does not come about", "退款未能发起时先由 bind:error 还是 bind:refund 告知",
    &[cite("bind:refund 说明", "status", "发起失败:'fail'")],
    [
        "error": "bind:error, alone or before bind:refund", "bind:error,之后可再有 bind:refund";
        "refund": "bind:refund with fail, alone or before bind:error", "bind:refund(fail),之后可再有 bind:error";
    ]
);
gap!(
    /// `orderId` when a payment goes on.
    CONTINUED_ORDER_ID, "continued-order-id",
    "whether bind:pay gets orderId when a payment goes on", "继续支付时 bind:pay 是否带 orderId",
    &[cite("bind:pay 说明", "继续支付:", "const { status, outOrderNo, result } = event.detail")],
    [
        "present": "it does", "带";
        "absent": "it does not", "不带";
    ]
);
gap!(
    /// When bind:applyrefund is called.
    APPLY_AT, "apply-at",
    "whether bind:applyrefund is called when the button is tapped or when the refund is submitted", "bind:applyrefund 在点击时还是提交退款时调用",
    [
        "submission": "when the refund is submitted", "提交退款时";
        "tap": "when the button is tapped", "点击时";
    ]
);
gap!(
    /// bind:applyrefund with nothing.
    APPLY_NOTHING, "apply-nothing",
    "what becomes of a bind:applyrefund that resolves with nothing", "bind:applyrefund resolve 空值时如何处理",
    [
        "no-extra": "nothing is passed through", "不透传";
        "mistyped": "what it gives is of a wrong type", "视为返回类型错误";
    ]
);
gap!(
    /// Damaged item orders.
    ITEM_SHAPE, "item-shape",
    "with which code an itemOrderList fails that is damaged", "itemOrderList 不合要求时的错误码",
    &[cite("指定金额退款", "itemOrderList 说明", "不可传递 undefined 或 null")],
    [
        "mistyped": "21534, as a value of a wrong type", "21534(返回类型错误)";
        "refused": "21535, as a refund that the server refuses", "21535(服务端错误)";
    ]
);
gap!(
    /// Too much refunded.
    OVER_REFUND, "over-refund",
    "with which code a refund fails that is more than was paid", "退款金额超过实付金额时的错误码",
    [
        "mistyped": "21534, as a value of a wrong type", "21534(返回类型错误)";
        "refused": "21535, as a refund that the server refuses", "21535(服务端错误)";
    ]
);
gap!(
    /// Refunded before.
    EARLIER_REFUNDS, "earlier-refunds",
    "whether earlier refunds of an item order count against what was paid for it", "此前的退款是否计入商品单的可退金额",
    [
        "count": "they do", "计入";
        "ignored": "they do not", "不计入";
    ]
);
gap!(
    /// An item order named twice.
    ITEM_TWICE, "item-twice",
    "what an item order is refunded that is named a second time, without an amount", "同一商品单第二次出现且未填金额时退多少",
    [
        "rest": "what is left of it", "剩余金额";
        "full": "all of it, which is too much", "全额,因而超额";
    ]
);
gap!(
    /// Refunded away.
    EXHAUSTED, "exhausted",
    "what becomes of a refund after an earlier one that took the whole order", "此前的退款已退整单后再次申请退款的表现",
    [
        "taken": "it is taken like any other", "照常受理";
        "nothing-left": "21531: nothing is left", "21531";
        "refused": "21535: the server refuses it", "21535";
    ]
);
gap!(
    /// Refunded away in part.
    ITEM_EXHAUSTED, "item-exhausted",
    "what becomes of a refund after an earlier one that took all of an item order", "此前的退款已退完某商品单后再次申请退款的表现",
    [
        "taken": "it is taken like any other", "照常受理";
        "nothing-left": "21531: nothing is left", "21531";
        "refused": "21535: the server refuses it", "21535";
        "mistyped": "21534: bind:applyrefund gives too much", "21534";
    ]
);
gap!(
    /// Nothing but item orders.
    CP_EXTRA_EMPTY, "cp-extra-empty",
    "what cp_extra is where bind:applyrefund gives nothing but itemOrderList", "bind:applyrefund 仅返回 itemOrderList 时 cp_extra 的值",
    [
        "empty": "the text of an empty object", "空对象文本";
        "absent": "absent", "不传";
    ]
);
gap!(
    /// The length of `cp_extra`.
    CP_EXTRA_LENGTH, "cp-extra-length",
    "whether cp_extra is limited as extra is", "cp_extra 是否与 extra 同样限长",
    &[cite("bind:getgoodsinfo 说明", "extra", "字段长度应小于或等于2048字节")],
    [
        "unlimited": "it is not", "不限";
        "limited": "it is", "限长";
    ]
);
gap!(
    /// Item orders below their version.
    NEWER_ITEMS, "newer-items",
    "what becomes of itemOrderList below base library 2.59.0.3", "基础库低于 2.59.0.3 时如何处理 itemOrderList",
    [
        "member": "it is passed through like any other member", "与其他成员一样透传";
        "refused": "an error is told", "报错";
    ]
);
gap!(
    /// A damaged total.
    REFUND_TOTAL_TYPE, "refund-total-type",
    "what becomes of a refund-total-amount of an old order that is no amount", "老订单的 refund-total-amount 不是合法金额时如何处理",
    [
        "missing": "it is missing", "视为缺少";
        "refused": "some error is told", "报某种错误";
    ]
);
gap!(
    /// A total above what was paid.
    REFUND_TOTAL_MOST, "refund-total-most",
    "what becomes of a refund-total-amount above what was paid", "refund-total-amount 超过实付金额时如何处理",
    [
        "accepted": "nothing: nobody looks", "不检查";
        "refused": "the server refuses it", "服务端拒绝";
    ]
);
gap!(
    /// When bind:getextensionpath is called.
    EXTENSION_ORDER, "extension-order",
    "whether bind:getextensionpath is called after bind:placeorder or before it", "bind:getextensionpath 在 bind:placeorder 之后还是之前调用",
    [
        "after": "after", "之后";
        "before": "before", "之前";
    ]
);
gap!(
    /// bind:getextensionpath that fails.
    EXTENSION_REJECTED, "extension-rejected",
    "whether the way to the order page goes on after bind:getextensionpath failed", "bind:getextensionpath 失败后是否继续进入提单页",
    [
        "ignored": "it goes on", "继续";
        "stops": "it does not", "不继续";
    ]
);
gap!(
    /// What the order page does not take.
    BLOCKED, "blocked",
    "what is told of a quantity outside the limits, or of a phone number that is missing", "份数超限或缺少必填手机号时的表现",
    [
        "silent": "nothing: the page does not go on", "页面拦截,不报";
        "error": "bind:error 21518", "bind:error 21518";
        "pay": "bind:pay with fail", "bind:pay(fail)";
    ]
);
gap!(
    /// Goods outside the library without leave.
    NOT_WHITELISTED, "not-whitelisted",
    "what is told where the mini program may not sell goods outside the library", "未获白名单而售卖非商品库商品时如何报错",
    &[cite("属性说明", "goods-type", "非商品库商品需要申请白名单")],
    [
        "ability": "21515 when tapped", "点击时 21515";
        "goods-type": "21502", "21502";
        "server": "what the server says", "服务端的拒绝";
    ]
);
gap!(
    /// Nobody logged in.
    NOT_LOGGED_IN, "not-logged-in",
    "what becomes of a purchase without login although bind:placeorder resolved", "bind:placeorder 已 resolve 但用户未登录时的表现",
    [
        "order": "21517: no order is created", "21517";
        "placeorder": "21510: bind:placeorder did not do its work", "21510";
        "nothing": "nothing", "没有任何反应";
    ]
);
gap!(
    /// A promise that never settles.
    NEVER_SETTLES, "never-settles",
    "what becomes of a handler whose promise never settles", "处理函数的 promise 一直不结束时的表现",
    [
        "waits": "it is waited for", "一直等待";
        "failed": "after a time its call failed", "超时后视为调用失败";
    ]
);
gap!(
    /// A user who never finishes.
    NEVER_PAID, "never-paid",
    "what becomes of a payment that the user never finishes at the cashier", "用户一直停留在收银台时的表现",
    [
        "silent": "bind:pay is not called", "不回调 bind:pay";
        "timed-out": "after a time it ends in 1", "超时后以 1 结束";
    ]
);
gap!(
    /// The ability to be paid when a payment goes on.
    CONTINUE_ABILITY, "continue-ability",
    "whether the payment ability is asked for where a payment goes on", "继续支付时是否查询支付能力",
    [
        "not-asked": "it is not", "不查询";
        "asked": "it is", "查询";
    ]
);
gap!(
    /// Two codes for the details of a refund.
    DETAIL_CODE, "detail-code",
    "which of 21532 and 21537, that mean nearly the same, is told of the details of a refund", "退款详情失败时报 21532 还是 21537(两行含义相近)",
    &[cite("bind:error 报错信息", "21532", "获取退款详情失败"), cite("bind:error 报错信息", "21537", "查询退款详情失败")],
    [
        "each": "21532 where they are not got, 21537 where the server fails", "未取得为 21532,服务端错误为 21537";
        "21532": "21532", "21532";
        "21537": "21537", "21537";
    ]
);
gap!(
    /// A second tap.
    TAPS_TWICE, "taps-twice",
    "what becomes of a second tap while the first goes on", "首次点击处理中再次点击时的表现",
    [
        "ignored": "it is ignored", "忽略";
        "again": "it begins a second run", "再次执行";
    ]
);
gap!(
    /// An empty dateRule.
    DATE_RULE_EMPTY, "date-rule-empty",
    "whether dateRule may be empty", "dateRule 能否为空字符串",
    [
        "accepted": "it may", "可以";
        "refused": "it may not", "不可以";
    ]
);
gap!(
    /// No labels.
    LABELS_EMPTY, "labels-empty",
    "whether the list of labels may be empty", "标签列表能否为空",
    [
        "accepted": "it may", "可以";
        "refused": "it may not", "不可以";
    ]
);
gap!(
    /// The lengths of order-id and refund-id.
    ID_LENGTH, "id-length",
    "whether order-id and refund-id are limited as goods-id is", "order-id、refund-id 是否与 goods-id 同样限长",
    &[cite("属性说明", "goods-id", "字段长度为1~64字节")],
    [
        "unlimited": "they are not", "不限";
        "limited": "they are", "限长";
    ]
);
gap!(
    /// An empty order-id or refund-id.
    EMPTY_ID, "empty-id",
    "whether an order-id or refund-id may be empty", "order-id、refund-id 能否为空字符串",
    [
        "refused": "it is illegal", "不合法";
        "accepted": "it may", "可以";
    ]
);
gap!(
    /// A handler that throws, behind a framework.
    BRIDGE_THROWS, "bridge-throws",
    "what reaches the component of a handler that throws", "处理函数抛出异常时组件得到什么",
    [
        "thrown": "that it threw", "异常本身";
        "rejected": "a promise that is rejected", "被 reject 的 promise";
        "swallowed": "nothing: the framework keeps it", "框架自行处理,组件无返回值";
    ]
);
gap!(
    /// A value without a promise, behind a framework.
    BRIDGE_PLAIN, "bridge-plain",
    "whether a value that a handler returns without a promise reaches the component as it is or in a promise", "处理函数返回普通值时,组件得到原值还是 promise",
    [
        "plain": "as it is", "原值";
        "promise": "in a promise", "包在 promise 中";
    ]
);

/// Every gap of this interface, and the two that all share.
pub(super) static ALL: &[&Gap] = &[
    &NULL,
    &NAN,
    &COERCED,
    &UNUSED_PROPERTY,
    &BELOW_MINIMUM,
    &NEWER_PROPERTY,
    &NEWER_INFO,
    &NEWER_LABEL,
    &CHECKED_AT,
    &TOLD_AT,
    &LABEL_CODE,
    &LIBRARY_FIELDS,
    &LIBRARY_NOTHING,
    &NO_PROMISE,
    &PHOTO_TYPE,
    &PHOTO_NO_EXTENSION,
    &PHOTO_CASE,
    &LIMITS_RANGE,
    &EXTRA_ESCAPED,
    &EXTRA_ARRAY,
    &TRADE_LIMIT,
    &KNOWLEDGE_TYPE,
    &BIZ_LINE,
    &MARKETING_READY,
    &MERGED_MARKETING,
    &SOLD_OUT,
    &SALE_BOUNDS,
    &FAILURE_TOLD,
    &REFUND_TOLD,
    &CONTINUED_ORDER_ID,
    &APPLY_AT,
    &APPLY_NOTHING,
    &ITEM_SHAPE,
    &OVER_REFUND,
    &EARLIER_REFUNDS,
    &ITEM_TWICE,
    &EXHAUSTED,
    &ITEM_EXHAUSTED,
    &CP_EXTRA_EMPTY,
    &CP_EXTRA_LENGTH,
    &NEWER_ITEMS,
    &REFUND_TOTAL_TYPE,
    &REFUND_TOTAL_MOST,
    &EXTENSION_ORDER,
    &EXTENSION_REJECTED,
    &BLOCKED,
    &NOT_WHITELISTED,
    &NOT_LOGGED_IN,
    &TAPS_TWICE,
    &NEVER_SETTLES,
    &NEVER_PAID,
    &CONTINUE_ABILITY,
    &DETAIL_CODE,
    &DATE_RULE_EMPTY,
    &LABELS_EMPTY,
    &ID_LENGTH,
    &EMPTY_ID,
];

/// The gaps of what lies between page and component.
pub(super) static OF_BRIDGE: &[&Gap] = &[&BRIDGE_THROWS, &BRIDGE_PLAIN];
