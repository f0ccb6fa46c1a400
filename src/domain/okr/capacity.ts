/** How many objectives a team should have in a cycle, and how many key results each of them (PRODUCT 4.1 and 4.2). */
export const usual = { objectives: { fewest: 3, most: 5 }, keyResults: { fewest: 2, most: 5 } };

// As the coach says it of an owner (coach/set/too-many-for-owner.ts).
const mostForOne = 2 * usual.keyResults.most;

/** What came of the cycle before: key results with a score, and those among them that succeeded. */
export type LastTime = { objectives: number; keyResults: number; graded: number; reached: number };

/** What a team has drafted for a cycle; `thin` and `crowded` are objectives with fewer or more key results than is usual. */
export type TeamLoad = {
  objectives: number;
  keyResults: number;
  thin: number;
  crowded: number;
  last: LastTime;
};

/** What a person answers for in a cycle, over all teams. */
export type PersonLoad = { objectives: number; keyResults: number; teams: number; last: LastTime };

/** What a leader should think about before a cycle begins, in words with numbers: advice, never a wall. */
export function teamAdvice(load: TeamLoad): string[] {
  const { objectives, thin, crowded } = load;
  const { fewest, most } = usual.objectives;
  const advice: string[] = [];
  if (objectives > most)
    advice.push(`${objectives} objectives, where ${fewest} to ${most} are usual. Which ${most} decide it?`);
  if (thin > 0)
    advice.push(
      `${count(thin, 'objective')} with fewer than ${usual.keyResults.fewest} key results: one alone can be reached by neglecting the rest.`,
    );
  if (crowded > 0)
    advice.push(
      `${count(crowded, 'objective')} with more than ${usual.keyResults.most} key results: a list of everything decides nothing.`,
    );
  return [...advice, ...lastTime(load)];
}

/** The same for a person. */
export function personAdvice(load: PersonLoad): string[] {
  const { objectives, keyResults, teams } = load;
  const advice: string[] = [];
  if (keyResults > mostForOne)
    advice.push(
      `Answers for ${keyResults} key results${teams > 1 ? ` in ${teams} teams` : ''}: about ${mostForOne} is what one person can lead with attention.`,
    );
  else if (teams > 2)
    advice.push(`Answers for key results in ${teams} teams: each of them meets without the others.`);
  if (objectives > usual.objectives.most)
    advice.push(
      `Owns ${objectives} objectives, where ${usual.objectives.most} are the most that is advised.`,
    );
  return [...advice, ...lastTime(load)];
}

// Less than half reached, and no less drafted: hope is not capacity.
function lastTime({ keyResults, last }: { keyResults: number; last: LastTime }): string[] {
  const { graded, reached } = last;
  if (graded < 3 || reached * 2 >= graded || keyResults < graded) return [];
  return [
    `Last time ${reached} of ${graded} key results ${reached === 1 ? 'was' : 'were'} reached, and ${keyResults} are drafted now.`,
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
