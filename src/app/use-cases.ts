import type { Noun } from '#contract/index.ts';
import type { UseCases } from './act.ts';
import { organisations } from './organisations.ts';

/** Every noun of the contract with its use cases; one that is missing does not compile. */
const nouns: { [T in Noun]: UseCases<T> } = {
  organisations,
};

type AnyUseCase = (act: never, input: never) => Promise<unknown>;

/** The use cases by the name of their operation. */
export const useCases: ReadonlyMap<string, AnyUseCase> = new Map(
  Object.entries(nouns).flatMap(([noun, verbs]) =>
    Object.entries(verbs as Record<string, AnyUseCase>).map(([verb, run]): [string, AnyUseCase] => [
      `${noun}.${verb}`,
      run,
    ]),
  ),
);
