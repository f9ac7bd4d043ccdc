// The frameworks by name. Each has `build(entry)`, once after installing, and `load(entry)`, which gives a bridge.

/** The framework of `entry`. */
export const frameworkOf = ({ framework }) => import(`./${framework}.mjs`);
