import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcceptedKpi } from '#contract/import-file.ts';
import type { ImportGuess } from '#contract/imports.ts';
import { call, dropAll } from '../../query.ts';
import { type Answer, correctionsOf, guessId } from './answers.ts';
import type { Chosen } from './read-file.ts';

/** How far the import is, in readings or KPIs. */
export type Progress = { done: number; total: number };

/** One file on its way in: what the person said to it, what it would do, and doing it. */
export function useImport() {
  const [file, setFile] = useState<Chosen>();
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const [accepted, setAccepted] = useState<ReadonlyMap<string, AcceptedKpi>>(new Map());
  const [progress, setProgress] = useState<Progress>();
  const [sheet, setSheet] = useState<string>();
  const settled = {
    ...(sheet !== undefined && { sheet }),
    corrections: correctionsOf(answers.values()),
    accept: [...accepted.values()],
  };
  // The content stays out of the key: it would be hashed at every stroke.
  const preview = useQuery({
    queryKey: ['imports.preview', file?.id, settled] as const,
    queryFn: ({ signal }) => call('imports.preview', { ...sent(file!), ...settled }, { signal }),
    enabled: file !== undefined,
    // While answers are read the last preview stays; that of another file does not.
    placeholderData: (last, query) => (query?.queryKey[1] === file?.id ? last : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  });
  const apply = useMutation({
    mutationFn: (reason: string) =>
      call(
        'imports.apply',
        { ...sent(file!), ...settled, ...(reason.trim() !== '' && { reason }) },
        { onProgress: (done, total) => setProgress({ done, total }) },
      ),
    onMutate: () => setProgress(undefined),
    onSuccess: () => dropAll(),
  });
  const begin = (): void => {
    setAnswers(new Map());
    setAccepted(new Map());
    setProgress(undefined);
    apply.reset();
  };
  const choose = (next: Chosen | undefined): void => {
    setFile(next);
    setSheet(undefined);
    begin();
  };
  // What was said of one sheet does not hold for another.
  const chooseSheet = (name: string): void => {
    setSheet(name);
    begin();
  };
  const answer = (guess: ImportGuess, given: ImportGuess['guess']): void =>
    setAnswers(new Map(answers).set(guessId(guess), { guess, answer: given }));
  return {
    file,
    choose,
    chooseSheet,
    answers,
    answer,
    accepted,
    setAccepted,
    preview,
    apply,
    progress,
  };
}

export type Importing = ReturnType<typeof useImport>;

function sent({ name, content, encoding }: Chosen) {
  return { name, content, encoding };
}
