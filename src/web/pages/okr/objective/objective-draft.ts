import type { Input } from '#contract/index.ts';
import type { Objective } from '#contract/objectives.ts';
import type { Commitment } from '#domain/okr/grade.ts';

type ParentDraft = { objective: string | null; kind: 'contributes to' | 'supports'; weight: string };

/** An objective as it stands in a form: texts where a person types, ids where one chooses. */
export type ObjectiveDraft = {
  title: string;
  why: string;
  owner: string | null;
  scope: 'organisation' | 'team' | 'person';
  team: string | null;
  person: string | null;
  commitment: Commitment;
  weight: string;
  pillar: string;
  parents: ParentDraft[];
  improves: string[];
  isPrivate: boolean;
  people: string[];
  teams: string[];
};

/** A draft of a new objective: owned by its writer, for the whole organisation. */
export function newDraft(owner: string | null, parent?: string): ObjectiveDraft {
  return {
    title: '',
    why: '',
    owner,
    scope: 'organisation',
    team: null,
    person: null,
    commitment: 'aspirational',
    weight: '1',
    pillar: '',
    parents: parent ? [{ objective: parent, kind: 'contributes to', weight: '1' }] : [],
    improves: [],
    isPrivate: false,
    people: [],
    teams: [],
  };
}

/** The draft that changes an objective from what it is. */
export function draftOf(objective: Omit<Objective, 'cycle'>): ObjectiveDraft {
  const { team, person, privateTo, parents, improves } = objective;
  return {
    title: objective.title,
    why: objective.why,
    owner: objective.owner,
    scope: team ? 'team' : person ? 'person' : 'organisation',
    team,
    person,
    commitment: objective.commitment,
    weight: String(objective.weight),
    pillar: objective.pillar ?? '',
    parents: parents.map((each) => ({ ...each, weight: String(each.weight) })),
    improves: improves.map(({ id }) => id),
    isPrivate: privateTo !== null,
    people: privateTo?.people ?? [],
    teams: privateTo?.teams ?? [],
  };
}

/** A weight as typed; what is no number is sent as such, so that the server names the fault. */
export function typedWeight(text: string): number {
  return text.trim() === '' ? 1 : Number(text.replace(',', '.'));
}

/** What a draft sends; a parent that was not chosen is left out. */
export function written(
  draft: ObjectiveDraft,
): Omit<Input<'objectives.change'>, 'objective'> & { title: string } {
  const { scope, parents, isPrivate } = draft;
  return {
    title: draft.title,
    why: draft.why,
    owner: draft.owner,
    team: scope === 'team' ? draft.team : null,
    person: scope === 'person' ? draft.person : null,
    commitment: draft.commitment,
    weight: typedWeight(draft.weight),
    pillar: draft.pillar.trim() || null,
    parents: parents.flatMap(({ objective, kind, weight }) =>
      objective === null ? [] : [{ objective, kind, weight: typedWeight(weight) }],
    ),
    improves: draft.improves,
    privateTo: isPrivate ? { people: draft.people, teams: draft.teams } : null,
  };
}
