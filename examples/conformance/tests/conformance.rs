//! One test for each documented rule that the shop has to keep: `cargo test --test conformance`.
//!
//! `ACME_MISTAKE=signs-risk-info cargo test --test conformance` shows how it reads when one is broken.

use std::process::ExitCode;

use acme_orders::{Mistake, Shop};
use paystone::api::caller::ORDER_INFO;
use paystone::api::signature::SIGN;
use paystone::api::world::PAYMENT_SECRET;
use paystone::ground::{from_json, to_json};
use paystone::spec::{Adapter, Capabilities, Case, Event, Kind, Reply, Step, Trace, World};
use serde_json::{Value as Json, json};

fn main() -> ExitCode {
    paystone::conformance::main(|| Gateway {
        shop: Shop { mistake: mistake() },
        capabilities: Capabilities::everything("acme-orders", &[&SIGN, &ORDER_INFO]),
    })
}

/// The adapter: it hands each step to the shop, and tells what the shop returned. It judges nothing.
struct Gateway {
    shop: Shop,
    capabilities: Capabilities,
}

impl Adapter for Gateway {
    fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    fn run(&mut self, case: &Case) -> Reply {
        Reply::Traces(case.steps.iter().map(|step| Trace(vec![self.step(step, &case.world)])).collect())
    }
}

impl Gateway {
    fn step(&self, step: &Step, world: &World) -> Event {
        let input = to_json(&step.input);
        let returned = if *step.operation == SIGN {
            let mut fields = input["fields"].as_object().cloned().unwrap_or_default();
            // A server gets JSON, in which there is no `undefined`.
            fields.retain(|_, value| value.get("$undefined").is_none());
            let secret = input["secret"].as_str().unwrap_or_default();
            json!({ "sign": self.shop.sign(&fields, secret) })
        } else {
            let secret = world.text(&PAYMENT_SECRET);
            Json::Object(self.shop.order_info(&input["order"], &input["merchant"], secret))
        };
        Event::new(Kind::Returned, from_json(&returned).expect("JSON of the shop's own is a value"))
    }
}

fn mistake() -> Option<Mistake> {
    let name = std::env::var("ACME_MISTAKE").ok()?;
    Some(match name.as_str() {
        "signs-risk-info" => Mistake::SignsRiskInfo,
        "amount-in-yuan" => Mistake::AmountInYuan,
        "panics-on-numbers" => Mistake::PanicsOnNumbers,
        other => panic!("ACME_MISTAKE: there is no mistake called {other}"),
    })
}
