import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Input } from '#contract/index.ts';
import { call, dropAll } from '../../query.ts';
import { useView } from '../../view.ts';

export type LineCorrection = NonNullable<Input<'okrDocuments.preview'>['lines']>[number];

/** One document on its way in: into which cycle, what the person said of its lines, what it would write, and writing it. */
export function useOkrImport() {
  const [{ cycle }, change] = useView({ cycle: '' });
  const [document, setDocument] = useState<{ id: number; text: string }>();
  const [lines, setLines] = useState<ReadonlyMap<number, LineCorrection>>(new Map());
  const [teams, setTeams] = useState<ReadonlyMap<number, string | null>>(new Map());
  const said = {
    cycle,
    lines: [...lines.values()],
    teams: [...teams].map(([line, team]) => ({ line, team })),
  };
  // The text stays out of the key: it would be hashed at every stroke.
  const preview = useQuery({
    queryKey: ['okrDocuments.preview', document?.id, said] as const,
    queryFn: ({ signal }) => call('okrDocuments.preview', { ...said, text: document!.text }, { signal }),
    enabled: document !== undefined && cycle !== '',
    placeholderData: (last, query) => (query?.queryKey[1] === document?.id ? last : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  });
  const apply = useMutation({
    mutationFn: () => call('okrDocuments.apply', { ...said, text: document!.text }),
    onSuccess: () => dropAll(),
  });
  const read = (text: string | undefined): void => {
    setDocument(text === undefined ? undefined : { id: (document?.id ?? 0) + 1, text });
    setLines(new Map());
    setTeams(new Map());
    apply.reset();
  };
  /** Corrects one line; an empty correction takes back what was said. */
  const correct = (line: number, part: Omit<LineCorrection, 'line'> | undefined): void => {
    const next = new Map(lines);
    if (part === undefined) next.delete(line);
    else next.set(line, { ...lines.get(line), ...part, line });
    setLines(next);
  };
  const chooseTeam = (line: number, team: string | null): void => setTeams(new Map(teams).set(line, team));
  const chooseCycle = (next: string): void => change({ cycle: next });
  return {
    ...{ text: document?.text, read, cycle, chooseCycle, lines, correct, chooseTeam, preview, apply },
  };
}

export type OkrImporting = ReturnType<typeof useOkrImport>;
