// How far back a night's decision reads the nights before it, so that the config can refuse to keep fewer.

/** A quarter: the spread between nights is learned from so many. */
export const NIGHTS_LOOKED_BACK = 92;
