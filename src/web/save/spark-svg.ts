import { coloursOf, escaped, type Scheme } from './chart-svg.ts';
import { type Spark, sparkMarks } from './list-svg.ts';

const size = { width: 132, height: 26 };

/** The newest 52 values as a sparkline by itself, small enough to stand in a text; what it is stands in it unseen. */
export function sparkSvg(
  { title, words, scheme }: { title: string; words: string; scheme: Scheme },
  spark: Spark,
): string {
  const colour = coloursOf(scheme);
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(words)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    sparkMarks(spark, size, colour),
    '</svg>\n',
  ].join('\n');
}
