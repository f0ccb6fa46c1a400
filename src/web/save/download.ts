/** Gives a file to the person, under a name, as the browser saves files. */
export function download(name: string, content: Blob | string, type = 'text/plain'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name for a file that says what is in it and of which day: `panel-status-breach-2026-03-04.csv`. */
export function fileName(parts: readonly (string | undefined)[], day: string, extension: string): string {
  const words = parts.filter((part): part is string => Boolean(part)).map(slug);
  return `${[...words.filter(Boolean), day].join('-').slice(0, 120)}.${extension}`;
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The day of this browser: '2026-03-04'. */
export function todayHere(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
