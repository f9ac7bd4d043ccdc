//! The check of the bare loop for `tt.openAwemeCustomerService`.

use paystone::api::diamond::TIERS;
use paystone::api::world::{
    COIN_PRICE, DESK, FACE, HOST, LOGGED_IN, NETWORK, ORDER_SERVER, OS, PAYMENT_OPEN, REAL_NAME, RISK,
    SPENDING_LIMIT, SPENT, USER,
};
use paystone::ground::{Reply as Script, Type, Unit, Value};
use paystone::spec::{Case, Event, Kind, Trace, World};

use crate::diamond::{
    CANCELLED, CUSTOM_ID, FACE_FAILED, FAILED, FIRST, ILLEGAL, INTERNAL, ITEMS, NO_DESK, NO_REAL_NAME,
    NOT_LOGGED_IN, NOT_SUPPORTED, OFFLINE, OK, OVER_LIMIT, QUANTITY, RISKY, Row, price,
};

/// What has been found of a step: whether some rule is broken for certain, and whether the answer is one that a broken rule allows.
struct Look<'a> {
    ending: Option<&'a Event>,
    hears_fail: bool,
    broken: bool,
    allowed: bool,
}

impl Look<'_> {
    /// A rule that is broken whatever the readings, and the row that may be told for it.
    fn broken(&mut self, row: Row) {
        self.broken = true;
        self.open(row);
    }

    /// A rule that some reading takes for broken.
    fn open(&mut self, row: Row) {
        self.allowed |= self.told(|with| {
            with.get("errCode").as_number() == Some(f64::from(row.0))
                && with.get("errNo").as_number() == Some(20000.0)
                && with.get("errMsg").as_str() == Some(row.1)
        });
    }

    /// The same, told as a parameter of a wrong type.
    fn mistyped(&mut self, name: &str, wanted: Type, found: Type) {
        self.allowed |= self.told(|with| {
            let message = with
                .get("errMsg")
                .as_str()
                .and_then(|m| m.strip_prefix("openAwemeCustomerService:fail params."));
            let rest = message.and_then(|m| m.strip_prefix(name)).and_then(|m| m.strip_prefix(" should be "));
            let got =
                rest.and_then(|m| m.strip_prefix(wanted.name())).and_then(|m| m.strip_prefix(", but got "));
            with.get("errCode").as_number() == Some(99.0)
                && with.get("errNo").as_number() == Some(20001.0)
                && got.is_some_and(|got| found != Type::Undefined || got == "undefined")
        });
    }

    /// Some failure.
    fn refused(&mut self) {
        self.allowed |= self.told(|with| {
            with.get("errCode").as_number().is_some()
                && with.get("errNo").as_number().is_some()
                && with
                    .get("errMsg")
                    .as_str()
                    .is_some_and(|m| m.starts_with("openAwemeCustomerService:fail "))
        });
    }

    fn told(&self, fits: impl Fn(&Value) -> bool) -> bool {
        match self.ending {
            None => !self.hears_fail,
            Some(event) => event.kind != Kind::Threw && event.name == "fail" && fits(&event.with),
        }
    }

    fn is_paid(&self, hears_success: bool) -> bool {
        match self.ending {
            None => !hears_success,
            Some(event) => {
                event.kind != Kind::Threw
                    && event.name == "success"
                    && event.with.get("errMsg").as_str() == Some(OK)
            }
        }
    }
}

fn hears(input: &Value, name: &str) -> bool {
    matches!(input.get(name), Value::Function(_))
}

fn is_called(event: &Event) -> bool {
    matches!(event.kind, Kind::Called | Kind::Asked)
}

fn is_ending(event: &Event) -> bool {
    is_called(event) && (event.name == "success" || event.name == "fail")
}

/// Whether a step ends, and everything on the way is, as the document has it.
pub(crate) fn keeps(case: &Case, traces: &[Trace], now: usize) -> bool {
    let (world, input, trace) = (&case.world, &case.steps[now].input, &traces[now]);
    let ending = trace.0.iter().find(|e| e.kind == Kind::Threw || is_ending(e));
    if world.base_library() < FIRST {
        // It throws, fails somehow, or nothing happens.
        return ending.is_none_or(|e| e.kind == Kind::Threw || e.name == "fail");
    }
    let Value::Object(options) = input else { return ending.is_none_or(|e| e.kind == Kind::Threw) };
    let fen = price(case, options);
    let mut look = Look { ending, hears_fail: hears(input, "fail"), broken: false, allowed: false };
    promises(case, input, trace, now, fen) && {
        call(&mut look, world, input);
        custom_id(&mut look, case, traces, now);
        if world.text(&HOST) == "devtools" {
            // A code is shown, or any ending mocked.
            look.broken || look.allowed || ending.is_none_or(is_called)
        } else {
            let opened = around(&mut look, case, traces, now, fen);
            look.allowed || (!look.broken && (opened || look.is_paid(hears(input, "success"))))
        }
    }
}

/// The parameters.
fn call(look: &mut Look<'_>, world: &World, input: &Value) {
    let newer = world.base_library() >= ITEMS;
    let good_type = if newer { input.get("goodType") } else { &Value::Undefined };
    let good_number = good_type.as_number();
    let item = good_number == Some(2.0);
    let coins = good_type.is_undefined() || good_number == Some(0.0) || good_number == Some(1.0);
    for name in ["extraInfo", "zoneId", "currencyType", "customId"] {
        text(look, input, name, true);
    }
    if let Some(extra) = input.get("extraInfo").as_str()
        && extra.len() > 256
    {
        look.refused();
    }
    if let Some(currency) = input.get("currencyType").as_str()
        && currency != "DIAMOND"
    {
        look.broken(ILLEGAL);
        look.mistyped("currencyType", Type::String, Type::String);
    }
    for callback in ["success", "fail", "complete"] {
        let value = input.get(callback);
        if !value.is_undefined() && value.type_of() != Type::Function {
            look.mistyped(callback, Type::Function, value.type_of());
        }
    }
    if newer {
        number(look, input, "goodType", true);
        number(look, input, "orderAmount", item);
        text(look, input, "goodName", item);
        if good_number.is_some_and(|n| !matches!(n, 0.0 | 1.0 | 2.0)) {
            look.broken(ILLEGAL);
            look.mistyped("goodType", Type::Number, Type::Number);
        }
    } else if ["goodType", "orderAmount", "goodName"].iter().any(|name| !input.get(name).is_undefined()) {
        look.refused();
    }
    number(look, input, "buyQuantity", coins);
    if item {
        if !input.get("buyQuantity").is_undefined() {
            look.refused();
        }
        let amount = input.get("orderAmount");
        match amount {
            Value::Undefined | Value::Null => {
                look.broken(ILLEGAL);
                look.mistyped("orderAmount", Type::Number, amount.type_of());
            }
            Value::Number(_) => match amount.as_whole().filter(|fen| *fen >= 1) {
                None => {
                    look.broken(ILLEGAL);
                    look.mistyped("orderAmount", Type::Number, Type::Number);
                }
                Some(fen) if fen > 299_800 || fen % 10 != 0 => look.refused(),
                Some(_) => {}
            },
            _ => {}
        }
        let name = input.get("goodName");
        if name.is_undefined() || name.as_str() == Some("") {
            look.open(ILLEGAL);
            look.mistyped("goodName", Type::String, name.type_of());
        }
        if let Some(name) = name.as_str()
            && name.len() > 10
            && Unit::Utf16.count(name) > 10
        {
            look.broken |= Unit::Graphemes.count(name) > 10;
            look.open(ILLEGAL);
            look.mistyped("goodName", Type::String, Type::String);
        }
    }
    if coins {
        let quantity = input.get("buyQuantity");
        match quantity {
            Value::Undefined | Value::Null => {
                look.broken = true;
                look.mistyped("buyQuantity", Type::Number, quantity.type_of());
            }
            Value::Number(n) => {
                let fen = crate::diamond::coins(world.text(&COIN_PRICE), quantity);
                let hit = fen.is_some_and(|fen| fen % 100 == 0 && TIERS.contains(&(fen / 100)));
                if !hit || n.fract() != 0.0 {
                    look.broken |= !hit;
                    look.open(QUANTITY);
                    look.open(ILLEGAL);
                    look.open(INTERNAL);
                }
            }
            _ => {}
        }
    }
}

fn text(look: &mut Look<'_>, input: &Value, name: &str, certain: bool) {
    let value = input.get(name);
    if !matches!(value, Value::Undefined | Value::Text(_)) {
        look.broken |= certain && *value != Value::Null;
        look.mistyped(name, Type::String, value.type_of());
    }
}

fn number(look: &mut Look<'_>, input: &Value, name: &str, certain: bool) {
    let value = input.get(name);
    match value {
        Value::Undefined => {}
        Value::Number(n) if n.is_finite() => {}
        Value::Null | Value::Number(_) => look.mistyped(name, Type::Number, value.type_of()),
        _ => {
            look.broken |= certain;
            look.mistyped(name, Type::Number, value.type_of());
        }
    }
}

fn custom_id(look: &mut Look<'_>, case: &Case, traces: &[Trace], now: usize) {
    let value = case.steps[now].input.get("customId");
    match value {
        Value::Undefined | Value::Null => {
            look.open(CUSTOM_ID);
            look.mistyped("customId", Type::String, value.type_of());
        }
        Value::Text(id) if id.is_empty() => look.broken(CUSTOM_ID),
        Value::Text(id) => {
            if id.trim().is_empty() {
                look.open(CUSTOM_ID);
            }
            for (step, trace) in case.steps[..now].iter().zip(traces) {
                if step.input.get("customId") == value {
                    look.broken |= trace.0.iter().any(|e| is_called(e) && e.name == "success");
                    look.open(CUSTOM_ID);
                }
            }
        }
        _ => {}
    }
}

/// The account, the desk and the user. Says whether the step may also end without a word.
fn around(look: &mut Look<'_>, case: &Case, traces: &[Trace], now: usize, fen: Option<i64>) -> bool {
    let world = &case.world;
    if !world.flag(&LOGGED_IN) {
        look.broken(NOT_LOGGED_IN);
    }
    if !world.flag(&REAL_NAME) {
        look.broken(NO_REAL_NAME);
    }
    if let Some(limit) = world.whole(&SPENDING_LIMIT) {
        let mut past = world.whole(&SPENT).unwrap_or(0);
        for (step, trace) in case.steps[..now].iter().zip(traces) {
            let Some(options) = step.input.as_object() else { continue };
            // Where nobody listens for success, `complete` tells; where nobody listens at all, nobody knows.
            let ok = |e: &Event| e.name == "success" || e.with.get("errMsg").as_str() == Some(OK);
            if trace.0.iter().any(|e| is_called(e) && ok(e)) {
                past += price(case, options).unwrap_or(0);
            } else if !trace.0.iter().any(is_called) {
                look.open(OVER_LIMIT);
            }
        }
        let sum = past + fen.unwrap_or(0);
        if sum >= limit || past >= limit {
            look.broken |= sum > limit && past >= limit;
            look.open(OVER_LIMIT);
        }
    }
    if world.flag(&RISK) {
        look.broken(RISKY);
    }
    if world.text(&FACE) == "fails" {
        look.broken(FACE_FAILED);
    }
    if world.text(&OS) == "ios" || !world.flag(&PAYMENT_OPEN) {
        look.open(NOT_SUPPORTED);
    }
    if world.text(&ORDER_SERVER) == "internal_error" {
        look.broken(INTERNAL);
    }
    if world.text(&DESK) == "fails" {
        look.broken(NO_DESK);
    }
    if world.text(&NETWORK) == "offline" {
        look.broken(OFFLINE);
    }
    match world.nth(&USER, now) {
        "payment_fails" => look.open(FAILED),
        "cancels" => look.open(CANCELLED),
        "closes" | "times_out" => [CANCELLED, FAILED, OFFLINE].into_iter().for_each(|row| look.open(row)),
        "leaves" => {
            for row in [CANCELLED, FAILED, OFFLINE] {
                look.open(row);
            }
            return look.ending.is_none();
        }
        _ => {}
    }
    false
}

/// What the platform promises whatever it was called with.
fn promises(case: &Case, input: &Value, trace: &Trace, now: usize, fen: Option<i64>) -> bool {
    let world = &case.world;
    let tools = world.text(&HOST) == "devtools";
    let (mut returned, mut called, mut endings, mut completes) = (None, None, 0, 0);
    let (mut ending, mut complete, mut desk, mut paid, mut code, mut threw) =
        (None, None, None, false, false, false);
    for (i, event) in trace.0.iter().enumerate() {
        match event.kind {
            Kind::Returned => returned = returned.or(Some(i)),
            Kind::Threw => threw = true,
            Kind::Shown if event.with.get("desk").as_str() == Some("diamond") => {
                desk = desk.or(Some(&event.with));
            }
            Kind::Shown => code |= event.with.get("qr").as_str() == Some("diamond"),
            Kind::Sent if event.with.get("to").as_str() == Some("order") => {
                let carried =
                    matches!(input.get("customId"), Value::Text(_)).then(|| event.with.get("customId"));
                if carried.is_some_and(|id| id != input.get("customId"))
                    || !zone(input.get("zoneId"), event.with.get("zoneId"))
                {
                    return false;
                }
            }
            Kind::Sent => {}
            Kind::Called | Kind::Asked => {
                called = called.or(Some(i));
                if event.name == "complete" {
                    completes += 1;
                    complete = complete.or(Some(event));
                } else if event.name == "success" {
                    endings += 1;
                    ending = ending.or(Some(event));
                    paid = true;
                    if event.with.get("errMsg").as_str() != Some(OK) {
                        return false;
                    }
                } else if event.name == "fail" {
                    endings += 1;
                    ending = ending.or(Some(event));
                    let message = event.with.get("errMsg").as_str();
                    let detail = message.and_then(|m| m.strip_prefix("openAwemeCustomerService:fail "));
                    let numbers =
                        ["errCode", "errNo"].iter().all(|name| event.with.get(name).as_number().is_some());
                    if !numbers || detail.is_none_or(str::is_empty) {
                        return false;
                    }
                }
            }
        }
    }
    let hears_all = hears(input, "success") && hears(input, "fail");
    let asynchronous = called.is_none_or(|called| returned.is_some_and(|returned| returned < called));
    if !asynchronous || endings > 1 || (tools && called.is_none() && !threw && !code && hears_all) {
        return false;
    }
    match (fen, desk) {
        (Some(fen), Some(desk)) if !shows(input, desk, fen) => return false,
        (Some(_), None) if paid && !tools => return false,
        _ => {}
    }
    let silent = tools || world.nth(&USER, now) == "leaves" || hears_all;
    let once = match ending {
        _ if !hears(input, "complete") => true,
        None if silent => completes <= 1,
        Some(event) if completes == 0 => throws(input.get(&event.name)),
        _ => completes == 1,
    };
    let same = match (ending, complete) {
        (Some(ending), Some(complete)) => {
            complete.with == ending.with
                || complete.with.is_undefined()
                || (complete.with.as_object().is_some_and(|o| o.len() == 1)
                    && complete.with.get("errMsg") == ending.with.get("errMsg"))
        }
        _ => true,
    };
    once && same
}

fn throws(callback: &Value) -> bool {
    matches!(callback, Value::Function(f) if matches!(f.script().first(), Some(Script::Throws(_))))
}

fn zone(named: &Value, carried: &Value) -> bool {
    let filled = || carried.is_undefined() || carried.as_str() == Some("1");
    match named {
        Value::Undefined | Value::Null => filled(),
        Value::Text(s) if s.is_empty() => filled() || carried == named,
        _ => carried == named,
    }
}

#[expect(clippy::cast_precision_loss, reason = "prices are far below 2^53")]
fn shows(input: &Value, desk: &Value, fen: i64) -> bool {
    let diamonds = desk.get("diamonds");
    let unconverted =
        input.get("currencyType").is_undefined() || input.get("goodType").as_number() == Some(2.0);
    let rounded = fen % 10 != 0 && diamonds.as_whole().is_some_and(|n| n == fen / 10 || n == fen / 10 + 1);
    let converted = rounded || diamonds.as_number() == Some(fen as f64 / 10.0);
    desk.get("fen").as_whole() == Some(fen) && (converted || (unconverted && diamonds.is_undefined()))
}
