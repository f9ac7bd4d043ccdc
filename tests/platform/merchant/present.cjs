'use strict';
// What an intent leaves out is left out of the call as well.

/** Without the members that are `undefined`. */
const present = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

module.exports = { present };
