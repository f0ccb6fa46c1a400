type Advised = { title: string; team: string | null; keyResults: readonly unknown[] };

/** What experience says about the size of a set of goals; nobody is kept from another one. */
export function advice(objectives: readonly Advised[], teamName: (team: string | null) => string): string[] {
  const teams = Map.groupBy(objectives, ({ team }) => team);
  const many = [...teams].flatMap(([team, own]) =>
    own.length > 5
      ? [`${teamName(team)} has ${own.length} objectives: 3 to 5 are as many as a team can push at once.`]
      : [],
  );
  const sizes = objectives.flatMap(({ title, keyResults }) => {
    const count = keyResults.length;
    if (count === 0) return [`“${title}” has no key result: nobody will know when it is reached.`];
    if (count === 1) return [`“${title}” has 1 key result: 2 to 5 show it from more than one side.`];
    return count > 5 ? [`“${title}” has ${count} key results: 2 to 5 are enough to tell.`] : [];
  });
  return [...many, ...sizes];
}
