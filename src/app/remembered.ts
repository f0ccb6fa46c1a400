type Given = { version: string; answer: object };

/** Answers that were given before, each with the version of what it was made of. */
export type Memory = {
  /** The answer of before when nothing has changed since, the very same object; else a new one, kept in its place. */
  answer<T extends object>(key: string, version: string, make: () => Promise<T>): Promise<T>;
};

/** A memory of the answers asked for last; `most` bounds it, because an answer can be a few megabytes. */
export function memory(most = 20): Memory {
  const given = new Map<string, Given>();
  return {
    async answer<T extends object>(key: string, version: string, make: () => Promise<T>) {
      const before = given.get(key);
      given.delete(key);
      const answer = before?.version === version ? (before.answer as T) : await make();
      // Last in the order of the map, so that the first is the one that was not asked for the longest.
      given.set(key, { version, answer });
      if (given.size > most) given.delete(given.keys().next().value!);
      return answer;
    },
  };
}
