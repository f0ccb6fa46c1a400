/** How a line of a glyph is drawn: by its stroke, filled, cut out of what lies below it, or dashed. */
export type Stroke = 'stroke' | 'fill' | 'cut' | 'dashed';

/** The lines of each shape that stands beside a word, in a square of 14; each differs in outline, so that colour never speaks alone. */
export const glyphLines = {
  check: [['stroke', 'M2.5 7.5 L5.8 10.8 L11.5 3.8']],
  cross: [
    ['fill', 'M4.4 .8h5.2l3.6 3.6v5.2l-3.6 3.6H4.4L.8 9.6V4.4Z'],
    ['cut', 'M4.6 4.6l4.8 4.8M9.4 4.6l-4.8 4.8'],
  ],
  warning: [
    ['fill', 'M7 1.2 L13.4 12.6 H.6Z'],
    ['cut', 'M7 5.2v3.6M7 10.6v.2'],
  ],
  clock: [['stroke', 'M7 1.2a5.8 5.8 0 1 1 0 11.6 5.8 5.8 0 0 1 0-11.6ZM7 3.8V7.2l2.4 1.6']],
  dashed: [['dashed', 'M7 1.6a5.4 5.4 0 1 1 0 10.8 5.4 5.4 0 0 1 0-10.8Z']],
  dash: [['stroke', 'M3 7h8']],
  half: [
    ['stroke', 'M7 1.6a5.4 5.4 0 1 1 0 10.8 5.4 5.4 0 0 1 0-10.8Z'],
    ['fill', 'M7 1.6a5.4 5.4 0 0 0 0 10.8Z'],
  ],
  diamond: [['fill', 'M7 1 L13 7 L7 13 L1 7Z']],
  square: [['fill', 'M2.2 2.2h9.6v9.6H2.2Z']],
  triangle: [['fill', 'M7 1.8 L12.8 12 H1.2Z']],
} as const satisfies Record<string, readonly (readonly [Stroke, string])[]>;

/** A shape by its name. */
export type Glyph = keyof typeof glyphLines;
