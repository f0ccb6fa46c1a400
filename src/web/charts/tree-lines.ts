/** What one column of indent shows in a row: a line passing by, a branch to this row, the last branch, or nothing. */
export type TreeLine = 'past' | 'branch' | 'last' | 'none';

/** The indent of each row of a tree that is written out in order, given the depth of each; roots (depth 0) have none. */
export function treeLines(depths: readonly number[]): TreeLine[][] {
  const rows: TreeLine[][] = [];
  // From the end: a column goes on below a row if a sibling follows before anything shallower.
  let open: boolean[] = [];
  for (const depth of depths.toReversed()) {
    rows.push(
      Array.from({ length: depth }, (_, column): TreeLine => {
        const goesOn = open[column + 1] === true;
        if (column < depth - 1) return goesOn ? 'past' : 'none';
        return goesOn ? 'branch' : 'last';
      }),
    );
    open = open.slice(0, depth + 1);
    open[depth] = true;
  }
  return rows.reverse();
}
