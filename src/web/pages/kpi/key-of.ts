/** A key made of a name: 'First response (EMEA)' is 'first-response-emea'. Empty when nothing of the name can stand in a key. */
export function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '');
}

/** What is wrong with a key as it is typed, before the server is asked; `taken` are those in use. */
export function keyFault(key: string, taken: ReadonlySet<string>): string | undefined {
  if (key === '') return undefined;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) return 'Small letters, digits and single hyphens only';
  return taken.has(key) ? 'Another KPI has this key' : undefined;
}
