/** A line of a document with the marks of Markdown taken off: what it looks like, and what it says. */
export type MarkedLine = {
  /** Counts from 1. */
  line: number;
  raw: string;
  mark: 'blank' | 'heading' | 'item' | 'table' | 'quote' | 'text' | 'fence' | 'rule';
  /** Of a heading 1 to 6; of an item, by how many columns it is indented. */
  depth: number;
  isBold: boolean;
  /** Of a task list item: whether its box is ticked. */
  ticked: boolean | undefined;
  text: string;
};

/** The lines of a document; inside a code fence everything is a fence, and what stands before the text as YAML is quoted. */
export function markedLines(text: string): MarkedLine[] {
  const raws = text.split(/\r\n|\r|\n/);
  const begins = raws[0]?.trim() === '---' ? raws.indexOf('---', 1) : -1;
  let isFenced = false;
  const lines = raws.map((raw, index): MarkedLine => {
    const isFence = /^\s*(?:```|~~~)/.test(raw);
    const marked =
      index > 0 && index < begins
        ? { ...plain('quote', ''), ...words(raw) }
        : isFenced || isFence
          ? plain('fence', raw)
          : marksOf(raw);
    if (isFence) isFenced = !isFenced;
    return { line: index + 1, raw, ...marked };
  });
  return lines.map((line, index) => underlined(line, lines[index - 1], lines[index + 1]));
}

// A line by itself with "===" or "---" below it is a heading.
function underlined(
  line: MarkedLine,
  above: MarkedLine | undefined,
  below: MarkedLine | undefined,
): MarkedLine {
  const isAlone = !above || ['blank', 'heading', 'rule'].includes(above.mark);
  if (line.mark !== 'text' || !isAlone || below?.mark !== 'rule') return line;
  const depth = /^ {0,3}=+\s*$/.test(below.raw) ? 1 : /^ {0,3}-+\s*$/.test(below.raw) ? 2 : undefined;
  return depth === undefined ? line : { ...line, mark: 'heading', depth };
}

type Marks = Omit<MarkedLine, 'line' | 'raw'>;

function plain(mark: MarkedLine['mark'], raw: string, depth = 0): Marks {
  return { mark, depth, isBold: false, ticked: undefined, text: raw.trim() };
}

function marksOf(raw: string): Marks {
  if (raw.trim() === '') return plain('blank', '');
  const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(raw);
  if (heading) return { ...plain('heading', '', heading[1]!.length), ...words(heading[2]!) };
  if (/^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$/.test(raw)) return plain('rule', raw);
  const item = /^([ \t]*)(?:[-*+•◦▪–]|\d{1,3}[.)]|[a-z][.)])\s+(?:\[([ xX✓✔])\]\s+)?(.*)$/.exec(raw);
  if (item) {
    const box = item[2] ?? /^[✅☑✔❌⬜☐]/u.exec(item[3]!)?.[0];
    const ticked = box === undefined ? undefined : !/[ ❌⬜☐]/u.test(box);
    return { ...plain('item', '', item[1]!.replaceAll('\t', '    ').length), ticked, ...words(item[3]!) };
  }
  if (/^\s*\|.*\|\s*$/.test(raw)) return plain('table', raw);
  if (/^\s*>/.test(raw)) return { ...plain('quote', ''), ...words(raw.replace(/^\s*(?:>\s*)+/, '')) };
  return { ...plain('text', '', /^\s*/.exec(raw)![0].replaceAll('\t', '    ').length), ...words(raw) };
}

const pictures = /^(?:\p{Extended_Pictographic}[\u{fe0f}\u{1f3fb}-\u{1f3ff}\u{200d}]*\s*)+/u;

// Bold that begins the line marks it; links and code keep their words, and a picture before them says nothing.
function words(raw: string): Pick<Marks, 'text' | 'isBold'> {
  const text = raw.trim().replace(pictures, '');
  return { isBold: /^(?:\*\*|__)(?=\S)/.test(text), text: unmarked(text) };
}

/** A text without the marks of bold, italics, links and code. */
export function unmarked(text: string): string {
  return text
    .replaceAll(/!?\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replaceAll(/(?<![\w*])([*_])(?=[^\s*_])(.*?[^\s*_])\1(?![\w*])/g, '$2')
    .replaceAll(/`([^`]+)`/g, '$1')
    .trim();
}
