/** The two goals that stand in one, parted where the second begins: "NPS rises to 40 and churn falls to 3%". */
export function splitAt(text: string, at: { from: number }): [first: string, rest: string] {
  const rest = text
    .slice(at.from)
    .replace(/^[\s,;]*(?:(?:and|as well as|while also|plus|also|then)\b[\s,]*)*/i, '')
    .trim();
  const first = text.slice(0, at.from).replace(/[\s,;]+$/, '');
  return [first, rest.charAt(0).toUpperCase() + rest.slice(1)];
}
