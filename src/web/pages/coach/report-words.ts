import type { CoachedFinding, CoachReport, CoachReportLine } from '#contract/coach.ts';

/** How much is open and how much was set aside: '3 problems, 1 piece of advice, 2 set aside'; undefined when there is nothing. */
export function countWords({
  problems,
  advice,
  setAside,
}: Pick<CoachReport, 'problems' | 'advice' | 'setAside'>): string | undefined {
  const words = [
    problems > 0 && `${problems} ${problems === 1 ? 'problem' : 'problems'}`,
    advice > 0 && `${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice`,
    setAside > 0 && `${setAside} set aside`,
  ].filter(Boolean);
  return words.length > 0 ? words.join(', ') : undefined;
}

/** The name of a rule for people: 'no-how' is 'No how', and a KPI is one. */
export function ruleName(rule: string): string {
  const words = rule.replaceAll('-', ' ').replaceAll(/\bkpi\b/g, 'KPI');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A line of the report as a finding, with the reasons that the report tells once for each rule. */
export function asFinding(line: CoachReportLine, rules: CoachReport['rules']): CoachedFinding {
  const { why = '', source = '' } = rules.find(({ rule }) => rule === line.rule) ?? {};
  return { ...line, at: { from: 0, to: 0 }, why, source };
}

/** The counts of findings. */
export function countsOf(
  findings: readonly Pick<CoachedFinding, 'severity' | 'setAside'>[],
): Pick<CoachReport, 'problems' | 'advice' | 'setAside'> {
  const open = findings.filter(({ setAside }) => !setAside);
  const problems = open.filter(({ severity }) => severity === 'problem').length;
  return { problems, advice: open.length - problems, setAside: findings.length - open.length };
}
