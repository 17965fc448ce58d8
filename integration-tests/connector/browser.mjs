import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const BUILD_FOLDER = fileURLToPath(new URL('../target/', import.meta.url));
const ON_THE_PATH = ['chromium', 'google-chrome'];

/** A real Chromium: the one of CHROME_PATH, else one of this machine, else the one npm brought. */
export async function launchBrowser() {
  const { executablePath, env } = await findBrowser();
  // Root has no sandbox to enter.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // A proxy leads to names that this machine does not know; one key is known, whoever vouches for it.
  const { HTTPS_PROXY: server, NO_PROXY: bypass, SIAC_STORY_KEY: key } = process.env;
  return chromium.launch({
    executablePath,
    args: key ? [...args, `--ignore-certificate-errors-spki-list=${key}`] : args,
    proxy: server ? { server, bypass } : undefined,
    env: { ...process.env, ...env },
  });
}

async function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    return runnable(chosen) ?? refuse(`CHROME_PATH is ${chosen}, which does not run`);
  }
  const installed = ON_THE_PATH.flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)))
    .filter(existsSync)
    .map((file) => runnable(file))
    .find(Boolean);
  return installed ?? (await shipped()) ?? refuse('there is no browser that runs here');
}

async function shipped() {
  const home = await unpack();
  const file = join(home, 'chromium');
  // A machine without libnss3 and its like gets those that came along.
  return runnable(file) ?? runnable(file, { LD_LIBRARY_PATH: join(home, 'al2023/lib') });
}

/** Once for all runs. Whole or not at all: whoever finds the folder finds it complete. */
async function unpack() {
  const home = join(BUILD_FOLDER, 'chromium');
  if (!existsSync(home)) {
    const { default: shippedChromium, inflate } = await import('@sparticuz/chromium');
    const fresh = `${home}-${process.pid}`;
    await mkdir(fresh, { recursive: true });
    // The package unpacks into the temporary folder, wherever that is.
    const before = process.env.TMPDIR;
    process.env.TMPDIR = fresh;
    await shippedChromium.executablePath();
    await inflate(fileURLToPath(new URL('bin/al2023.tar.br', packageFolder('@sparticuz/chromium'))));
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
    await rename(fresh, home).catch(() => rm(fresh, { recursive: true }));
  }
  return home;
}

function packageFolder(name) {
  return new URL(`./node_modules/${name}/`, import.meta.url);
}

function runnable(executablePath, env = {}) {
  const { status } = spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env } });
  return status === 0 ? { executablePath, env } : undefined;
}

function refuse(reason) {
  throw new Error(`No Chromium: ${reason}. Put chromium or google-chrome on the PATH, or set CHROME_PATH to one.`);
}
