import { Switch } from '@mantine/core';
import { IconTrendingUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Forecast } from '#contract/forecasts.ts';
import { useView } from '../../view.ts';
import classes from './ForecastWords.module.css';
import { JudgedWhy } from './KpiWhy.tsx';
import { inWords } from './period-words.ts';

/** What is to be expected of a KPI if nothing changes: the odds of its target, why, and a switch for the fan. */
export function ForecastWords({ forecast }: { forecast: Forecast | undefined }): ReactNode {
  const [view, change] = useView({ fan: true });
  if (!forecast) return null;
  const { refused, odds, why, method, season, until, untilIs } = forecast;
  return (
    <section className={classes.forecast} aria-label="Forecast">
      <IconTrendingUp size={15} stroke={1.6} aria-hidden />
      {refused ? (
        <p>{refused}</p>
      ) : (
        <p>
          {inWords(odds?.sentence ?? `The fan reaches to ${until}, ${untilIs}.`)}{' '}
          <JudgedWhy title="Forecast" why={why} />
          <small>
            {method}; season {season}.
          </small>
        </p>
      )}
      {!refused && (
        <Switch
          size="xs"
          label="Show the forecast"
          checked={view.fan}
          onChange={(event) => change({ fan: event.currentTarget.checked })}
        />
      )}
    </section>
  );
}
