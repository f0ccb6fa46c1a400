import { variables } from '../tokens.ts';

/** What a saved chart says beside its marks. */
export type ChartFile = {
  title: string;
  /** A line below the title, such as the summary that is read aloud. */
  words?: string | undefined;
  /** Numbered notes, below the chart. */
  notes?: readonly string[];
  scheme: 'light' | 'dark';
};

const air = 20;
const inherited = ['opacity'];
const drawn = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
];
const lettered = ['font-size', 'font-weight', 'font-style', 'text-anchor'];
// What an element without the attribute has anyway.
const usual: Record<string, string> = {
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'font-style': 'normal',
  'font-weight': '400',
  'text-anchor': 'start',
};

/**
 * Drawings of the page, one below the other, as an SVG that needs nothing else: every colour and size is resolved in the wanted
 * scheme, whichever the page is in, and stands in the file.
 */
export function chartSvg(
  drawings: readonly SVGSVGElement[],
  { title, words, notes = [], scheme }: ChartFile,
): string {
  const colours = variables(scheme);
  const stage = document.createElement('div');
  stage.style.cssText = 'position:absolute;left:-100000px;top:0';
  for (const [name, value] of Object.entries(colours)) stage.style.setProperty(name, value);
  document.body.append(stage);
  try {
    const parts = drawings.map((drawing) => resolved(drawing, stage));
    const width = Math.max(320, ...parts.map((part) => part.width)) + 2 * air;
    const lines = words ? wrapped(words, Math.floor((width - 2 * air) / 5.9)) : [];
    const texts = [text(title, air + 16, { size: 15, weight: 600, fill: colours['--ink']! })];
    for (const [at, line] of lines.entries())
      texts.push(text(line, air + 33 + at * 17, { size: 11, fill: colours['--muted']! }));
    let y = air + 30 + lines.length * 17;
    const bodies = parts.map((part) => {
      const body = `<svg x="${air}" y="${y}" width="${part.width}" height="${part.height}" viewBox="${part.viewBox}" overflow="visible">${part.inner}</svg>`;
      y += part.height + 6;
      return body;
    });
    for (const [at, note] of notes.entries()) {
      y += 16;
      texts.push(text(`${at + 1}  ${note}`, y, { size: 11, fill: colours['--soft']! }));
    }
    const height = Math.ceil(y + air);
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fonts}">`,
      `<title>${escaped(title)}</title>`,
      words ? `<desc>${escaped(words)}</desc>` : '',
      `<rect width="${width}" height="${height}" fill="${colours['--paper']}"/>`,
      ...texts,
      ...bodies,
      '</svg>\n',
    ].join('\n');
  } finally {
    stage.remove();
  }
}

/** The system's own fonts, as an SVG names them. */
export const fonts =
  'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Helvetica Neue, Arial, sans-serif';

type Part = { width: number; height: number; viewBox: string; inner: string };

// Styled as a copy on a stage that carries the wanted colours, because a style is only known of what is on the page.
function resolved(drawing: SVGSVGElement, stage: HTMLElement): Part {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const box = drawing.viewBox.baseVal;
  const width = Math.ceil(box?.width || drawing.clientWidth);
  const height = Math.ceil(box?.height || drawing.clientHeight);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  stage.append(copy);
  for (const unseen of copy.querySelectorAll('[data-unsaved], title')) unseen.remove();
  const elements = [...copy.querySelectorAll<SVGElement>('*')];
  const styles = elements.map((element) => {
    const style = getComputedStyle(element);
    const isGroup = element.tagName === 'g';
    const names = isGroup
      ? inherited
      : [...inherited, ...drawn, ...(element.tagName === 'text' ? lettered : [])];
    return names.map((name): [string, string] => [name, plainly(style.getPropertyValue(name))]);
  });
  for (const [at, element] of elements.entries()) {
    for (const [name, value] of styles[at]!) {
      if (value === usual[name] || value === '') element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
    for (const name of ['class', 'style', 'tabindex']) element.removeAttribute(name);
  }
  return {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    inner: new XMLSerializer().serializeToString(copy).replace(/^<svg[^>]*>|<\/svg>$/g, ''),
  };
}

/** A computed value as short as SVG bears it: a colour without transparency in hexadecimal, lengths without their px. */
export function plainly(value: string): string {
  const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value);
  if (rgb)
    return `#${rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  return value.replaceAll(/(\d)px\b/g, '$1');
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
