import type { Body } from './chart-svg.ts';

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

/** A drawing of the page with every colour and size as it is on a stage, which carries the colours of the wanted scheme. */
export function resolved(drawing: SVGSVGElement, stage: HTMLElement): Body {
  // A style is only known of what is on the page.
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
