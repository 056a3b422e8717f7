// Prints one sheet: JSON on standard input, the PDF on standard output, nothing else anywhere. Started by PdfPress as a process
// of its own, so that what goes wrong in here (time, memory, a fault of the compiler) never touches the site.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
// What PdfPress understands: the engine or its fonts are not installed.
const notInstalled = 3;

/** The engine and its fonts, from the nearest node_modules above. */
function installed() {
  try {
    const folder = name => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
    const styles = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
    return {
      compiler: require('@myriaddreamin/typst-ts-node-compiler').NodeCompiler,
      fonts: [
        ...styles.map(style => join(folder('noto-sans'), style, `NotoSans_${style}.ttf`)),
        ...['400Regular', '700Bold'].map(style => join(folder('vazirmatn'), style, `Vazirmatn_${style}.ttf`)),
        ...['400Regular', '700Bold'].map(style => join(folder('noto-sans-sc'), style, `NotoSansSC_${style}.ttf`)),
        join(folder('noto-emoji'), '400Regular', 'NotoEmoji_400Regular.ttf'),
      ].map(file => readFileSync(file)),
    };
  } catch {
    process.exit(notInstalled);
  }
}

/** Which characters a font has a sign for: the subtables 4 and 12 of its table "cmap" (OpenType 1.9, "cmap"). */
function covered(font) {
  const signs = new Uint8Array(0x110000);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const cmap = font.readUInt32BE(tables.find(at => font.toString('latin1', at, at + 4) === 'cmap') + 8);
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at++) {
    const table = cmap + font.readUInt32BE(cmap + 8 + 8 * at);
    const format = font.readUInt16BE(table);
    if (format === 12) {
      for (let group = 0; group < font.readUInt32BE(table + 12); group++) {
        const from = table + 16 + 12 * group;
        signs.fill(1, font.readUInt32BE(from), font.readUInt32BE(from + 4) + 1);
      }
    } else if (format === 4) {
      const count = font.readUInt16BE(table + 6) / 2;
      for (let segment = 0; segment < count; segment++) {
        const last = font.readUInt16BE(table + 14 + 2 * segment);
        const first = font.readUInt16BE(table + 16 + 2 * (count + segment));
        const offsetAt = table + 16 + 2 * (3 * count + segment);
        const offset = font.readUInt16BE(offsetAt);
        const delta = font.readUInt16BE(table + 16 + 2 * (2 * count + segment));
        for (let code = first; code <= last && code !== 0xffff; code++) {
          const sign = offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + 2 * (code - first));
          if (sign !== 0) signs[code] = 1;
        }
      }
    }
  }
  return signs;
}

const { compiler: NodeCompiler, fonts } = installed();
const families = [fonts[0], fonts[4], fonts[6], fonts[8]].map(covered);
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const invisible = /^(?=\p{Default_Ignorable_Code_Point})[\p{Cf}\p{Mn}]$/u;

/** One sign and what is set on it need one font that has them all: what none has becomes U+FFFD, which readers know, instead of no file at all. */
function shown(cluster) {
  const codes = [...cluster];
  const has = (family, character) => invisible.test(character) || family[character.codePointAt(0)] === 1;
  if (families.some(family => codes.every(character => has(family, character)))) return cluster;
  const family = families.find(one => has(one, codes[0]));
  return family ? codes.map(character => has(family, character) ? character : '\ufffd').join('') : '\ufffd';
}

const plain = /^[\x20-\x7e\u00a0-\u00ff\u0410-\u044f]*$/;
// Some fonts claim a sign for U+0000, which PDF/UA forbids; no control character but a line's end and a tab means anything in a text.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
// A byte order mark within a text joins words; PDF/UA allows only its successor to do so.
const printable = text => plain.test(text) ? text
  : Array.from(clusters.segment(text.replaceAll('\ufeff', '\u2060').replace(control, '\ufffd')), part => shown(part.segment)).join('');

const read = [];
for await (const piece of process.stdin) read.push(piece);
// Addresses are not shown and stay as they are.
const sheet = JSON.stringify(JSON.parse(Buffer.concat(read).toString('utf8'), (key, value) => typeof value === 'string' && key !== 'link' ? printable(value) : value));

// The folder of the template alone is in the compiler's reach, and the template reads nothing.
const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontBlobs: fonts }] });
const compiled = compiler.compile({ mainFilePath: join(here, 'document.typ'), inputs: { sheet } });
if (compiled.hasError()) process.exit(1);
process.stdout.write(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }));
