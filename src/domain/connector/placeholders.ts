import type { SourceConfig } from './config.ts';
import { mostPeriods } from './span.ts';

/** What a request may name in braces, and a query after a colon. */
export const placeholders = ['period', 'from', 'to', 'until', 'start', 'end', 'duration'] as const;

/**
 * `period` as it is written; `from` and `to` its first and last day, `until` the day after; `start` and `end` the instants in UTC at
 * which it begins and ends in the organisation's time zone; `duration` its length in seconds with an s, as PromQL writes a range.
 */
export type Placeholder = (typeof placeholders)[number];

const braces = new RegExp(`\\{(${placeholders.join('|')})\\}`, 'g');
const colons = new RegExp(`(?<![:\\w]):(${placeholders.join('|')})\\b`);

/** A text with its {placeholders} filled in; braces around anything else stay. */
export function filledIn(text: string, fill: (name: Placeholder) => string): string {
  return text.replaceAll(braces, (_, name: Placeholder) => fill(name));
}

/** Whether a text names a {placeholder}. */
function hasPlaceholder(text: string | undefined): boolean {
  return text !== undefined && new RegExp(braces.source).test(text);
}

/**
 * `past`: the source can be asked about any period, so the past can be filled in. `now`: it only knows its present state, which is
 * the reading of the period that is asked for last.
 */
export function reach(config: SourceConfig): 'past' | 'now' {
  switch (config.kind) {
    case 'http-json':
      return config.period !== undefined || hasPlaceholder(config.url) || hasPlaceholder(config.body)
        ? 'past'
        : 'now';
    case 'sql':
      return config.result === 'rows' || colons.test(config.query) ? 'past' : 'now';
    case 'github':
      if (config.count === 'search') return hasPlaceholder(config.query) ? 'past' : 'now';
      return config.count === 'stars' || config.count === 'open-issues' ? 'now' : 'past';
    case 'gitlab':
      return config.count.startsWith('open-') ? 'now' : 'past';
    case 'jira':
      return hasPlaceholder(config.jql) ? 'past' : 'now';
    case 'prometheus':
    case 'csv':
      return 'past';
  }
}

/**
 * How many periods may be asked for in one pull. GitHub's search takes 30 requests a minute, and answers for one period each; with a
 * denominator two.
 */
export function periodsAtOnce(config: SourceConfig): number {
  if (config.kind !== 'github') return mostPeriods;
  return config.denominator === undefined ? 30 : 15;
}
