//! What Paystone once let pass, and what its model once had wrong: the smallest case of each, in `corpus/`, with what was seen there.

use std::fs;
use std::path::{Path, PathBuf};

use paystone::api::OPERATIONS;
use paystone::ground::{Object, Value};
use paystone::spec::{
    Capabilities, Case, Event, Finding, Judge, Kind, Mark, Model, Patch, Trace, World, mutants_of,
};
use rstest::rstest;
use serde_json::json;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

fn case(name: &str) -> Case {
    let text = fs::read_to_string(folder().join(name).with_extension("json")).expect("a case");
    Case::from_json(&serde_json::from_str(&text).expect("JSON"), OPERATIONS).expect("a case")
}

fn model(case: &Case) -> Model<'_> {
    Model::faithful(Capabilities::everything("model", &[case.steps[0].operation]))
}

/// What no document allows in the last step, and how the rules stood.
fn judged(case: &Case, traces: &[Trace]) -> (Vec<Finding>, Vec<Mark>) {
    let mut judge = Judge::new(&Kind::ALL);
    let found = judge.judge(case, traces, case.steps.len() - 1);
    (found, judge.marks().to_vec())
}

fn suspects(found: &[Finding]) -> Vec<&'static str> {
    found.iter().flat_map(|f| &f.suspects).map(|s| s.rule.id).collect()
}

fn shown(with: Object) -> Event {
    Event::new(Kind::Shown, with)
}

/// Puts something else in what was returned.
fn returned(trace: &mut Trace, name: &'static str, value: impl Into<Value>) {
    for event in trace.0.iter_mut().filter(|e| e.kind == Kind::Returned) {
        if let Value::Object(members) = &mut event.with {
            members.set(name, value);
            return;
        }
    }
    panic!("nothing was returned: {trace:?}");
}

fn succeeds(trace: &mut Trace) {
    trace.0.retain(|e| e.kind != Kind::Called);
    trace.0.push(Event::called("success", Object::new().with("errMsg", "openAwemeCustomerService:ok")));
}

/// Goes all the way of a payment.
fn pays(trace: &mut Trace) {
    let order = Object::new().with("to", "order").with("customId", "a").with("zoneId", "1");
    let desk = Object::new().with("desk", "diamond").with("fen", 6000).with("diamonds", 600);
    trace.0.extend([Event::new(Kind::Sent, order), shown(desk)]);
    succeeds(trace);
}

/// Fails, as JSON tells it.
fn fails(trace: &mut Trace, code: i32, number: i32, detail: &str) {
    let with = json!({ "errCode": code, "errNo": number, "errMsg": format!("openAwemeCustomerService:fail {detail}") });
    let failed = Trace::from_json(&json!([{ "called": "fail", "with": with }])).expect("a trace");
    trace.0.retain(|e| e.kind != Kind::Called);
    trace.0.extend(failed.0);
}

/// An implementation with one thing wrong, which no case of a sweep showed at the time, or which no rule spoke of.
#[rstest]
#[case("diamond/once-order-in-the-developer-tools", "diamond/desk/devtools-code~creates-an-order")]
#[case("diamond/once-desk-before-a-refusal", "diamond/desk/after-validation~desk-first")]
#[case("signature/once-blanks-at-an-end", "signature/join/raw~trims-values")]
#[case("cashier/once-refusal-like-the-ending", "cashier/total-amount/whole-fen~forgotten")]
#[case("pay-button/once-refund-page-twice", "pay-button/refund/page~opens-twice")]
#[case("pay-button/once-refund-told-before-it-is-asked-for", "pay-button/refund/called~before-the-refund")]
#[case("pay-button/once-cashier-for-nobody", "pay-button/placeorder/login~forgotten")]
#[case("pay-button/once-cancelling-told-as-a-failure", "pay-button/pay/called~cancelling-is-a-failure")]
#[case("pay-button/once-item-for-a-list", "pay-button/item-order-list/list~forgotten")]
fn a_mistake_that_was_once_missed_is_found(#[case] name: &str, #[case] id: &str) {
    let case = case(name);
    let mutant = mutants_of(case.steps[0].operation).into_iter().find(|m| m.id == id);
    let mutant = mutant.unwrap_or_else(|| panic!("no mutant {id}"));
    let rule = mutant.rule.id;
    let traces = model(&case).mutated(&[mutant]).traces(&case);
    let (found, _) = judged(&case, &traces);
    assert!(suspects(&found).contains(&rule), "{found:?} in {traces:?}");
}

/// The same where what was seen is told by how it differs from what is right.
#[rstest]
#[case("diamond/once-second-desk-at-another-price", "diamond/buy-quantity/desk-price", |t: &mut Trace| t.0.push(shown(Object::new().with("desk", "diamond").with("fen", 1))))]
#[case("diamond/once-second-order-in-another-zone", "diamond/zone-id/order-zone", |t: &mut Trace| t.0.push(Event::new(Kind::Sent, Object::new().with("to", "order").with("customId", "a").with("zoneId", "3"))))]
#[case("diamond/once-null-for-no-good-type", "diamond/buy-quantity/price-tier", succeeds)]
#[case("signature/once-value-that-nothing-defines", "signature/digest/lower-hex", |t: &mut Trace| returned(t, "sign", "x"))]
#[case("signature/once-digest-in-another-form", "signature/digest/lower-hex", |t: &mut Trace| returned(t, "sign", "eZZSBRc4ToC0bxSQAFY3yA=="))]
#[case("caller/once-labels-that-nobody-meant", "caller/goods-info/as-described", |t: &mut Trace| returned(t, "goodsLabels", Value::Array(vec![Object::new().with("type", "EXPIRED_RETURNS").into()])))]
#[case("caller/once-zone-that-nobody-meant", "caller/diamond-options/as-wanted", |t: &mut Trace| returned(t, "zoneId", "7"))]
#[case("pay-button/once-code-for-who-never-finishes", "pay-button/pay/code", |t: &mut Trace| t.0.push(Event::called("pay", Object::new().with("detail", Object::new().with("status", "success").with("result", Object::new().with("code", 4))))))]
#[case("pay-button/once-order-page-of-an-order-that-goes-on", "pay-button/pay/desk", |t: &mut Trace| t.0.insert(0, shown(Object::new().with("page", "order"))))]
fn what_was_once_let_pass_is_found(
    #[case] name: &str,
    #[case] rule: &str,
    #[case] change: impl Fn(&mut Trace),
) {
    let case = case(name);
    let mut traces = model(&case).traces(&case);
    change(traces.last_mut().expect("a trace"));
    let (found, _) = judged(&case, &traces);
    assert!(suspects(&found).contains(&rule), "{found:?} in {traces:?}");
}

/// What no document forbids.
#[rstest]
#[case("diamond/once-no-price-and-no-tier", |t: &mut Trace| fails(t, -15002, 20000, "请求参数不合法"))]
#[case("diamond/once-no-price-for-infinitely-many", |t: &mut Trace| fails(t, -17006, 20000, "buyQuantity illegal"))]
#[case("diamond/once-earlier-payment-unheard", pays)]
#[case("diamond/once-earlier-payment-unheard", |t: &mut Trace| fails(t, -15101, 20000, "customId 为空或者不唯一"))]
#[case("caller/once-defaults-left-out", |t: &mut Trace| t.0[0].with = Object::new().into())]
#[case("pay-button/once-only-an-error-told", |t: &mut Trace| t.0.retain(|e| e.name != "pay"))]
#[case("pay-button/once-nothing-left-told-at-the-tap", |t: &mut Trace| {
    t.0.retain(|e| e.with.get("page").is_undefined());
    t.0.push(Event::called("error", Object::new().with("detail", Object::new().with("errNo", 21531).with("errMsg", "订单可退份数等于0"))));
})]
fn what_was_once_taken_for_a_breach_is_allowed(#[case] name: &str, #[case] change: impl Fn(&mut Trace)) {
    let case = case(name);
    let mut traces = model(&case).traces(&case);
    change(traces.last_mut().expect("a trace"));
    let (found, _) = judged(&case, &traces);
    assert!(found.is_empty(), "{found:?} in {traces:?}");
}

/// A total that is set although the order is a new one, and nobody needs it, goes nowhere, and breaks nothing.
#[test]
fn a_total_is_nothing_to_the_refund_of_a_new_order() {
    let mut case = case("pay-button/once-nothing-left-told-at-the-tap");
    case.world = World::plain();
    case.steps.truncate(1);
    Patch::default().and_at(&["properties", "refund-total-amount"], Some(20_000.into())).apply(&mut case);
    let traces = model(&case).traces(&case);
    let refund = traces[0].all(Kind::Sent, "").find(|e| e.with.get("to").as_str() == Some("refund"));
    assert!(refund.is_some_and(|e| e.with.get("refundTotalAmount").is_undefined()), "{traces:?}");
    let (found, _) = judged(&case, &traces);
    assert!(found.is_empty(), "{found:?} in {traces:?}");
}

/// Who forgets the type of a zone was once blamed for the zone of the order as well.
#[test]
fn one_mistake_is_no_longer_told_as_two() {
    let case = case("diamond/once-zone-of-a-wrong-type");
    let id = "diamond/zone-id/type~forgotten";
    let mutant = mutants_of(case.steps[0].operation).into_iter().find(|m| m.id == id).expect("a mutant");
    let (found, _) = judged(&case, &model(&case).mutated(&[mutant]).traces(&case));
    assert_eq!(suspects(&found), ["diamond/zone-id/type"]);
}

/// A platform that tells of a failure with bind:error alone once left this rule unreached, and its run incomplete.
#[test]
fn a_failure_that_is_told_in_one_way_puts_the_message_of_the_other_to_the_test() {
    let case = case("pay-button/once-only-an-error-told");
    let mut traces = model(&case).traces(&case);
    traces[0].0.retain(|e| e.name != "pay");
    let (_, marks) = judged(&case, &traces);
    let rules = case.steps[0].operation.rules.iter();
    let place = rules.into_iter().position(|rule| rule.id == "pay-button/pay/fail-message").expect("a rule");
    assert_eq!(marks[place], Mark::Kept);
}

/// All of them, so that none lies there without a test.
#[test]
fn every_case_of_this_kind_is_canonical_tested_and_clean_on_the_model() {
    let mut names = Vec::new();
    for interface in fs::read_dir(folder()).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        for path in
            fs::read_dir(&interface).into_iter().flatten().map(|entry| entry.expect("an entry").path())
        {
            let name = path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
            if !name.starts_with("once-") {
                continue;
            }
            let interface = interface.file_name().and_then(|name| name.to_str()).expect("a name");
            let name = format!("{interface}/{name}");
            let case = case(&name);
            let traces = model(&case).traces(&case);
            let (found, _) = judged(&case, &traces);
            assert!(found.is_empty(), "{name}: {found:?} in {traces:?}");
            let text = fs::read_to_string(&path).expect("a file");
            assert!(text == format!("{:#}\n", case.to_json()), "{name} is not as `replay --save` writes it");
            assert!(include_str!("once.rs").contains(&format!("\"{name}\"")), "{name}: no test reads it");
            names.push(name);
        }
    }
    assert!(names.len() > 20, "{names:?}");
}
