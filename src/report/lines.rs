//! A recorded run as lines of JSON: one record a line, the first `run`, the last `end`.

use crate::engine::{Record, Summary};

/// The text is no recorded run.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// A line is no record.
    #[error("line {0}: {1}")]
    Line(usize, String),
    /// The run is not whole.
    #[error("{0}")]
    Run(&'static str),
}

/// Writes a recorded run.
pub fn write(summary: &Summary) -> String {
    let mut text = String::new();
    for record in summary.records() {
        // Records hold nothing that JSON lacks.
        text.push_str(&serde_json::to_string(&record).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// Reads a recorded run.
///
/// # Errors
///
/// When a line is no record, or the run is not whole; the message names the line.
pub fn read(text: &str) -> Result<Summary, ReadError> {
    let mut records = Vec::new();
    for (i, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let record: Record = serde_json::from_str(line).map_err(|e| ReadError::Line(i + 1, e.to_string()))?;
        records.push(record);
    }
    Summary::from_records(records).map_err(ReadError::Run)
}
