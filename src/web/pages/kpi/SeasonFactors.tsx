import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import type { Point } from '../../charts/series.ts';
import type { Scheme } from '../../save/chart-svg.ts';
import { drawingWays } from '../../save/drawing-ways.ts';
import { SaveAs } from '../../save/SaveAs.tsx';
import { type PlacedSeason, seasonSentence, slotsOf } from './kpi-season.ts';
import classes from './SeasonFactors.module.css';

type Props = {
  season: PlacedSeason;
  points: readonly Point[];
  kpi: Judgement['kpi'];
  /** The day as of which it is shown; today when it is left out. */
  day: string | undefined;
};

const cycleWords: Record<number, string> = { 7: 'week', 12: 'year', 52: 'year' };

/** The season by itself: how far each month, week or day usually lies above or below the level, as bars and in words. */
export function SeasonFactors({ season, points, kpi, day }: Props): ReactNode {
  const slots = useMemo(() => slotsOf(season, points, kpi), [season, points, kpi]);
  const middle = season.kind === 'ratio' ? 1 : 0;
  const most = Math.max(...slots.map(({ factor }) => Math.abs(factor - middle)), 1e-12);
  const scheme = useComputedColorScheme('light');
  const explains = `explains ${Math.round(season.strength * 100)}% of the variation`;
  const title = `${kpi.name}: the season of a ${cycleWords[season.period]}`;
  const draw = async (colours: Scheme): Promise<string> => {
    const { seasonSvg } = await import('./season-svg.ts');
    const words = `It ${explains}. ${seasonSentence(slots)}`;
    return seasonSvg({ title, words, day, scheme: colours }, slots, middle);
  };
  return (
    <section className={classes.season} aria-label="Season">
      <h3>
        What the season of a {cycleWords[season.period]} does
        <span>{explains}</span>
        <SaveAs of="the season" ways={drawingWays(scheme, { name: [kpi.name, 'season'], day, draw })} />
      </h3>
      <ol className={classes.bars} style={{ gridTemplateColumns: `repeat(${slots.length}, 1fr)` }}>
        {slots.map(({ name, factor, words }) => {
          const part = ((factor - middle) / most) * 50;
          return (
            <li key={name} title={words}>
              <span className={classes.frame} aria-hidden="true">
                <span
                  className={part >= 0 ? classes.above : classes.below}
                  style={{ height: `${Math.abs(part)}%` }}
                />
              </span>
              <span className="unseen">{words}</span>
              {slots.length <= 12 && (
                <span aria-hidden="true" className={classes.name}>
                  {name.slice(0, 3)}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {slots.length > 12 && (
        <p className={classes.ends} aria-hidden="true">
          <span>Week 1</span>
          <span>Week 26</span>
          <span>Week 52</span>
        </p>
      )}
      <p>{seasonSentence(slots)}</p>
    </section>
  );
}
