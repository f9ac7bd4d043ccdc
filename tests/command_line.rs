//! The command line as its users meet it: exit codes, messages, languages, records that merge, lines that replay, secrets that stay.

mod command_line {
    mod adapters;
    mod baseline;
    mod compare;
    mod corpus;
    mod flags;
    mod merges;
    mod output;
    mod paystone;
    mod records;
    mod replays;
    mod requests;
    mod schema;
    mod secrets;
}
