//! The documents' own samples and published vectors, written by hand, agree with the model.

use paystone::api::OPERATIONS;
use paystone::spec::{Capabilities, Case, Event, Judge, Kind, Mark, Model};
use rstest::rstest;

fn case(json: &str) -> Case {
    Case::from_json(&serde_json::from_str(json).unwrap(), OPERATIONS).unwrap()
}

/// How the case ends on the model, and whether it breaks a rule.
fn ending(case: &Case) -> (String, bool) {
    let operation = case.steps[case.steps.len() - 1].operation;
    let capabilities = Capabilities::everything("model", &[operation]);
    let traces = Model::faithful(capabilities.clone()).traces(case);
    let mut judge = Judge::new(&capabilities.observes);
    let found = judge.judge(case, &traces, case.steps.len() - 1);
    assert!(found.is_empty(), "the model contradicts itself on {}", case.to_json());
    let broken = judge.marks().iter().any(|m| matches!(m, Mark::Broken | Mark::Open));
    let event = traces.last().unwrap().0.iter().find(|e| (operation.decides)(e)).unwrap();
    (event.to_json().to_string(), broken)
}

#[rstest]
#[case::item(include_str!("../corpus/diamond/sample-item.json"), r#"{"called":"success","with":{"errMsg":"openAwemeCustomerService:ok"}}"#)]
#[case::coins(include_str!("../corpus/diamond/sample-coins.json"), r#"{"called":"success","with":{"errMsg":"openAwemeCustomerService:ok"}}"#)]
#[case::cashier(include_str!("../corpus/cashier/sample.json"), r#"{"called":"success","with":{"code":0}}"#)]
#[case::published_vector(include_str!("../corpus/signature/published-vector.json"), r#"{"returned":{"sign":"0f1e3358a9898d7c4c6c23740251808a"}}"#)]
#[case::prefix_keys(include_str!("../corpus/signature/prefix-keys.json"), r#"{"returned":{"sign":"695ec5224cda5f164e1b5fb6e373dc87"}}"#)]
fn a_sample_of_the_documents_ends_as_they_say(#[case] json: &str, #[case] ending_as: &str) {
    assert_eq!(ending(&case(json)).0, ending_as);
}

/// What is seen of a component, event by event: what each of the document's samples leads to.
#[rstest]
#[case::library_goods(include_str!("../corpus/pay-button/sample-library-goods.json"), &["asked getgoodsinfo", "sent goods", "shown on_sale", "asked placeorder", "shown order", "sent order", "shown pay-button", "called pay"])]
#[case::own_goods(include_str!("../corpus/pay-button/sample-own-goods.json"), &["asked getgoodsinfo", "shown on_sale", "asked placeorder", "shown order", "sent order", "shown pay-button", "called pay"])]
#[case::login_fails(include_str!("../corpus/pay-button/sample-login-fails.json"), &["asked getgoodsinfo", "shown on_sale", "asked placeorder", "called error"])]
#[case::continued(include_str!("../corpus/pay-button/sample-continue.json"), &["shown pay", "shown pay-button", "called pay"])]
#[case::refund(include_str!("../corpus/pay-button/sample-refund.json"), &["shown refund", "shown refund", "asked applyrefund", "sent refund", "called refund"])]
#[case::old_refund(include_str!("../corpus/pay-button/sample-old-refund.json"), &["shown refund", "shown refund", "asked applyrefund", "sent refund", "called refund"])]
#[case::in_parts(include_str!("../corpus/pay-button/sample-refund-in-parts.json"), &["shown refund", "shown refund", "asked applyrefund", "sent refund", "called refund"])]
#[case::refunding(include_str!("../corpus/pay-button/sample-refunding.json"), &["shown refunding", "shown refund_detail"])]
#[case::refunded(include_str!("../corpus/pay-button/sample-refunded.json"), &["shown refunded", "shown refund_detail"])]
#[case::refund_failed(include_str!("../corpus/pay-button/sample-refund-failed.json"), &["shown refund_failed", "shown refund_detail"])]
#[case::error(include_str!("../corpus/pay-button/sample-error.json"), &["called error"])]
fn a_sample_of_the_button_goes_as_the_document_says(#[case] json: &str, #[case] seen: &[&str]) {
    let case = case(json);
    let capabilities = Capabilities::everything("model", &[case.steps[0].operation]);
    let traces = Model::faithful(capabilities.clone()).traces(&case);
    let found = Judge::new(&capabilities.observes).judge(&case, &traces, 0);
    assert!(found.is_empty(), "the model contradicts itself: {found:?}");
    let what = |event: &Event| {
        let field = ["button", "page", "desk", "to"].iter().find_map(|name| event.with.get(name).as_str());
        format!("{} {}", event.kind.name(), field.unwrap_or(&event.name))
    };
    assert_eq!(traces[0].0.iter().map(what).collect::<Vec<_>>(), seen);
}

/// What the sample of a refund in parts asks for, and what is passed through with it.
#[test]
fn the_sample_of_a_refund_in_parts_asks_for_its_amounts_and_passes_the_rest_through() {
    let case = case(include_str!("../corpus/pay-button/sample-refund-in-parts.json"));
    let traces = Model::faithful(Capabilities::everything("model", OPERATIONS)).traces(&case);
    let sent = traces[0].0.iter().find(|e| e.kind == Kind::Sent).unwrap().to_json().to_string();
    let items =
        r#"[{"itemOrderId":"item-1","refundAmount":100},{"itemOrderId":"item-2","refundAmount":5000}]"#;
    assert!(sent.contains(items) && sent.contains(r#""cp_extra":"{\"orderId\":\"xxx\"}""#), "{sent}");
}

/// The error table, row by row: one call that ends in each.
#[rstest]
#[case(-1, r#""user":["payment_fails"]"#, "")]
#[case(-2, r#""user":["cancels"]"#, "")]
#[case(-15002, "", r#""currencyType":"GOLD","#)]
#[case(-15009, r#""order_server":"internal_error""#, "")]
#[case(-15098, r#""real_name":false"#, "")]
#[case(-15099, r#""spent":100,"spending_limit":100"#, "")]
#[case(-15101, "", r#""customId":"","#)]
#[case(-16000, r#""logged_in":false"#, "")]
#[case(-16001, r#""os":"ios""#, "")]
#[case(-17006, "", r#""buyQuantity":7,"#)]
#[case(-20002, r#""risk":true"#, "")]
#[case(21113, r#""face":"fails""#, "")]
#[case(3, r#""desk":"fails""#, "")]
#[case(4, r#""network":"offline""#, "")]
#[case(99, "", r#""buyQuantity":"600","#)]
fn every_row_of_the_error_table_has_a_call_that_ends_in_it(
    #[case] code: i32,
    #[case] world: &str,
    #[case] options: &str,
) {
    let plain = [r#""customId":"a","#, r#""buyQuantity":600,"#];
    let rest: String = plain.into_iter().filter(|p| !options.starts_with(&p[..5])).collect();
    let json = format!(
        r#"{{"world":{{{world}}},"steps":[{{"operation":"tt.openAwemeCustomerService",
        "input":{{{options}{rest}"fail":{{"$function":[]}}}}}}]}}"#
    );
    let (event, broken) = ending(&case(&json));
    assert!(broken && event.contains(&format!("\"errCode\":{code},")), "{event}");
}

/// The codes of `tt.pay`, one call that ends in each.
#[rstest]
#[case(r#""code":0"#, r#""alipay":"pays""#, 1)]
#[case(r#""code":1"#, r#""alipay":"times_out""#, 1)]
#[case(r#""code":2"#, r#""alipay":"payment_fails""#, 1)]
#[case(r#""code":3"#, r#""alipay":"closed""#, 1)]
#[case(r#""code":4"#, r#""cashier_user":["closes"]"#, 1)]
#[case(r#""code":9"#, r#""wechat":"pays""#, 3)]
#[case("10000", r#""alipay":"payment_fails""#, 4)]
#[case("10001", r#""wechat":"does_not_start""#, 3)]
#[case("10002", r#""wechat":"missing""#, 3)]
fn every_code_of_the_cashier_has_a_call_that_ends_in_it(
    #[case] code: &str,
    #[case] world: &str,
    #[case] service: i32,
) {
    let sample = include_str!("../corpus/cashier/sample.json");
    let json = sample.replacen('{', &format!(r#"{{"world":{{{world}}},"#), 1);
    let json = json.replace(r#""service": 1"#, &format!(r#""service": {service}"#));
    let (event, _) = ending(&case(&json));
    assert!(event.contains(code), "{event}");
}
