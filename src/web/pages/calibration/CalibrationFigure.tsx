import { type ReactNode, useMemo, useRef } from 'react';
import type { Calibration } from '#contract/calibrations.ts';
import { Reliability } from '../../charts/Reliability.tsx';
import { reliabilitySummary } from '../../charts/reliability.ts';
import { Why } from '../../parts/Why.tsx';
import { SaveChart } from '../../save/SaveChart.tsx';
import classes from './Calibration.module.css';
import { brierWords, reliabilityWords, resolutionWords } from './calibration-words.ts';
import { VerdictMark } from './VerdictMark.tsx';

const say = (said: number) => String(Math.round(said * 10));

/** The reliability diagram of one scope beside its numbers in words. */
export function CalibrationFigure({
  calibration,
  name,
}: {
  calibration: Calibration;
  name: string;
}): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const { levels, keyResults, reached, brier, reliability, resolution, uncertainty, verdict, sentence, why } =
    calibration;
  const bins = useMemo(
    () =>
      levels.map(({ confidence, count, reached: cameTrue, low, high }) => ({
        said: confidence / 10,
        count,
        cameTrue,
        low,
        high,
      })),
    [levels],
  );
  const title = `Confidence of ${name === 'Everybody' ? 'everybody' : name}`;
  return (
    <section className={classes.figure} aria-labelledby="calibration-of">
      <div ref={frame}>
        <Reliability name={title} bins={bins} say={say} across="confidence that was told" />
        <SaveChart name={title} frame={frame} words={reliabilitySummary(title, bins, say)} />
      </div>
      <div className={classes.words}>
        <h2 id="calibration-of">{name}</h2>
        <p>
          <VerdictMark verdict={verdict} />
        </p>
        <p>{sentence}</p>
        <dl>
          <div>
            <dt>Brier score</dt>
            <dd>
              <Why title={`Brier score ${brier.toFixed(3)}`} rule={why.rule} inputs={why.inputs}>
                <b>{brier.toFixed(3)}</b>
              </Why>{' '}
              <span>{brierWords(brier)}</span>
            </dd>
          </div>
          <div>
            <dt>Off by</dt>
            <dd>
              {reliability.toFixed(3)} <span>{reliabilityWords(reliability)}</span>
            </dd>
          </div>
          <div>
            <dt>Told apart</dt>
            <dd>
              {resolution.toFixed(3)} <span>{resolutionWords(resolution, uncertainty)}</span>
            </dd>
          </div>
          <div>
            <dt>How mixed</dt>
            <dd>
              {uncertainty.toFixed(3)}{' '}
              <span>
                {reached} of {keyResults} were reached
              </span>
            </dd>
          </div>
        </dl>
        <p className={classes.quiet}>
          The area of a dot is its number of key results, and the whisker holds the true share 95 times in
          100. A square is further from the line than chance explains.
        </p>
      </div>
    </section>
  );
}
