//! The schema of the protocol is JSON Schema, and real messages are what it describes.

use serde_json::{Value as Json, json};

use super::paystone::paystone;

fn schema() -> Json {
    serde_json::from_str(&paystone(&["adapter", "schema"]).ends(0).out).expect("JSON")
}

#[test]
fn the_schema_is_json_schema() {
    assert!(jsonschema::meta::is_valid(&schema()));
}

#[test]
fn every_case_of_the_sweep_is_a_message_of_the_schema() {
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    for listed in paystone(&["list", "cases", "--format", "json"]).ends(0).records() {
        let message = json!({ "type": "case", "id": 17, "world": listed["world"], "steps": listed["steps"] });
        let errors: Vec<_> = validator.iter_errors(&message).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?} in {message}");
    }
}

#[test]
fn the_messages_of_the_protocol_page_are_messages_of_the_schema() {
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    let valid = [
        json!({"type":"hello","protocol":[1,1],"paystone":"0.1.0"}),
        json!({"type":"hello","protocol":1,"implementation":{"name":"acme"},"operations":["sign"]}),
        json!({"type":"hello","protocol":1,"implementation":{"name":"acme","version":"3.2.1","language":"go"},
            "operations":["sign"],"stages":["network"],"pins":{"coin_price":"0.1"},"observes":["called","returned"],
            "max_in_flight":64,"unsupported":[{"rule":"diamond/zone-id/type","reason":"later"}]}),
        json!({"type":"result","id":17,"traces":[[{"returned":{"sign":"00"}}]]}),
        json!({"type":"result","id":17,"traces":[[{"called":"fail","with":{"errNo":20001}},{"threw":{"message":"no"}}]]}),
        json!({"type":"result","id":17,"skip":"cannot stage: os"}),
        json!({"type":"result","id":17,"fault":{"kind":"panic","detail":"..."}}),
        json!({"type":"bye"}),
    ];
    for message in &valid {
        assert!(validator.is_valid(message), "{message}");
    }
    let invalid = [
        json!({"type":"verdict"}),
        json!({"type":"hello","protocol":1,"operations":["sign"]}),
        json!({"type":"hello","protocol":1,"implementation":{"name":"a"},"operations":["sign"],"stages":["weather"]}),
        json!({"type":"result","id":17}),
        json!({"type":"result","id":-1,"skip":"no"}),
        json!({"type":"result","id":17,"skip":"no","traces":[]}),
        json!({"type":"result","id":17,"traces":[[{"smelled":"smoke"}]]}),
        json!({"type":"case","id":17,"world":{},"steps":[]}),
    ];
    for message in &invalid {
        assert!(!validator.is_valid(message), "{message}");
    }
}
