/** What was typed is not a command: one line for the person, and exit code 2. */
export class Usage extends Error {}
