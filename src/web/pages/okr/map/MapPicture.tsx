import type { ReactNode, Ref } from 'react';
import { formatValue } from '#domain/kpi/format.ts';
import { percent } from '../../../parts/dates.ts';
import { healthLooks } from '../../../parts/HealthMark.tsx';
import { statusLook } from '../../../parts/looks.ts';
import { glyphs } from '../../../parts/Mark.tsx';
import { barMarks } from '../../../parts/progress-bar.ts';
import { wrapped } from '../../../save/chart-svg.ts';
import { Lines } from './Lines.tsx';
import classes from './MapPicture.module.css';
import tones from './MapTones.module.css';
import { type Card, sizes } from './map-cards.ts';
import { linesOf } from './map-lines.ts';
import type { Placed } from './useLayout.ts';

type Props = {
  name: string;
  cards: readonly Card[];
  placed: Placed;
  drawing?: Ref<SVGSVGElement>;
};

const air = 4;
const perLine = 33;

/** The whole map as one drawing: what is printed and saved. */
export function MapPicture({ name, cards, placed: { graph, places }, drawing }: Props): ReactNode {
  const { at, width, height } = places;
  const whole = `0 0 ${width + 2 * air} ${height + 2 * air}`;
  return (
    <svg
      ref={drawing}
      className={classes.picture}
      viewBox={whole}
      role="img"
      aria-label={`Alignment map of ${name}`}
    >
      <g transform={`translate(${air},${air})`}>
        <Lines lines={linesOf(cards, graph.edges, places)} />
        {cards.map((card) => {
          const place = at[card.id];
          return (
            place && (
              <g key={card.id} transform={`translate(${place[0]},${place[1]})`}>
                {card.kind === 'kpi' ? <Kpi card={card} /> : <Objective card={card} />}
              </g>
            )
          );
        })}
      </g>
    </svg>
  );
}

function Objective({ card }: { card: Extract<Card, { kind: 'objective' }> }): ReactNode {
  const { objective, cycle, whose, isFolded, hidden } = card;
  const { width, height } = sizes.objective;
  const { glyph, tone } = healthLooks(objective.health);
  const [first = '', ...rest] = wrapped(objective.title, perLine);
  const second = rest.join(' ');
  const marks = barMarks(objective.progress);
  const bar = 58;
  return (
    <>
      <rect
        className={`${classes.card} ${objective.alignment.length > 0 ? classes.lacks : ''}`}
        width={width}
        height={height}
        rx={6}
      />
      <rect className={tones[tone]} width={4} height={height} rx={2} />
      <text className={classes.title} x={14} y={21}>
        {first}
      </text>
      {second && (
        <text className={classes.title} x={14} y={38}>
          {cut(second, perLine)}
        </text>
      )}
      <g className={tones[`${tone}-glyph`]} transform={`translate(14,${height - 21})`}>
        {glyph}
      </g>
      <rect
        className={tones.track}
        x={36 + (bar * marks.zero) / 100}
        y={height - 17}
        width={(bar * (marks.one - marks.zero)) / 100}
        height={6}
      />
      {objective.progress !== null && (
        <rect
          className={tones.fill}
          x={36 + (bar * marks.fillFrom) / 100}
          y={height - 17}
          width={(bar * (marks.fillTo - marks.fillFrom)) / 100}
          height={6}
        />
      )}
      <text className={classes.small} x={36 + bar + 6} y={height - 10}>
        {percent(objective.progress)}
      </text>
      <text className={classes.whose} x={width - 12} y={height - 10}>
        {`${cycle ?? whose}${isFolded ? `  +${hidden}` : ''}`}
      </text>
    </>
  );
}

function Kpi({ card: { kpi } }: { card: Extract<Card, { kind: 'kpi' }> }): ReactNode {
  const { width, height } = sizes.kpi;
  const { glyph, tone } = statusLook[kpi.status];
  const value = formatValue(kpi.value, kpi.unit, kpi.decimals);
  // What the value leaves of the card, in letters of this size.
  const room = Math.floor((width - 64 - value.length * 6.9) / 6.5);
  return (
    <>
      <rect className={classes.card} width={width} height={height} rx={height / 2} />
      <g className={tones[`${tone}-glyph`]} transform={`translate(16,${height / 2 - 7})`}>
        {glyphs[glyph]}
      </g>
      <text className={classes.small} x={38} y={height / 2 + 4}>
        {cut(kpi.name, room)}
      </text>
      <text className={classes.whose} x={width - 16} y={height / 2 + 4}>
        {value}
      </text>
    </>
  );
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…` : text;
}
