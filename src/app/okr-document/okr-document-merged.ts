import type { OkrDocumentPreview, PreviewedObjective } from '#contract/okr-documents.ts';
import { plainName } from '#domain/import/names.ts';
import type { OkrDocument } from '#domain/okr-document/document.ts';
import { shortReason } from '#domain/okr-document/words.ts';

/** What two objectives share when they are the same one: team and title. */
export function titleKey(title: string, team: string | null): string {
  return `${team ?? ''} ${plainName(title)}`;
}

/** An objective that a document names twice for one team is one, with what is said of both. */
export function merged(objectives: readonly PreviewedObjective[]): PreviewedObjective[] {
  const byKey = new Map<string, PreviewedObjective>();
  for (const objective of objectives) {
    const key = titleKey(objective.title, objective.team);
    const before = byKey.get(key);
    const named = Map.groupBy([...(before?.keyResults ?? []), ...objective.keyResults], ({ title }) =>
      plainName(title),
    );
    const once = [...named.values()].map((same) => ({
      ...same[0]!,
      outcomes: same.flatMap(({ outcomes }) => outcomes),
      initiatives: same.flatMap(({ initiatives }) => initiatives),
    }));
    const why = [before?.why, objective.why].filter(Boolean).join('\n\n');
    byKey.set(key, { ...(before ?? objective), why: shortReason(why), keyResults: once });
  }
  return [...byKey.values()];
}

/** What a document would write, and what of it is there, in numbers. */
export function counted(
  { lines }: OkrDocument,
  objectives: readonly PreviewedObjective[],
): OkrDocumentPreview['counts'] {
  const keyResults = objectives.flatMap((each) => each.keyResults);
  const fresh = keyResults.filter(({ exists }) => !exists);
  const all = [...objectives, ...keyResults];
  return {
    objectives: objectives.filter(({ exists }) => !exists).length,
    keyResults: fresh.length,
    initiatives: fresh.reduce((sum, { initiatives }) => sum + initiatives.length, 0),
    same: all.filter(({ exists }) => exists).length,
    outcomes: all.filter(({ outcomes }) => outcomes.length > 0).length,
    notUnderstood: lines.filter(({ kind }) => kind === 'not understood').length,
    problems: all.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'problem').length,
  };
}
