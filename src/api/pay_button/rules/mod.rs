//! (long: the list of rules, and what they share) One file for each subject of the document; in it, one value for each rule.

mod applyrefund;
mod biz_line;
pub(super) mod bridge;
mod component;
mod current_price;
mod date_rule;
mod display;
mod error;
mod extra;
mod getextensionpath;
mod getgoodsinfo;
mod goods_id;
mod goods_labels;
mod goods_name;
mod goods_photo;
mod goods_type;
mod item_order_list;
mod limits;
mod marketing_ready;
mod marketing_version;
mod mode;
mod order;
mod order_id;
mod order_page;
mod order_status;
mod pay;
mod placeorder;
mod refund;
mod refund_id;
mod refund_total_amount;
mod servers;
mod trade_option;
mod validation;

use crate::api::documents::PAY_BUTTON;
use crate::ground::{Function, Object, Reply, Value};
use crate::spec::{At, Case, Cite, Event, Field, Kind, NULL, Patch, Refusal, Rule, Standing, Trace, Waiver};

use super::gaps::{
    CHECKED_AT, COERCED, FAILURE_TOLD, LABEL_CODE, LIBRARY_FIELDS, NEVER_SETTLES, NO_PROMISE, REFUND_TOLD,
    TOLD_AT,
};
use super::outcomes::{GOODS_INFO_TYPE, LABELS, LOADING_FAILED, PAY_FAILS, REFUND_FAILS, SOME_ERROR};
use super::scene::{self, buys_from_library, first_reply, is_number_as_text, property as property_of, taps};

/// Every rule, in the order in which a step comes to them.
pub(super) static ALL: &[&Rule] = &[
    &component::MINIMUM_VERSION,
    &component::EXISTS,
    &mode::TYPE,
    &mode::ENUMERATION,
    &biz_line::TYPE,
    &biz_line::ENUMERATION,
    &biz_line::NEWER,
    &marketing_ready::TYPE,
    &goods_id::REQUIRED,
    &goods_id::TYPE,
    &goods_id::LENGTH,
    &goods_type::REQUIRED,
    &goods_type::TYPE,
    &goods_type::ENUMERATION,
    &goods_type::KNOWLEDGE,
    &order_status::TYPE,
    &order_status::ENUMERATION,
    &order_id::REQUIRED,
    &order_id::TYPE,
    &order_id::LENGTH,
    &refund_id::REQUIRED,
    &refund_id::TYPE,
    &refund_id::LENGTH,
    &refund_total_amount::REQUIRED,
    &refund_total_amount::AMOUNT,
    &getgoodsinfo::REQUIRED,
    &placeorder::REQUIRED,
    &pay::REQUIRED,
    &goods_type::WHITELIST,
    &getgoodsinfo::ASKED,
    &getgoodsinfo::SUCCEEDS,
    &getgoodsinfo::PROMISE,
    &getgoodsinfo::OBJECT,
    &getgoodsinfo::NEWER_MEMBERS,
    &current_price::REQUIRED,
    &current_price::TYPE,
    &current_price::RANGE,
    &current_price::SHOWN,
    &goods_name::REQUIRED,
    &goods_name::TYPE,
    &goods_name::LENGTH,
    &goods_name::SHOWN,
    &goods_photo::REQUIRED,
    &goods_photo::TYPE,
    &goods_photo::LENGTH,
    &goods_photo::SHOWN,
    &goods_photo::IMAGE_TYPE,
    &goods_labels::TYPE,
    &goods_labels::NOT_EMPTY,
    &goods_labels::AT_MOST_THREE,
    &goods_labels::KNOWN_TYPE,
    &goods_labels::TYPE_OF_TYPE,
    &goods_labels::NON_REFUNDABLE,
    &goods_labels::ANYTIME_OR_DAYS,
    &goods_labels::FREE_OR_BOOKED,
    &goods_labels::NEVER_OR_DAYS,
    &goods_labels::NEVER_OR_ANYTIME,
    &goods_labels::VALUE_REQUIRED,
    &goods_labels::VALUE_TYPE,
    &goods_labels::VALUE_RANGE,
    &goods_labels::SHOWN,
    &limits::LEAST_TYPE,
    &limits::LEAST_RANGE,
    &limits::MOST_TYPE,
    &limits::MOST_RANGE,
    &limits::CONVERTED,
    &date_rule::TYPE,
    &date_rule::LENGTH,
    &date_rule::NOT_EMPTY,
    &date_rule::SHOWN,
    &extra::TYPE,
    &extra::LENGTH,
    &extra::SENT,
    &trade_option::TYPE,
    &trade_option::LENGTH,
    &trade_option::SENT,
    &trade_option::MERGED,
    &trade_option::USES_RULES,
    &marketing_version::TYPE,
    &marketing_version::SHOWN,
    &validation::PHONE_TYPE,
    &validation::PHONE_SHOWN,
    &getgoodsinfo::IN_TIME,
    &servers::GOODS_INTERNAL,
    &servers::GOODS_REJECTED,
    &servers::ABILITY_INTERNAL,
    &servers::ABILITY_REJECTED,
    &servers::NO_ABILITY,
    &servers::DIRECT_LOGIN,
    &servers::DIRECT_EXTRA,
    &servers::ORDER_QUERY_INTERNAL,
    &servers::ORDER_QUERY_REJECTED,
    &servers::REFUND_QUERY_INTERNAL,
    &servers::REFUND_QUERY_REJECTED,
    &servers::REFUND_QUERY_NO_GOODS,
    &servers::NOTHING_TO_REFUND,
    &servers::APP_NAME,
    &servers::REFUND_DETAIL,
    &servers::REFUND_DETAIL_QUERY,
    &display::GOODS,
    &display::OWN_GOODS,
    &display::ORDER,
    &display::OFF_SALE,
    &placeorder::ASKED,
    &placeorder::SUCCEEDS,
    &placeorder::PROMISE,
    &placeorder::WAITED_FOR,
    &placeorder::LOGIN,
    &getextensionpath::ASKED,
    &order_page::OPENS,
    &order_page::SECOND_TAP,
    &order_page::NOT_BEFORE_A_TAP,
    &limits::QUANTITY,
    &validation::PHONE_GIVEN,
    &order::CREATED,
    &order::SERVER_ERROR,
    &order::DATA,
    &pay::DESK,
    &pay::FAILS,
    &pay::WECHAT_FAILS,
    &pay::WECHAT_MISSING,
    &pay::CALLED,
    &pay::STATUS,
    &pay::CODE,
    &pay::RESULT_ORDER_ID,
    &pay::ORDER_ID,
    &pay::OUT_ORDER_NO,
    &pay::FAIL_MESSAGE,
    &applyrefund::ASKED,
    &applyrefund::SUCCEEDS,
    &applyrefund::PROMISE,
    &applyrefund::OBJECT,
    &applyrefund::LENGTH,
    &applyrefund::CP_EXTRA,
    &item_order_list::LIST,
    &item_order_list::ITEM_ORDER_ID,
    &item_order_list::AMOUNT_TYPE,
    &item_order_list::AMOUNT_WHOLE,
    &item_order_list::AT_MOST_PAID,
    &item_order_list::SENT,
    &item_order_list::NEWER,
    &refund_total_amount::AT_MOST_PAID,
    &refund::PAGE,
    &refund::SUBMITTED,
    &refund::TOTAL,
    &refund::SERVER,
    &refund::CALLED,
    &refund::STATUS,
    &refund::REFUND_ID,
    &refund::OUT_REFUND_NO,
    &refund::ORDER_ID,
    &refund::FAIL_MESSAGE,
    &refund::DETAIL_PAGE,
    &error::MESSAGE,
    &error::NUMBER,
];

/// What is demanded of the information on goods that a page gives.
pub(in crate::api) const ON_GOODS_INFO: &[&Rule] = &[
    &getgoodsinfo::OBJECT,
    &current_price::REQUIRED,
    &current_price::TYPE,
    &current_price::RANGE,
    &goods_name::REQUIRED,
    &goods_name::TYPE,
    &goods_name::LENGTH,
    &goods_photo::REQUIRED,
    &goods_photo::TYPE,
    &goods_photo::LENGTH,
    &goods_photo::IMAGE_TYPE,
    &goods_labels::TYPE,
    &goods_labels::AT_MOST_THREE,
    &goods_labels::KNOWN_TYPE,
    &goods_labels::TYPE_OF_TYPE,
    &goods_labels::ANYTIME_OR_DAYS,
    &goods_labels::FREE_OR_BOOKED,
    &goods_labels::NEVER_OR_DAYS,
    &goods_labels::NEVER_OR_ANYTIME,
    &goods_labels::VALUE_REQUIRED,
    &goods_labels::VALUE_TYPE,
    &goods_labels::VALUE_RANGE,
    &limits::LEAST_TYPE,
    &limits::LEAST_RANGE,
    &limits::MOST_TYPE,
    &limits::MOST_RANGE,
    &date_rule::TYPE,
    &date_rule::LENGTH,
    &extra::TYPE,
    &extra::LENGTH,
    &trade_option::TYPE,
    &trade_option::LENGTH,
    &trade_option::MERGED,
    &trade_option::USES_RULES,
    &marketing_version::TYPE,
    &validation::PHONE_TYPE,
];

/// A place in the document.
const fn cite(section: &'static str, row: &'static str, words: &'static str) -> Cite {
    Cite { document: PAY_BUTTON, section, row, words }
}

/// Whether a property is an empty text.
fn is_empty(at: &At<'_>, name: &str) -> bool {
    property_of(at, name).as_str() == Some("")
}

/// A row of the table of properties.
const fn property(name: &'static str, words: &'static str) -> Cite {
    cite("属性说明", name, words)
}

/// A row of the table of goods information.
const fn info(name: &'static str, words: &'static str) -> Cite {
    cite("bind:getgoodsinfo 说明", name, words)
}

/// A row of the error table.
const fn error(code: &'static str, words: &'static str) -> Cite {
    cite("bind:error 报错信息", code, words)
}

/// The first version.
const SINCE: Cite = cite("", "基础库 2.43.0.0", "开始支持本组件");

/// A page whose button nobody taps may hear nothing of its faults.
const WAITS: Waiver = Waiver { gap: &CHECKED_AT, when: |at| !taps(at), readings: &["tap"] };

/// The library knows its goods itself.
const LIBRARY: Waiver = Waiver { gap: &LIBRARY_FIELDS, when: buys_from_library, readings: &["ignored"] };

/// The library needs to be told nothing of them, whatever it does with what it is told.
const LIBRARY_NEEDS_NONE: Waiver = Waiver { readings: &["ignored", "checked"], ..LIBRARY };

/// The refusals of goods information that cannot be had: its cause, or at the tap that it failed.
const fn cause(row: &'static crate::spec::Outcome) -> [Refusal; 2] {
    [Refusal::row(row).under(&TOLD_AT, "cause"), Refusal::row(&LOADING_FAILED).under(&TOLD_AT, "state")]
}

/// The refusals of labels of a wrong type.
const fn label_types() -> [Refusal; 3] {
    [
        Refusal::row(&LABELS).under(&LABEL_CODE, "labels"),
        Refusal::row(&GOODS_INFO_TYPE).under(&LABEL_CODE, "types"),
        Refusal::row(&LOADING_FAILED).under(&TOLD_AT, "state"),
    ]
}

/// Some error, where no row names one.
const fn unnamed() -> [Refusal; 1] {
    [Refusal::row(&SOME_ERROR)]
}

/// The refusals of a payment that does not come about.
const fn untold(row: &'static crate::spec::Outcome) -> [Refusal; 2] {
    [Refusal::row(row).under(&FAILURE_TOLD, "error"), Refusal::row(&PAY_FAILS).under(&FAILURE_TOLD, "pay")]
}

/// The refusals of a refund that does not come about.
const fn unrefunded(row: &'static crate::spec::Outcome) -> [Refusal; 2] {
    [
        Refusal::row(row).under(&REFUND_TOLD, "error"),
        Refusal::row(&REFUND_FAILS).under(&REFUND_TOLD, "refund"),
    ]
}

/// The details of the events that a handler got.
fn details<'a>(trace: &'a Trace, handler: &'a str) -> impl Iterator<Item = &'a Value> {
    trace.all(Kind::Called, handler).map(|e| e.with.get("detail"))
}

/// The order page, if it opened.
fn order_page(trace: &Trace) -> Option<&Value> {
    trace.all(Kind::Shown, "").map(|e| &e.with).find(|page| page.get("page").as_str() == Some("order"))
}

/// The orders that the server received.
fn orders(trace: &Trace) -> impl Iterator<Item = &Event> {
    trace.all(Kind::Sent, "").filter(|e| e.with.get("to").as_str() == Some("order"))
}

/// Whether a detail names the goods that the page set.
fn is_about_the_goods(at: &At<'_>, detail: &Value) -> bool {
    detail.get("goodsId") == property_of(at, "goods-id") && is_the_type(at, detail.get("goodsType"))
}

/// Whether a value is the goods-type that the page set, as texts are read.
fn is_the_type(at: &At<'_>, value: &Value) -> bool {
    let set = property_of(at, "goods-type");
    value == set
        || (is_number_as_text(at, "goods-type")
            && at.reading(&COERCED) == "coerced"
            && value.as_whole() == scene::goods_type(at))
}

/// How the order page stands that shows a member of the goods information.
fn page_shows(at: &At<'_>, trace: &Trace, name: &str, shown: &str) -> Standing {
    let given = at.field("handlers").get("getgoodsinfo").get("resolves").get(name);
    match order_page(trace) {
        Some(page) if !given.is_undefined() => Standing::kept(page.get(shown) == given),
        _ => Standing::Apart,
    }
}

/// Whether the goods information holds a member. What is no information is another rule's matter.
fn given(at: &At<'_>, name: &str) -> Standing {
    match at.field("handlers").get("getgoodsinfo").get("resolves") {
        Value::Object(info) => Standing::kept(match info.get(name) {
            Value::Undefined => false,
            Value::Null => at.reading(&NULL) == "wrong-type",
            _ => true,
        }),
        _ => Standing::Apart,
    }
}

/// Goods information without a member.
fn without(path: Field) -> Vec<Patch> {
    [None, Some(Value::Undefined)].map(|v| Patch::default().and_at(path, v)).to_vec()
}

/// Whether no order was made, and nothing is to be paid.
fn makes_no_order(trace: &Trace) -> Standing {
    let desk = trace.all(Kind::Shown, "").any(|e| !e.with.get("desk").is_undefined());
    Standing::kept(orders(trace).next().is_none() && !desk)
}

fn order_all_the_same(trace: &mut Trace) {
    trace.0.push(Event::new(Kind::Sent, Object::new().with("to", "order")));
}

/// Whether a handler fails.
fn fails(at: &At<'_>, handler: &str) -> bool {
    match first_reply(at, handler) {
        Some(Reply::Rejects(_) | Reply::Throws(_)) => true,
        Some(Reply::Never) => at.reading(&NEVER_SETTLES) == "failed",
        _ => false,
    }
}

/// Whether a handler returns a promise, if it returns.
fn returns_a_promise(at: &At<'_>, handler: &str) -> Standing {
    match first_reply(at, handler) {
        Some(Reply::Returns(_) | Reply::Records) => Standing::kept(at.reading(&NO_PROMISE) == "accepted"),
        Some(Reply::Resolves(_) | Reply::Never) => Standing::Holds,
        _ => Standing::Apart,
    }
}

/// A handler that does something else.
fn script(path: Field, reply: Reply) -> Patch {
    Patch::default().and_at(path, Some(Value::Function(Function::scripted([reply]))))
}

/// Handlers that fail.
fn failing(path: Field) -> Vec<Patch> {
    [Reply::Rejects(Value::Undefined), Reply::Rejects("no".into()), Reply::Throws("no".into())]
        .map(|r| script(path, r))
        .to_vec()
}

/// Handlers that return no promise.
fn plain_answers(base: &Case, path: Field) -> Vec<Patch> {
    let input = base.steps.last().map(|s| &s.input);
    let given =
        input.map(|input| path.iter().fold(input, |value, key| value.get(key)).get("resolves").clone());
    [Reply::Returns(given.unwrap_or(Value::Undefined)), Reply::Records].map(|r| script(path, r)).to_vec()
}

/// Handlers that are not bound.
fn unbound(path: Field) -> Vec<Patch> {
    let without = Patch::default().and_at(path, None);
    let others = [Value::Undefined, Value::Null, "onEvent".into(), Object::new().into()];
    std::iter::once(without).chain(others.map(|v| Patch::default().and_at(path, Some(v)))).collect()
}

/// Calls a handler once more.
fn again(trace: &mut Trace, handler: &str) {
    let again: Vec<_> = trace.all(Kind::Called, handler).cloned().collect();
    trace.0.extend(again);
}

/// Edits the detail that a handler gets.
fn edit_detail(trace: &mut Trace, handler: &str, edit: impl Fn(&mut Object)) {
    for event in trace.0.iter_mut().filter(|e| e.is(Kind::Called, handler)) {
        if let Some(Value::Object(detail)) = event.with.get_mut("detail") {
            edit(detail);
        }
    }
}

/// Edits the order page.
fn edit_page(trace: &mut Trace, edit: impl Fn(&mut Object)) {
    edit_events(trace, Kind::Shown, ("page", "order"), edit);
}

/// Edits the order that the server receives.
fn edit_order(trace: &mut Trace, edit: impl Fn(&mut Object)) {
    edit_events(trace, Kind::Sent, ("to", "order"), edit);
}

/// Edits the refund that the server receives.
fn edit_refund(trace: &mut Trace, edit: impl Fn(&mut Object)) {
    edit_events(trace, Kind::Sent, ("to", "refund"), edit);
}

fn edit_events(trace: &mut Trace, kind: Kind, (name, value): (&str, &str), edit: impl Fn(&mut Object)) {
    for event in trace.0.iter_mut().filter(|e| e.kind == kind && e.with.get(name).as_str() == Some(value)) {
        if let Value::Object(fields) = &mut event.with {
            edit(fields);
        }
    }
}
