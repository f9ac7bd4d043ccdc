//! Where the texts come from, and that they are the ones that the rules were read from.

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::sync::Once;

use paystone::api::documents::{DOCUMENTS, Document};
use paystone::spec::Cite;
use sha2::{Digest, Sha256};

use super::row::{Row, Section};
use super::sources;

const VARIABLE: &str = "PAYSTONE_DOCUMENTS";

/// The documents, split into sections and rows.
pub(super) struct Library(Vec<(&'static str, Vec<Section>)>);

/// A row of the library: its document, the index of its section, and its own.
pub(super) type Place = (&'static str, usize, usize);

impl Library {
    /// Reads every document; `None`, and a word about it, where nobody says where they are.
    pub(super) fn open() -> Option<Self> {
        static SKIPPED: Once = Once::new();
        let Some(folder) = std::env::var_os(VARIABLE) else {
            // Not by a print macro: the notice must be seen although the tests pass.
            let skipped =
                "skipped: no citation was checked, for PAYSTONE_DOCUMENTS names no folder of documents";
            SKIPPED.call_once(|| writeln!(std::io::stderr(), "{skipped}").unwrap_or_default());
            return None;
        };
        Some(Self::read(&folder))
    }

    fn read(folder: &OsString) -> Self {
        let read = DOCUMENTS.iter().map(|d| (d.id, verified(Path::new(folder), d)));
        let split = read.filter_map(|(id, text)| Some((id, (sources::of(id)?.split)(&text))));
        Self(split.collect())
    }

    /// The sections of a document.
    pub(super) fn sections(&self, id: &str) -> Result<&[Section], String> {
        let found = self.0.iter().find(|(other, _)| *other == id).map(|(_, sections)| &**sections);
        found.ok_or_else(|| format!("no document {id:?} is split: add it to documents/sources.rs"))
    }

    /// The section with this heading.
    pub(super) fn section(&self, id: &str, heading: &str) -> Result<(usize, &Section), String> {
        let mut found = self.sections(id)?.iter().enumerate().filter(|(_, s)| s.heading == heading);
        found.next().ok_or_else(|| format!("{id} has no section {heading:?}"))
    }

    /// The row that a citation names.
    pub(super) fn row(&self, cite: &Cite) -> Result<(Place, &Row), String> {
        let (s, section) = self.section(cite.document, cite.section)?;
        let r = section.find(cite.row)?;
        Ok(((cite.document, s, r), &section.rows[r]))
    }
}

/// The text of a document. A text that differs by a byte is another document.
fn verified(folder: &Path, document: &Document) -> String {
    let path = folder.join(document.file);
    let name = path.display();
    let bytes = std::fs::read(&path)
        .unwrap_or_else(|e| panic!("{name}: {e} ({VARIABLE} must name the folder of the documents)"));
    let found = hex::encode(Sha256::digest(&bytes));
    let recorded = document.sha256;
    assert_eq!(
        found, recorded,
        "{name} is not the text that the rules of {} were read from (SHA-256)",
        document.id
    );
    String::from_utf8(bytes).unwrap_or_else(|e| panic!("{name}: {e}"))
}

#[test]
fn every_document_has_an_id_and_a_fingerprint_of_its_own() {
    for (i, document) in DOCUMENTS.iter().enumerate() {
        let is_digest = document.sha256.len() == 64 && hex::decode(document.sha256).is_ok();
        assert!(is_digest, "{} has no SHA-256", document.id);
        let others = || DOCUMENTS[..i].iter();
        assert!(
            others().all(|d| d.id != document.id && d.sha256 != document.sha256 && d.file != document.file)
        );
    }
}
