/** The splits of the drawings, and where their random numbers begin. */

/** Pictures that share one sequence of random numbers. */
export const SHARD = 10_000;

const SPLIT_SALT = { train: 0, test: 0x51a7, 'held-out': 0xe1d0 };
export const splits = Object.keys(SPLIT_SALT);

/** Where a shard's random numbers begin. */
export const seedOf = (split, seed, shard) => (seed * 0x9e3779b1 + shard * 0x85ebca6b + SPLIT_SALT[split]) >>> 0;
