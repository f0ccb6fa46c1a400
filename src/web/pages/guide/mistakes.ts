/** A mistake that many make: what is written, why it fails, and what would be right. */
export type Mistake = { id: string; name: string; written: string; why: string; right: readonly string[] };

/** The most common mistakes, those that mix up the two first. */
export const mistakes: readonly Mistake[] = [
  {
    id: 'kpi-as-okr',
    name: 'A KPI written as an OKR',
    written: 'Keep churn below 3%',
    why: 'Nothing is to change and it has no end. Graded each quarter at 1.0, it teaches that OKRs are a list of what is done anyway.',
    right: ['KPI: Churn, monthly, ceiling 3%', 'If it stands at 5%: key result “Churn from 5% to 3%”'],
  },
  {
    id: 'task',
    name: 'A task written as a key result',
    written: 'Launch the new customer portal',
    why: 'It can be launched on time and nobody uses it. Done is not better.',
    right: [
      'Initiative: Launch the new customer portal',
      'Key result: Orders placed without a phone call from 20% to 60%',
    ],
  },
  {
    id: 'no-baseline',
    name: 'A target without a baseline',
    written: 'Answer 90% of letters within a day',
    why: 'Whether that is a stretch or happens already cannot be told, and half way is not known either.',
    right: ['Letters answered within a day from 62% to 90%'],
  },
  {
    id: 'metric-in-objective',
    name: 'A metric in the objective',
    written: 'Increase repeat orders by 20%',
    why: 'A number alone says how, and to whom it matters is forgotten. Nobody gets up for 20%.',
    right: [
      'Objective: Become the shop that its regulars recommend',
      'Key result: Repeat orders from 31% to 37%',
    ],
  },
  {
    id: 'vanity',
    name: 'A number that only looks good',
    written: '10,000 followers by the summer',
    why: 'It grows by itself, it never falls, and nothing is decided by it.',
    right: ['Enquiries from people who found us by themselves from 12 to 40 a month'],
  },
  {
    id: 'too-many',
    name: 'Too many',
    written: '11 objectives with 38 key results for a team of six',
    why: 'When everything is a priority, the urgent wins every day and the important none.',
    right: ['3 objectives, 2 to 5 key results each; the rest waits, or is a KPI'],
  },
  {
    id: 'noise',
    name: 'Noise taken for a gap',
    written: 'CSAT fell from 4.5 to 4.3: we need a programme!',
    why: 'If this process swings between 4.1 and 4.8 anyway, the next point will be better without the programme, and the programme will get the credit.',
    right: [
      'Leave it alone, and look at the limits',
      'If the level is too low: that is a gap, whatever the last point says',
    ],
  },
  {
    id: 'no-counter-metric',
    name: 'No counter-metric',
    written: 'Handling time from 9 to 6 minutes',
    why: 'The surest way there is to hang up. What is measured alone is reached at the cost of what is not.',
    right: ['The same, guarded by “Solved at the first contact”, floor 80%'],
  },
  {
    id: 'sandbagging',
    name: 'A target that comes by itself',
    written: 'On-time delivery from 98.0% to 98.2%',
    why: 'If it is reached nine times in ten without doing anything, the 1.0 at the end says nothing. Small targets are how people protect themselves from being judged by the score.',
    right: [
      'A target with even odds, called aspirational, where 0.7 is a success',
      'Or call it committed, and say what will be done so that it is certain',
    ],
  },
  {
    id: 'cascade',
    name: 'Goals copied down the tree',
    written: 'Company: revenue +20%. Each team: revenue +20%',
    why: 'A team that cannot move a number alone can only watch it. What it can change stays unwritten.',
    right: ['The team’s own change, which supports or contributes to the goal above'],
  },
  {
    id: 'forgotten',
    name: 'Written, filed, and found again at the end',
    written: 'First check-in in week twelve',
    why: 'What is seen in week three can still be changed.',
    right: ['A check-in each week: value, odds from 0 to 10, what changed, what blocks'],
  },
  {
    id: 'kind-score',
    name: 'A kind score',
    written: '“0.8, because everybody worked so hard”',
    why: 'Then the score measures effort, and next time nobody believes a number.',
    right: ['The score is what was reached. The effort, and what was learnt, stand in the lesson'],
  },
];
