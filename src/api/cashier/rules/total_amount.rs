//! `total_amount`: what is to be paid, in fen.

use crate::api::cashier::gaps::TOTAL_ZERO;
use crate::api::cashier::info::field;
use crate::api::cashier::scene::{FIRST_OF_TITLE, at_the_desk};
use crate::ground::{Type, Value};
use crate::spec::{
    About, At, Basis, Bend, Check, Demand, Kind, NAN, Own, Promise, Rule, Standing, Variant, Words,
};

use super::desk::{desks, edit_desks};
use super::{agreed, asked, cite, info, set};

/// Passed.
pub(super) static REQUIRED: Rule = Rule {
    basis: Basis::Agreed,
    ..asked(
        "cashier/total-amount/required",
        Words::new("total_amount must be passed", "必须传 total_amount"),
        &[agreed("`total_amount`"), info("total_amount", "金额")],
        Demand::Present(&["orderInfo", "total_amount"]),
    )
};

/// A number.
pub(super) static TYPE: Rule = asked(
    "cashier/total-amount/type",
    Words::new("total_amount must be a number", "total_amount 必须是数字"),
    &[info("total_amount", "number")],
    Demand::Typed(&["orderInfo", "total_amount"], Type::Number),
);

/// Whole fen.
pub(super) static WHOLE_FEN: Rule = asked(
    "cashier/total-amount/whole-fen",
    Words::new("total_amount is a whole number of fen", "total_amount 单位为分,不能有小数"),
    &[info("total_amount", "金额,整型,单位:分(不能有小数)")],
    Demand::Own(&Own {
        judge: |at| match field(at, "total_amount") {
            Value::Number(n) if !n.is_finite() && at.reading(&NAN) == "wrong-type" => Standing::Apart,
            amount @ Value::Number(_) => Standing::kept(amount.as_whole().is_some()),
            _ => Standing::Apart,
        },
        about: &[About::Field(&["orderInfo", "total_amount"])],
        edges: |_| [1, 2, 99, 1_000_000].map(|fen| set("total_amount", fen)).to_vec(),
        breaks: |_| [0.5, 1.5, 100.01].map(|fen| set("total_amount", fen)).to_vec(),
        variants: &[
            Variant { id: "rounds", judge: rounded },
            Variant { id: "asks-for-two-fen", judge: |at| at_least(at, 2) },
        ],
        ..Own::PLAIN
    }),
);

fn rounded(at: &At<'_>) -> Standing {
    field(at, "total_amount").as_number().map_or(Standing::Apart, |n| Standing::kept(n >= 1.0))
}

fn at_least(at: &At<'_>, least: i64) -> Standing {
    field(at, "total_amount").as_number().map_or(Standing::Apart, |_| {
        Standing::kept(field(at, "total_amount").as_whole().is_some_and(|n| n >= least))
    })
}

/// Above nothing.
pub(super) static POSITIVE: Rule = Rule {
    basis: Basis::Agreed,
    ..asked(
        "cashier/total-amount/positive",
        Words::new("total_amount is above zero", "total_amount 必须大于 0"),
        &[agreed("`total_amount` > 0")],
        Demand::Own(&Own {
            judge: |at| match field(at, "total_amount").as_number() {
                Some(fen) if fen < 0.0 => Standing::Broken,
                Some(0.0) => Standing::kept(at.reading(&TOTAL_ZERO) == "accepted"),
                Some(fen) if fen > 0.0 => Standing::Holds,
                _ => Standing::Apart,
            },
            about: &[About::Field(&["orderInfo", "total_amount"])],
            breaks: |_| vec![set("total_amount", -1), set("total_amount", -100)],
            openings: |_| vec![set("total_amount", 0)],
            ..Own::PLAIN
        }),
    )
};

/// Shown at the desk.
pub(super) static DESK_PRICE: Rule = Rule {
    id: "cashier/total-amount/desk-price",
    says: Words::new("the cashier asks for total_amount fen", "收银台展示的金额等于 total_amount(分)"),
    cites: &[info("total_amount", "单位:分"), cite("", "tt.pay", "1.19.4+")],
    since: FIRST_OF_TITLE,
    scope: at_the_desk,
    about: &[About::Field(&["orderInfo", "total_amount"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let amount = field(at, "total_amount");
            if amount.as_whole().is_none() || desks(trace).next().is_none() {
                return Standing::Apart;
            }
            Standing::kept(desks(trace).all(|desk| desk.with.get("fen") == amount))
        },
        needs: &[Kind::Shown],
        stages: |_| [1, 12_340, 1_000_000].map(|fen| set("total_amount", fen)).to_vec(),
        bends: &[
            Bend { id: "takes-it-for-yuan", bend: |_, trace| scale(trace, 100.0) },
            Bend { id: "shows-yuan", bend: |_, trace| scale(trace, 0.01) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn scale(trace: &mut crate::spec::Trace, by: f64) {
    edit_desks(trace, |desk| {
        let scaled = desk.get("fen").as_number().map(|n| n * by);
        if let Some(n) = scaled {
            desk.set("fen", n);
        }
    });
}
