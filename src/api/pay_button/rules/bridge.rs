//! (long: a table, one rule for each property and handler) What a framework between page and component must keep: properties, events and answers.

use crate::api::documents::FACTS;
use crate::api::pay_button::bridge::{answer_of, fire, fired};
use crate::ground::{Function, Object, Reply, Value};
use crate::spec::{
    About, At, Basis, Bend, Check, Cite, Event, Kind, Patch, Promise, Rule, Standing, Trace, Words,
};

use super::{again, cite, edit_detail, property};

/// As the page set it.
pub(super) static MODE: Rule = Rule {
    id: "pay-button/bridge/mode",
    says: Words::new(
        "a framework hands mode through to the component as the page set it",
        "框架将页面设置的 mode 原样传给组件",
    ),
    cites: &[property("mode", "number"), cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配")],
    scope: |at| !at.field("properties").get("mode").is_undefined(),
    about: &[About::Field(&["properties", "mode"])],
    check: Check::Promise(Promise {
        holds: |at, trace| reaches(at, trace, "mode"),
        needs: &[Kind::Shown],
        looks_at: |event| native(event, "mode"),
        stages: |_| {
            [1.into(), 2.into()]
                .map(|v: Value| Patch::default().and_at(&["properties", "mode"], Some(v)))
                .to_vec()
        },
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_native(trace, "mode", |_| None) },
            Bend {
                id: "as-text",
                bend: |_, trace| edit_native(trace, "mode", |v| v.as_whole().map(|n| n.to_string().into())),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// As the page set it.
pub(super) static GOODS_ID: Rule = Rule {
    id: "pay-button/bridge/goods-id",
    says: Words::new(
        "a framework hands goods-id through to the component as the page set it",
        "框架将页面设置的 goods-id 原样传给组件",
    ),
    cites: &[property("goods-id", "string"), cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配")],
    scope: |at| !at.field("properties").get("goods-id").is_undefined(),
    about: &[About::Field(&["properties", "goods-id"])],
    check: Check::Promise(Promise {
        holds: |at, trace| reaches(at, trace, "goods-id"),
        needs: &[Kind::Shown],
        looks_at: |event| native(event, "goods-id"),
        stages: |_| {
            ["7046".into(), "0".into(), "商品😀".into()]
                .map(|v: Value| Patch::default().and_at(&["properties", "goods-id"], Some(v)))
                .to_vec()
        },
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_native(trace, "goods-id", |_| None) },
            Bend { id: "as-number", bend: |_, trace| edit_native(trace, "goods-id", |_| Some(1.into())) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// As the page set it.
pub(super) static GOODS_TYPE: Rule = Rule {
    id: "pay-button/bridge/goods-type",
    says: Words::new(
        "a framework hands goods-type through to the component as the page set it",
        "框架将页面设置的 goods-type 原样传给组件",
    ),
    cites: &[property("goods-type", "number"), cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配")],
    scope: |at| !at.field("properties").get("goods-type").is_undefined(),
    about: &[About::Field(&["properties", "goods-type"])],
    check: Check::Promise(Promise {
        holds: |at, trace| reaches(at, trace, "goods-type"),
        needs: &[Kind::Shown],
        looks_at: |event| native(event, "goods-type"),
        stages: |_| {
            [1.into(), 2.into()]
                .map(|v: Value| Patch::default().and_at(&["properties", "goods-type"], Some(v)))
                .to_vec()
        },
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_native(trace, "goods-type", |_| None) },
            Bend {
                id: "as-text",
                bend: |_, trace| {
                    edit_native(trace, "goods-type", |v| v.as_whole().map(|n| n.to_string().into()));
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// As the page set it.
pub(super) static ORDER_STATUS: Rule = Rule {
    id: "pay-button/bridge/order-status",
    says: Words::new(
        "a framework hands order-status through to the component as the page set it",
        "框架将页面设置的 order-status 原样传给组件",
    ),
    cites: &[property("order-status", "number"), cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配")],
    scope: |at| !at.field("properties").get("order-status").is_undefined(),
    about: &[About::Field(&["properties", "order-status"])],
    check: Check::Promise(Promise {
        holds: |at, trace| reaches(at, trace, "order-status"),
        needs: &[Kind::Shown],
        looks_at: |event| native(event, "order-status"),
        stages: |_| {
            [0.into(), 1.into(), 4.into()]
                .map(|v: Value| Patch::default().and_at(&["properties", "order-status"], Some(v)))
                .to_vec()
        },
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_native(trace, "order-status", |_| None) },
            Bend {
                id: "as-text",
                bend: |_, trace| {
                    edit_native(trace, "order-status", |v| v.as_whole().map(|n| n.to_string().into()));
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// As the page set it.
pub(super) static ORDER_ID: Rule = Rule {
    id: "pay-button/bridge/order-id",
    says: Words::new(
        "a framework hands order-id through to the component as the page set it",
        "框架将页面设置的 order-id 原样传给组件",
    ),
    cites: &[property("order-id", "string"), cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配")],
    scope: |at| !at.field("properties").get("order-id").is_undefined(),
    about: &[About::Field(&["properties", "order-id"])],
    check: Check::Promise(Promise {
        holds: |at, trace| reaches(at, trace, "order-id"),
        needs: &[Kind::Shown],
        looks_at: |event| native(event, "order-id"),
        stages: |_| {
            ["1".into(), "订单-1".into()]
                .map(|v: Value| Patch::default().and_at(&["properties", "order-id"], Some(v)))
                .to_vec()
        },
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_native(trace, "order-id", |_| None) },
            Bend { id: "as-number", bend: |_, trace| edit_native(trace, "order-id", |_| Some(1.into())) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// As the page set it.
pub(super) static REFUND_ID: Rule = Rule {
    id: "pay-button/bridge/refund-id",
    says: Words::new(
        "a framework hands refund-id through to the component as the page set it",
        "框架将页面设置的 refund-id 原样传给组件",
    ),
    cites: &[property("refund-id", "string"), cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配")],
    scope: |at| !at.field("properties").get("refund-id").is_undefined(),
    about: &[About::Field(&["properties", "refund-id"])],
    check: Check::Promise(Promise {
        holds: |at, trace| reaches(at, trace, "refund-id"),
        needs: &[Kind::Shown],
        looks_at: |event| native(event, "refund-id"),
        stages: |_| {
            ["1".into(), "退款-1".into()]
                .map(|v: Value| Patch::default().and_at(&["properties", "refund-id"], Some(v)))
                .to_vec()
        },
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_native(trace, "refund-id", |_| None) },
            Bend { id: "as-number", bend: |_, trace| edit_native(trace, "refund-id", |_| Some(1.into())) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// As the page set it.
pub(super) static REFUND_TOTAL_AMOUNT: Rule = Rule {
    id: "pay-button/bridge/refund-total-amount",
    says: Words::new(
        "a framework hands refund-total-amount through to the component as the page set it",
        "框架将页面设置的 refund-total-amount 原样传给组件",
    ),
    cites: &[
        property("refund-total-amount", "number"),
        cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配"),
    ],
    scope: |at| !at.field("properties").get("refund-total-amount").is_undefined(),
    about: &[About::Field(&["properties", "refund-total-amount"])],
    check: Check::Promise(Promise {
        holds: |at, trace| reaches(at, trace, "refund-total-amount"),
        needs: &[Kind::Shown],
        looks_at: |event| native(event, "refund-total-amount"),
        stages: |_| {
            [1.into(), 20_000.into()]
                .map(|v: Value| Patch::default().and_at(&["properties", "refund-total-amount"], Some(v)))
                .to_vec()
        },
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_native(trace, "refund-total-amount", |_| None) },
            Bend {
                id: "as-text",
                bend: |_, trace| {
                    edit_native(trace, "refund-total-amount", |v| v.as_whole().map(|n| n.to_string().into()));
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// As the page set it.
pub(super) static BIZ_LINE: Rule = Rule {
    id: "pay-button/bridge/biz-line",
    says: Words::new(
        "a framework hands biz-line through to the component as the page set it",
        "框架将页面设置的 biz-line 原样传给组件",
    ),
    cites: &[property("biz-line", "number"), cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配")],
    scope: |at| !at.field("properties").get("biz-line").is_undefined(),
    about: &[About::Field(&["properties", "biz-line"])],
    check: Check::Promise(Promise {
        holds: |at, trace| reaches(at, trace, "biz-line"),
        needs: &[Kind::Shown],
        looks_at: |event| native(event, "biz-line"),
        stages: |_| {
            [1.into(), 2.into()]
                .map(|v: Value| Patch::default().and_at(&["properties", "biz-line"], Some(v)))
                .to_vec()
        },
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_native(trace, "biz-line", |_| None) },
            Bend {
                id: "as-text",
                bend: |_, trace| {
                    edit_native(trace, "biz-line", |v| v.as_whole().map(|n| n.to_string().into()));
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// As the page set it.
pub(super) static MARKETING_READY: Rule = Rule {
    id: "pay-button/bridge/marketing-ready",
    says: Words::new(
        "a framework hands marketing-ready through to the component as the page set it",
        "框架将页面设置的 marketing-ready 原样传给组件",
    ),
    cites: &[property("marketing-ready", "boolean"), cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配")],
    scope: |at| !at.field("properties").get("marketing-ready").is_undefined(),
    about: &[About::Field(&["properties", "marketing-ready"])],
    check: Check::Promise(Promise {
        holds: |at, trace| reaches(at, trace, "marketing-ready"),
        needs: &[Kind::Shown],
        looks_at: |event| native(event, "marketing-ready"),
        stages: |_| {
            [true.into(), false.into()]
                .map(|v: Value| Patch::default().and_at(&["properties", "marketing-ready"], Some(v)))
                .to_vec()
        },
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_native(trace, "marketing-ready", |_| None) },
            Bend {
                id: "as-text",
                bend: |_, trace| {
                    edit_native(trace, "marketing-ready", |v| {
                        Some(if *v == Value::Bool(true) { "true".into() } else { "false".into() })
                    });
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Called with its event, and its answer handed back.
pub(super) static GETGOODSINFO: Rule = Rule {
    id: "pay-button/bridge/getgoodsinfo",
    says: Words::new(
        "a framework calls the handler of getgoodsinfo with the event and hands back to the component what it returns",
        "框架以事件对象调用 getgoodsinfo 的处理函数,并将其返回值交还组件",
    ),
    cites: &[
        Cite { document: FACTS, section: "## pay-button", row: "- Agreed", words: "return values" },
        property("bind:getgoodsinfo", "获取商品信息"),
        cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配"),
    ],
    basis: Basis::Agreed,
    scope: |at| fires(at, "getgoodsinfo"),
    about: &[About::Field(&["handlers", "getgoodsinfo"]), About::Field(&["fires"])],
    check: Check::Promise(Promise {
        holds: |at, trace| handed(at, trace, "getgoodsinfo", true),
        needs: &[Kind::Called, Kind::Asked, Kind::Sent],
        looks_at: |event| about(event, "getgoodsinfo"),
        stages: |_| scripts("getgoodsinfo", &["handlers", "getgoodsinfo"]),
        bends: &[
            Bend { id: "never-called", bend: |_, trace| trace.0.retain(|e| e.name != "getgoodsinfo") },
            Bend { id: "called-twice", bend: |_, trace| again(trace, "getgoodsinfo") },
            Bend {
                id: "without-its-detail",
                bend: |_, trace| {
                    edit_detail(trace, "getgoodsinfo", |d| *d = Object::new().with("lost", true));
                },
            },
            Bend {
                id: "drops-the-answer",
                bend: |_, trace| edit_answer(trace, "getgoodsinfo", |_| "records".into()),
            },
            Bend {
                id: "hands-the-promise-as-a-value",
                bend: |_, trace| {
                    edit_answer(trace, "getgoodsinfo", |_| {
                        Object::new().with("returns", Value::Other("promise".into())).into()
                    });
                },
            },
            Bend {
                id: "resolves-with-nothing",
                bend: |_, trace| {
                    edit_answer(trace, "getgoodsinfo", |_| {
                        Object::new().with("resolves", Value::Undefined).into()
                    });
                },
            },
            Bend {
                id: "hides-the-rejection",
                bend: |_, trace| edit_answer(trace, "getgoodsinfo", unrejected),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Called with its event, and its answer handed back.
pub(super) static PLACEORDER: Rule = Rule {
    id: "pay-button/bridge/placeorder",
    says: Words::new(
        "a framework calls the handler of placeorder with the event and hands back to the component what it returns",
        "框架以事件对象调用 placeorder 的处理函数,并将其返回值交还组件",
    ),
    cites: &[
        Cite { document: FACTS, section: "## pay-button", row: "- Agreed", words: "return values" },
        property("bind:placeorder", "跳转至提单页前的准备工作"),
        cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配"),
    ],
    basis: Basis::Agreed,
    scope: |at| fires(at, "placeorder"),
    about: &[About::Field(&["handlers", "placeorder"]), About::Field(&["fires"])],
    check: Check::Promise(Promise {
        holds: |at, trace| handed(at, trace, "placeorder", true),
        needs: &[Kind::Called, Kind::Asked, Kind::Sent],
        looks_at: |event| about(event, "placeorder"),
        stages: |_| scripts("placeorder", &["handlers", "placeorder"]),
        bends: &[
            Bend { id: "never-called", bend: |_, trace| trace.0.retain(|e| e.name != "placeorder") },
            Bend { id: "called-twice", bend: |_, trace| again(trace, "placeorder") },
            Bend {
                id: "without-its-detail",
                bend: |_, trace| edit_detail(trace, "placeorder", |d| *d = Object::new().with("lost", true)),
            },
            Bend {
                id: "drops-the-answer",
                bend: |_, trace| edit_answer(trace, "placeorder", |_| "records".into()),
            },
            Bend {
                id: "hands-the-promise-as-a-value",
                bend: |_, trace| {
                    edit_answer(trace, "placeorder", |_| {
                        Object::new().with("returns", Value::Other("promise".into())).into()
                    });
                },
            },
            Bend {
                id: "resolves-with-nothing",
                bend: |_, trace| {
                    edit_answer(trace, "placeorder", |_| {
                        Object::new().with("resolves", Value::Undefined).into()
                    });
                },
            },
            Bend { id: "hides-the-rejection", bend: |_, trace| edit_answer(trace, "placeorder", unrejected) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Called with its event, and its answer handed back.
pub(super) static APPLYREFUND: Rule = Rule {
    id: "pay-button/bridge/applyrefund",
    says: Words::new(
        "a framework calls the handler of applyrefund with the event and hands back to the component what it returns",
        "框架以事件对象调用 applyrefund 的处理函数,并将其返回值交还组件",
    ),
    cites: &[
        Cite { document: FACTS, section: "## pay-button", row: "- Agreed", words: "return values" },
        property("bind:applyrefund", "透传退款参数"),
        cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配"),
    ],
    basis: Basis::Agreed,
    scope: |at| fires(at, "applyrefund"),
    about: &[About::Field(&["handlers", "applyrefund"]), About::Field(&["fires"])],
    check: Check::Promise(Promise {
        holds: |at, trace| handed(at, trace, "applyrefund", true),
        needs: &[Kind::Called, Kind::Asked, Kind::Sent],
        looks_at: |event| about(event, "applyrefund"),
        stages: |_| scripts("applyrefund", &["handlers", "applyrefund"]),
        bends: &[
            Bend { id: "never-called", bend: |_, trace| trace.0.retain(|e| e.name != "applyrefund") },
            Bend { id: "called-twice", bend: |_, trace| again(trace, "applyrefund") },
            Bend {
                id: "without-its-detail",
                bend: |_, trace| edit_detail(trace, "applyrefund", |d| *d = Object::new().with("lost", true)),
            },
            Bend {
                id: "drops-the-answer",
                bend: |_, trace| edit_answer(trace, "applyrefund", |_| "records".into()),
            },
            Bend {
                id: "hands-the-promise-as-a-value",
                bend: |_, trace| {
                    edit_answer(trace, "applyrefund", |_| {
                        Object::new().with("returns", Value::Other("promise".into())).into()
                    });
                },
            },
            Bend {
                id: "resolves-with-nothing",
                bend: |_, trace| {
                    edit_answer(trace, "applyrefund", |_| {
                        Object::new().with("resolves", Value::Undefined).into()
                    });
                },
            },
            Bend {
                id: "hides-the-rejection",
                bend: |_, trace| edit_answer(trace, "applyrefund", unrejected),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Called with its event, and its answer handed back.
pub(super) static GETEXTENSIONPATH: Rule = Rule {
    id: "pay-button/bridge/getextensionpath",
    says: Words::new(
        "a framework calls the handler of getextensionpath with the event and hands back to the component what it returns",
        "框架以事件对象调用 getextensionpath 的处理函数,并将其返回值交还组件",
    ),
    cites: &[
        Cite { document: FACTS, section: "## pay-button", row: "- Agreed", words: "return values" },
        property("bind:getextensionpath", "2.76.0.0"),
        cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配"),
    ],
    basis: Basis::Agreed,
    scope: |at| fires(at, "getextensionpath"),
    about: &[About::Field(&["handlers", "getextensionpath"]), About::Field(&["fires"])],
    check: Check::Promise(Promise {
        holds: |at, trace| handed(at, trace, "getextensionpath", true),
        needs: &[Kind::Called, Kind::Asked, Kind::Sent],
        looks_at: |event| about(event, "getextensionpath"),
        stages: |_| scripts("getextensionpath", &["handlers", "getextensionpath"]),
        bends: &[
            Bend { id: "never-called", bend: |_, trace| trace.0.retain(|e| e.name != "getextensionpath") },
            Bend { id: "called-twice", bend: |_, trace| again(trace, "getextensionpath") },
            Bend {
                id: "without-its-detail",
                bend: |_, trace| {
                    edit_detail(trace, "getextensionpath", |d| *d = Object::new().with("lost", true));
                },
            },
            Bend {
                id: "drops-the-answer",
                bend: |_, trace| edit_answer(trace, "getextensionpath", |_| "records".into()),
            },
            Bend {
                id: "hands-the-promise-as-a-value",
                bend: |_, trace| {
                    edit_answer(trace, "getextensionpath", |_| {
                        Object::new().with("returns", Value::Other("promise".into())).into()
                    });
                },
            },
            Bend {
                id: "resolves-with-nothing",
                bend: |_, trace| {
                    edit_answer(trace, "getextensionpath", |_| {
                        Object::new().with("resolves", Value::Undefined).into()
                    });
                },
            },
            Bend {
                id: "hides-the-rejection",
                bend: |_, trace| edit_answer(trace, "getextensionpath", unrejected),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Called with its event.
pub(super) static PAY: Rule = Rule {
    id: "pay-button/bridge/pay",
    says: Words::new(
        "a framework calls the handler of pay with the event",
        "框架以事件对象调用 pay 的处理函数",
    ),
    cites: &[property("bind:pay", "支付回调"), cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配")],
    scope: |at| fires(at, "pay"),
    about: &[About::Field(&["handlers", "pay"]), About::Field(&["fires"])],
    check: Check::Promise(Promise {
        holds: |at, trace| handed(at, trace, "pay", false),
        needs: &[Kind::Called, Kind::Asked],
        looks_at: |event| about(event, "pay"),
        stages: |_| events("pay"),
        bends: &[
            Bend { id: "never-called", bend: |_, trace| trace.0.retain(|e| e.name != "pay") },
            Bend { id: "called-twice", bend: |_, trace| again(trace, "pay") },
            Bend {
                id: "without-its-detail",
                bend: |_, trace| edit_detail(trace, "pay", |d| *d = Object::new().with("lost", true)),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Called with its event.
pub(super) static REFUND: Rule = Rule {
    id: "pay-button/bridge/refund",
    says: Words::new(
        "a framework calls the handler of refund with the event",
        "框架以事件对象调用 refund 的处理函数",
    ),
    cites: &[property("bind:refund", "退款回调"), cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配")],
    scope: |at| fires(at, "refund"),
    about: &[About::Field(&["handlers", "refund"]), About::Field(&["fires"])],
    check: Check::Promise(Promise {
        holds: |at, trace| handed(at, trace, "refund", false),
        needs: &[Kind::Called, Kind::Asked],
        looks_at: |event| about(event, "refund"),
        stages: |_| events("refund"),
        bends: &[
            Bend { id: "never-called", bend: |_, trace| trace.0.retain(|e| e.name != "refund") },
            Bend { id: "called-twice", bend: |_, trace| again(trace, "refund") },
            Bend {
                id: "without-its-detail",
                bend: |_, trace| edit_detail(trace, "refund", |d| *d = Object::new().with("lost", true)),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Called with its event.
pub(super) static ERROR: Rule = Rule {
    id: "pay-button/bridge/error",
    says: Words::new(
        "a framework calls the handler of error with the event",
        "框架以事件对象调用 error 的处理函数",
    ),
    cites: &[
        property("bind:error", "组件内部发生异常时触发"),
        cite("Bug & Tip", "Tip:对于部分开发者", "框架暂未适配"),
    ],
    scope: |at| fires(at, "error"),
    about: &[About::Field(&["handlers", "error"]), About::Field(&["fires"])],
    check: Check::Promise(Promise {
        holds: |at, trace| handed(at, trace, "error", false),
        needs: &[Kind::Called, Kind::Asked],
        looks_at: |event| about(event, "error"),
        stages: |_| events("error"),
        bends: &[
            Bend { id: "never-called", bend: |_, trace| trace.0.retain(|e| e.name != "error") },
            Bend { id: "called-twice", bend: |_, trace| again(trace, "error") },
            Bend {
                id: "without-its-detail",
                bend: |_, trace| edit_detail(trace, "error", |d| *d = Object::new().with("lost", true)),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Whether a step fires an event that the page hears.
fn fires(at: &At<'_>, name: &str) -> bool {
    fired(at).iter().any(|(event, _, reply)| *event == name && reply.is_some())
}

/// What the native component has for a property, once everything was rendered.
fn reaches(at: &At<'_>, trace: &Trace, name: &str) -> Standing {
    let native =
        trace.all(Kind::Shown, "").map(|e| e.with.get("native")).filter(|n| !n.is_undefined()).last();
    native.map_or(Standing::Broken, |native| {
        Standing::kept(native.get(name) == at.field("properties").get(name))
    })
}

/// Whether each event of a name reached its handler, and its answer the component.
fn handed(at: &At<'_>, trace: &Trace, name: &str, asks: bool) -> Standing {
    let wanted: Vec<_> = fired(at).into_iter().filter(|(event, ..)| *event == name).collect();
    let called: Vec<_> = trace.all(Kind::Called, name).map(|e| e.with.get("detail")).collect();
    let answers: Vec<_> = answers(trace, name).collect();
    let details = || wanted.iter().zip(&called).all(|((_, detail, _), got)| detail == got);
    if called.len() != wanted.len() || !details() || (asks && answers.len() != wanted.len()) {
        return Standing::Broken;
    }
    let same = |((_, _, reply), got): (&(&str, &Value, Option<&Reply>), &&Value)| {
        reply.is_none_or(|reply| is_same(&answer_of(at, reply), got))
    };
    Standing::kept(!asks || wanted.iter().zip(&answers).all(same))
}

/// What an event says of one property of the native component.
fn native(event: &Event, name: &'static str) -> Option<Event> {
    let own = match event.with.get("native") {
        Value::Undefined => return None,
        Value::Object(all) => {
            all.find(name).map(|own| (name, own.clone())).into_iter().collect::<Object>().into()
        }
        other => other.clone(),
    };
    Some(Event { with: Object::new().with("native", own).into(), ..event.clone() })
}

/// An event of one handler: that it is called, or that its answer is sent.
fn about(event: &Event, name: &str) -> Option<Event> {
    (event.name == name || is_answer(&event.with, name)).then(|| event.clone())
}

/// To return nothing and to return `undefined` are one; the text of an error may be wrapped.
fn is_same(wanted: &Value, got: &Value) -> bool {
    let returns_undefined = |o: &Object| o.len() == 1 && o.find("returns").is_some_and(Value::is_undefined);
    let nothing = |v: &Value| v.as_str() == Some("records") || v.as_object().is_some_and(returns_undefined);
    let threw = |v: &Value| !v.get("throws").is_undefined();
    wanted == got || (nothing(wanted) && nothing(got)) || (threw(wanted) && threw(got))
}

fn answers<'a>(trace: &'a Trace, name: &'a str) -> impl Iterator<Item = &'a Value> {
    let all = trace.all(Kind::Sent, "").map(|e| &e.with);
    all.filter(move |with| is_answer(with, name)).map(|with| with.get("answer"))
}

fn is_answer(sent: &Value, name: &str) -> bool {
    sent.get("to").as_str() == Some("native") && sent.get("event").as_str() == Some(name)
}

fn unrejected(answer: &Value) -> Value {
    match answer.as_object().and_then(|o| o.find("rejects")) {
        Some(_) => Object::new().with("resolves", Value::Undefined).into(),
        None => answer.clone(),
    }
}

fn edit_answer(trace: &mut Trace, name: &str, edit: fn(&Value) -> Value) {
    for event in &mut trace.0 {
        if event.kind != Kind::Sent || event.with.get("event").as_str() != Some(name) {
            continue;
        }
        let answer = edit(event.with.get("answer"));
        if let Value::Object(sent) = &mut event.with {
            sent.set("answer", answer);
        }
    }
}

fn edit_native(trace: &mut Trace, name: &'static str, edit: fn(&Value) -> Option<Value>) {
    for event in trace.0.iter_mut().filter(|e| e.kind == Kind::Shown) {
        if let Some(Value::Object(native)) = event.with.get_mut("native")
            && let Some(value) = native.find(name).cloned()
        {
            match edit(&value) {
                Some(value) => native.set(name, value),
                None => native.remove(name),
            }
        }
    }
}

/// Events that are easily damaged on their way.
fn events(name: &'static str) -> Vec<Patch> {
    let inner = Object::new().with("code", 0).with("list", Value::Array(vec![1.into(), "二".into()]));
    let details = [Object::new(), Object::new().with("result", inner).with("status", "success")];
    details.map(|d| Patch::set("fires", Value::Array(vec![fire(name, d)]))).to_vec()
}

/// Handlers that answer in every way, and several times.
fn scripts(name: &'static str, path: crate::spec::Field) -> Vec<Patch> {
    let list = || Value::Array(vec![Value::Null]);
    let info = || Value::from(Object::new().with("a", "汉😀").with("n", 0).with("list", list()));
    let entries = vec![
        vec![Reply::Resolves(info())],
        vec![Reply::Resolves(Value::Undefined)],
        vec![Reply::Resolves(false.into())],
        vec![Reply::Rejects(Object::new().with("errMsg", "no").into())],
        vec![Reply::Rejects(Value::Undefined)],
        vec![Reply::Returns(info())],
        vec![Reply::Throws("no".into())],
        vec![Reply::Never],
        vec![Reply::Resolves(1.into()), Reply::Rejects(2.into())],
    ];
    let detail = || Object::new().with("goodsId", "1").with("orderId", "2");
    let staged = |script: Vec<Reply>| {
        let fires = vec![fire(name, detail()); script.len() + 1];
        let handler = Value::Function(Function::scripted(script));
        Patch::set("fires", Value::Array(fires)).and_at(path, Some(handler))
    };
    entries.into_iter().map(staged).collect()
}

/// The rules of the bridge.
pub(in crate::api::pay_button) static ALL: &[&Rule] = &[
    &MODE,
    &GOODS_ID,
    &GOODS_TYPE,
    &ORDER_STATUS,
    &ORDER_ID,
    &REFUND_ID,
    &REFUND_TOTAL_AMOUNT,
    &BIZ_LINE,
    &MARKETING_READY,
    &GETGOODSINFO,
    &PLACEORDER,
    &APPLYREFUND,
    &GETEXTENSIONPATH,
    &PAY,
    &REFUND,
    &ERROR,
];
