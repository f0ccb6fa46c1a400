/** Where somebody left a map: what was folded and chosen, and which part of it they saw. */
export type MapPlace = {
  folded?: ReadonlySet<string>;
  active?: string | undefined;
  /** They went away from the tree, by a key. */
  wasInTree?: boolean;
  view?: { x: number; y: number; zoom: number };
};

const places = new Map<string, MapPlace>();

/** Where a map was left by whoever comes back to it on this page: by cycle, until the page is loaded anew. */
export function placeOf(cycle: string): MapPlace {
  const known = places.get(cycle) ?? {};
  places.set(cycle, known);
  return known;
}
