//! A hand-written platform for diamond payment, as an implementation in process: one check after another, the likeliest reading
//! of every gap. The pipeline and the bare loop run this same one.

use paystone::api::diamond::{OPEN_AWEME_CUSTOMER_SERVICE, TIERS};
use paystone::api::world::{
    COIN_PRICE, DESK, FACE, HOST, LOGGED_IN, NETWORK, ORDER_SERVER, OS, PAYMENT_OPEN, REAL_NAME, RISK,
    SPENDING_LIMIT, SPENT, USER,
};
use paystone::ground::{Decimal, Object, Text, Type, Value, Version};
use paystone::spec::{Adapter, Capabilities, Case, Event, Kind, Reply, Trace};

pub(crate) const FIRST: Version = Version([2, 64, 0, 0]);
pub(crate) const ITEMS: Version = Version([3, 47, 0, 0]);

/// A row of the error table: `errCode`, `errNo`, `errMsg`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row(pub(crate) i32, pub(crate) &'static str);

pub(crate) const FAILED: Row = Row(-1, "openAwemeCustomerService:fail 支付失败");
pub(crate) const CANCELLED: Row = Row(-2, "openAwemeCustomerService:fail 支付取消");
pub(crate) const ILLEGAL: Row = Row(-15002, "openAwemeCustomerService:fail 请求参数不合法");
pub(crate) const INTERNAL: Row = Row(-15009, "openAwemeCustomerService:fail 内部错误,支付失败");
pub(crate) const NO_REAL_NAME: Row = Row(-15098, "openAwemeCustomerService:fail 当前用户未通过实名认证");
pub(crate) const OVER_LIMIT: Row = Row(-15099, "openAwemeCustomerService:fail 当前用户累计支付金额超过限制");
pub(crate) const CUSTOM_ID: Row = Row(-15101, "openAwemeCustomerService:fail customId 为空或者不唯一");
pub(crate) const NOT_LOGGED_IN: Row = Row(-16000, "openAwemeCustomerService:fail 用户未登录");
pub(crate) const NOT_SUPPORTED: Row = Row(-16001, "openAwemeCustomerService:fail 不支持iOS支付功能");
pub(crate) const QUANTITY: Row = Row(-17006, "openAwemeCustomerService:fail buyQuantity illegal");
pub(crate) const RISKY: Row = Row(-20002, "openAwemeCustomerService:fail 交易存在风险");
pub(crate) const FACE_FAILED: Row = Row(21113, "openAwemeCustomerService:fail face authentication failed");
pub(crate) const NO_DESK: Row = Row(3, "openAwemeCustomerService:fail error_tip_start_cash_register_fail");
pub(crate) const OFFLINE: Row = Row(4, "openAwemeCustomerService:fail 网络异常");
pub(crate) const OK: &str = "openAwemeCustomerService:ok";

/// How a call ends.
enum End {
    Paid,
    /// At the desk, or before it.
    Fails {
        code: i32,
        no: i32,
        message: Text,
        at_desk: bool,
    },
    Code,
    Left,
}

impl From<Row> for End {
    fn from(Row(code, message): Row) -> Self {
        Self::Fails { code, no: 20000, message: Text::Borrowed(message), at_desk: false }
    }
}

#[derive(Debug)]
pub(crate) struct Platform(Capabilities);

impl Platform {
    pub(crate) fn new() -> Self {
        Self(Capabilities::everything("platform", &[&OPEN_AWEME_CUSTOMER_SERVICE]))
    }
}

impl Adapter for Platform {
    fn capabilities(&self) -> &Capabilities {
        &self.0
    }

    fn run(&mut self, case: &Case) -> Reply {
        let mut traces = Vec::with_capacity(case.steps.len());
        let mut spent = case.world.whole(&SPENT).unwrap_or(0);
        for now in 0..case.steps.len() {
            let trace = call(case, &traces, now, &mut spent);
            traces.push(trace);
        }
        Reply::Traces(traces)
    }
}

fn call(case: &Case, traces: &[Trace], now: usize, spent: &mut i64) -> Trace {
    let input = &case.steps[now].input;
    let Value::Object(options) = input else { return Trace(vec![Event::new(Kind::Threw, "no options")]) };
    if case.world.base_library() < FIRST {
        return Trace(vec![Event::new(Kind::Threw, "no such function")]);
    }
    let mut events = Vec::with_capacity(5);
    events.push(Event::new(Kind::Returned, Value::Undefined));
    let price = price(case, options);
    let end = match check(case, traces, now, options, price, *spent) {
        Err(end) => end,
        Ok(()) => at_the_desk(case, now),
    };
    let desk = matches!(end, End::Paid | End::Left | End::Fails { at_desk: true, .. });
    if desk {
        events.push(Event::new(Kind::Sent, order(options)));
        if let Some(fen) = price {
            #[expect(clippy::cast_precision_loss, reason = "prices are far below 2^53")]
            let fen = fen as f64;
            let desk = Object::new().with("desk", "diamond").with("diamonds", fen / 10.0).with("fen", fen);
            events.push(Event::new(Kind::Shown, desk));
        }
    }
    let (name, with) = match end {
        End::Code => {
            events.push(Event::new(Kind::Shown, Object::new().with("qr", "diamond")));
            return Trace(events);
        }
        End::Left => return Trace(events),
        End::Paid => {
            *spent += price.unwrap_or(0);
            ("success", Object::new().with("errMsg", OK))
        }
        End::Fails { code, no, message, .. } => (
            "fail",
            Object::new().with("errCode", code).with("errMsg", Value::Text(message)).with("errNo", no),
        ),
    };
    let (told, complete) = (listens(options, name), listens(options, "complete"));
    if told && complete {
        events.push(Event::called(name, with.clone()));
        events.push(Event::called("complete", with));
    } else if told || complete {
        events.push(Event::called(if told { name } else { "complete" }, with));
    }
    Trace(events)
}

fn listens(options: &Object, name: &str) -> bool {
    matches!(options.get(name), Value::Function(_))
}

fn order(options: &Object) -> Object {
    let zone = match options.get("zoneId") {
        Value::Text(s) if !s.is_empty() => Value::Text(s.clone()),
        _ => "1".into(),
    };
    Object::new().with("customId", options.get("customId").clone()).with("to", "order").with("zoneId", zone)
}

fn check(
    case: &Case,
    traces: &[Trace],
    now: usize,
    options: &Object,
    price: Option<i64>,
    spent: i64,
) -> Result<(), End> {
    let world = &case.world;
    let newer = world.base_library() >= ITEMS;
    let good_type = if newer { options.get("goodType") } else { &Value::Undefined };
    let item = *good_type == Value::Number(2.0);
    let typed = |name: &str, wanted: Type| match options.get(name).type_of() {
        Type::Undefined => Ok(()),
        found if found == wanted => Ok(()),
        found => Err(mistyped(name, wanted, found)),
    };
    for name in ["extraInfo", "zoneId", "currencyType", "customId"] {
        typed(name, Type::String)?;
    }
    if newer {
        typed("goodType", Type::Number)?;
        typed("orderAmount", Type::Number)?;
        typed("goodName", Type::String)?;
    }
    if let Value::Text(currency) = options.get("currencyType")
        && currency != "DIAMOND"
    {
        return Err(ILLEGAL.into());
    }
    let known = matches!(good_type, Value::Undefined)
        || [0.0, 1.0, 2.0].iter().any(|n| *good_type == Value::Number(*n));
    if !known {
        return Err(ILLEGAL.into());
    }
    if item {
        match options.get("orderAmount") {
            Value::Undefined => return Err(mistyped("orderAmount", Type::Number, Type::Undefined)),
            amount if amount.as_whole().is_none_or(|fen| fen < 1) => return Err(ILLEGAL.into()),
            _ => {}
        }
        if options.get("goodName").as_str().is_some_and(|name| name.encode_utf16().count() > 10) {
            return Err(ILLEGAL.into());
        }
    } else {
        let quantity = options.get("buyQuantity");
        let Value::Number(number) = quantity else {
            return Err(mistyped("buyQuantity", Type::Number, quantity.type_of()));
        };
        let on_a_tier =
            number.fract() == 0.0 && price.is_some_and(|fen| fen % 100 == 0 && TIERS.contains(&(fen / 100)));
        if !on_a_tier {
            return Err(QUANTITY.into());
        }
    }
    match options.get("customId").as_str() {
        None | Some("") => return Err(CUSTOM_ID.into()),
        Some(id) => {
            let same = |i: &usize| case.steps[*i].input.get("customId").as_str() == Some(id);
            if (0..now).filter(same).any(|i| is_ordered(&traces[i])) {
                return Err(CUSTOM_ID.into());
            }
        }
    }
    if world.text(&HOST) == "devtools" {
        return Err(End::Code);
    }
    let refused = [
        (!world.flag(&LOGGED_IN), NOT_LOGGED_IN),
        (world.text(&OS) == "ios" || !world.flag(&PAYMENT_OPEN), NOT_SUPPORTED),
        (world.text(&NETWORK) == "offline", OFFLINE),
        (!world.flag(&REAL_NAME), NO_REAL_NAME),
        (world.flag(&RISK), RISKY),
        (world.text(&FACE) == "fails", FACE_FAILED),
        (world.text(&ORDER_SERVER) == "internal_error", INTERNAL),
        (world.text(&DESK) == "fails", NO_DESK),
        (world.whole(&SPENDING_LIMIT).is_some_and(|limit| spent + price.unwrap_or(0) > limit), OVER_LIMIT),
    ];
    refused.into_iter().find(|(refused, _)| *refused).map_or(Ok(()), |(_, row)| Err(row.into()))
}

fn at_the_desk(case: &Case, now: usize) -> End {
    let Row(code, message) = match case.world.nth(&USER, now) {
        "pays" => return End::Paid,
        "leaves" => return End::Left,
        "payment_fails" => FAILED,
        _ => CANCELLED,
    };
    End::Fails { code, no: 20000, message: Text::Borrowed(message), at_desk: true }
}

/// Whether a step created an order.
fn is_ordered(trace: &Trace) -> bool {
    trace.0.iter().any(|e| e.kind == Kind::Sent)
}

fn mistyped(name: &str, wanted: Type, found: Type) -> End {
    let message = format!(
        "openAwemeCustomerService:fail params.{name} should be {}, but got {}",
        wanted.name(),
        found.name()
    );
    End::Fails { code: 99, no: 20001, message: message.into(), at_desk: false }
}

/// What a call costs, in fen.
pub(crate) fn price(case: &Case, options: &Object) -> Option<i64> {
    let item = case.world.base_library() >= ITEMS && *options.get("goodType") == Value::Number(2.0);
    if item {
        options.get("orderAmount").as_whole()
    } else {
        coins(case.world.text(&COIN_PRICE), options.get("buyQuantity"))
    }
}

/// So many coins at this price, in fen, if that is a whole number.
pub(crate) fn coins(price: &str, quantity: &Value) -> Option<i64> {
    let number = quantity.as_number()?;
    if number.fract() != 0.0 || number.abs() >= 1e15 {
        let price: Decimal = price.parse().ok()?;
        return price.times(Decimal::from_number(number)?)?.times(Decimal::whole(100))?.as_whole();
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole and small")]
    let whole = number as i64;
    let (mut units, mut scale, mut dotted) = (0i128, 0u32, false);
    for byte in price.bytes() {
        match byte {
            b'.' => dotted = true,
            b'0'..=b'9' => {
                units = units.checked_mul(10)? + i128::from(byte - b'0');
                scale += u32::from(dotted);
            }
            _ => return None,
        }
    }
    if price.is_empty() {
        return None;
    }
    let fen = units.checked_mul(i128::from(whole))?.checked_mul(100)?;
    let unit = 10i128.checked_pow(scale)?;
    if fen % unit == 0 { i64::try_from(fen / unit).ok() } else { None }
}
