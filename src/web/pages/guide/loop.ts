/** A step of the loop: on the side of the KPIs or of the OKRs, and the page where it is done. */
export type LoopStep = {
  name: string;
  what: string;
  side: 'KPI' | 'OKR';
  to: '/' | '/gaps' | '/cycles' | '/check-in' | '/grade';
};

/** The loop in its order; the last step leads back to the first. */
export const loop: readonly LoopStep[] = [
  {
    name: 'Measure',
    what: 'Every KPI has a value for each period, on time, counted in one way.',
    side: 'KPI',
    to: '/',
  },
  {
    name: 'Tell noise from signal',
    what: 'Limits say what the process does anyway. Inside them nobody has to explain a point.',
    side: 'KPI',
    to: '/',
  },
  {
    name: 'Rank the gaps',
    what: 'Where level and wanted level part, and the noise does not explain it.',
    side: 'KPI',
    to: '/gaps',
  },
  {
    name: 'Write the OKR',
    what: 'For the few gaps that need another process: what will be better, and how we will know.',
    side: 'OKR',
    to: '/cycles',
  },
  {
    name: 'Check in, with guardrails',
    what: 'Weekly, in half a minute: what changed, what blocks, and the odds as you see them.',
    side: 'OKR',
    to: '/check-in',
  },
  {
    name: 'Grade honestly',
    what: 'Once, at the end, beside what would have come without action.',
    side: 'OKR',
    to: '/grade',
  },
  {
    name: 'Watch that it holds',
    what: 'A gain that is kept is watched for some periods: held, or lost.',
    side: 'KPI',
    to: '/cycles',
  },
  {
    name: 'New baseline',
    what: 'The level that was reached is the new normal, with a floor of its own.',
    side: 'KPI',
    to: '/',
  },
];

/** Where a step stands on the ring and the arc that leads to the next one, in the units of a box of `size`. */
export type LoopMark = { x: number; y: number; arc: string };

/** Lays the steps out on a ring, the first one at the top, clockwise; arcs end before the next mark. */
export function loopMarks(count: number, size: number): LoopMark[] {
  const middle = size / 2;
  const radius = middle - 22;
  const at = (turn: number) => {
    const angle = (turn / count) * 2 * Math.PI - Math.PI / 2;
    return { x: tenth(middle + radius * Math.cos(angle)), y: tenth(middle + radius * Math.sin(angle)) };
  };
  const room = (18 / radius / (2 * Math.PI)) * count;
  return Array.from({ length: count }, (_, step) => {
    const [from, to] = [at(step + room), at(step + 1 - room * 1.25)];
    return { ...at(step), arc: `M${from.x},${from.y}A${radius},${radius} 0 0 1 ${to.x},${to.y}` };
  });
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
