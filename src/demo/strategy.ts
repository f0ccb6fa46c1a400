import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

const mission =
  'We build bicycles for the city that people ride every day for twenty years, and we know each of them by name.';

type PillarPlay = { name: string; description: string; kpis: readonly string[] };

/** What Larkspur has chosen to be good at; the newsletter, the stock and the safety walk serve none of it, and need not. */
const pillars: readonly PillarPlay[] = [
  {
    name: 'Riders who come back',
    description:
      'Half of all bicycles are sold by a friend. We answer, we keep our word, and we repair what we sold.',
    kpis: ['recommend', 'first-answer', 'answered-well', 'on-time', 'repair-wait'],
  },
  {
    name: 'Right the first time',
    description: 'A defect costs us four times: the repair, the freight, the evening, and the friend.',
    kpis: ['defects', 'returns', 'stock-accuracy'],
  },
  {
    name: 'A company that lasts',
    description: 'Growth that we can pay for, and work that people want to stay in. Not the largest in town.',
    kpis: [
      'margin',
      'cash',
      'acquisition-cost',
      'online-orders',
      'shop-sales',
      'overtime',
      'turnover',
      'carbon',
    ],
  },
];

/** Writes the mission and the pillars in their order. */
export async function writeStrategy(stage: Stage, cast: Cast): Promise<void> {
  const ada = stage.as(cast.ada);
  await ada('strategy.change', { mission });
  for (const { name, description } of pillars) await ada('pillars.create', { name, description });
}

/** Says of the KPIs which pillar they serve. */
export async function tieKpis(stage: Stage, cast: Cast): Promise<void> {
  const bruno = stage.as(cast.bruno);
  for (const { name, kpis } of pillars)
    for (const kpi of kpis) await bruno('kpis.change', { kpi, pillar: name });
}
