/** What was given cannot be used, a file or a line of it; the message says why, for the person. */
export class Unusable extends Error {}
