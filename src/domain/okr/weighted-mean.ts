/** The weighted mean, or undefined when nothing has weight. */
export function weightedMean(items: readonly { value: number; weight: number }[]): number | undefined {
  const heaviest = items.reduce((most, item) => Math.max(most, item.weight), 0);
  if (!(heaviest > 0)) return undefined;
  // Shares of the heaviest, because huge weights would add up to Infinity and tiny ones lose their products.
  const shares = items.map((item) => ({ value: item.value, weight: item.weight / heaviest }));
  const total = shares.reduce((sum, item) => sum + item.weight, 0);
  return shares.reduce((sum, item) => sum + item.value * (item.weight / total), 0);
}
