// Restores what comes from npm and puts the fonts where the site serves them. Called by the build when package-lock.json
// changed; does nothing when its stamp says that this very lock file was restored already.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(fileURLToPath(import.meta.url));
const repository = join(web, '..', '..');
const modules = join(repository, 'node_modules');
const stamp = join(modules, '.restored');
const lock = join(repository, '.npm-restore.lock');
const fonts = [
  ...['latin', 'latin-ext', 'cyrillic'].flatMap(part => [400, 700].map(weight => `noto-sans/files/noto-sans-${part}-${weight}-normal.woff2`)),
  ...[400, 700].map(weight => `noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff2`),
];

function refuse(sentence) {
  console.log(sentence);
  process.exit(1);
}

const wanted = createHash('sha256').update(readFileSync(join(repository, 'package-lock.json'))).digest('hex');
const isRestored = () => existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted;

/** Several builds may run at once; the directory is made by one of them, and a dead one's is taken over. */
async function locked(act) {
  const deadline = Date.now() + 10 * 60_000;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = join(lock, 'pid');
    try {
      process.kill(Number(readFileSync(holder, 'utf8')), 0);
    } catch (error) {
      // Without a readable number it has only just been made; give its maker a moment.
      if (error.code === 'ESRCH') rmSync(lock, { recursive: true, force: true });
    }
    if (Date.now() > deadline) refuse(`Another build has been restoring npm packages for ten minutes: if there is none, delete "${lock}".`);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  try {
    act();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function restore() {
  if (!isRestored()) {
    const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: repository, encoding: 'utf8', shell: process.platform === 'win32' });
    if (npm.error?.code === 'ENOENT') refuse('npm is missing beside Node.js: install it (https://nodejs.org brings both).');
    if (npm.status !== 0) {
      const reason = (npm.stderr ?? '').split('\n').filter(line => /error/i.test(line)).slice(0, 3).join(' ').replace(/npm error /gi, '').trim();
      refuse(`"npm ci" failed, which needs the npm registry once: ${reason || 'run it in the repository to see why'}`);
    }
    writeFileSync(stamp, wanted + '\n');
  }
  const target = join(web, 'wwwroot', 'fonts');
  mkdirSync(target, { recursive: true });
  for (const font of fonts) copyFileSync(join(modules, '@fontsource', font), join(target, font.split('/').at(-1)));
  utimesSync(stamp, new Date(), new Date());
}

await locked(restore);
