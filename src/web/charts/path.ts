export type Spot = { x: number; y: number };

/** Tenths of a pixel: more digits only make the page heavier. */
export function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** An SVG path through the spots; a null breaks it, because a gap is a gap. A lone spot makes no line. */
export function linePath(spots: readonly (Spot | null)[]): string {
  let path = '';
  for (const [index, spot] of spots.entries()) {
    if (!spot) continue;
    const command = spots[index - 1] ? 'L' : 'M';
    if (command === 'M' && !spots[index + 1]) continue;
    path += `${command}${tenths(spot.x)},${tenths(spot.y)}`;
  }
  return path;
}

/** The length of a text of small digits and letters in pixels, roughly: charts are laid out before a font is known. */
export function textWidth(text: string, fontSize = 11): number {
  // A percent sign is half as wide again as a digit.
  const wide = text.split('%').length - 1;
  return (text.length + wide / 2) * fontSize * 0.6;
}
