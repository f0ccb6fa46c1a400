import type { Scheme } from './chart-svg.ts';
import type { Saving } from './SaveAs.tsx';

type Drawing = {
  /** What it is about, for the file's name. */
  name: readonly (string | undefined)[];
  /** What the entries of the menu add to "SVG" and "PNG", where there are other drawings beside it: "sparkline". */
  label?: string;
  /** What is in it, in a few words: one for the lines of an SVG, one for a picture. */
  what?: { svg: string; png: string };
  /** The day in the file's name and below the drawing; today when it is left out. */
  day?: string | undefined;
  draw: (scheme: Scheme) => Promise<string> | string;
};

const usual = { svg: 'lines, for print and editing', png: 'a picture, twice as sharp' };

/** The ways to save a drawing: as SVG or PNG in the colours of the page; in the dark in light ones too, because most paper is white. */
export function drawingWays(scheme: Scheme, { name, label, what = usual, day, draw }: Drawing): Saving[] {
  return (['SVG', 'PNG'] as const).flatMap((format): Saving[] => {
    const kind = format === 'SVG' ? 'svg' : 'png';
    const way = (colours: Scheme, words: string): Saving => ({
      label: [format, label, colours === scheme ? undefined : colours].filter(Boolean).join(', '),
      what: words,
      save: async () => {
        const [{ pngOf }, { download, fileName, todayHere }] = await Promise.all([
          import('./png.ts'),
          import('./download.ts'),
        ]);
        const svg = await draw(colours);
        const file = fileName([...name, label], day ?? todayHere(), kind);
        if (format === 'SVG') download(file, svg, 'image/svg+xml');
        else download(file, await pngOf(svg));
      },
    });
    const own = way(scheme, what[kind]);
    return scheme === 'dark' ? [own, way('light', 'for a white page')] : [own];
  });
}
