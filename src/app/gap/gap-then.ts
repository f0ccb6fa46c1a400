import type { Act } from '#app/act.ts';
import { evidenceThenOf } from '#app/kpi/evidence-at.ts';
import { isBy } from '#app/kpi/kpis-then.ts';
import { type GapLine, listDecisions, objectivesOfGapThen } from '#db/gaps.ts';
import { forecastKpi } from '#domain/forecast/kpi-forecast.ts';
import { judge } from '#domain/kpi/judge.ts';
import { judgedSeries } from '#domain/kpi/judged-series.ts';

/** What the gap of a KPI was told from on the day of a turn of the past; undefined for one that was archived or not yet there. */
export async function gapLineThen(turn: Act, id: string): Promise<GapLine | undefined> {
  const at = (await evidenceThenOf(turn, [id])).get(id);
  if (!at || at.kpi.archived_at || !isBy(at.kpi.created_at, turn.now)) return undefined;
  const series = judgedSeries(at.evidence);
  const judgement = judge(at.evidence, series);
  const forecast = forecastKpi(at.evidence, series);
  const { id: organisation } = turn.organisation;
  const decisions = await listDecisions(turn.tx, organisation, id);
  return {
    ...at.kpi,
    judgement,
    sparkline: judgement.sparkline,
    forecast: 'forecast' in forecast ? forecast : null,
    decision: decisions.find(({ recorded_at }) => isBy(recorded_at, turn.now)) ?? null,
    objectives: await objectivesOfGapThen(turn.tx, organisation, { kpi: id, who: turn.who, asOf: turn.now }),
  };
}
