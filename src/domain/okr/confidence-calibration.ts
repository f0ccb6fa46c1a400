import { odds } from './confidence.ts';

/** Of the key results of one confidence (0 to 10): how many there were, and how many of them were reached. */
export type Level = { confidence: number; count: number; reached: number };

export const verdicts = [
  'well calibrated',
  'over-confident',
  'under-confident',
  'too sure both ways',
  'too few to tell',
] as const;

/** What can be said of somebody's confidence, in plain words. */
export type Verdict = (typeof verdicts)[number];

/** Below this number of key results nothing is said: chance alone moves the share by a third. */
export const enough = 10;

/** Each confidence that was told with its count and its outcomes, the lowest first; tallies of one confidence are added up. */
export function levelsOf(tallies: readonly Level[]): Level[] {
  return [...Map.groupBy(tallies, ({ confidence }) => confidence)]
    .map(([confidence, own]) => ({
      confidence,
      count: own.reduce((sum, { count }) => sum + count, 0),
      reached: own.reduce((sum, { reached }) => sum + reached, 0),
    }))
    .sort((one, other) => one.confidence - other.confidence);
}

/** The Brier score of levels and what it is made of; `brier` = `reliability` − `resolution` + `uncertainty`. */
export type BrierParts = {
  brier: number;
  /** How far what is said lies from what happens: 0 is perfect. */
  reliability: number;
  /** How well what comes true is told apart from what does not: more is better. */
  resolution: number;
  /** How mixed the outcomes are; nobody can change it. */
  uncertainty: number;
};

/** The decomposition of the Brier score (Murphy, 1973), exact because confidences are whole numbers; undefined without any outcome. */
export function brierParts(levels: readonly Level[]): BrierParts | undefined {
  const { count, reached } = total(levels);
  if (count === 0) return undefined;
  const base = reached / count;
  const mean = (term: (level: Level, share: number) => number) =>
    levels.reduce((sum, level) => sum + term(level, level.reached / level.count), 0) / count;
  const reliability = mean((level, share) => level.count * (odds(level.confidence) - share) ** 2);
  const resolution = mean((level, share) => level.count * (share - base) ** 2);
  const uncertainty = base * (1 - base);
  return { brier: reliability - resolution + uncertainty, reliability, resolution, uncertainty };
}

/** The mean odds that were said, 0 to 1, and the share that was reached; undefined without any outcome. */
export function saidAndReached(levels: readonly Level[]): { said: number; share: number } | undefined {
  const { count, reached } = total(levels);
  if (count === 0) return undefined;
  const said = levels.reduce((sum, level) => sum + level.count * odds(level.confidence), 0) / count;
  return { said, share: reached / count };
}

/** The interval that holds the true share 95 times in 100 (Wilson, 1927); it stays within 0 and 1 for the smallest counts. */
export function wilson(reached: number, count: number): { low: number; high: number } {
  if (count === 0) return { low: 0, high: 1 };
  const z = 1.959964;
  const share = reached / count;
  const scale = 1 + z ** 2 / count;
  const middle = (share + z ** 2 / (2 * count)) / scale;
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/**
 * The word for somebody's confidence. Over or under is said when the number that was reached lies further from the number that was
 * expected than chance explains (|z| > 1.96); too sure both ways when the Brier score itself is worse than such odds earn (Spiegelhalter, 1986).
 */
export function verdictOf(levels: readonly Level[]): Verdict {
  if (total(levels).count < enough) return 'too few to tell';
  const sum = (term: (level: Level, p: number) => number) =>
    levels.reduce((all, level) => all + term(level, believable(level.confidence)), 0);
  const excess = sum(({ count, reached }, p) => count * p - reached);
  const large = excess / Math.sqrt(sum(({ count }, p) => count * p * (1 - p)));
  if (large > 1.96) return 'over-confident';
  if (large < -1.96) return 'under-confident';
  const worse = sum(({ count, reached }, p) => (1 - 2 * p) * (reached - count * p));
  const spread = Math.sqrt(sum(({ count }, p) => count * (1 - 2 * p) ** 2 * p * (1 - p)));
  return spread > 0 && worse / spread > 1.96 ? 'too sure both ways' : 'well calibrated';
}

/** What somebody says and what happens then, as a sentence: the level that lies furthest beyond chance, else the mean. */
export function calibrationSentence(levels: readonly Level[]): string {
  const mean = saidAndReached(levels);
  if (!mean) return 'No confidence has met its outcome yet.';
  const { count } = total(levels);
  const said = `On average ${tenth(mean.said)} in 10 was said, and ${tenth(mean.share)} in 10 came true`;
  const worst = levels
    .filter((level) => level.count >= 3)
    .map((level) => ({ level, interval: wilson(level.reached, level.count) }))
    .filter(({ level, interval }) => isOutside(odds(level.confidence), interval))
    .sort((one, other) => distance(other.level) - distance(one.level))[0];
  const words = `${said} (${count} ${count === 1 ? 'key result' : 'key results'}).`;
  if (!worst) return words;
  const { confidence, reached, count: there } = worst.level;
  return `${words} When ${confidence} is said it happens ${tenth(reached / there)} in 10 (${reached} of ${there}).`;
}

// Nobody is certain: a 10 that fails once would be infinitely surprising.
function believable(confidence: number): number {
  return Math.min(0.95, Math.max(0.05, odds(confidence)));
}

function isOutside(share: number, { low, high }: { low: number; high: number }): boolean {
  return share < low || share > high;
}

function distance({ confidence, reached, count }: Level): number {
  return Math.abs(odds(confidence) - reached / count);
}

function total(levels: readonly Level[]): { count: number; reached: number } {
  return {
    count: levels.reduce((sum, { count }) => sum + count, 0),
    reached: levels.reduce((sum, { reached }) => sum + reached, 0),
  };
}

function tenth(share: number): string {
  const text = (share * 10).toFixed(1);
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}
