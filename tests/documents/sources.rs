//! How each document falls into sections and rows: one file for each. The next document's file belongs in the list here.

mod facts;
mod open_aweme_customer_service;
mod pay_button;
mod tt_pay;

use paystone::api::documents::{DIAMOND, FACTS, PAY_BUTTON, TT_PAY};

use super::exempt::Exempt;
use super::row::Section;

/// How to read one document.
pub(super) struct Source {
    /// Its id.
    pub(super) id: &'static str,
    /// Splits its text.
    pub(super) split: fn(&str) -> Vec<Section>,
    /// The rows that need not be cited. `None` where rows may go uncited without a reason.
    pub(super) exempt: Option<&'static [Exempt]>,
}

/// Every document that can be read.
pub(super) static SOURCES: &[Source] = &[
    Source {
        id: DIAMOND,
        split: open_aweme_customer_service::split,
        exempt: Some(open_aweme_customer_service::EXEMPT),
    },
    Source { id: TT_PAY, split: tt_pay::split, exempt: Some(tt_pay::EXEMPT) },
    Source { id: PAY_BUTTON, split: pay_button::split, exempt: Some(pay_button::EXEMPT) },
    Source { id: FACTS, split: facts::split, exempt: None },
];

/// How to read the document with this id.
pub(super) fn of(id: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|s| s.id == id)
}
