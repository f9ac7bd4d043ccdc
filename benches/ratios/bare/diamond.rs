//! The bare loop for `tt.openAwemeCustomerService`.

use paystone::api::diamond::{OPEN_AWEME_CUSTOMER_SERVICE, TIERS};
use paystone::api::world::{
    BASE_LIBRARY, COIN_PRICE, DESK, FACE, HOST, LOGGED_IN, NETWORK, ORDER_SERVER, OS, PAYMENT_OPEN,
    REAL_NAME, RISK, SPENDING_LIMIT, SPENT, USER,
};
use paystone::ground::{Decimal, Function, Length, Object, Reply as Script, Type, Value};
use paystone::spec::{Adapter, Case, Draw, Event, Kind, Reply, Step, Trace, World};

use crate::diamond::{
    CANCELLED, CUSTOM_ID, FACE_FAILED, FAILED, FIRST, ILLEGAL, INTERNAL, ITEMS, NO_DESK, NO_REAL_NAME,
    NOT_LOGGED_IN, NOT_SUPPORTED, OFFLINE, OK, OVER_LIMIT, QUANTITY, RISKY, Row, price,
};

/// Coin prices to draw.
const PRICES: &[&str] = &[
    "0.1", "1", "0.01", "0.07", "0.14", "0.035", "0.009", "0.56", "1.12", "0.3", "0.15", "2.5", "6", "0.0001",
];

thread_local! {
    /// Coins by default, coins of either kind, an item, coins of an older library.
    static TEMPLATES: [Case; 5] = {
        let call = || {
            Object::new()
                .with("currencyType", "DIAMOND")
                .with("customId", "order-1")
                .with("success", Value::records())
                .with("fail", Value::records())
                .with("complete", Value::records())
        };
        let case = |world, options| Case { world, steps: vec![Step::new(&OPEN_AWEME_CUSTOMER_SERVICE, options)] };
        let coins = || call().with("buyQuantity", 600);
        let item = call().with("goodType", 2).with("orderAmount", 10).with("goodName", "道具名称");
        [
            case(World::plain(), coins()),
            case(World::plain(), item),
            case(World::plain(), coins().with("goodType", 0)),
            case(World::plain(), coins().with("goodType", 1)),
            case(World::plain().with(&BASE_LIBRARY, "2.64.0"), coins()),
        ]
    };
}

/// Draws a case, runs it, checks it.
pub(crate) fn one(draw: &mut Draw, platform: &mut impl Adapter) -> bool {
    let case = TEMPLATES.with(|templates| drawn(draw, templates));
    let Reply::Traces(traces) = platform.run(&case) else { return false };
    (0..case.steps.len()).all(|now| keeps(&case, &traces, now))
}

// ---- drawing

/// The turns: one keeps everything, one breaks two things, one makes several calls, the others set something about one rule.
fn drawn(draw: &mut Draw, templates: &[Case; 5]) -> Case {
    let turn = draw.below(ONE.len() + 3);
    let on = if turn < 3 { On::Any } else { ONE[turn - 3].0 };
    let base = match on {
        On::Item => 1,
        On::Coins => [0, 0, 0, 0, 2, 3, 4][draw.below(7)],
        On::Any => [0, 0, 0, 1, 1, 1, 2, 3, 4][draw.below(9)],
    };
    let mut case = templates[base].clone();
    match turn {
        0 => vary(draw, &mut case),
        1 => {
            let (one, other) = (draw.below(ONE.len()), draw.below(ONE.len()));
            (ONE[one].1)(draw, &mut case);
            (ONE[other].1)(draw, &mut case);
        }
        2 => {
            let step = case.steps[0].clone();
            for _ in 0..=draw.below(3) {
                case.steps.push(step.clone());
            }
            vary(draw, &mut case);
            if draw.once_in(2) {
                let (from, to) = (draw.below(case.steps.len()), draw.below(case.steps.len()));
                case.steps[to] = case.steps[from].clone();
            }
        }
        rule => {
            if draw.once_in(2) {
                vary(draw, &mut case);
            }
            (ONE[rule - 3].1)(draw, &mut case);
        }
    }
    case
}

fn vary(draw: &mut Draw, case: &mut Case) {
    let items = !case.steps[0].input.get("goodType").is_undefined();
    if draw.once_in(3) {
        let library: &'static str = if items || draw.once_in(2) {
            draw.pick::<&str>(&["3.47.0", "3.47.0.1", "3.100.0", "4.0.0", "10.0"])
        } else {
            draw.pick::<&str>(&["2.64.0", "2.64.0.1", "2.100.0", "3.0.0"])
        };
        case.world.set(&BASE_LIBRARY, library.into());
    }
    if !items && draw.once_in(2) {
        case.world.set(&COIN_PRICE, (*draw.pick(PRICES)).into());
    }
    if draw.once_in(6) {
        case.world.set(&SPENT, 1_000.into());
        case.world.set(&SPENDING_LIMIT, 100_000_000.into());
    }
    let with_items = case.world.base_library() >= ITEMS;
    let price: Decimal = case.world.text(&COIN_PRICE).parse().unwrap_or(Decimal::whole(1));
    for (i, step) in case.steps.iter_mut().enumerate() {
        if let Value::Object(options) = &mut step.input {
            vary_call(draw, options, price, with_items);
            if i > 0 {
                options.set("customId", format!("order-{}", i + 1));
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "drawn amounts are far below 2^53")]
fn vary_call(draw: &mut Draw, options: &mut Object, price: Decimal, with_items: bool) {
    if options.get("goodType").is_undefined() {
        let start = draw.below(TIERS.len());
        let quantity = (0..TIERS.len()).find_map(|i| price.whole_factor_of(TIERS[(start + i) % TIERS.len()]));
        if let Some(quantity) = quantity {
            options.set("buyQuantity", quantity as f64);
        }
        if with_items && draw.once_in(2) {
            options.set("goodType", i32::from(draw.once_in(2)));
        }
    } else {
        options.set("orderAmount", (draw.between(1, 100_000) * 10) as f64);
        let length = 1 + draw.below(10);
        let name: String = (0..length).map(|_| *draw.pick(&['a', 'Z', '0', '道', '具', ' '])).collect();
        options.set("goodName", name);
    }
    if draw.once_in(2) {
        options.set("zoneId", *draw.pick(&["1", "2", "1_10086", "华东一区", "0"]));
    }
    if draw.once_in(2) {
        let length = draw.below(40);
        options.set("extraInfo", draw.text(length));
    }
    if draw.once_in(4) {
        options.remove("currencyType");
    }
    for callback in ["success", "fail", "complete"] {
        if draw.once_in(12) {
            options.remove(callback);
        }
    }
    if draw.once_in(2) {
        let length = 1 + draw.below(30);
        let mut id = draw.text(length);
        id.push('x');
        options.set("customId", id);
    }
}

/// The valid cases that a rule speaks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum On {
    Any,
    Coins,
    Item,
}

type Set = fn(&mut Draw, &mut Case);

/// What each rule's cases set: its edges first, its breaks after them, as the rules stand in the document.
const ONE: &[(On, Set)] = &[
    (On::Any, |d, c| c.world.set(&BASE_LIBRARY, (*d.pick(&["2.64.0", "2.64.0.1"])).into())),
    (On::Any, |d, c| c.world.set(&BASE_LIBRARY, (*d.pick(&["2.63.99.99", "1.0.0"])).into())),
    (On::Any, |d, c| {
        let value = d
            .pick(&[
                Value::Undefined,
                Value::Null,
                Value::Text("options".into()),
                Value::Number(1.0),
                Value::Bool(true),
            ])
            .clone();
        if let Some(step) = c.steps.last_mut() {
            step.input = value;
        }
    }),
    (On::Any, |d, c| {
        c.world.set(&BASE_LIBRARY, (*d.pick(&["3.47.0.1", "3.46.99.99"])).into());
        set(c, "goodType", *d.pick(&[0, 1, 3]));
    }),
    (On::Any, |d, c| null_or_below(d, c, "extraInfo")),
    (On::Any, |d, c| foreign(d, c, "extraInfo")),
    (On::Any, |d, c| {
        let text = match d.below(6) {
            0 => String::new(),
            1 => "a".repeat(256),
            2 => "a".repeat(257),
            3 => "汉".repeat(100),
            4 => "😀".repeat(200),
            _ => "e\u{301}".repeat(256),
        };
        set(c, "extraInfo", text);
    }),
    (On::Any, |d, c| null_or_below(d, c, "zoneId")),
    (On::Any, |d, c| foreign(d, c, "zoneId")),
    (On::Any, |d, c| set(c, "zoneId", *d.pick(&["1", "2", "1_10086", "华东一区", ""]))),
    (On::Any, |d, c| null_or_below(d, c, "currencyType")),
    (On::Any, |d, c| foreign(d, c, "currencyType")),
    (On::Any, |_, c| set(c, "currencyType", "DIAMOND")),
    (On::Any, |d, c| {
        if d.once_in(3) {
            let length = d.below(12);
            set(c, "currencyType", d.text(length));
        } else {
            set(c, "currencyType", *d.pick(&["", "UNKNOWN", "diamond", "DIAMOND ", " DIAMOND"]));
        }
    }),
    (On::Coins, |d, c| {
        set(
            c,
            "buyQuantity",
            d.pick(&[Value::Null, Value::Number(f64::NAN), Value::Number(f64::INFINITY)]).clone(),
        );
    }),
    (On::Coins, |d, c| mistype(d, c, "buyQuantity", "600")),
    (On::Coins, |_, c| set(c, "buyQuantity", Value::Null)),
    (On::Coins, |_, c| remove(c, "buyQuantity")),
    (On::Item, |d, c| set(c, "buyQuantity", *d.pick(&[600, 7]))),
    (On::Coins, on_a_tier),
    (On::Coins, beside_a_tier),
    (On::Coins, |_, c| c.world.set(&COIN_PRICE, Value::Null)),
    (On::Coins, on_a_tier),
    (On::Item, |d, c| {
        if d.once_in(2) { remove(c, "currencyType") } else { set(c, "orderAmount", *d.pick(&[15, 1, 999])) }
    }),
    (On::Any, |d, c| set(c, "goodType", d.pick(&[Value::Null, Value::Number(f64::NAN)]).clone())),
    (On::Any, |d, c| mistype(d, c, "goodType", "2")),
    (On::Any, |d, c| set(c, "goodType", *d.pick(&[0, 1, 2]))),
    (On::Any, |d, c| set(c, "goodType", *d.pick(&[3.0, -1.0, 0.5, 99.0]))),
    (On::Item, |d, c| set(c, "orderAmount", d.pick(&[Value::Null, Value::Number(f64::NAN)]).clone())),
    (On::Item, |d, c| mistype(d, c, "orderAmount", "10")),
    (On::Item, |_, c| set(c, "orderAmount", Value::Null)),
    (On::Item, |_, c| remove(c, "orderAmount")),
    (On::Item, |d, c| set(c, "orderAmount", *d.pick(&[1, 2, 10_000]))),
    (On::Item, |d, c| {
        if d.once_in(3) {
            #[expect(clippy::cast_precision_loss, reason = "drawn amounts are far below 2^53")]
            set(c, "orderAmount", d.between(-19, 1_000_000) as f64);
        } else {
            set(c, "orderAmount", *d.pick(&[0.0, -1.0, 1.5, 0.5]));
        }
    }),
    (On::Item, |d, c| set(c, "orderAmount", *d.pick(&[299_800, 299_810, 1_000_000_000]))),
    (On::Item, |d, c| set(c, "orderAmount", *d.pick(&[20, 15, 1]))),
    (On::Item, |d, c| set(c, "orderAmount", *d.pick(&[10, 100, 12_340, 299_800]))),
    (On::Item, |_, c| set(c, "goodName", Value::Null)),
    (On::Item, |d, c| foreign(d, c, "goodName")),
    (On::Item, |d, c| if d.once_in(2) { remove(c, "goodName") } else { set(c, "goodName", "") }),
    (On::Item, |d, c| {
        if d.once_in(3) {
            let length = d.below(22);
            set(c, "goodName", d.text(length));
        } else {
            let one = *d.pick(&["a", "道", "😀", "e\u{301}"]);
            set(c, "goodName", one.repeat(6 + d.below(5)));
        }
    }),
    (On::Item, |d, c| {
        let one = *d.pick(&["a", "道"]);
        set(c, "goodName", one.repeat(11 + 29 * d.below(2)));
    }),
    (On::Any, |d, c| null_or_below(d, c, "customId")),
    (On::Any, |d, c| foreign(d, c, "customId")),
    (On::Any, |d, c| null_or_below(d, c, "customId")),
    (On::Any, |_, c| remove(c, "customId")),
    (On::Any, |d, c| set(c, "customId", *d.pick(&["0", "x", "订单", "a b", " ", "\t"]))),
    (On::Any, |_, c| set(c, "customId", "")),
    (On::Any, |d, c| earlier(d, c, &["order-0", "ORDER-1", "order-12"])),
    (On::Any, |d, c| earlier(d, c, &["order-1"])),
    (On::Any, |d, c| set(c, "customId", *d.pick(&["0", "订单-1"]))),
    (On::Any, |d, c| null_or_below(d, c, "success")),
    (On::Any, |d, c| no_function(d, c, "success")),
    (On::Any, |d, c| null_or_below(d, c, "fail")),
    (On::Any, |d, c| no_function(d, c, "fail")),
    (On::Any, |_, c| c.world.set(&LOGGED_IN, false.into())),
    (On::Any, |_, c| c.world.set(&LOGGED_IN, false.into())),
    (On::Any, |_, c| c.world.set(&LOGGED_IN, false.into())),
    (On::Any, |_, c| c.world.set(&LOGGED_IN, false.into())),
    (On::Any, |d, c| null_or_below(d, c, "complete")),
    (On::Any, |d, c| no_function(d, c, "complete")),
    (On::Any, |d, c| match d.below(3) {
        0 => c.world.set(&LOGGED_IN, false.into()),
        1 => remove(c, "success"),
        _ => set(
            c,
            "success",
            Value::Function(Function::scripted(vec![Script::Throws("the callback's own error".into())])),
        ),
    }),
    (On::Any, |_, c| c.world.set(&LOGGED_IN, false.into())),
    (On::Any, |_, c| {
        c.world.set(&LOGGED_IN, false.into());
        below(c);
    }),
    (On::Any, |_, c| c.world.set(&REAL_NAME, false.into())),
    (On::Any, |_, c| {
        c.world.set(&REAL_NAME, false.into());
        below(c);
    }),
    (On::Any, |d, c| {
        c.world.set(&SPENT, (*d.pick(&[0, 1, 100])).into());
        c.world.set(&SPENDING_LIMIT, (*d.pick(&[6_001, 6_003, 12, 3_001])).into());
    }),
    (On::Any, |d, c| {
        c.world.set(&SPENT, (*d.pick(&[5_000, 0, 100])).into());
        c.world.set(&SPENDING_LIMIT, (*d.pick(&[4_000, 0, 99])).into());
    }),
    (On::Any, |_, c| c.world.set(&RISK, true.into())),
    (On::Any, |_, c| {
        c.world.set(&RISK, true.into());
        below(c);
    }),
    (On::Any, |_, c| c.world.set(&FACE, "fails".into())),
    (On::Any, |_, c| {
        c.world.set(&FACE, "fails".into());
        below(c);
    }),
    (On::Any, |_, c| c.world.set(&OS, "ios".into())),
    (On::Any, |_, c| {
        c.world.set(&OS, "ios".into());
        below(c);
    }),
    (On::Any, |_, c| c.world.set(&PAYMENT_OPEN, false.into())),
    (On::Any, |_, c| {
        c.world.set(&PAYMENT_OPEN, false.into());
        below(c);
    }),
    (On::Any, |_, c| c.world.set(&ORDER_SERVER, "internal_error".into())),
    (On::Any, |_, c| {
        c.world.set(&ORDER_SERVER, "internal_error".into());
        below(c);
    }),
    (On::Any, |_, c| c.world.set(&DESK, "fails".into())),
    (On::Any, |_, c| {
        c.world.set(&DESK, "fails".into());
        below(c);
    }),
    (On::Any, |_, c| c.world.set(&NETWORK, "offline".into())),
    (On::Any, |_, c| {
        c.world.set(&NETWORK, "offline".into());
        below(c);
    }),
    (On::Any, |d, c| later(d, c, "payment_fails")),
    (On::Any, |_, c| user(c, "payment_fails")),
    (On::Any, |d, c| later(d, c, "cancels")),
    (On::Any, |_, c| user(c, "cancels")),
    (On::Any, |d, c| later(d, c, "closes")),
    (On::Any, |_, c| user(c, "closes")),
    (On::Any, |d, c| later(d, c, "times_out")),
    (On::Any, |_, c| user(c, "times_out")),
    (On::Any, |d, c| later(d, c, "leaves")),
    (On::Any, |_, c| user(c, "leaves")),
    (On::Any, |_, c| c.world.set(&HOST, "devtools".into())),
];

fn set(case: &mut Case, name: &'static str, value: impl Into<Value>) {
    if let Some(Value::Object(options)) = case.steps.last_mut().map(|s| &mut s.input) {
        options.set(name, value);
    }
}

fn remove(case: &mut Case, name: &str) {
    if let Some(Value::Object(options)) = case.steps.last_mut().map(|s| &mut s.input) {
        options.remove(name);
    }
}

fn user(case: &mut Case, does: &'static str) {
    case.world.set(&USER, Value::Array(vec![does.into()]));
}

/// What the user does at the second desk; or at the first, where the method does not exist yet.
fn later(draw: &mut Draw, case: &mut Case, does: &'static str) {
    if draw.once_in(3) {
        user(case, does);
        below(case);
    } else {
        case.world.set(&USER, Value::Array(vec!["pays".into(), does.into()]));
    }
}

/// A library that does not know the method yet.
fn below(case: &mut Case) {
    case.world.set(&BASE_LIBRARY, "2.63.99.99".into());
}

/// `null`; or a value of a wrong type, where the method does not exist yet.
fn null_or_below(draw: &mut Draw, case: &mut Case, name: &'static str) {
    if draw.once_in(2) {
        set(case, name, Value::Null);
    } else {
        set(case, name, true);
        below(case);
    }
}

/// A value that is no text.
fn foreign(draw: &mut Draw, case: &mut Case, name: &'static str) {
    let value = match draw.below(8) {
        0 => true.into(),
        1 => false.into(),
        2 => 1.into(),
        3 => 0.into(),
        4 => Value::Array(Vec::new()),
        5 => Value::Array(vec![1.into()]),
        6 => Value::Object(Object::new()),
        _ => Value::records(),
    };
    set(case, name, value);
}

/// A value that is no number.
fn mistype(draw: &mut Draw, case: &mut Case, name: &'static str, valid: &'static str) {
    match draw.below(3) {
        0 => set(case, name, valid.to_owned()),
        1 => set(case, name, *draw.pick(&["1", "", "undefined"])),
        _ => foreign(draw, case, name),
    }
    if let Some(Value::Object(options)) = case.steps.last_mut().map(|s| &mut s.input)
        && options.get(name).type_of() == Type::Number
    {
        options.set(name, true);
    }
}

/// A value that is no function.
fn no_function(draw: &mut Draw, case: &mut Case, name: &'static str) {
    let value = match draw.below(5) {
        0 => true.into(),
        1 => 1.into(),
        2 => "undefined".into(),
        3 => Value::Array(Vec::new()),
        _ => Value::Object(Object::new()),
    };
    set(case, name, value);
}

#[expect(clippy::cast_precision_loss, reason = "quantities are far below 2^53")]
fn on_a_tier(draw: &mut Draw, case: &mut Case) {
    let price = *draw.pick(PRICES);
    let decimal: Decimal = price.parse().unwrap_or(Decimal::whole(1));
    let start = draw.below(TIERS.len());
    let quantity = (0..TIERS.len()).find_map(|i| decimal.whole_factor_of(TIERS[(start + i) % TIERS.len()]));
    case.world.set(&COIN_PRICE, price.to_owned().into());
    set(case, "buyQuantity", quantity.unwrap_or(1) as f64);
}

fn beside_a_tier(draw: &mut Draw, case: &mut Case) {
    if draw.once_in(3) {
        #[expect(clippy::cast_precision_loss, reason = "drawn quantities are far below 2^53")]
        set(case, "buyQuantity", draw.between(-5, 400_000) as f64);
        case.world.set(&COIN_PRICE, (*draw.pick(PRICES)).to_owned().into());
    } else {
        #[expect(clippy::cast_precision_loss, reason = "tiers are far below 2^53")]
        let tier = (*draw.pick(TIERS) * 10) as f64;
        set(case, "buyQuantity", if draw.once_in(2) { tier - 1.0 } else { tier + 1.0 });
    }
}

/// A call before this one, with one of these ids.
fn earlier(draw: &mut Draw, case: &mut Case, ids: &[&'static str]) {
    let Some(mut step) = case.steps.last().cloned() else { return };
    let id = *draw.pick(ids);
    if let Value::Object(options) = &mut step.input {
        options.set("customId", id);
    }
    case.steps.insert(0, step);
}

// ---- checking

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
fn keeps(case: &Case, traces: &[Trace], now: usize) -> bool {
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
        {
            let Length { units, graphemes, .. } = Length::of(name);
            if units > 10 {
                look.broken |= graphemes > 10;
                look.open(ILLEGAL);
                look.mistyped("goodName", Type::String, Type::String);
            }
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
            if let Some(options) = step.input.as_object()
                && trace.0.iter().any(|e| is_called(e) && e.name == "success")
            {
                past += price(case, options).unwrap_or(0);
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
    let asynchronous = called.is_none_or(|called| returned.is_some_and(|returned| returned < called));
    if !asynchronous || endings > 1 || (tools && called.is_none() && !threw && !code) {
        return false;
    }
    match (fen, desk) {
        (Some(fen), Some(desk)) if !shows(input, desk, fen) => return false,
        (Some(_), None) if paid && !tools => return false,
        _ => {}
    }
    let silent =
        tools || world.nth(&USER, now) == "leaves" || (hears(input, "success") && hears(input, "fail"));
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
