/** How many KPIs and objectives, as people say it: '3 KPIs and 1 objective'. */
export function counted(kpis: number, objectives: number): string {
  const part = (count: number, noun: string): string[] =>
    count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
  return [...part(kpis, 'KPI'), ...part(objectives, 'objective')].join(' and ');
}
