import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { fillMillions } from './fill.ts';
import { measureAll } from './measure.ts';
import { printTable } from './table.ts';

// `npm run bench` measures on an empty database; `-- --large` then does so beside 20 million readings and 50,000 key results.
const large = process.argv.includes('--large');
const quiet = {
  info() {},
  warn() {},
  error(text: string) {
    process.stderr.write(`${text}\n`);
  },
};

const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
if (process.getuid?.() === 0) chownSync(folder, 0, 0);
const embedded = await startEmbedded({ folder, log: quiet });
const children: ReturnType<typeof spawn>[] = [];
try {
  const { roles } = await migrate(embedded.connection);
  const { host, user, database } = embedded.connection;
  const url = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host!)}`;
  const env = {
    ...process.env,
    DATABASE_URL: url,
    TANDEM_DATA: folder,
    TANDEM_SECRET: 'a secret that only the bench uses, long enough',
  };
  const served = await started('src/main.ts', { ...env, PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT: '0' });
  const floors = await started('test/bench/floors.ts', env);
  const open = openDatabase(embedded.connection, roles, quiet);
  const place = { served, floors, open };
  printTable('On an empty database', await measureAll(place, process.argv.includes('--quick')));
  if (large) {
    const from = performance.now();
    await fillMillions(open.owner, { readings: 20_000_000, keyResults: 50_000 });
    process.stdout.write(
      `\nFilled 20 million readings and 50,000 key results in ${Math.round((performance.now() - from) / 1000)} s.\n`,
    );
    printTable(
      'Beside 20 million readings and 50,000 key results',
      await measureAll(place, process.argv.includes('--quick')),
    );
  }
  await open.close();
} finally {
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(
    children.map(
      (child) =>
        new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(0))),
    ),
  );
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Starts a program of ours as a child and waits for the address that it prints. */
function started(program: string, env: NodeJS.ProcessEnv): Promise<{ address: string; pid: number }> {
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const { promise, resolve, reject } = Promise.withResolvers<{ address: string; pid: number }>();
  child.stdout!.on('data', (chunk: Buffer) => {
    const address = /http:\/\/\S+/.exec(chunk.toString())?.[0];
    if (address) resolve({ address, pid: child.pid! });
  });
  child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it listened`)));
  return promise;
}
