import { dayName } from '../parts/dates.ts';
import { variables } from '../tokens.ts';
import { todayHere } from './download.ts';
import { resolved } from './resolved.ts';

export type Scheme = 'light' | 'dark';

/** What a saved drawing says beside its marks. */
export type ChartFile = {
  title: string;
  /** A line below the title, such as the summary that is read aloud. */
  words?: string | undefined;
  /** Numbered notes, below the drawing. */
  notes?: readonly string[] | undefined;
  /** The day as of which it was known; today when it is left out. */
  day?: string | undefined;
  scheme: Scheme;
};

/** A drawing of a size, as the inside of an SVG. */
export type Body = { width: number; height: number; inner: string };

/** A colour of the product by its name, such as `bad`. */
export type Colour = (name: string) => string;

const air = 20;

/** The system's own fonts, as an SVG names them. */
export const fonts =
  'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Helvetica Neue, Arial, sans-serif';

/** The colours of a scheme, for files that need no style. */
export function coloursOf(scheme: Scheme): Colour {
  const colours = variables(scheme);
  return (name) => colours[`--${name}`]!;
}

/**
 * Drawings of the page, one below the other, as an SVG that needs nothing else: every colour and size is resolved in the wanted
 * scheme, whichever the page is in, and stands in the file.
 */
export function chartSvg(drawings: readonly SVGSVGElement[], file: ChartFile): string {
  const stage = document.createElement('div');
  stage.style.cssText = 'position:absolute;left:-100000px;top:0';
  for (const [name, value] of Object.entries(variables(file.scheme))) stage.style.setProperty(name, value);
  document.body.append(stage);
  try {
    return fileSvg(
      drawings.map((drawing) => resolved(drawing, stage)),
      file,
    );
  } finally {
    stage.remove();
  }
}

/** Drawings one below the other as an SVG that needs nothing else: with title, words, notes and the day, on the paper of a scheme. */
export function fileSvg(
  bodies: readonly Body[],
  { title, words, notes = [], day = todayHere(), scheme }: ChartFile,
): string {
  const colour = coloursOf(scheme);
  const width = Math.max(320, ...bodies.map((body) => body.width)) + 2 * air;
  const inside = width - 2 * air;
  const heads = wrapped(title, Math.floor(inside / 8.4));
  const lines = words ? wrapped(words, Math.floor(inside / 5.9)) : [];
  const texts: string[] = [];
  let y = air + 16;
  for (const line of heads) {
    texts.push(text(line, y, { size: 15, weight: 600, fill: colour('ink') }));
    y += 20;
  }
  y -= 3;
  for (const line of lines) {
    texts.push(text(line, y, { size: 11, fill: colour('muted') }));
    y += 17;
  }
  y -= 3;
  const parts = bodies.map((body) => {
    const part = `<svg x="${air}" y="${y}" width="${body.width}" height="${body.height}" viewBox="0 0 ${body.width} ${body.height}" overflow="visible">${body.inner}</svg>`;
    y += body.height + 6;
    return part;
  });
  for (const [at, note] of notes.entries())
    for (const [line, words] of wrapped(note, Math.floor(inside / 5.9) - 4).entries()) {
      y += 16;
      texts.push(text(line === 0 ? `${at + 1}  ${words}` : words, y, { size: 11, fill: colour('soft') }));
    }
  y += 16;
  texts.push(text(`As of ${dayName(day)}`, y, { size: 10, fill: colour('muted') }));
  const height = Math.ceil(y + air - 6);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fonts}">`,
    `<title>${escaped(title)}</title>`,
    words ? `<desc>${escaped(words)}</desc>` : '',
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    ...texts,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

/** A text in lines of at most so many characters, broken between words. */
export function wrapped(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

type Look = { size: number; weight?: number; fill: string };

function text(words: string, y: number, { size, weight, fill }: Look): string {
  return `<text x="${air}" y="${y}" font-size="${size}"${weight ? ` font-weight="${weight}"` : ''} fill="${fill}">${escaped(words)}</text>`;
}

/** A text as it stands in an SVG. */
export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
