import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { daemon, folderFor, freePort, unprivileged } from './daemon.ts';

/** Where the set-up of the tests unpacks Debian's packages: nobody has to be able to run what is in there. */
export const unpacked =
  process.getuid?.() === 0
    ? '/var/cache/tandem-tests'
    : join(import.meta.dirname, '..', 'node_modules', '.cache', 'tandem-tests');

/** The folder of the programs of Prometheus: the system's, else the one that the set-up has unpacked; undefined when there is none. */
export function findPrometheus(): string | undefined {
  return ['/usr/bin', '/usr/local/bin', join(unpacked, 'usr', 'bin')].find((folder) =>
    ['prometheus', 'promtool'].every((program) => existsSync(join(folder, program))),
  );
}

/**
 * A Prometheus for the length of a test that holds these samples (OpenMetrics text, with seconds as timestamps) and scrapes nothing;
 * its address, or undefined when there is none, and then the test is reported as skipped with what to install.
 */
export async function prometheusServer(t: TestContext, samples: string): Promise<string | undefined> {
  const bin = findPrometheus();
  if (!bin) return void t.skip('needs a Prometheus: install Debian’s package prometheus');
  const folder = folderFor('prometheus');
  const [written, settings, data] = ['samples', 'prometheus.yml', 'data'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(written, samples);
  writeFileSync(settings, '{}\n');
  for (const file of [written, settings]) chmodSync(file, 0o644);
  execFileSync(
    join(bin, 'promtool'),
    // Else it writes a block for each two hours, a thousand of them.
    ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', '--max-block-duration=4000h', written, data],
    {
      ...unprivileged(),
      cwd: folder,
    },
  );
  const url = `http://127.0.0.1:${await freePort()}`;
  const options = [
    `--config.file=${settings}`,
    `--storage.tsdb.path=${data}`,
    '--storage.tsdb.retention.time=100y',
    `--web.listen-address=${new URL(url).host}`,
  ];
  await daemon(t, [join(bin, 'prometheus'), ...options], {
    folder,
    stop: 'SIGKILL',
    answers: () => isReady(url),
  });
  return url;
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/-/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
