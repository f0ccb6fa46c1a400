import { inflateSync } from 'node:zlib';

/**
 * The text of each page of a PDF that Chromium made, in the order in which it is drawn and without white space, because a step between letters and
 * one between words look alike; a page without any is ''. It reads what Skia writes and no more: objects in the clear, streams deflated, glyphs
 * as hexadecimal numbers with a table to Unicode beside each font.
 */
export function pdfPages(bytes: Buffer): string[] {
  const objects = objectsOf(bytes);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head));
  if (pages.length === 0) throw new Error('There is no page in this PDF.');
  return pages.map(({ head }) => {
    const fonts = fontsOf(head, objects);
    const [, contents = ''] = /\/Contents\s+(\[[^\]]*\]|\d+ \d+ R)/.exec(head) ?? [];
    return squeezed(
      [...contents.matchAll(/(\d+) \d+ R/g)]
        .map(([, id]) => drawn(objects.get(Number(id))?.stream ?? '', fonts, objects, head))
        .join(''),
    );
  });
}

/** A text as `pdfPages` gives it: without white space, and with ligatures as their letters. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '');
}

type PdfObject = { head: string; stream: string };

function objectsOf(bytes: Buffer): Map<number, PdfObject> {
  const text = bytes.toString('latin1');
  const found = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b/g)) {
    const from = match.index + match[0].length;
    const end = text.indexOf('endobj', from);
    const begins = text.indexOf('stream', from);
    const isStream = begins > 0 && begins < end;
    const head = text.slice(from, isStream ? begins : end);
    found.set(Number(match[1]), { head, stream: isStream ? streamAt(bytes, text, begins, head) : '' });
  }
  return found;
}

function streamAt(bytes: Buffer, text: string, begins: number, head: string): string {
  const from = text.startsWith('\r\n', begins + 6) ? begins + 8 : begins + 7;
  const length = /\/Length (\d+)(?! \d+ R)/.exec(head)?.[1];
  const raw = bytes.subarray(from, length ? from + Number(length) : text.indexOf('endstream', from));
  return head.includes('FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('latin1');
}

type Fonts = Map<string, Map<number, string>>;

function fontsOf(head: string, objects: Map<number, PdfObject>): Fonts {
  const resources = /\/Resources\s+(\d+) \d+ R/.exec(head);
  const own = resources ? (objects.get(Number(resources[1]))?.head ?? '') : head;
  const fonts: Fonts = new Map();
  for (const [, name, id] of own.matchAll(/\/(F\d+)\s+(\d+) \d+ R/g)) {
    const unicode = /\/ToUnicode\s+(\d+) \d+ R/.exec(objects.get(Number(id))?.head ?? '');
    if (name && unicode) fonts.set(name, lettersOf(objects.get(Number(unicode[1]))?.stream ?? ''));
  }
  return fonts;
}

function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, part = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, to] of part.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      letters.set(Number.parseInt(glyph!, 16), utf16(to!));
  for (const [, part = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, until, to] of part.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      const [first, last] = [Number.parseInt(from!, 16), Number.parseInt(until!, 16)];
      for (let glyph = first; glyph <= last; glyph += 1)
        letters.set(glyph, String.fromCodePoint(Number.parseInt(to!, 16) + glyph - first));
    }
  return letters;
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function drawn(stream: string, fonts: Fonts, objects: Map<number, PdfObject>, head: string): string {
  let font: Map<number, string> | undefined;
  let text = '';
  for (const [token] of stream.matchAll(/\/F\d+\s+[\d.-]+\s+Tf|<[0-9a-fA-F]+>/g)) {
    if (token.startsWith('/F')) font = fonts.get(token.slice(1).split(/\s/)[0]!);
    else text += glyphs(token.slice(1, -1), font);
  }
  return text + formsIn(stream, fonts, objects, head);
}

// What is drawn with transparency stands in a form of its own.
function formsIn(stream: string, fonts: Fonts, objects: Map<number, PdfObject>, head: string): string {
  return [...stream.matchAll(/\/(X\d+)\s+Do\b/g)]
    .map(([, name]) => {
      const id = new RegExp(`/${name}\\s+(\\d+) \\d+ R`).exec(head)?.[1];
      const form = id ? objects.get(Number(id)) : undefined;
      if (!form?.head.includes('/Form')) return '';
      return drawn(form.stream, new Map([...fonts, ...fontsOf(form.head, objects)]), objects, form.head);
    })
    .join('');
}

function glyphs(hex: string, font: Map<number, string> | undefined): string {
  const codes = hex.match(/.{4}/g) ?? [];
  return codes.map((code) => font?.get(Number.parseInt(code, 16)) ?? '').join('');
}
