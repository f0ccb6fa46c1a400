import { aligned } from './aligned.ts';
import { balanced } from './balanced.ts';
import type { Finding } from './cause.ts';
import { defined } from './defined.ts';
import type { FitnessFacts } from './facts.ts';
import { reliable } from './reliable.ts';
import { understood } from './understood.ts';

/** How fit a KPI is: five findings in the order of the causes, how many are fit, and all of it in a sentence. */
export type Fitness = { fit: number; sentence: string; findings: Finding[] };

/** The five causes for which KPIs fail, each measured. */
export function fitnessOf(facts: FitnessFacts): Fitness {
  const findings = [defined(facts), aligned(facts), understood(facts), reliable(facts), balanced(facts)];
  const fit = findings.filter(({ verdict }) => verdict === 'fit').length;
  return { fit, sentence: sentenceOf(findings, fit), findings };
}

function sentenceOf(findings: readonly Finding[], fit: number): string {
  const open = findings.filter(({ verdict }) => verdict === 'cannot say yet').length;
  const shorts = findings.flatMap(({ short }) => short ?? []);
  const reasons = [...shorts, ...(open > 0 ? [`${open} cannot be said yet`] : [])];
  const count = `${fit} of ${findings.length}`;
  return reasons.length === 0 ? `${count}: fit for use.` : `${count}: ${reasons.join('; ')}.`;
}
