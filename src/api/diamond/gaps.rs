//! (long: a table) Where the document on diamond payment is silent or contradicts itself.

use crate::api::documents::{DIAMOND, FACTS};
use crate::spec::{Cite, Gap, NAN, NULL, Reading, Words};

macro_rules! gap {
    ($(#[$doc:meta])* $name:ident, $id:literal, $en:literal, $zh:literal, [$($reading:literal: $ren:literal, $rzh:literal;)+]) => {
        gap!($(#[$doc])* $name, $id, $en, $zh, &[], [$($reading: $ren, $rzh;)+]);
    };
    ($(#[$doc:meta])* $name:ident, $id:literal, $en:literal, $zh:literal, $cites:expr, [$($reading:literal: $ren:literal, $rzh:literal;)+]) => {
        $(#[$doc])*
        pub(super) static $name: Gap = Gap {
            id: concat!("diamond/", $id),
            says: Words::new($en, $zh),
            cites: $cites,
            readings: &[$(Reading::new($reading, $ren, $rzh)),+],
        };
    };
}

const fn cite(section: &'static str, row: &'static str, words: &'static str) -> Cite {
    Cite { document: DIAMOND, section, row, words }
}

gap!(
    /// Below 2.64.0.
    BELOW_MINIMUM, "below-minimum",
    "what a call does below base library 2.64.0", "基础库低于 2.64.0 时调用的表现",
    [
        "throws": "the function does not exist, so calling it throws", "函数不存在,调用抛出异常";
        "fails": "it fails with some text", "以某种文案回调失败";
        "nothing": "nothing happens", "没有任何反应";
    ]
);
gap!(
    /// A parameter of 3.47.0 below it.
    NEWER_PARAMETER, "newer-parameter",
    "what becomes of goodType, orderAmount and goodName below base library 3.47.0",
    "基础库低于 3.47.0 时如何处理 goodType、orderAmount、goodName",
    [
        "ignored": "they are ignored, even their types", "视为未传,类型也不检查";
        "refused": "the call fails", "调用失败";
    ]
);
gap!(
    /// Options that are no object.
    OPTIONS_TYPE, "options-type",
    "what a call does whose options are no object", "options 不是对象时的表现",
    [
        "throws": "it throws", "抛出异常";
        "nothing": "nothing happens", "没有任何反应";
    ]
);
gap!(
    /// A callback that is no function.
    CALLBACK_TYPE, "callback-type",
    "what becomes of a callback that is no function", "回调参数不是函数时如何处理",
    [
        "ignored": "it is ignored", "忽略";
        "refused": "a type error is told to the others", "向其他回调报告类型错误";
    ]
);
gap!(
    /// A callback that throws.
    CALLBACK_THROWS, "callback-throws",
    "whether `complete` still runs after a callback that throws", "回调抛出异常后是否仍执行 `complete`",
    [
        "runs": "it runs", "仍执行";
        "stops": "it does not", "不再执行";
    ]
);
gap!(
    /// The argument of `complete`.
    COMPLETE_ARGUMENT, "complete-argument",
    "what `complete` is called with", "`complete` 的入参",
    &[cite("参数说明", "complete", "接口调用结束的回调函数")],
    [
        "same": "what `success` or `fail` is called with", "与 `success`/`fail` 相同";
        "none": "nothing", "无入参";
        "message": "the errMsg alone", "仅 errMsg";
    ]
);
gap!(
    /// The place of `complete`.
    COMPLETE_ORDER, "complete-order",
    "whether `complete` comes after or before `success` and `fail`", "`complete` 在 `success`/`fail` 之后还是之前",
    [
        "after": "after", "之后";
        "before": "before", "之前";
    ]
);
gap!(
    /// `customId` missing.
    CUSTOM_ID_MISSING, "custom-id-missing",
    "what a call without customId does", "未传 customId 时的表现",
    &[cite("代码示例", "if (tt.canIUse(", "如不填,支付结果回调将不包含此字段"), cite("参数说明", "customId", "是")],
    [
        "empty": "it fails as an empty one does", "与空值相同,报 -15101";
        "mistyped": "it fails as a parameter of a wrong type does", "按类型错误报 99";
        "accepted": "it is accepted", "接受";
    ]
);
gap!(
    /// A blank `customId`.
    CUSTOM_ID_BLANK, "custom-id-blank",
    "whether a customId of white space is empty", "仅含空白的 customId 是否算空",
    [
        "filled": "it is not", "不算";
        "empty": "it is", "算";
    ]
);
gap!(
    /// When `customId` is used up.
    CUSTOM_ID_USED, "custom-id-used",
    "when a customId is used up", "customId 何时算已使用",
    &[cite("错误码", "-15101", "customId 为空或者不唯一")],
    [
        "order": "when the order is created", "创建订单时";
        "call": "when it is called with", "调用时";
        "paid": "when it is paid", "支付成功时";
    ]
);
gap!(
    /// `buyQuantity` in the item scene.
    QUANTITY_OF_ITEM, "quantity-of-item",
    "what becomes of buyQuantity where an item is bought", "道具直购场景下如何处理 buyQuantity",
    [
        "ignored": "it is ignored", "忽略";
        "typed": "its type is checked", "检查类型";
        "refused": "it is refused", "拒绝";
    ]
);
gap!(
    /// Parameters of the item scene in the coin scene.
    ITEM_PARAMETER_OF_COINS, "item-parameter-of-coins",
    "what becomes of orderAmount and goodName where coins are bought", "游戏币场景下如何处理 orderAmount、goodName",
    [
        "typed": "their types are checked", "检查类型";
        "ignored": "they are ignored", "忽略";
        "checked": "their values are checked too", "取值也检查";
    ]
);
gap!(
    /// The code of a missed tier.
    TIER_CODE, "tier-code",
    "with which code a quantity fails that hits no price tier", "购买数量不符合价格档位时的错误码",
    &[cite("错误码", "-17006", "buyQuantity参数异常"), cite("错误码", "-15002", "请求参数不合法")],
    [
        "quantity": "-17006", "-17006";
        "illegal": "-15002", "-15002";
    ]
);
gap!(
    /// A fractional quantity that hits a tier.
    PART_OF_A_COIN, "part-of-a-coin",
    "whether a fractional quantity that hits a tier is accepted", "命中档位的小数购买数量是否接受",
    [
        "refused": "it is not", "不接受";
        "accepted": "it is", "接受";
    ]
);
gap!(
    /// A coin price that is not configured.
    PRICE_UNSET, "price-unset",
    "with which code a purchase fails where no coin price is configured", "未配置游戏币单价时的错误码",
    [
        "quantity": "-17006", "-17006";
        "internal": "-15009", "-15009";
    ]
);
gap!(
    /// The length of `extraInfo`.
    EXTRA_LENGTH, "extra-info-length",
    "whether extraInfo may be longer than 256, and in which unit", "extraInfo 是否限长 256,以及以何为单位",
    &[Cite {
        document: FACTS,
        section: "## openAwemeCustomerService",
        row: "- `extraInfo`",
        words: "at most 256 (official; the unit is not stated)",
    }],
    [
        "unlimited": "it may", "不限";
        "utf16": "256 UTF-16 units", "256 个 UTF-16 单元";
        "code-points": "256 code points", "256 个码点";
        "graphemes": "256 characters as a reader counts", "256 个字素";
        "bytes": "256 bytes of UTF-8", "256 字节(UTF-8)";
    ]
);
gap!(
    /// Bounds of `orderAmount`.
    AMOUNT_BOUNDS, "order-amount-bounds",
    "whether orderAmount has an upper bound above the highest price tier", "orderAmount 高于最高档位时是否受限",
    &[Cite {
        document: FACTS,
        section: "## openAwemeCustomerService",
        row: "- `orderAmount`",
        words: "no bounds known (official)",
    }],
    [
        "unbounded": "it has none", "不限";
        "bounded": "it has one", "有上限";
    ]
);
gap!(
    /// The code of a missing `orderAmount`.
    AMOUNT_MISSING, "order-amount-missing",
    "with which code a direct purchase without orderAmount fails", "道具直购未传 orderAmount 时的错误码",
    [
        "mistyped": "99", "99";
        "illegal": "-15002", "-15002";
    ]
);
gap!(
    /// The code of an illegal value.
    VALUE_CODE, "value-code",
    "with which code an illegal goodType, currencyType, goodName or orderAmount fails",
    "goodType、currencyType、goodName、orderAmount 取值不合法时的错误码",
    &[cite("错误码", "-15002", "请求参数不合法"), cite("错误码", "99", "其他参数错误也会有类似错误信息")],
    [
        "illegal": "-15002", "-15002";
        "type-family": "99, the code of the type errors", "99(类型错误一族)";
    ]
);
gap!(
    /// The scene of an illegal `goodType`.
    ILLEGAL_GOOD_TYPE, "illegal-good-type",
    "which scene's demands a call with an illegal goodType has to meet", "goodType 非法时按哪个场景校验其他参数",
    [
        "neither": "neither scene's", "都不校验";
        "coins": "those of the coin scene, which is the default", "按默认的游戏币场景";
    ]
);
gap!(
    /// The unit of `goodName`.
    NAME_UNIT, "good-name-unit",
    "what a character of goodName is", "goodName 的“字符”如何计数",
    &[cite("参数说明", "goodName", "长度限制小于等于10个字符")],
    [
        "utf16": "a UTF-16 unit, as JavaScript counts", "UTF-16 单元(JavaScript 的 length)";
        "code-points": "a code point", "码点";
        "graphemes": "what a reader counts", "字素(用户看到的字符)";
    ]
);
gap!(
    /// `goodName` missing.
    NAME_MISSING, "good-name-missing",
    "whether a direct purchase needs a goodName", "道具直购是否必须有 goodName",
    [
        "accepted": "it does not", "不必须";
        "refused": "it does", "必须";
    ]
);
gap!(
    /// `zoneId` missing.
    ZONE_MISSING, "zone-missing",
    "what the order carries where zoneId is missing", "未传 zoneId 时订单携带的分区",
    &[cite("参数说明", "zoneId", "默认  填写\"1\"")],
    [
        "filled": "\"1\" is filled in", "自动填 \"1\"";
        "absent": "nothing is", "不填";
    ]
);
gap!(
    /// `zoneId` empty.
    ZONE_EMPTY, "zone-empty",
    "what the order carries where zoneId is empty", "zoneId 为空字符串时订单携带的分区",
    [
        "missing": "the same as where it is missing", "与未传相同";
        "passed": "the empty text", "空字符串";
    ]
);
gap!(
    /// Diamonds without a currency.
    DIAMONDS_WITHOUT_CURRENCY, "diamonds-without-currency",
    "whether the desk shows diamonds where currencyType is missing", "未传 currencyType 时是否按钻石展示",
    [
        "converted": "it does, as for DIAMOND", "按 DIAMOND 换算";
        "none": "it does not", "不展示";
    ]
);
gap!(
    /// Diamonds of an item.
    DIAMONDS_OF_ITEM, "diamonds-of-item",
    "whether the price of an item is shown in diamonds", "道具直购金额是否换算为钻石",
    &[cite("buyQuantity 说明", "- •汇率转换说明", "1:10")],
    [
        "converted": "it is", "换算";
        "none": "it is not", "不换算";
    ]
);
gap!(
    /// Parts of a diamond.
    PART_OF_A_DIAMOND, "part-of-a-diamond",
    "what becomes of an orderAmount that is no whole number of diamonds", "orderAmount 不足整钻时如何处理",
    [
        "fractional": "a fraction of a diamond is shown", "展示小数";
        "rounded": "it is rounded", "取整";
        "refused": "it is refused", "拒绝";
    ]
);
gap!(
    /// An earlier call that nobody listened to.
    UNHEARD, "unheard-ending",
    "whether an earlier call was paid whose ending nobody listened to", "此前无人监听结果的调用是否已支付",
    [
        "paid": "it was", "已支付";
        "unpaid": "it was not", "未支付";
    ]
);
gap!(
    /// How the spending limit is reckoned.
    LIMIT, "spending-limit",
    "which payments exceed the limit", "何时算累计支付金额超限",
    &[cite("错误码", "-15099", "累计支付金额超过限制")],
    [
        "sum": "past and present together are more than it", "历史与本次之和大于上限";
        "sum-reached": "past and present together reach it", "历史与本次之和达到上限";
        "past": "the past alone has reached it", "历史已达到上限";
    ]
);
gap!(
    /// What `success` means.
    SUCCESS_MEANS, "success-means",
    "whether `success` means that the user paid, or that the desk opened", "`success` 表示支付成功还是收银台拉起成功",
    &[cite("回调成功", "errMsg", "用户支付成功")],
    [
        "paid": "the user paid", "支付成功";
        "opened": "the desk opened", "收银台拉起";
    ]
);
gap!(
    /// How closing the desk ends.
    CLOSED, "desk-closed",
    "how a desk ends that is closed, or where time runs out", "关闭收银台或超时的结果",
    [
        "cancelled": "-2", "-2";
        "failed": "-1", "-1";
        "network": "4", "4";
    ]
);
gap!(
    /// The user never finishes.
    NEVER_FINISHED, "never-finished",
    "how a desk ends that the user never finishes", "用户一直不操作的结果",
    [
        "nothing": "it does not", "没有回调";
        "cancelled": "-2, after a time limit of the platform's", "平台超时后 -2";
        "failed": "-1, after a time limit of the platform's", "平台超时后 -1";
        "network": "4, after a time limit of the platform's", "平台超时后 4";
    ]
);
gap!(
    /// What -16001 means.
    SUPPORT, "support",
    "whether -16001 means that iOS cannot pay, or that the ability is not open", "-16001 表示 iOS 不支持还是能力未开通",
    &[cite("错误码", "-16001", "不支持iOS支付功能"), cite("错误码", "-16001", "暂不支持支付,请按照指引开通能力")],
    [
        "both": "either of them", "两者皆是";
        "ios": "that iOS cannot pay", "iOS 不支持";
        "ability": "that the ability is not open", "能力未开通";
    ]
);
gap!(
    /// The developer tools.
    DEVTOOLS, "devtools",
    "how a valid call ends in the developer tools", "开发者工具中合法调用的结果",
    &[cite("测试说明", "在IDE中调用支付接口", "模拟器将展示支付二维码"), cite("测试说明", "在IDE中使用Mock面板", "Mock多个支付场景")],
    [
        "code": "a QR code is shown, and no callback runs", "展示二维码,没有回调";
        "mock": "with mock results", "Mock 结果";
    ]
);
gap!(
    /// Siblings of the one path that is shown.
    CAN_I_USE_OTHERS, "can-i-use-others",
    "which paths `tt.canIUse` knows besides openAwemeCustomerService.object.goodType",
    "`tt.canIUse` 还认识哪些路径",
    &[cite("goodType 说明", "tt.canIUse(", "tt.canIUse('openAwemeCustomerService.object.goodType')来判断是否支持")],
    [
        "known": "it knows them", "认识";
        "unknown": "it does not", "不认识";
    ]
);

/// Every gap that a diamond payment may fall into.
pub(super) static ALL: &[&Gap] = &[
    &NULL,
    &NAN,
    &BELOW_MINIMUM,
    &NEWER_PARAMETER,
    &OPTIONS_TYPE,
    &CALLBACK_TYPE,
    &CALLBACK_THROWS,
    &COMPLETE_ARGUMENT,
    &COMPLETE_ORDER,
    &CUSTOM_ID_MISSING,
    &CUSTOM_ID_BLANK,
    &CUSTOM_ID_USED,
    &QUANTITY_OF_ITEM,
    &ITEM_PARAMETER_OF_COINS,
    &TIER_CODE,
    &PART_OF_A_COIN,
    &PRICE_UNSET,
    &EXTRA_LENGTH,
    &AMOUNT_BOUNDS,
    &AMOUNT_MISSING,
    &VALUE_CODE,
    &ILLEGAL_GOOD_TYPE,
    &NAME_UNIT,
    &NAME_MISSING,
    &ZONE_MISSING,
    &ZONE_EMPTY,
    &DIAMONDS_WITHOUT_CURRENCY,
    &DIAMONDS_OF_ITEM,
    &PART_OF_A_DIAMOND,
    &UNHEARD,
    &LIMIT,
    &SUCCESS_MEANS,
    &CLOSED,
    &NEVER_FINISHED,
    &SUPPORT,
    &DEVTOOLS,
];
