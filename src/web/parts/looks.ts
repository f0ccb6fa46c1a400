import type { Capability } from '#domain/kpi/capability.ts';
import type { Sense } from '#domain/kpi/signals.ts';
import type { Status } from '#domain/kpi/status.ts';
import type { Glyph } from './glyphs.ts';
import type { Tone } from './Mark.tsx';

/** How a judgement looks: its shape, tone and word. */
export type Look = { glyph: Glyph; tone: Tone; word: string };

/** The look of each status. */
export const statusLook: Record<Status, Look> = {
  breach: { glyph: 'cross', tone: 'bad', word: 'Breach' },
  warning: { glyph: 'warning', tone: 'warn', word: 'Warning' },
  healthy: { glyph: 'check', tone: 'good', word: 'Healthy' },
  overdue: { glyph: 'clock', tone: 'warn', word: 'Overdue' },
  'no data': { glyph: 'dash', tone: 'quiet', word: 'No data' },
  'no threshold': { glyph: 'dashed', tone: 'quiet', word: 'No threshold' },
};

/** The look of each sense of a signal. */
export const signalLook: Record<Sense, Look> = {
  improvement: { glyph: 'diamond', tone: 'good', word: 'Improvement' },
  deterioration: { glyph: 'square', tone: 'bad', word: 'Deterioration' },
  neither: { glyph: 'triangle', tone: 'plain', word: 'Change' },
};

/** The look of a KPI without a signal: all is noise, or there are no limits yet. */
export function quietLook(isTooFew: boolean): Look {
  return { glyph: 'dash', tone: 'quiet', word: isTooFew ? 'Too few points' : 'Noise' };
}

/** The tone and word of each capability; its shape is a bar beside a line. */
export const capabilityLook: Record<Capability, Pick<Look, 'tone' | 'word'>> = {
  capable: { tone: 'good', word: 'Capable' },
  'hit and miss': { tone: 'warn', word: 'Hit and miss' },
  'not capable': { tone: 'bad', word: 'Not capable' },
};
