import type { Rule } from './finding.ts';
import { activity } from './rules/activity.ts';
import { hasMetric } from './rules/has-metric.ts';
import { jargon } from './rules/jargon.ts';
import { kpiInDisguise } from './rules/kpi-in-disguise.ts';
import { noBaseline } from './rules/no-baseline.ts';
import { noDate } from './rules/no-date.ts';
import { noHow } from './rules/no-how.ts';
import { noNumber } from './rules/no-number.ts';
import { noTarget } from './rules/no-target.ts';
import { notAligned } from './rules/not-aligned.ts';
import { notCredible } from './rules/not-credible.ts';
import { saysNothing } from './rules/says-nothing.ts';
import { severalInOne } from './rules/several-in-one.ts';
import { task } from './rules/task.ts';
import { tooLong } from './rules/too-long.ts';
import { vanity } from './rules/vanity.ts';

/** Every check of the wording of one goal, the graver ones first. */
export const rules: readonly Rule[] = [
  ...[activity, task, kpiInDisguise, noNumber, saysNothing, noTarget, vanity],
  ...[hasMetric, severalInOne, notCredible, noBaseline, notAligned, jargon, tooLong, noDate, noHow],
];
