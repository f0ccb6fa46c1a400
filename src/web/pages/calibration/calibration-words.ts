import type { Calibration } from '#contract/calibrations.ts';
import type { Names } from '../../parts/useNames.ts';

/** Whose calibration it is, by name. */
export function scopeName({ of, id }: Pick<Calibration, 'of' | 'id'>, names: Names): string {
  if (of === 'organisation') return 'Everybody';
  return (of === 'team' ? names.team(id) : names.person(id)) ?? (of === 'team' ? 'A team' : 'Somebody');
}

/** The Brier score in words: how it compares with always saying five. */
export function brierWords(brier: number): string {
  if (brier < 0.02) return 'close to a prophet';
  if (brier < 0.25) return 'better than always saying 5';
  return brier === 0.25 ? 'as always saying 5' : 'worse than always saying 5';
}

/** How well what comes true is told apart from what does not, in words. */
export function resolutionWords(resolution: number, uncertainty: number): string {
  if (uncertainty === 0) return 'all came out alike, so there was nothing to tell apart';
  const share = resolution / uncertainty;
  if (share < 0.1) return 'high and low confidence came true about alike';
  return share < 0.4
    ? 'high confidence came true more often than low'
    : 'confidence tells well what will be reached';
}

/** How far what is said lies from what happens, in words: the mean distance in tenths. */
export function reliabilityWords(reliability: number): string {
  const tenths = Math.sqrt(reliability) * 10;
  return tenths < 0.5
    ? 'what is said is what happens'
    : `what is said is off by about ${tenths.toFixed(0)} in 10`;
}
