import { oddsWords } from '#domain/forecast/odds.ts';
import { ambitionWord } from '#domain/okr/ambition.ts';
import type { DataRule } from './facts.ts';
import { rounded, said } from './said.ts';

/** A target that would be reached if nobody did anything. */
export const byItself: DataRule = {
  name: 'by-itself',
  why: 'What comes without anyone doing anything is business as usual. A KPI watches it; an OKR is for what needs a change.',
  source: 'PRODUCT 4.6; Grove, High Output Management (1983), on stretch',
  find(facts) {
    const { odds, kpi, calibrated } = facts;
    if (odds === undefined || ambitionWord(odds) !== 'comes by itself') return undefined;
    const words = oddsWords(odds, kpi?.cadence ?? 'weekly');
    return {
      severity: 'advice',
      message: `It would come by itself: the odds are ${words} if nothing changes. ${
        calibrated
          ? `A target is about ${said(facts, calibrated.target)}, a stretch ${said(facts, calibrated.stretch)}.`
          : 'Choose a target that takes a change.'
      }`,
      ...(calibrated && {
        repair: 'take the stretch as target',
        value: { target: rounded(facts, calibrated.stretch) },
      }),
    };
  },
};
