import kit from './index.cjs';

export const serve = kit.serve;
