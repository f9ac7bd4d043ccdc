//! A visit to the cashier, or to a wallet: what the user does, what the platform does in answer, and how it ends.

use crate::api::world::{ALIPAY, CASHIER_USER, WECHAT};
use crate::ground::{Reply, Value};
use crate::spec::{At, NULL};

use super::gaps::{
    ALIPAY_MISSING, ALIPAY_UNPAID, CLOSED_AFTER_UNKNOWN, DIRECT_ALIPAY_FAILED, DIRECT_WECHAT_FAILED,
    DIRECT_WECHAT_RESULT, NEVER_FINISHED, STATUS_NEVER, STATUS_UNCLEAR, TICKED, WALLET_MISSING,
};
use super::scene::{Channel, Service, service};

/// Something that happens on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// The desk opens, with this channel ticked.
    Desk(Option<Channel>),
    /// A wallet is called.
    Wallet(Channel),
    /// `getOrderStatus` is asked, for the n-th time, from zero.
    Asked(usize),
    /// The page with the result is shown.
    Result(i32),
}

/// How it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// `success` with this code.
    Code(i32),
    /// `fail` with this code in its text.
    Error(i32),
    /// `fail` with some text.
    Refused,
    /// The user left for ever, and nothing more is heard.
    Left,
    /// The status never comes, and nothing more is heard.
    Unsettled,
    /// The wallet was called, and what becomes of it is not told.
    Untold,
}

/// How the visit of a step ends that no other rule refuses; `None` where it is no visit at all.
pub(super) fn end(at: &At<'_>) -> Option<End> {
    visit(at, &mut |_| ())
}

/// What happens in the visit of a step, and how it ends.
pub(super) fn visit(at: &At<'_>, tell: &mut dyn FnMut(Moment)) -> Option<End> {
    if !is_readable(at) {
        return None;
    }
    Some(match service(at)? {
        Service::Desk => at_the_desk(at, tell),
        Service::Wechat => in_wechat(at, tell),
        Service::Alipay => in_alipay(at, tell),
    })
}

/// Whether an order says which wallets it offers: its urls are texts, or not given.
fn is_readable(at: &At<'_>) -> bool {
    let order = at.field("orderInfo");
    let url = |channel: Channel| match order.get(channel.field()) {
        Value::Text(_) | Value::Undefined => true,
        Value::Null => at.reading(&NULL) == "missing",
        _ => false,
    };
    order.as_object().is_some() && Channel::BOTH.into_iter().all(url)
}

fn in_wechat(at: &At<'_>, tell: &mut dyn FnMut(Moment)) -> End {
    let wechat = at.world.text(&WECHAT);
    if wechat == "missing" {
        return End::Error(10002);
    }
    tell(Moment::Wallet(Channel::Wx));
    if wechat == "does_not_start" || !Channel::Wx.starts(at) {
        return End::Error(10001);
    }
    if wechat == "payment_fails" && at.reading(&DIRECT_WECHAT_FAILED) == "10000" {
        return End::Error(10000);
    }
    if at.reading(&DIRECT_WECHAT_RESULT) == "nothing" { End::Untold } else { End::Code(9) }
}

fn in_alipay(at: &At<'_>, tell: &mut dyn FnMut(Moment)) -> End {
    let alipay = at.world.text(&ALIPAY);
    if alipay == "missing" {
        return End::Refused;
    }
    tell(Moment::Wallet(Channel::Alipay));
    match alipay {
        _ if !Channel::Alipay.starts(at) => End::Refused,
        "payment_fails" if at.reading(&DIRECT_ALIPAY_FAILED) == "10000" => End::Error(10000),
        "unpaid" => End::Code(4),
        told => told_by_alipay(told),
    }
}

/// What Alipay tells the platform of a payment that came to an end.
fn told_by_alipay(told: &str) -> End {
    End::Code(match told {
        "times_out" => 1,
        "payment_fails" => 2,
        "closed" => 3,
        _ => 0,
    })
}

/// A visit to the desk: how often the status was asked for, and whether it was ever unknown.
struct Visit<'a, 'b> {
    at: &'a At<'b>,
    asked: usize,
    unclear: bool,
}

fn at_the_desk(at: &At<'_>, tell: &mut dyn FnMut(Moment)) -> End {
    let ticked = ticked(at);
    tell(Moment::Desk(ticked));
    let mut visit = Visit { at, asked: 0, unclear: false };
    for action in at.world.nth(&CASHIER_USER, at.now).split(' ') {
        let channel = match action {
            "wx" => Some(Channel::Wx),
            "alipay" => Some(Channel::Alipay),
            "confirms" => ticked,
            "leaves" => return never_finished(at),
            _ => return visit.closed(),
        };
        let end = match channel.filter(|channel| channel.is_offered(at)) {
            Some(Channel::Wx) => visit.wechat(tell),
            Some(Channel::Alipay) => visit.alipay(tell),
            None => None,
        };
        if let Some(end) = end {
            return end;
        }
    }
    visit.closed()
}

fn never_finished(at: &At<'_>) -> End {
    if at.reading(&NEVER_FINISHED) == "timed-out" { End::Code(1) } else { End::Left }
}

/// The channel that is ticked when the desk opens.
pub(super) fn ticked(at: &At<'_>) -> Option<Channel> {
    let offered = |channel: &Channel| channel.is_offered(at);
    let named = at.field("payChannel").get("default_pay_channel").as_str();
    if let Some(channel) = Channel::BOTH.into_iter().find(|c| named == Some(c.name())).filter(offered) {
        return Some(channel);
    }
    let reading = at.reading(&TICKED);
    let first = Channel::BOTH.into_iter().find(|c| c.name() == reading)?;
    Channel::BOTH
        .into_iter()
        .find(|c| *c == first && offered(c))
        .or_else(|| Channel::BOTH.into_iter().find(offered))
}

impl Visit<'_, '_> {
    /// The user pays with WeChat; ends the visit, or comes back to the desk.
    fn wechat(&mut self, tell: &mut dyn FnMut(Moment)) -> Option<End> {
        let wechat = self.at.world.text(&WECHAT);
        if wechat == "missing" {
            return self.no_wallet(End::Error(10002));
        }
        tell(Moment::Wallet(Channel::Wx));
        if wechat == "does_not_start" || !Channel::Wx.starts(self.at) {
            return self.no_wallet(End::Error(10001));
        }
        self.status(tell)
    }

    fn no_wallet(&self, error: End) -> Option<End> {
        (self.at.reading(&WALLET_MISSING) == "fails").then_some(error)
    }

    /// The desk asks how the payment in WeChat ended.
    fn status(&mut self, tell: &mut dyn FnMut(Moment)) -> Option<End> {
        let Value::Function(handler) = self.at.field("getOrderStatus") else { return self.without_status() };
        let answer = handler.script().get(self.asked).or(handler.script().last());
        tell(Moment::Asked(self.asked));
        self.asked += 1;
        match answer {
            Some(Reply::Resolves(status)) => match status.get("code").as_whole() {
                Some(code @ 0..=3) => {
                    let code = i32::try_from(code).unwrap_or_default();
                    tell(Moment::Result(code));
                    Some(End::Code(code))
                }
                Some(9) => {
                    self.unclear = true;
                    None
                }
                _ => self.without_status(),
            },
            Some(Reply::Never) => match self.at.reading(&STATUS_NEVER) {
                "waits" => Some(End::Unsettled),
                "timed-out" => Some(End::Code(1)),
                _ => self.without_status(),
            },
            _ => self.without_status(),
        }
    }

    /// No status came.
    fn without_status(&mut self) -> Option<End> {
        match self.at.reading(&STATUS_UNCLEAR) {
            "unknown" => Some(End::Code(9)),
            "failed" => Some(End::Code(2)),
            _ => {
                self.unclear = true;
                None
            }
        }
    }

    /// The user pays with Alipay; ends the visit, or comes back to the desk.
    fn alipay(&mut self, tell: &mut dyn FnMut(Moment)) -> Option<End> {
        let alipay = self.at.world.text(&ALIPAY);
        let missing = |at: &At<'_>| (at.reading(&ALIPAY_MISSING) == "fails").then_some(End::Refused);
        if alipay == "missing" {
            return missing(self.at);
        }
        tell(Moment::Wallet(Channel::Alipay));
        match alipay {
            _ if !Channel::Alipay.starts(self.at) => missing(self.at),
            "unpaid" => match self.at.reading(&ALIPAY_UNPAID) {
                "cancelled" => Some(End::Code(4)),
                "unknown" => Some(End::Code(9)),
                _ => None,
            },
            told => Some(told_by_alipay(told)),
        }
    }

    /// The user closes the desk.
    fn closed(&self) -> End {
        let unknown = self.unclear && self.at.reading(&CLOSED_AFTER_UNKNOWN) == "unknown";
        End::Code(if unknown { 9 } else { 4 })
    }
}
