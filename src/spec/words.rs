//! What Paystone says, in both languages, and where the documents say it.

/// The language of what is shown to people. Ids, flags and JSON keys are English in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese.
    Zh,
}

/// A sentence in English and in Chinese, in our own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Chinese.
    pub zh: &'static str,
}

impl Words {
    /// Both languages at once.
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        Self { en, zh }
    }

    /// The sentence in one language.
    pub const fn in_(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }
}

/// A place in a source document, pinned by a few of its words. A test checks it against the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cite {
    /// The document's id.
    pub document: &'static str,
    /// The heading of the section, as the document has it.
    pub section: &'static str,
    /// The row: its first cell, or how its line begins.
    pub row: &'static str,
    /// The words of that row which pin the demand: a name, a value, a short phrase.
    pub words: &'static str,
}
