/** Every way in which Tandem says no, with its HTTP status. The list is closed: anything else is a bug. */
export const refusals = {
  invalid: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  closed: 409,
  too_large: 413,
  too_many_requests: 429,
  bug: 500,
  unavailable: 503,
} as const;

export type Refusal = keyof typeof refusals;

/** The one error: a code of the closed list and a sentence for the person on what was wrong and what would be right. */
export class Refused extends Error {
  readonly code: Refusal;
  /** Where in the input the fault lies, such as `measure.target`. */
  readonly field: string | undefined;

  constructor(code: Refusal, message: string, field?: string) {
    super(message);
    this.name = 'Refused';
    this.code = code;
    this.field = field;
  }
}
