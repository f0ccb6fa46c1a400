// Looks for what the tests need besides npm's packages, installs it where it may, and says in a line each what they will use.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { findMariadb } from './mariadb-server.ts';
import { debianBinaries } from './postgresql-server.ts';
import { findPrometheus, unpacked } from './prometheus-server.ts';

const playwright = join(import.meta.dirname, '..', 'node_modules', 'playwright-core', 'cli.js');
const root = process.getuid?.() === 0;
// Ubuntu's chromium is an empty package that asks for a snap, which a container has not.
const debian =
  root && existsSync('/etc/debian_version') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

const browser =
  findBrowser() ??
  (debian && installed('chromium') ? findBrowser() : undefined) ??
  (ran(process.execPath, [playwright, 'install', ...(root ? ['--with-deps'] : []), 'chromium'])
    ? findBrowser()
    : undefined);
say('browser', browser, 'none: install Chromium or Chrome, or set CHROME_PATH to one');

const postgresql =
  (process.env.TANDEM_TEST_DATABASE_URL ? 'TANDEM_TEST_DATABASE_URL' : undefined) ??
  debianBinaries() ??
  (root && existsSync('/etc/debian_version') && installed('postgresql') ? debianBinaries() : undefined);
say(
  'external PostgreSQL',
  postgresql,
  "none, its tests are skipped: install Debian's postgresql, or set TANDEM_TEST_DATABASE_URL",
);

const mariadb = findMariadb() ?? (debian && installed('mariadb-server-core') ? findMariadb() : undefined);
say('MariaDB', mariadb, "none, its tests are skipped: install Debian's mariadb-server-core");

const prometheus = findPrometheus() ?? (debian && unpackedPrometheus() ? findPrometheus() : undefined);
say('Prometheus', prometheus, "none, its tests are skipped: install Debian's prometheus");

if (!browser) process.exitCode = 1;

// Installed, it would be started as a service of the machine, now and at each boot; the tests only want to run it.
function unpackedPrometheus(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-prometheus-'));
  process.stdout.write("Unpacking Debian's prometheus\n");
  const download = () => ran('apt-get', ['download', '-q', 'prometheus'], folder);
  const got = download() || (ran('apt-get', ['update', '-q']) && download());
  const [file] = got ? readdirSync(folder) : [];
  const done = file !== undefined && ran('dpkg-deb', ['--extract', join(folder, file), unpacked]);
  rmSync(folder, { recursive: true, force: true });
  return done;
}

function installed(name: string): boolean {
  // Beside another server of the same kind it is not installed, rather than in its stead.
  const install = ['install', '-y', '-q', '--no-install-recommends', '--no-remove', name];
  process.stdout.write(`Installing Debian's ${name}\n`);
  // A machine as it was unpacked has no lists of packages yet.
  return ran('apt-get', install) || (ran('apt-get', ['update', '-q']) && ran('apt-get', install));
}

function ran(command: string, args: string[], cwd?: string): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync(command, args, {
    env,
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(stderr ?? '');
  return status === 0;
}

function say(what: string, found: string | undefined, otherwise: string): void {
  process.stdout.write(`Tests use as ${what}: ${found ?? otherwise}\n`);
}
