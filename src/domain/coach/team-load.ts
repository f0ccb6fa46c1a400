import { type Finding, whole } from './finding.ts';

const most = 5;

/** What is found in the number of objectives of one team in one cycle: 3 to 5 are advised (PRODUCT 4.2). */
export function teamLoad(name: string, objectives: number): Finding | undefined {
  if (objectives <= most) return undefined;
  return {
    ...{ rule: 'too-many', severity: 'advice', at: whole({ text: name }) },
    message: `${name} has ${objectives} objectives: 3 to ${most} are as many as a team can push at once. Which can wait?`,
  };
}
