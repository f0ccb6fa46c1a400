import { Worker } from 'node:worker_threads';
import { SourceFault } from '#app/connector/source.ts';
import { networkFault } from './network-fault.ts';
import { isPlain, picked } from './pick.ts';

/** What an expression is for: `rows` and `next` are asked of the whole answer, the others of each row. */
export type Part = 'rows' | 'next' | 'period' | 'value' | 'numerator' | 'denominator' | 'note';

/** An answer's text, and the JSONata to ask it with; without `rows` an array is the rows, and anything else the one row. */
export type Task = {
  text: string;
  expressions: Partial<Record<Part, string | undefined>>;
  mostRows: number;
  seconds: number;
};

type Row = { cells: Partial<Record<Part, string | number>> } | { fault: string };

/** What expressions gave: rows in the answer's order, or why there are none. */
export type Picked = { rows: Row[]; next?: string | number | undefined } | { fault: string };

/** Expressions, those that could run for ever in a thread of their own, which `close` ends. */
export type Expressions = {
  pick(
    task: Omit<Task, 'seconds'>,
    signal: AbortSignal,
  ): Promise<{ rows: Row[]; next?: string | number | undefined }>;
  close(): Promise<void>;
};

// Larger answers are not taken apart where requests wait for their turn.
const largestHere = 2 ** 20;

/** Opens expressions; one that takes longer than so many seconds ends with its thread, and every later one is refused. */
export function openExpressions(seconds: number): Expressions {
  let thread: Thread | undefined;
  return {
    pick: async (given, signal) => {
      const task = { ...given, seconds };
      // A thread takes thirty times as long to begin as most expressions take to run, and most are plain.
      const here = task.text.length <= largestHere && isPlain(task.expressions);
      if (!here) thread ??= startThread();
      const answer = await (thread ? answered(thread, task, signal) : picked(task));
      if ('fault' in answer) throw new SourceFault(answer.fault);
      return answer;
    },
    close: async () => {
      await thread?.worker.terminate();
    },
  };
}

/** `broken`: an error while nobody waited, which is told to whoever asks next. */
type Thread = { worker: Worker; broken?: unknown };

function startThread(): Thread {
  const worker = new Worker(new URL('./expressions-worker.ts', import.meta.url), {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  worker.unref();
  const thread: Thread = { worker };
  worker.on('error', (error) => {
    thread.broken = error;
  });
  return thread;
}

function answered({ worker, broken }: Thread, task: Task, signal: AbortSignal): Promise<Picked> {
  return new Promise((done, fail) => {
    const settle = (end: () => void) => {
      clearTimeout(timer);
      worker.off('message', message).off('error', error);
      signal.removeEventListener('abort', abort);
      end();
    };
    const message = (answer: Picked) => settle(() => done(answer));
    const error = (reason: unknown) => settle(() => fail(workerFault(reason)));
    const abort = () => settle(() => fail(networkFault(signal.reason, 'The source')));
    const late = () => settle(() => fail(tooLong(task.seconds)));
    // Half a second more than the expression itself is given, which ends with a better sentence where it can.
    const timer = setTimeout(late, task.seconds * 1000 + 500);
    if (signal.aborted) return abort();
    if (broken) return error(broken);
    worker.once('message', message).once('error', error);
    signal.addEventListener('abort', abort, { once: true });
    worker.postMessage(task);
  });
}

function tooLong(seconds: number): SourceFault {
  return new SourceFault(
    `The expressions take longer than ${seconds} s: make them simpler, or ask for less.`,
  );
}

function workerFault(reason: unknown): SourceFault {
  const { code } = reason as { code?: string };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new SourceFault('The expressions need too much memory: make them simpler, or ask for less.');
  return new SourceFault('The expressions broke off: make them simpler.');
}
