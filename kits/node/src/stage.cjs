'use strict';
// The stage: what an implementation gets to tell what only it can see.

/** The stage of one run. Its functions need no `this`. */
function stageOf(run) {
  const note = (head, value) => {
    run.event(head, value);
    run.halt();
  };
  return {
    shown: (value) => note('{"shown":', value),
    sent: (value) => note('{"sent":', value),
    skip(reason) {
      run.skip(reason);
      run.halt();
    },
    get step() {
      return run.step;
    },
  };
}

module.exports = { stageOf };
