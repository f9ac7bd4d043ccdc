//! (long: a table, six types and four excluded pairs) `goodsLabels`: what the order page says of refunds and reservations.

use crate::api::pay_button::baseline::label;
use crate::api::pay_button::gaps::{LABELS_EMPTY, NEWER_LABEL};
use crate::api::pay_button::outcomes::LABELS;
use crate::api::pay_button::scene::{
    FIRST, NON_REFUNDABLE as NON_REFUNDABLE_SINCE, gives_info, gives_info_on_own_goods,
};
use crate::api::world::BASE_LIBRARY;
use crate::ground::{Object, Type, Value};
use crate::spec::{
    About, At, Bend, Check, Demand, Kind, NULL, Own, Patch, Promise, Rule, Standing, Trace, Variant, Waiver,
    Words,
};

use super::{LIBRARY, SINCE, WAITS, cause, cite, edit_page, error, info, label_types, order_page};

/// A list of objects.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/goods-labels/type",
    says: Words::new("goodsLabels must be a list of objects", "goodsLabels 必须是对象数组"),
    cites: &[
        info("goodsLabels", "GoodsLabel[]"),
        cite("GoodsLabel 类型说明", "object 类型,属性如下", "object 类型"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| match member(at) {
                Value::Undefined => Standing::Apart,
                Value::Null if at.reading(&NULL) == "missing" => Standing::Apart,
                Value::Array(items) => Standing::kept(items.iter().all(|item| item.as_object().is_some())),
                _ => Standing::Broken,
            },
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            edges: |_| {
                let none =
                    Patch::default().and_at(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"], None);
                vec![set(vec![label("EXPIRED_RETURNS", None)]), none]
            },
            breaks: |_| {
                let wrong = [1.into(), "EXPIRED_RETURNS".into(), true.into(), label("EXPIRED_RETURNS", None)];
                wrong
                    .into_iter()
                    .map(value)
                    .chain([set(vec!["EXPIRED_RETURNS".into()]), set(vec![Value::Null])])
                    .collect()
            },
            openings: |_| vec![value(Value::Null)],
            ..Own::PLAIN
        }),
        &label_types(),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// Perhaps not empty.
pub(super) static NOT_EMPTY: Rule = Rule {
    id: "pay-button/goods-labels/not-empty",
    says: Words::new(
        "the list of labels may have to hold one; the document does not say so",
        "标签列表是否可为空,文档未定",
    ),
    cites: &[
        info("goodsLabels", "商品标签"),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(!matches!(member(at), Value::Array(items) if items.is_empty())),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            openings: |_| vec![set(Vec::new())],
            ..Own::PLAIN
        }),
        &cause(&LABELS),
    ),
    waivers: &[WAITS, LIBRARY, Waiver { gap: &LABELS_EMPTY, when: |_| true, readings: &["accepted"] }],
    ..Rule::PLAIN
};

/// Three at most.
pub(super) static AT_MOST_THREE: Rule = Rule {
    id: "pay-button/goods-labels/at-most-three",
    says: Words::new("at most three labels may be given", "最多设置三个标签"),
    cites: &[
        info("goodsLabels", "最多设置三个标签"),
        cite("GoodsLabel 类型说明: 互斥", "最多设置三个标签", "最多设置三个标签"),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| counted(at, 3),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            edges: |_| vec![set(plain(3)), set(plain(2)), set(plain(1))],
            breaks: |_| vec![set(plain(4)), set(plain(5))],
            variants: &[
                Variant { id: "bound-down", judge: |at| counted(at, 2) },
                Variant { id: "bound-up", judge: |at| counted(at, 4) },
            ],
            ..Own::PLAIN
        }),
        &cause(&LABELS),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// One of six.
pub(super) static KNOWN_TYPE: Rule = Rule {
    id: "pay-button/goods-labels/known-type",
    says: Words::new(
        "the type of a label must be one that the document lists",
        "标签的 type 必须是文档所列之一",
    ),
    cites: &[
        cite("GoodsLabel 类型说明", "type", "标签类别"),
        cite("GoodsLabel 类型说明", "EXPIRED_RETURNS", "EXPIRED_RETURNS"),
        cite("GoodsLabel 类型说明", "REFUND_ANYTIME", "REFUND_ANYTIME"),
        cite("GoodsLabel 类型说明", "RESERVATION_FREE", "RESERVATION_FREE"),
        cite("GoodsLabel 类型说明", "REFUNDABLE_DAYS", "REFUNDABLE_DAYS"),
        cite("GoodsLabel 类型说明", "BOOK_IN_ADVANCE", "BOOK_IN_ADVANCE"),
        cite("GoodsLabel 类型说明", "NON_REFUNDABLE", "NON_REFUNDABLE"),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| every(at, |l| l.get("type").as_str().is_none_or(|t| KNOWN.contains(&t))),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            edges: |_| KNOWN.map(|t| set(vec![of(t)])).to_vec(),
            breaks: |_| {
                let strangers =
                    ["", "UNKNOWN", "expired_returns", "EXPIRED_RETURNS "].map(|t| label(t, None));
                strangers.into_iter().chain([label("UNKNOWN", Some(100))]).map(|l| set(vec![l])).collect()
            },
            literals: &[
                "EXPIRED_RETURNS",
                "REFUND_ANYTIME",
                "RESERVATION_FREE",
                "REFUNDABLE_DAYS",
                "BOOK_IN_ADVANCE",
                "NON_REFUNDABLE",
            ],
            variants: &[
                Variant {
                    id: "drops-expired-returns",
                    judge: |at| {
                        every(at, |l| {
                            l.get("type")
                                .as_str()
                                .is_none_or(|t| KNOWN.contains(&t) && t != "EXPIRED_RETURNS")
                        })
                    },
                },
                Variant {
                    id: "drops-refund-anytime",
                    judge: |at| {
                        every(at, |l| {
                            l.get("type").as_str().is_none_or(|t| KNOWN.contains(&t) && t != "REFUND_ANYTIME")
                        })
                    },
                },
                Variant {
                    id: "drops-reservation-free",
                    judge: |at| {
                        every(at, |l| {
                            l.get("type")
                                .as_str()
                                .is_none_or(|t| KNOWN.contains(&t) && t != "RESERVATION_FREE")
                        })
                    },
                },
                Variant {
                    id: "drops-refundable-days",
                    judge: |at| {
                        every(at, |l| {
                            l.get("type")
                                .as_str()
                                .is_none_or(|t| KNOWN.contains(&t) && t != "REFUNDABLE_DAYS")
                        })
                    },
                },
                Variant {
                    id: "drops-book-in-advance",
                    judge: |at| {
                        every(at, |l| {
                            l.get("type")
                                .as_str()
                                .is_none_or(|t| KNOWN.contains(&t) && t != "BOOK_IN_ADVANCE")
                        })
                    },
                },
                Variant {
                    id: "drops-non-refundable",
                    judge: |at| {
                        every(at, |l| {
                            l.get("type").as_str().is_none_or(|t| KNOWN.contains(&t) && t != "NON_REFUNDABLE")
                        })
                    },
                },
            ],
            ..Own::PLAIN
        }),
        &cause(&LABELS),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// A string.
pub(super) static TYPE_OF_TYPE: Rule = Rule {
    id: "pay-button/goods-labels/type-of-type",
    says: Words::new("the type of a label must be a string", "标签的 type 必须是字符串"),
    cites: &[
        cite("GoodsLabel 类型说明", "type", "string"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| every(at, |l| l.get("type").type_of() == Type::String),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            breaks: |_| {
                vec![set(vec![Object::new().into()]), set(vec![Object::new().with("type", 1).into()])]
            },
            literals: &["type", "string"],
            ..Own::PLAIN
        }),
        &label_types(),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// From 2.50.0.0.
pub(super) static NON_REFUNDABLE: Rule = Rule {
    id: "pay-button/goods-labels/non-refundable",
    says: Words::new(
        "the label NON_REFUNDABLE is supported from base library 2.50.0.0 only",
        "标签 NON_REFUNDABLE 自基础库 2.50.0.0 起才支持",
    ),
    cites: &[
        cite("GoodsLabel 类型说明", "NON_REFUNDABLE", "2.50.0.0"),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                Standing::kept(at.has(NON_REFUNDABLE_SINCE) || !types(at).contains(&"NON_REFUNDABLE"))
            },
            about: &[
                About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"]),
                About::Fact(&BASE_LIBRARY),
            ],
            edges: |_| vec![set(vec![of("NON_REFUNDABLE")]).and_fact(&BASE_LIBRARY, "2.50.0.0")],
            openings: |_| {
                vec![
                    set(vec![of("NON_REFUNDABLE")]).and_fact(&BASE_LIBRARY, "2.49.99.99"),
                    set(vec![of("NON_REFUNDABLE")]).and_fact(&BASE_LIBRARY, "2.43.0.0"),
                    set(vec![of("EXPIRED_RETURNS"), of("NON_REFUNDABLE"), of("RESERVATION_FREE")])
                        .and_fact(&BASE_LIBRARY, "2.49.99.99"),
                ]
            },
            literals: &["NON_REFUNDABLE", "2.50.0.0"],
            ..Own::PLAIN
        }),
        &cause(&LABELS),
    ),
    waivers: &[WAITS, LIBRARY, Waiver { gap: &NEWER_LABEL, when: |_| true, readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// Not both.
pub(super) static ANYTIME_OR_DAYS: Rule = Rule {
    id: "pay-button/goods-labels/anytime-or-days",
    says: Words::new(
        "REFUND_ANYTIME and REFUNDABLE_DAYS exclude each other",
        "REFUND_ANYTIME 与 REFUNDABLE_DAYS 互斥",
    ),
    cites: &[
        cite(
            "GoodsLabel 类型说明: 互斥",
            "REFUND_ANYTIMEREFUNDABLE_DAYS 互斥",
            "“随时退” 与 “x 日内可退” 互斥",
        ),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| apart(at, "REFUND_ANYTIME", "REFUNDABLE_DAYS"),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            edges: |_| {
                vec![
                    set(vec![of("REFUND_ANYTIME"), of("EXPIRED_RETURNS")]),
                    set(vec![of("REFUNDABLE_DAYS"), of("EXPIRED_RETURNS")]),
                ]
            },
            breaks: |_| both("REFUND_ANYTIME", "REFUNDABLE_DAYS"),
            variants: &[
                Variant {
                    id: "one-order-only",
                    judge: |at| in_order(at, "REFUND_ANYTIME", "REFUNDABLE_DAYS"),
                },
                Variant {
                    id: "the-other-order-only",
                    judge: |at| in_order(at, "REFUNDABLE_DAYS", "REFUND_ANYTIME"),
                },
                Variant {
                    id: "neighbours-only",
                    judge: |at| neighbours(at, "REFUND_ANYTIME", "REFUNDABLE_DAYS"),
                },
            ],
            ..Own::PLAIN
        }),
        &cause(&LABELS),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// Not both.
pub(super) static FREE_OR_BOOKED: Rule = Rule {
    id: "pay-button/goods-labels/free-or-booked",
    says: Words::new(
        "RESERVATION_FREE and BOOK_IN_ADVANCE exclude each other",
        "RESERVATION_FREE 与 BOOK_IN_ADVANCE 互斥",
    ),
    cites: &[
        cite(
            "GoodsLabel 类型说明: 互斥",
            "RESERVATION_FREEBOOK_IN_ADVANCE 互斥",
            "“免预约” 与 “提前 x 日预约” 互斥",
        ),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| apart(at, "RESERVATION_FREE", "BOOK_IN_ADVANCE"),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            edges: |_| {
                vec![
                    set(vec![of("RESERVATION_FREE"), of("EXPIRED_RETURNS")]),
                    set(vec![of("BOOK_IN_ADVANCE"), of("EXPIRED_RETURNS")]),
                ]
            },
            breaks: |_| both("RESERVATION_FREE", "BOOK_IN_ADVANCE"),
            variants: &[
                Variant {
                    id: "one-order-only",
                    judge: |at| in_order(at, "RESERVATION_FREE", "BOOK_IN_ADVANCE"),
                },
                Variant {
                    id: "the-other-order-only",
                    judge: |at| in_order(at, "BOOK_IN_ADVANCE", "RESERVATION_FREE"),
                },
                Variant {
                    id: "neighbours-only",
                    judge: |at| neighbours(at, "RESERVATION_FREE", "BOOK_IN_ADVANCE"),
                },
            ],
            ..Own::PLAIN
        }),
        &cause(&LABELS),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// Not both.
pub(super) static NEVER_OR_DAYS: Rule = Rule {
    id: "pay-button/goods-labels/never-or-days",
    says: Words::new(
        "NON_REFUNDABLE and REFUNDABLE_DAYS exclude each other",
        "NON_REFUNDABLE 与 REFUNDABLE_DAYS 互斥",
    ),
    cites: &[
        cite(
            "GoodsLabel 类型说明: 互斥",
            "NON_REFUNDABLEREFUNDABLE_DAYS REFUND_ANYTIME互斥",
            "“x 日内可退” 互斥",
        ),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| gives_info(at) && at.has(NON_REFUNDABLE_SINCE),
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| apart(at, "NON_REFUNDABLE", "REFUNDABLE_DAYS"),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            edges: |_| {
                vec![
                    set(vec![of("NON_REFUNDABLE"), of("EXPIRED_RETURNS")]),
                    set(vec![of("REFUNDABLE_DAYS"), of("EXPIRED_RETURNS")]),
                ]
            },
            breaks: |_| both("NON_REFUNDABLE", "REFUNDABLE_DAYS"),
            variants: &[
                Variant {
                    id: "one-order-only",
                    judge: |at| in_order(at, "NON_REFUNDABLE", "REFUNDABLE_DAYS"),
                },
                Variant {
                    id: "the-other-order-only",
                    judge: |at| in_order(at, "REFUNDABLE_DAYS", "NON_REFUNDABLE"),
                },
                Variant {
                    id: "neighbours-only",
                    judge: |at| neighbours(at, "NON_REFUNDABLE", "REFUNDABLE_DAYS"),
                },
            ],
            ..Own::PLAIN
        }),
        &cause(&LABELS),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// Not both.
pub(super) static NEVER_OR_ANYTIME: Rule = Rule {
    id: "pay-button/goods-labels/never-or-anytime",
    says: Words::new(
        "NON_REFUNDABLE and REFUND_ANYTIME exclude each other",
        "NON_REFUNDABLE 与 REFUND_ANYTIME 互斥",
    ),
    cites: &[
        cite(
            "GoodsLabel 类型说明: 互斥",
            "NON_REFUNDABLEREFUNDABLE_DAYS REFUND_ANYTIME互斥",
            "“不可退”与“随时退”",
        ),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| gives_info(at) && at.has(NON_REFUNDABLE_SINCE),
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| apart(at, "NON_REFUNDABLE", "REFUND_ANYTIME"),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            edges: |_| {
                vec![
                    set(vec![of("NON_REFUNDABLE"), of("EXPIRED_RETURNS")]),
                    set(vec![of("REFUND_ANYTIME"), of("EXPIRED_RETURNS")]),
                ]
            },
            breaks: |_| both("NON_REFUNDABLE", "REFUND_ANYTIME"),
            variants: &[
                Variant {
                    id: "one-order-only",
                    judge: |at| in_order(at, "NON_REFUNDABLE", "REFUND_ANYTIME"),
                },
                Variant {
                    id: "the-other-order-only",
                    judge: |at| in_order(at, "REFUND_ANYTIME", "NON_REFUNDABLE"),
                },
                Variant {
                    id: "neighbours-only",
                    judge: |at| neighbours(at, "NON_REFUNDABLE", "REFUND_ANYTIME"),
                },
            ],
            ..Own::PLAIN
        }),
        &cause(&LABELS),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// Where days are counted.
pub(super) static VALUE_REQUIRED: Rule = Rule {
    id: "pay-button/goods-labels/value-required",
    says: Words::new(
        "value must be given for REFUNDABLE_DAYS and BOOK_IN_ADVANCE",
        "type 为 REFUNDABLE_DAYS 或 BOOK_IN_ADVANCE 时必须传 value",
    ),
    cites: &[
        cite("GoodsLabel 类型说明", "value", "当 type 为 REFUNDABLE_DAYS 或者 BOOK_IN_ADVANCE 时必传"),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| every(at, |l| !counts_days(l) || !l.get("value").is_undefined()),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            edges: |_| vec![set(plain(3)), set(vec![label("REFUNDABLE_DAYS", Some(2))])],
            breaks: |_| DAYS.map(|t| set(vec![label(t, None)])).to_vec(),
            literals: &["REFUNDABLE_DAYS", "BOOK_IN_ADVANCE"],
            variants: &[
                Variant {
                    id: "only-of-refundable-days",
                    judge: |at| {
                        every(at, |l| {
                            l.get("type").as_str() != Some("REFUNDABLE_DAYS")
                                || !l.get("value").is_undefined()
                        })
                    },
                },
                Variant {
                    id: "only-of-book-in-advance",
                    judge: |at| {
                        every(at, |l| {
                            l.get("type").as_str() != Some("BOOK_IN_ADVANCE")
                                || !l.get("value").is_undefined()
                        })
                    },
                },
                Variant { id: "of-every-label", judge: |at| every(at, |l| !l.get("value").is_undefined()) },
            ],
            ..Own::PLAIN
        }),
        &cause(&LABELS),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// A number.
pub(super) static VALUE_TYPE: Rule = Rule {
    id: "pay-button/goods-labels/value-type",
    says: Words::new("value of a label that counts days must be a number", "以天计的标签,value 必须是数字"),
    cites: &[
        cite("GoodsLabel 类型说明", "value", "number"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                every(at, |l| {
                    !counts_days(l) || matches!(l.get("value"), Value::Undefined | Value::Number(_))
                })
            },
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            breaks: |_| ["2".into(), true.into(), Value::Array(Vec::new())].map(days).to_vec(),
            literals: &["value", "number"],
            ..Own::PLAIN
        }),
        &label_types(),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// 1 to 99.
pub(super) static VALUE_RANGE: Rule = Rule {
    id: "pay-button/goods-labels/value-range",
    says: Words::new(
        "value of a label that counts days must be a whole number from 1 to 99",
        "以天计的标签,value 必须是 1~99 的整数",
    ),
    cites: &[
        cite("GoodsLabel 类型说明", "value", "取值范围为 1~99"),
        error("21511", "非商品库商品,商品标签校验不通过"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| ranged(at, 1.0, 99.0, true),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
            edges: |_| [1, 2, 98, 99].map(|n| days(n.into())).to_vec(),
            breaks: |_| [0.0, 100.0, 1.5, -1.0, 99.5].map(|n| days(n.into())).to_vec(),
            literals: &["1", "99"],
            variants: &[
                Variant { id: "least-down", judge: |at| ranged(at, 0.0, 99.0, true) },
                Variant { id: "least-up", judge: |at| ranged(at, 2.0, 99.0, true) },
                Variant { id: "bound-down", judge: |at| ranged(at, 1.0, 98.0, true) },
                Variant { id: "bound-up", judge: |at| ranged(at, 1.0, 100.0, true) },
                Variant { id: "admits-fractions", judge: |at| ranged(at, 1.0, 99.0, false) },
            ],
            ..Own::PLAIN
        }),
        &cause(&LABELS),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// Shown as given.
pub(super) static SHOWN: Rule = Rule {
    id: "pay-button/goods-labels/shown",
    says: Words::new(
        "the order page shows the labels as the page gave them, and no more than shows them",
        "提单页按传入的标签展示,且只做展现",
    ),
    cites: &[
        cite("GoodsLabel 类型说明: 互斥", "只做展现", "只做展现"),
        info("goodsLabels", "商品标签"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info_on_own_goods,
    about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"])],
    check: Check::Promise(Promise {
        holds: |at, trace| match (order_page(trace), member(at)) {
            (Some(page), Value::Array(labels)) if labels.iter().all(is_sound) && !labels.is_empty() => {
                Standing::kept(page.get("labels") == member(at) || leaves_out_what_is_newer(at, page))
            }
            _ => Standing::Apart,
        },
        needs: &[Kind::Shown],
        stages: |_| {
            vec![
                set(plain(3)),
                set(vec![of("REFUND_ANYTIME")]),
                set(vec![of("NON_REFUNDABLE"), of("EXPIRED_RETURNS")]),
            ]
        },
        bends: &[
            Bend { id: "drops-them", bend: |_, trace| edit_page(trace, |page| page.remove("labels")) },
            Bend {
                id: "drops-the-last",
                bend: |_, trace| {
                    edit_labels(trace, |labels| {
                        labels.pop();
                    });
                },
            },
            Bend { id: "reverses-them", bend: |_, trace| edit_labels(trace, |labels| labels.reverse()) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Whether a page below the version of a label shows all others.
fn leaves_out_what_is_newer(at: &At<'_>, page: &Value) -> bool {
    let Some(labels) = labels(at).filter(|_| !at.has(NON_REFUNDABLE_SINCE)) else { return false };
    let older = labels.iter().filter(|label| label.get("type").as_str() != Some("NON_REFUNDABLE"));
    let older = Value::Array(older.cloned().collect());
    let shown = match page.get("labels") {
        Value::Undefined => Value::Array(Vec::new()),
        shown => shown.clone(),
    };
    at.reading(&NEWER_LABEL) == "ignored" && shown == older
}

const KNOWN: [&str; 6] = [
    "EXPIRED_RETURNS",
    "REFUND_ANYTIME",
    "RESERVATION_FREE",
    "REFUNDABLE_DAYS",
    "BOOK_IN_ADVANCE",
    "NON_REFUNDABLE",
];

/// The labels that count days.
const DAYS: [&str; 2] = ["REFUNDABLE_DAYS", "BOOK_IN_ADVANCE"];

fn member<'a>(at: &At<'a>) -> &'a Value {
    at.field("handlers").get("getgoodsinfo").get("resolves").get("goodsLabels")
}

fn labels<'a>(at: &At<'a>) -> Option<&'a [Value]> {
    if let Value::Array(items) = member(at) { Some(items) } else { None }
}

fn types<'a>(at: &At<'a>) -> Vec<&'a str> {
    labels(at).unwrap_or_default().iter().filter_map(|l| l.get("type").as_str()).collect()
}

/// Whether every label is so. What is no label is another rule's matter.
fn every(at: &At<'_>, fits: impl Fn(&Value) -> bool) -> Standing {
    let objects = |items: &[Value]| items.iter().filter(|l| l.as_object().is_some()).all(&fits);
    labels(at).map_or(Standing::Apart, |items| Standing::kept(objects(items)))
}

fn counts_days(label: &Value) -> bool {
    label.get("type").as_str().is_some_and(|t| DAYS.contains(&t))
}

/// Whether nothing but a list of excluded neighbours can be wrong about a label.
fn is_sound(label: &Value) -> bool {
    label.get("type").as_str().is_some_and(|t| KNOWN.contains(&t))
}

fn counted(at: &At<'_>, most: usize) -> Standing {
    labels(at).map_or(Standing::Apart, |items| Standing::kept(items.len() <= most))
}

fn ranged(at: &At<'_>, least: f64, most: f64, whole: bool) -> Standing {
    every(at, |l| match l.get("value") {
        Value::Number(n) if counts_days(l) => (least..=most).contains(n) && (!whole || n.fract() == 0.0),
        _ => true,
    })
}

/// Whether two types are not both there.
fn apart(at: &At<'_>, a: &str, b: &str) -> Standing {
    let types = types(at);
    labels(at).map_or(Standing::Apart, |_| Standing::kept(!(types.contains(&a) && types.contains(&b))))
}

/// The same, for one that looks at them in one order only.
fn in_order(at: &At<'_>, a: &str, b: &str) -> Standing {
    let types = types(at);
    let place = |wanted| types.iter().position(|t| *t == wanted);
    Standing::kept(!matches!((place(a), place(b)), (Some(a), Some(b)) if a < b))
}

/// The same, for one that looks at neighbours only.
fn neighbours(at: &At<'_>, a: &str, b: &str) -> Standing {
    let types = types(at);
    Standing::kept(!types.windows(2).any(|pair| pair.contains(&a) && pair.contains(&b)))
}

fn value(labels: Value) -> Patch {
    Patch::default().and_at(&["handlers", "getgoodsinfo", "resolves", "goodsLabels"], Some(labels))
}

fn set(labels: Vec<Value>) -> Patch {
    value(Value::Array(labels))
}

/// A sound label of this type.
fn of(kind: &'static str) -> Value {
    label(kind, DAYS.contains(&kind).then_some(2))
}

fn days(value: Value) -> Patch {
    set(vec![Object::new().with("type", "BOOK_IN_ADVANCE").with("value", value).into()])
}

/// So many labels of which none excludes another.
fn plain(many: usize) -> Vec<Value> {
    let kinds = ["EXPIRED_RETURNS", "REFUND_ANYTIME", "BOOK_IN_ADVANCE", "EXPIRED_RETURNS", "REFUND_ANYTIME"];
    kinds.into_iter().take(many).map(of).collect()
}

/// Two labels in either order, side by side and with one between them.
fn both(a: &'static str, b: &'static str) -> Vec<Patch> {
    let between = || of("EXPIRED_RETURNS");
    vec![
        set(vec![of(a), of(b)]),
        set(vec![of(b), of(a)]),
        set(vec![of(a), between(), of(b)]),
        set(vec![of(b), between(), of(a)]),
    ]
}

fn edit_labels(trace: &mut Trace, edit: fn(&mut Vec<Value>)) {
    edit_page(trace, |page| {
        if let Some(Value::Array(labels)) = page.find_mut("labels") {
            edit(labels);
        }
    });
}
