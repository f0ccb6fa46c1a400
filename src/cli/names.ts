import { type Name, operations } from '#contract/index.ts';
import type { Operation } from '#contract/operation.ts';

/** `keyResults` as it is typed in a terminal: `key-results`. */
export function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A command: the noun and the verb as they are typed, and the operation behind them. */
export type Command = { noun: string; verb: string; operation: Operation & { name: Name } };

/** Every operation as a command, in the contract's order. */
export const commands: readonly Command[] = [...operations].map(([name, operation]) => {
  const [noun, verb] = name.split('.') as [string, string];
  return { noun: kebab(noun), verb: kebab(verb), operation: { ...operation, name } };
});
