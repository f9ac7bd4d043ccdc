//! Golden fixtures: complete, permanent, proved, readable without Paystone; and the repository's own copy of them.

mod fixtures {
    mod cases;
    mod commands;
    mod consumers;
    mod copy;
    mod edition;
    mod matching;
    mod schemas;
}
