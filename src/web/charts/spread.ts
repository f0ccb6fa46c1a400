/** Moves labels apart along a line: keeps their order, keeps `room` between neighbours and all of them within the ends while they fit. */
export function spread(wanted: readonly number[], room: number, least: number, most: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const gap = Math.min(room, order.length > 1 ? (most - least) / (order.length - 1) : room);
  type Cluster = { middle: number; members: number[] };
  const clusters: Cluster[] = [];
  const edge = ({ middle, members }: Cluster, side: -1 | 1) =>
    middle + (side * gap * (members.length - 1)) / 2;
  const held = (cluster: Cluster): Cluster => {
    const half = (gap * (cluster.members.length - 1)) / 2;
    const mean = cluster.members.reduce((sum, index) => sum + wanted[index]!, 0) / cluster.members.length;
    return { ...cluster, middle: Math.min(most - half, Math.max(least + half, mean)) };
  };
  for (const index of order) {
    let cluster = held({ middle: 0, members: [index] });
    let before = clusters.at(-1);
    while (before && edge(cluster, -1) - edge(before, 1) < gap - 1e-9) {
      clusters.pop();
      cluster = held({ middle: 0, members: [...before.members, ...cluster.members] });
      before = clusters.at(-1);
    }
    clusters.push(cluster);
  }
  const placed: number[] = [];
  for (const cluster of clusters) {
    for (const [at, index] of cluster.members.entries()) placed[index] = edge(cluster, -1) + at * gap;
  }
  return placed;
}
