//! How a call pays: at the cashier or in a wallet, and which wallets it offers.

use crate::api::world::HOST;
use crate::ground::{Value, Version};
use crate::spec::{At, Case, Cell, NULL, World};

use super::baseline;
use super::gaps::{MINIMUM_VERSION, SERVICE_MISSING, URL_FORM};
use super::info::filled;

/// The base library from which the method exists, by its table.
pub(super) const FIRST: Version = Version([1, 19, 0, 0]);
/// The same, by its title.
pub(super) const FIRST_OF_TITLE: Version = Version([1, 19, 4, 0]);
/// The base library from which wallets can be called directly.
pub(super) const DIRECT: Version = Version([1, 35, 0, 1]);

/// How a call pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Service {
    /// 1: at the cashier.
    Desk,
    /// 3: in WeChat, without a desk.
    Wechat,
    /// 4: in Alipay, without a desk.
    Alipay,
}

/// A wallet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channel {
    /// WeChat.
    Wx,
    /// Alipay.
    Alipay,
}

impl Channel {
    /// Both, in the order in which the document tells of them.
    pub(super) const BOTH: [Self; 2] = [Self::Wx, Self::Alipay];

    /// Its name in `default_pay_channel`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Wx => "wx",
            Self::Alipay => "alipay",
        }
    }

    /// The field that offers it.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Wx => "wx_url",
            Self::Alipay => "alipay_url",
        }
    }

    /// Whether the desk of a step offers it.
    pub(super) fn is_offered(self, at: &At<'_>) -> bool {
        filled(at, self.field()).is_some()
    }

    /// Whether what a step gives for it has the form that the document describes, if it gives anything.
    pub(super) fn is_well_formed(self, at: &At<'_>) -> bool {
        filled(at, self.field()).is_none_or(|url| match self {
            // What a url leads to may well be encoded inside it.
            Self::Wx => {
                !["http%3a", "https%3a"].iter().any(|start| url.to_ascii_lowercase().starts_with(start))
            }
            Self::Alipay => {
                let gives = |key: &str| url.split('&').any(|pair| pair.starts_with(key));
                gives("app_id=") && gives("biz_content=")
            }
        })
    }

    /// Whether the wallet starts with what a step gives for it.
    pub(super) fn starts(self, at: &At<'_>) -> bool {
        self.is_well_formed(at) || at.reading(&URL_FORM) != "wallet"
    }
}

/// How a step pays; `None` where `service` is illegal.
pub(super) fn service(at: &At<'_>) -> Option<Service> {
    match at.field("service") {
        Value::Number(_) => match at.field("service").as_whole()? {
            1 => Some(Service::Desk),
            3 => Some(Service::Wechat),
            4 => Some(Service::Alipay),
            _ => None,
        },
        Value::Undefined => or_desk(at),
        Value::Null if at.reading(&NULL) == "missing" => or_desk(at),
        _ => None,
    }
}

fn or_desk(at: &At<'_>) -> Option<Service> {
    (at.reading(&SERVICE_MISSING) == "one").then_some(Service::Desk)
}

/// Whether a step pays at the cashier.
pub(super) fn at_the_desk(at: &At<'_>) -> bool {
    service(at) == Some(Service::Desk)
}

/// Whether a step calls WeChat without a desk.
pub(super) fn in_wechat(at: &At<'_>) -> bool {
    service(at) == Some(Service::Wechat)
}

/// Whether a step calls Alipay without a desk.
pub(super) fn in_alipay(at: &At<'_>) -> bool {
    service(at) == Some(Service::Alipay)
}

/// Whether a step calls a wallet without a desk.
pub(super) fn directly(at: &At<'_>) -> bool {
    in_wechat(at) || in_alipay(at)
}

/// Whether the method exists for certain.
pub(super) fn exists(at: &At<'_>) -> bool {
    at.has(FIRST_OF_TITLE) || (at.has(FIRST) && at.reading(&MINIMUM_VERSION) == "table")
}

/// Whether a call is made in the developer tools, and not in an app.
pub(super) fn in_the_tools(at: &At<'_>) -> bool {
    at.world.text(&HOST) == "devtools"
}

fn of_service(world: &World, service: i32) -> Option<Case> {
    let base = match service {
        3 => &baseline::WECHAT_DIRECTLY,
        4 => &baseline::ALIPAY_DIRECTLY,
        _ => &baseline::DESK,
    };
    (base.make)(world)
}

/// The situations that a scope may wrongly leave out or take in.
pub(super) static CELLS: &[&Cell] = &[
    &Cell { id: "service-1", holds: at_the_desk, sample: |world| of_service(world, 1) },
    &Cell { id: "service-3", holds: in_wechat, sample: |world| of_service(world, 3) },
    &Cell { id: "service-4", holds: in_alipay, sample: |world| of_service(world, 4) },
];
