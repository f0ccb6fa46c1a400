/** What differs between two states of one thing, by field: the detail of an audit entry. */
export function changes(before: object, after: object): Record<string, { before: unknown; after: unknown }> {
  const was = before as Record<string, unknown>;
  const differing = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(was[name]) !== JSON.stringify(value),
  );
  return Object.fromEntries(
    differing.map(([name, value]) => [name, { before: was[name] ?? null, after: value }]),
  );
}
