//! `marketingVersion`: which marketing the order page shows.

use crate::api::pay_button::goods::marketing;
use crate::api::pay_button::outcomes::GOODS_INFO_TYPE;
use crate::api::pay_button::scene::{MARKETING, TRADE, buys, gives_info, resolved};
use crate::api::world::BASE_LIBRARY;
use crate::ground::{Object, Type, Value};
use crate::spec::{About, Bend, Check, Demand, Kind, Patch, Promise, Rule, Standing, Words};

use super::{WAITS, cause, cite, edit_page, error, info, order_page, property};

/// A number.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/marketing-version/type",
    says: Words::new("marketingVersion must be a number", "marketingVersion 必须是数字"),
    cites: &[
        info("marketingVersion", "number"),
        info("marketingVersion", "2.76.0.0"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
    ],
    since: TRADE,
    scope: gives_info,
    check: Check::Demand(
        Demand::Typed(&["handlers", "getgoodsinfo", "resolves", "marketingVersion"], Type::Number),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// The one that the page names, where it is ready.
pub(super) static SHOWN: Rule = Rule {
    id: "pay-button/marketing-version/shown",
    says: Words::new(
        "the order page shows marketing where marketing-ready is true, in the version that marketingVersion names, by default 1",
        "marketing-ready 为 true 时提单页按 marketingVersion(默认 1)展示营销信息",
    ),
    cites: &[
        property("marketing-ready", "true:已配置营销扩展点,进行营销展现并进行营销优惠计算"),
        info("marketingVersion", "1"),
        cite("效果示例", "Case 4", "新版营销 marketingVersion为 2"),
        property("marketing-ready", "2.54.0.0"),
    ],
    since: MARKETING,
    scope: buys,
    about: &[
        About::Field(&["properties", "marketing-ready"]),
        About::Field(&["handlers", "getgoodsinfo", "resolves", "marketingVersion"]),
        About::Field(&["handlers", "getgoodsinfo", "resolves", "tradeOption"]),
    ],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let given = resolved(at, "getgoodsinfo").unwrap_or(&Value::Undefined);
            match (order_page(trace), marketing(at, given)) {
                (Some(page), Some(version)) => Standing::kept(page.get("marketing").as_whole() == version),
                _ => Standing::Apart,
            }
        },
        needs: &[Kind::Shown],
        stages: |_| {
            let ready =
                |yes: bool| Patch::default().and_at(&["properties", "marketing-ready"], Some(yes.into()));
            let version = |n: i32| {
                (&["handlers", "getgoodsinfo", "resolves", "marketingVersion"], Some(Value::from(n)))
            };
            let with = |patch: Patch, n| {
                let (path, value) = version(n);
                patch.and_at(path, value)
            };
            let merged = Object::new().with("life_trade_flag", 1);
            vec![
                ready(true),
                with(ready(true), 1),
                with(ready(true), 2),
                with(ready(false), 2),
                with(Patch::default(), 2),
                ready(true).and_fact(&BASE_LIBRARY, "2.54.0.0"),
                ready(true).and_fact(&BASE_LIBRARY, "2.53.9.9"),
                Patch::default()
                    .and_at(&["handlers", "getgoodsinfo", "resolves", "tradeOption"], Some(merged.into())),
            ]
        },
        bends: &[
            Bend { id: "never-shown", bend: |_, trace| edit_page(trace, |page| page.remove("marketing")) },
            Bend { id: "always-shown", bend: |_, trace| edit_page(trace, |page| page.set("marketing", 1)) },
            Bend {
                id: "always-version-1",
                bend: |_, trace| {
                    edit_page(trace, |page| {
                        if page.find("marketing").is_some() {
                            page.set("marketing", 1);
                        }
                    });
                },
            },
            Bend {
                id: "always-version-2",
                bend: |_, trace| {
                    edit_page(trace, |page| {
                        if page.find("marketing").is_some() {
                            page.set("marketing", 2);
                        }
                    });
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};
