import type { RunSeries } from './series.ts';

/** The newest points of a series, with their limits and signals, where there is no room for its notes: at most `count` slots. */
export function lately(series: RunSeries, count = 26): RunSeries {
  const cut = Math.max(0, series.points.length - count);
  const { proposal: _, past: __, ...kept } = series;
  return {
    ...kept,
    points: series.points.slice(cut),
    phases: series.phases.flatMap((phase) =>
      phase.to < cut ? [] : [{ ...phase, from: Math.max(0, phase.from - cut), to: phase.to - cut }],
    ),
    signals: series.signals.flatMap((signal) =>
      signal.index < cut
        ? []
        : [
            {
              ...signal,
              index: signal.index - cut,
              points: signal.points.flatMap((each) => (each < cut ? [] : [each - cut])),
            },
          ],
    ),
    annotations: [],
    changes: (series.changes ?? []).flatMap((change) =>
      change.index < cut ? [] : [{ ...change, index: change.index - cut }],
    ),
  };
}
