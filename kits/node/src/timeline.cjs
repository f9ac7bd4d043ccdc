'use strict';
// A line of virtual time with the timers that stand on it. It knows nothing of Node's functions.

class Timeline {
  constructor(epoch) {
    this.epoch = epoch;
    this.now = epoch;
    this.waiting = []; // by due time; what is due at the same time, in the order of insertion
  }

  /** Back to the start, with no timers left. */
  reset() {
    this.now = this.epoch;
    this.waiting = [];
  }

  /** Puts `timer` on the line, `delay` from now. */
  add(timer, delay) {
    timer.due = this.now + delay;
    let low = 0;
    let high = this.waiting.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.waiting[middle].due <= timer.due) low = middle + 1;
      else high = middle;
    }
    this.waiting.splice(low, 0, timer);
  }

  remove(timer) {
    const index = this.waiting.indexOf(timer);
    if (index >= 0) this.waiting.splice(index, 1);
  }

  /** Whether a timer is due by `end`. */
  isDue(end) {
    return this.waiting.length > 0 && this.waiting[0].due <= end;
  }

  /** Goes to the next timer and fires it. */
  fireNext() {
    const timer = this.waiting.shift();
    this.now = Math.max(this.now, timer.due);
    timer.fire();
  }
}

module.exports = { Timeline };
