import type { Input, Name, Output } from '#contract/index.ts';
import type { TestApp } from '../app.ts';

/** The ids that a walk has met so far, by the names that its steps gave them. */
export type Scene = Record<string, string>;

export type Someone = 'owner' | 'admin' | 'member' | 'viewer' | 'nobody';

/** One operation done in the course of a walk. */
export type Step<N extends Name = Name> = {
  name: N;
  as: Someone;
  input(scene: Scene): Input<N>;
  /** What later steps refer to. */
  keep(answer: Output<N>): Scene;
  /** Its list has ties that nothing decides. */
  unordered: boolean;
  /** What the jobs do before the next step. */
  meanwhile(app: TestApp): Promise<void>;
};

type More<N extends Name> = Partial<Pick<Step<N>, 'keep' | 'unordered' | 'meanwhile'>>;

/** A step of somebody; its input may need the ids of earlier ones. */
export function step<N extends Name>(
  as: Someone,
  name: N,
  input: Input<N> | ((scene: Scene) => Input<N>),
  { keep = () => ({}), unordered = false, meanwhile = async () => {} }: More<N> = {},
): Step {
  const made: Step<N> = {
    name,
    as,
    input: typeof input === 'function' ? (input as (scene: Scene) => Input<N>) : () => input,
    keep,
    unordered,
    meanwhile,
  };
  return made as unknown as Step;
}
