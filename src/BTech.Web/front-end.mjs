// Restores what comes from npm and puts the fonts where the site serves them. Called by the build when package-lock.json
// changed; does nothing when its stamp says that this very lock file was restored already.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(fileURLToPath(import.meta.url));
const repository = join(web, '..', '..');
const modules = join(repository, 'node_modules');
const stamp = join(modules, '.restored');
const lock = join(repository, '.npm-restore.lock');
const weights = [400, 700];
const fonts = [
  ...['latin-ext', 'cyrillic'].flatMap(part => weights.map(weight => `noto-sans/files/noto-sans-${part}-${weight}-normal.woff2`)),
  ...weights.map(weight => `noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff2`),
];

/**
 * Parts of a font that nearly every page needs, cut out so that the first view stays light on a slow network. The style sheet names the same
 * ranges. Arabic: what Arabic and Persian are written with, so that no word of theirs is set in two fonts.
 */
const cuts = [
  { from: 'noto-sans/files/noto-sans-latin', to: 'noto-sans-latin-basic', ranges: 'U+0020-007E, U+00A0, U+00AB, U+00BB, U+00B7, U+2013-2014, U+2018-2019, U+201C-201D, U+2026, U+202F' },
  { from: 'noto-sans/files/noto-sans-latin', to: 'noto-sans-latin-more', ranges: 'U+00A1-00AA, U+00AC-00B6, U+00B8-00BA, U+00BC-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-2012, U+2015-2017, U+201A-201B, U+201E-2025, U+2027-202E, U+2030-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD' },
  { from: 'noto-sans-arabic/files/noto-sans-arabic-arabic', to: 'noto-sans-arabic-basic', ranges: 'U+060C, U+061B, U+061F-0652, U+0660-066C, U+0670-0671, U+067E, U+0686, U+0698, U+06A4, U+06A9, U+06AF, U+06CC, U+06F0-06F9, U+200C-200E' },
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
    await act();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** The characters of ranges as a style sheet writes them. */
function charactersOf(ranges) {
  return ranges.split(',').map(range => range.trim().slice(2).split('-').map(bound => parseInt(bound, 16)))
    .flatMap(([first, last = first]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))).join('');
}

/** Cuts the parts out; the package is there only once npm has been. */
async function cut(target) {
  const subset = createRequire(join(modules, 'x.js'))('subset-font');
  for (const { from, to, ranges } of cuts)
    for (const weight of weights)
      writeFileSync(join(target, `${to}-${weight}-normal.woff2`),
        await subset(readFileSync(join(modules, '@fontsource', `${from}-${weight}-normal.woff2`)), charactersOf(ranges), { targetFormat: 'woff2' }));
}

async function restore() {
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
  await cut(target);
  utimesSync(stamp, new Date(), new Date());
}

await locked(restore);
