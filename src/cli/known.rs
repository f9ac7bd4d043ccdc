//! The file of known findings: read with errors that name the place, and edited so that what people wrote in it stays.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;
use toml_edit::{Array, ArrayOfTables, Datetime, Document, DocumentMut, InlineTable, Item, Table, value};

use crate::api;
use crate::engine::{Breached, Class, Known, KnownCase, Secrets, counted};

use super::args::DayArg;
use super::exit::Failure;
use super::files;
use super::store::{New, replace, write_new};

/// The version of the format.
const VERSION: i64 = 1;

/// What a new file begins with.
const HEAD: &str = "\
# Known findings of one implementation. `paystone run --baseline FILE` tells new ones from them, and fails where one no longer occurs
# (`paystone baseline prune FILE` takes it out) or has expired. `reason` may be edited; `link`, and `expires = 2026-12-31`, the last
# day, may be added. The rest says which finding it is.
version = 1
";

/// A file of known findings.
#[derive(Debug)]
pub(super) struct Baseline {
    path: PathBuf,
    text: String,
    today: Date,
    /// Its findings, in their order.
    pub(super) entries: Vec<Entry>,
}

/// One finding of the file.
#[derive(Debug)]
pub(super) struct Entry {
    /// The finding.
    pub(super) known: Known,
    /// Its last day.
    expires: Option<Date>,
    case: String,
    /// The line where it begins, counted from one.
    pub(super) line: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "version")]
    _version: i64,
    #[serde(default)]
    known: Vec<WrittenEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenEntry {
    operation: String,
    class: Class,
    suspects: Vec<Breached>,
    outcome: String,
    reason: String,
    link: Option<String>,
    expires: Option<Datetime>,
    case: String,
}

impl Baseline {
    /// Reads a file.
    pub(super) fn read(path: &Path, day: &DayArg) -> Result<Self, Failure> {
        let text = fs::read_to_string(path)
            .map_err(|e| Failure::usage(format!("cannot read the baseline {}: {e}", path.display())))?;
        let today = day.today.unwrap_or_else(|| jiff::Timestamp::now().to_zoned(TimeZone::UTC).date());
        let entries = entries(&text).map_err(|e| Failure::usage(format!("{}: {e}", path.display())))?;
        let baseline = Self { path: path.to_owned(), text, today, entries };
        baseline.cases(&Secrets::default())?;
        Ok(baseline)
    }

    /// The known findings with their cases, in which the secrets that were kept out stand again.
    pub(super) fn cases(&self, secrets: &Secrets) -> Result<Vec<KnownCase>, Failure> {
        self.entries.iter().map(|entry| self.case(entry, secrets)).collect()
    }

    fn case(&self, entry: &Entry, secrets: &Secrets) -> Result<KnownCase, Failure> {
        let place = format!("{}, line {}", self.path.display(), entry.line);
        let kept = files::kept(&entry.case, "", &format!("{place}: case"), secrets)?;
        let Known { operation, outcome, suspects, .. } = &entry.known;
        let Some(step) = kept.case.steps.iter().find(|step| step.operation.name == operation) else {
            return Err(Failure::usage(format!(
                "{place}: operation: no step of the case calls `{operation}`"
            )));
        };
        let exists = |rule: &str| step.operation.rules.iter().any(|r| r.id == rule);
        let stray = suspects.iter().find(|s| !exists(&s.rule)).map(|s| s.rule.clone());
        let known = Known { outcome: secrets.restore(outcome), ..entry.known.clone() };
        Ok(KnownCase { known, expired: self.is_expired(entry), stray, kept })
    }

    /// Whether the last day of a finding is over.
    pub(super) fn is_expired(&self, entry: &Entry) -> bool {
        entry.expires.is_some_and(|day| day < self.today)
    }

    /// Adds findings at the end.
    pub(super) fn add(&self, new: &[(Known, String)]) -> Result<(), Failure> {
        self.edit(|tables| tables.extend(new.iter().map(|(known, case)| table(known, case))))
    }

    /// Takes findings out, by their places.
    pub(super) fn take(&self, gone: &[usize]) -> Result<(), Failure> {
        let mut place = 0;
        self.edit(|tables| {
            tables.retain(|_| {
                place += 1;
                !gone.contains(&(place - 1))
            });
        })
    }

    fn edit(&self, change: impl FnOnce(&mut ArrayOfTables)) -> Result<(), Failure> {
        let wrong = |text: String| Failure::usage(format!("{}: {text}", self.path.display()));
        let mut document: DocumentMut =
            self.text.parse().map_err(|e: toml_edit::TomlError| wrong(e.to_string()))?;
        let item = document.entry("known").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        let tables = item.as_array_of_tables_mut().ok_or_else(|| wrong(TABLES.to_owned()))?;
        change(tables);
        if tables.is_empty() {
            document.remove("known");
        }
        replace(&self.path, &self.text, &document.to_string())
    }
}

const TABLES: &str = "`known` is to be written as tables, each under a line [[known]]";

/// Writes a new file.
pub(super) fn write(path: &Path, findings: &[(Known, String)]) -> Result<(), Failure> {
    let tables: ArrayOfTables = findings.iter().map(|(known, case)| table(known, case)).collect();
    let mut document: DocumentMut =
        HEAD.parse().map_err(|e: toml_edit::TomlError| Failure::usage(e.to_string()))?;
    if !tables.is_empty() {
        document.insert("known", Item::ArrayOfTables(tables));
    }
    match write_new(path, &document.to_string())? {
        New::Written => Ok(()),
        New::Same | New::Other => Err(exists(path)),
    }
}

/// A file that is there already is not written anew.
pub(super) fn exists(path: &Path) -> Failure {
    Failure::usage(format!(
        "{} is there already; `paystone baseline update` adds to it, or name another file",
        path.display()
    ))
}

fn table(known: &Known, case: &str) -> Table {
    let mut table = Table::new();
    table["operation"] = value(&known.operation);
    table["class"] = value(if known.class == Class::Fault { "fault" } else { "wrong-answer" });
    let mut suspects = Array::new();
    for suspect in &known.suspects {
        let mut one = InlineTable::new();
        one.insert("rule", (&suspect.rule).into());
        one.insert("breach", (&suspect.breach).into());
        suspects.push(one);
    }
    if suspects.len() > 1 {
        suspects.iter_mut().for_each(|one| one.decor_mut().set_prefix("\n    "));
        suspects.set_trailing("\n");
        suspects.set_trailing_comma(true);
    }
    table["suspects"] = value(suspects);
    table["outcome"] = value(&known.outcome);
    table["reason"] = value(&known.reason);
    if let Some(link) = &known.link {
        table["link"] = value(link);
    }
    if let Some(day) = known.expires.as_deref().and_then(|day| day.parse::<Datetime>().ok()) {
        table["expires"] = value(day);
    }
    table["case"] = value(case);
    table.decor_mut().set_prefix("\n");
    table
}

/// The findings of a text, or what is wrong with it and where.
fn entries(text: &str) -> Result<Vec<Entry>, String> {
    let document = Document::parse(text).map_err(|e| e.to_string())?;
    let line = |item: Option<std::ops::Range<usize>>| {
        let from = item.map_or(0, |span| span.start);
        text.bytes().take(from).filter(|byte| *byte == b'\n').count() + 1
    };
    let version = document.get("version");
    match version.map(Item::as_integer) {
        Some(Some(VERSION)) => {}
        None => return Err(format!("it has no `version`; a baseline begins with version = {VERSION}")),
        Some(_) => {
            let line = line(version.and_then(Item::span));
            return Err(format!(
                "line {line}: version: this Paystone reads baselines of version {VERSION} alone"
            ));
        }
    }
    let written: Written = toml_edit::de::from_str(text).map_err(|e| e.to_string())?;
    let tables = match document.get("known") {
        None => return Ok(Vec::new()),
        Some(item) => {
            item.as_array_of_tables().ok_or_else(|| format!("line {}: {TABLES}", line(item.span())))?
        }
    };
    let mut entries: Vec<Entry> = Vec::new();
    for (entry, table) in written.known.into_iter().zip(tables.iter()) {
        let at = |key: &str| line(table.get(key).and_then(Item::span).or_else(|| table.span()));
        let entry = read_entry(entry, line(table.span()))
            .map_err(|(key, why)| format!("line {}: {key}: {why}", at(key)))?;
        if let Some(twin) = entries.iter().find(|other| other.known.is_same(&entry.known)) {
            return Err(format!(
                "line {}: it is the finding of line {} once more; take one of them out",
                entry.line, twin.line
            ));
        }
        entries.push(entry);
    }
    Ok(entries)
}

fn read_entry(entry: WrittenEntry, line: usize) -> Result<Entry, (&'static str, String)> {
    let WrittenEntry { operation, class, suspects, outcome, reason, link, expires, case } = entry;
    if reason.trim().is_empty() {
        return Err(("reason", "it is empty; say why the finding may stay for now".to_owned()));
    }
    if class == Class::Flaky {
        return Err((
            "class",
            "a flaky finding cannot be known: what it shows changes from run to run".to_owned(),
        ));
    }
    if api::operation(&operation).is_none() {
        return Err(("operation", format!("there is no operation `{operation}`")));
    }
    let day = |day: Datetime| {
        let date = day.to_string().parse::<Date>().ok().filter(|_| day.time.is_none());
        date.ok_or(("expires", format!("`{day}` is no date such as 2026-12-31")))
    };
    let expires = expires.map(day).transpose()?;
    let listed = suspects.len();
    let suspects: std::collections::BTreeSet<_> = suspects.into_iter().collect();
    if suspects.len() < listed {
        return Err(("suspects", "one of them stands there twice".to_owned()));
    }
    let known =
        Known { operation, class, suspects, outcome, reason, link, expires: expires.map(|d| d.to_string()) };
    Ok(Entry { known, expires, case, line })
}

/// How many findings, in words.
pub(super) fn so_many(n: usize) -> String {
    counted(n as u64, "known finding")
}
