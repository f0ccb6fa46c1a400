/**
 * The path to the first text that PostgreSQL cannot keep: one with a NUL, or with half of a surrogate pair, which text columns
 * would change without a word and jsonb refuses.
 */
export function unstorable(value: unknown): string[] | undefined {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? undefined : [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, each] of Object.entries(value)) {
    const inside = unstorable(each) ?? (unstorable(name) && []);
    if (inside) return [name.toWellFormed(), ...inside];
  }
  return undefined;
}
