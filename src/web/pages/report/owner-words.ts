/** Who owns it, in a sentence of the report; before the name is known nothing is claimed. */
export function ownerWords(name: string | null | undefined): string {
  return name === undefined ? '…' : (name ?? 'nobody');
}
