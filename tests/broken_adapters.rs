//! Adapters that are broken on purpose: each ends with the documented exit code, and with words that say what happened and what to do.
//!
//! The adapters are small Python programs, one name each: `broken_adapters/broken.py NAME`. To add one, add a function to the file of
//! its kind there, its name to the table at the end, and a test here.

mod broken_adapters {
    mod answers;
    mod hellos;
    mod lines;
    mod processes;
    mod run;
    mod terminals;
}
