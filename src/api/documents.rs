//! The sources: their ids, and the fingerprints of the texts that the rules were read from.

/// A source document.
#[derive(Debug)]
pub struct Document {
    /// Its id in citations.
    pub id: &'static str,
    /// What it documents.
    pub title: &'static str,
    /// The file that holds its text, beside the folder that `PAYSTONE_DOCUMENTS` names where it begins with `..`.
    pub file: &'static str,
    /// SHA-256 of that text.
    pub sha256: &'static str,
}

/// `tt.openAwemeCustomerService`.
pub const DIAMOND: &str = "open-aweme-customer-service";
/// What is known from outside the three documents.
pub const FACTS: &str = "facts";
/// `<pay-button>`.
pub const PAY_BUTTON: &str = "pay-button";
/// `tt.pay`.
pub const TT_PAY: &str = "tt-pay";

/// Every source.
pub static DOCUMENTS: &[Document] = &[
    Document {
        id: DIAMOND,
        title: "tt.openAwemeCustomerService",
        file: "000_17f79b57b8d5b519.txt",
        sha256: "15a46629ffe0e76c0dba46955548386e05734767ea0b5b306b53408c7f1ba3e6",
    },
    Document {
        id: TT_PAY,
        title: "tt.pay",
        file: "001_a33efcde95ecec4c.txt",
        sha256: "addc9ad0d6fc22fbdc11c3ea5acbb32b84c5f072eb3c0c3cfbdf84441b725d27",
    },
    Document {
        id: PAY_BUTTON,
        title: "pay-button",
        file: "003_878ea591a46ca880.txt",
        sha256: "23e71ac9a25e0bc89265664a607c49dfe6d9f83ee173ba2816986e982557d41f",
    },
    Document {
        id: FACTS,
        title: "facts from outside the three documents",
        file: "../facts.md",
        sha256: "56972c5c13a4a2a85bb6362dd4ff6e132612a5edeaec3e06501c69cc16931845",
    },
];
