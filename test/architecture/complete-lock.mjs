/**
 * Gives every optional platform package an entry in package-lock.json.
 *
 * Why     npm leaves out a platform package that it could not look up, and `npm ci` then refuses the whole lock
 *         ("Missing: … from lock file"). An entry without `resolved` and `integrity` satisfies it, `npm install`
 *         keeps it, and a machine of that platform still gets its package.
 * When    after every change of dependencies: `npm run lock`. Safe to run twice.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { argv } from 'node:process';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const C_LIBRARIES = { gnu: 'glibc', glibc: 'glibc', musl: 'musl', gnueabihf: 'glibc', musleabihf: 'musl' };

/** The platform a package name speaks of: `@chdb/lib-linux-arm64-gnu` → linux, arm64, glibc; undefined when none. */
export function platformOf(name) {
  const words = name.split(/[^a-z0-9]+/);
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  if (os.length === 0 && cpu.length === 0) return undefined;
  const libc = words.flatMap((word) => C_LIBRARIES[word] ?? []);
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }) };
}

/** Where Node would find `name` when `owner` asks for it: each folder on the way up has its node_modules. */
function placesOf(owner, name) {
  const steps = owner.split('/');
  const folders = steps.map((_, depth) => `${steps.slice(0, depth + 1).join('/')}/`);
  return ['', ...folders].map((folder) => `${folder}node_modules/${name}`);
}

/** Every optional dependency in the lock that has no entry, with the package that asks for it. */
export function missingOptional(lock) {
  return Object.entries(lock.packages).flatMap(([owner, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !placesOf(owner, name).some((place) => place in lock.packages))
      .map(([name, version]) => ({ owner, name, version })),
  );
}

/** The lock with an entry for every missing platform package, in npm's order of entries. */
export function completed(lock) {
  const packages = { ...lock.packages };
  for (const { owner, name, version } of missingOptional(lock)) {
    const platform = platformOf(name);
    if (platform === undefined) throw new Error(`${name} (wanted by ${owner}) names no platform: add it by hand.`);
    if (!/^\d/.test(version)) throw new Error(`${name} (wanted by ${owner}) is asked for as "${version}": a range.`);
    const dev = packages[owner]?.dev === true ? { dev: true } : {};
    const { cpu, libc, os } = platform;
    packages[`node_modules/${name}`] = { version, cpu, ...dev, libc, optional: true, os }; // npm's order of keys
  }
  const sorted = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted.map((key) => [key, packages[key]])) };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingOptional(lock);
  writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
  console.log(missing.length === 0 ? 'The lock file was complete.' : `Added ${missing.map((m) => m.name).join(', ')}.`);
}
