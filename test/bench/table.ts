import type { Measured } from './load.ts';

/** One line of the bench: what was measured, the floors of the same run beside it, and the aim. */
export type Line = {
  what: string;
  measured: Measured;
  floors: { name: string; measured: Measured }[];
  note?: string;
};

/** Prints the lines with throughput, p50, p99, and the ratio of p50 to that of each floor. */
export function printTable(title: string, lines: readonly (Line | string)[]): void {
  process.stdout.write(
    `\n${title}\n${row(['', 'per s', 'p50 ms', 'p99 ms', 'ratio', 'failed'])}\n${'-'.repeat(104)}\n`,
  );
  for (const line of lines) {
    if (typeof line === 'string') {
      process.stdout.write(`${line}\n`);
      continue;
    }
    process.stdout.write(
      `${row([line.what, ...numbers(line.measured), '', String(line.measured.failed)])}${line.note ? `  ${line.note}` : ''}\n`,
    );
    for (const floor of line.floors) {
      const ratio = line.measured.p50 / floor.measured.p50;
      process.stdout.write(
        `${row([`  floor: ${floor.name}`, ...numbers(floor.measured), `${ratio.toFixed(2)} ×`, String(floor.measured.failed)])}\n`,
      );
    }
  }
}

function numbers({ perSecond, p50, p99 }: Measured): string[] {
  return [perSecond.toFixed(perSecond < 100 ? 1 : 0), p50.toFixed(2), p99.toFixed(2)];
}

function row([first, ...rest]: string[]): string {
  return first!.padEnd(56) + rest.map((text) => text.padStart(9)).join('');
}
