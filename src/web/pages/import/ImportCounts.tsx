import type { ReactNode } from 'react';
import type { ImportPreview } from '#contract/imports.ts';
import { Counts } from '../../parts/Counts.tsx';

/** What a file would do, in five numbers; what it would not do is as large as the rest. */
export function ImportCounts({ preview }: { preview: ImportPreview }): ReactNode {
  const { create, change, same, unreadable, skip } = preview.counts;
  const what = preview.kind === 'definitions' ? 'KPIs' : 'readings';
  return (
    <Counts
      of={[
        { count: create, words: `${what} to create`, glyph: 'check', tone: 'good' },
        { count: change, words: `${what} to change`, glyph: 'diamond', tone: 'warn' },
        { count: same, words: `${what} the same`, glyph: 'dash', tone: 'quiet' },
        { count: unreadable, words: 'cells that cannot be read', glyph: 'cross', tone: 'bad' },
        { count: skip, words: 'cells skipped', glyph: 'dashed', tone: 'quiet' },
      ]}
    />
  );
}
