// Takes the front-end libraries named in package.json over into the themes: minified ES modules, their licences, and a
// manifest with version and SHA-256 of each file, which a test checks. Run it (./dev vendor) after changing a version
// there, and commit what it writes; building and running PropertySuite needs no node.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../src/Themes/PropertySuite.Office/wwwroot/vendor');

const libraries = [
  {
    name: '@hotwired/turbo', entry: 'dist/turbo.es2017-esm.js', file: 'turbo.js', licence: 'MIT', holder: '37signals LLC',
    // Its progress bar puts a style element into the page, which the Content-Security-Policy refuses on every load;
    // base.css draws the bar instead.
    without: 'this.installStylesheetElement();',
  },
  { name: '@hotwired/stimulus', entry: 'dist/stimulus.js', file: 'stimulus.js', licence: 'MIT' },
  // A CommonJS file: esbuild wraps it, its one function is the default export.
  { name: 'jsqr', entry: 'dist/jsQR.js', file: 'jsqr.js', licence: 'Apache-2.0' },
];

// For a package that states its licence only by name.
const mit = holder => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

execFileSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
const { build } = await import('esbuild');

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const manifest = [];

for (const library of libraries) {
  const folder = join(here, 'node_modules', library.name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = join(target, library.file);

  let source = readFileSync(join(folder, library.entry), 'utf8');
  if (library.without) {
    if (source.split(library.without).length !== 2) throw new Error(`${library.name} ${version} has changed: look where "${library.without}" went.`);
    source = source.replace(library.without, '');
  }

  await build({
    stdin: { contents: source, resolveDir: folder, sourcefile: library.entry },
    outfile: file,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    banner: { js: `/* ${library.name} ${version}, ${library.licence} */` },
  });

  const licenceFile = library.file.replace('.js', '.LICENSE.txt');
  const shipped = ['LICENSE', 'LICENSE.md'].map(name => join(folder, name)).find(existsSync);
  writeFileSync(join(target, licenceFile), shipped ? readFileSync(shipped) : mit(library.holder));

  for (const name of [library.file, licenceFile]) {
    const content = readFileSync(join(target, name));
    manifest.push({
      file: name,
      package: library.name,
      version,
      licence: library.licence,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
  }
}

writeFileSync(join(target, 'vendor.sha256.json'), JSON.stringify(manifest, null, 2) + '\n');
for (const entry of manifest) console.log(`${entry.file.padEnd(24)} ${entry.package} ${entry.version}  ${entry.bytes} bytes`);
