/** The fault of a cell that says that it has no number ("n/a", "#REF!", "tbc"), as a sentence; undefined for any other. */
export function withoutNumber(text: string): string | undefined {
  if (/^=/.test(text))
    return `"${text}" is a formula without a saved value: let the spreadsheet calculate it, and save the file`;
  if (/^#{4,}$/.test(text))
    return `"${text}" is what a spreadsheet shows for a date or time that there is not`;
  if (/^#/.test(text)) return `"${text}" is an error of the spreadsheet, not a number`;
  if (/^[+-]?(nan|inf|infinity|∞)$/i.test(text)) return `"${text}" is not a number that can be stored`;
  if (/^(n\/?a|n\.a\.?|null|nil|none|no data|missing|-+|–+|—+|\.+)$/i.test(text))
    return `"${text}" says that there is no value; leave the cell empty`;
  if (/^(tb[acd]|pending|unknown|open|\?+|x+|todo)$/i.test(text))
    return `"${text}" holds a place for a value that is not there yet`;
  return undefined;
}
