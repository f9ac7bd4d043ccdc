//! The app that runs the mini program: which ones support payment, and on which phones.

use crate::api::cashier::gaps::{OTHER_HOST, TOOLS_VIRTUAL};
use crate::api::cashier::scene::{at_the_desk, directly, in_the_tools};
use crate::api::world::{HOST, HOST_VERSION, OS, VIRTUAL_GOODS as VIRTUAL};
use crate::ground::Version;
use crate::spec::{About, At, Case, Demand, Own, Patch, Rule, Standing, Variant, Waiver, Words};

use super::{asked, cite};

/// From which version each app supports the cashier: app, phone, version. No phone is any.
const DESK: &[(&str, &str, Version)] = &[
    ("toutiao", "", Version([7, 2, 7, 0])),
    ("douyin", "ios", Version([8, 6, 0, 0])),
    ("douyin", "android", Version([7, 1, 0, 0])),
];

/// The same for payment without it.
const DIRECT: &[(&str, &str, Version)] = &[
    ("toutiao", "", Version([7, 4, 3, 0])),
    ("douyin", "ios", Version([9, 1, 0, 0])),
    ("douyin", "android", Version([8, 7, 0, 0])),
];

type Versions = &'static [(&'static str, &'static str, Version)];

const ABOUT: &[About] = &[About::Fact(&HOST), About::Fact(&HOST_VERSION), About::Fact(&OS)];

/// The cashier.
pub(super) static DESK_VERSION: Rule = Rule {
    scope: at_the_desk,
    ..asked(
        "cashier/host/desk-version",
        Words::new(
            "the cashier needs Toutiao 7.2.7, Douyin 8.6.0 on iOS or Douyin 7.1.0 on Android",
            "收银台支付需要今日头条 7.2.7+、抖音 iOS 8.6.0+ 或 Android 7.1.0+",
        ),
        &[
            cite(
                "",
                "今日头条(iOS & Android)7.2.7",
                "今日头条(iOS & Android)7.2.7+版本;抖音 iOS 8.6.0+版本 / Android 7.1.0+版本",
            ),
            cite("", "收银台支付支持版本", "支持版本"),
        ],
        Demand::Own(&Own {
            judge: |at| supports(at, DESK, |has, wants| has >= wants),
            about: ABOUT,
            edges: |base| near(base, 1, DESK, |v| [v, v.after()]),
            breaks: |base| near(base, 1, DESK, |v| [v.before(), Version([1, 0, 0, 0])]),
            literals: &["7.2.7", "8.6.0", "7.1.0"],
            variants: &[
                Variant { id: "bound-up", judge: |at| supports(at, DESK, |has, wants| has > wants) },
                Variant {
                    id: "bound-down",
                    judge: |at| supports(at, DESK, |has, wants| has >= wants.before()),
                },
                Variant { id: "looks-at-the-first-part-only", judge: |at| by_first_part(at, DESK) },
            ],
            ..Own::PLAIN
        }),
    )
};

/// Wallets without it.
pub(super) static DIRECT_VERSION: Rule = Rule {
    scope: directly,
    ..asked(
        "cashier/host/direct-version",
        Words::new(
            "payment without the cashier needs Toutiao 7.4.3, Douyin 9.1.0 on iOS or Douyin 8.7.0 on Android",
            "API 支付需要今日头条 7.4.3+、抖音 iOS 9.1.0+ 或 Android 8.7.0+",
        ),
        &[
            cite(
                "",
                "今日头条(iOS & Android)7.4.3",
                "今日头条(iOS & Android)7.4.3+版本;抖音 iOS 9.1.0+版本 / Android 8.7.0+版本",
            ),
            cite("", "API 支付支持版本", "不拉起收银台,直接拉起微信/支付宝"),
        ],
        Demand::Own(&Own {
            judge: |at| supports(at, DIRECT, |has, wants| has >= wants),
            about: ABOUT,
            edges: |base| near(base, 3, DIRECT, |v| [v, v.after()]),
            breaks: |base| near(base, 3, DIRECT, |v| [v.before(), Version([1, 0, 0, 0])]),
            literals: &["7.4.3", "9.1.0", "8.7.0"],
            variants: &[
                Variant { id: "bound-up", judge: |at| supports(at, DIRECT, |has, wants| has > wants) },
                Variant {
                    id: "bound-down",
                    judge: |at| supports(at, DIRECT, |has, wants| has >= wants.before()),
                },
                Variant { id: "as-the-cashier", judge: |at| supports(at, DESK, |has, wants| has >= wants) },
            ],
            ..Own::PLAIN
        }),
    )
};

fn wanted(at: &At<'_>, versions: Versions) -> Option<Version> {
    let (host, os) = (at.world.text(&HOST), at.world.text(&OS));
    let fits = |(h, o, _): &&(&str, &str, Version)| *h == host && (o.is_empty() || *o == os);
    versions.iter().find(fits).map(|(_, _, version)| *version)
}

fn supports(at: &At<'_>, versions: Versions, fits: fn(Version, Version) -> bool) -> Standing {
    let has = at.world.text(&HOST_VERSION).parse().unwrap_or(Version([0; 4]));
    wanted(at, versions).map_or(Standing::Apart, |wants| Standing::kept(fits(has, wants)))
}

fn by_first_part(at: &At<'_>, versions: Versions) -> Standing {
    supports(at, versions, |has, wants| has.0[0] >= wants.0[0])
}

/// Every app and phone with versions near the one that it needs, and one that is later as a number and earlier as a text.
fn near(base: &Case, service: i64, versions: Versions, at: fn(Version) -> [Version; 2]) -> Vec<Patch> {
    let of = base.steps.iter().all(|s| s.input.get("service").as_whole() == Some(service));
    let later = at(Version([7, 0, 0, 0]))[0] >= Version([7, 0, 0, 0]);
    let mut patches = Vec::new();
    for (host, os, version) in versions.iter().filter(|_| of) {
        for phone in if os.is_empty() { &["ios", "android"][..] } else { std::slice::from_ref(os) } {
            let far = later.then_some(Version([10, 0, 0, 0]));
            patches.extend(at(*version).into_iter().chain(far).map(|version| {
                Patch::fact(&HOST, *host).and_fact(&OS, *phone).and_fact(&HOST_VERSION, version.to_string())
            }));
        }
    }
    patches
}

/// An app that is listed.
pub(super) static LISTED: Rule = Rule {
    waivers: &[Waiver { gap: &OTHER_HOST, when: |_| true, readings: &["accepted"] }],
    ..asked(
        "cashier/host/listed",
        Words::new("payment is supported in Toutiao and Douyin", "支付功能支持今日头条与抖音"),
        &[cite("", "今日头条(iOS & Android)7.2.7", "今日头条")],
        Demand::Not(&HOST, crate::spec::Plain::Text("other")),
    )
};

/// No virtual goods on iOS.
pub(super) static VIRTUAL_GOODS: Rule = Rule {
    waivers: &[Waiver { gap: &TOOLS_VIRTUAL, when: in_the_tools, readings: &["accepted"] }],
    ..asked(
        "cashier/host/virtual-goods",
        Words::new("virtual goods cannot be paid for on iOS", "iOS 虚拟物品暂不支持使用支付功能"),
        &[cite("", "注意:iOS 虚拟物品", "iOS 虚拟物品暂不支持使用支付功能")],
        Demand::Own(&Own {
            judge: |at| Standing::kept(at.world.text(&OS) != "ios" || !at.world.flag(&VIRTUAL)),
            about: &[About::Fact(&OS), About::Fact(&VIRTUAL)],
            edges: |_| {
                vec![
                    Patch::fact(&VIRTUAL, true),
                    Patch::fact(&OS, "ios"),
                    Patch::fact(&VIRTUAL, true).and_fact(&OS, "android"),
                ]
            },
            breaks: |_| {
                let on_ios = || Patch::fact(&VIRTUAL, true).and_fact(&OS, "ios");
                vec![on_ios(), on_ios().and_fact(&HOST, "devtools")]
            },
            variants: &[
                Variant { id: "refuses-ios", judge: |at| Standing::kept(at.world.text(&OS) != "ios") },
                Variant { id: "refuses-virtual-goods", judge: |at| Standing::kept(!at.world.flag(&VIRTUAL)) },
            ],
            ..Own::PLAIN
        }),
    )
};
