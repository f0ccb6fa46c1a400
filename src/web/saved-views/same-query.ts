/** Whether two addresses ask for the same view: the same parameters in any order. */
export function isSameQuery(a: string, b: string): boolean {
  return inOrder(a) === inOrder(b);
}

function inOrder(query: string): string {
  const params = new URLSearchParams(query);
  params.sort();
  return params.toString();
}
