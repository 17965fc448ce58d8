// From `git clone` to a tool call with the Inspector, as somebody new does it who has nothing but README.md: it says what
// to type. Prints what happened as one line of JSON; any surprise ends it with a message.
//   node readme.mjs --repository=FOLDER --work=FOLDER [--maven-repository=FOLDER]
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { allow, device } from './person.mjs';

const PACKAGES = fileURLToPath(new URL('node_modules', import.meta.url));

const { values: options } = parseArgs({
  options: {
    repository: { type: 'string' },
    work: { type: 'string' },
    'maven-repository': { type: 'string' },
  },
});

const home = await mkdtemp(join(resolve(options.work), 'readme-'));
const clone = join(home, 'siac');
execFileSync('git', ['clone', '--quiet', resolve(options.repository), clone]);
const blocks = shellBlocks(await readFile(join(clone, 'README.md'), 'utf8'));
const [http, management] = [await freePort(), await freePort()];
const began = Date.now();

// Other ports than README says, because these may be somebody's.
const start = `${block('mvn -Prun package')} --batch-mode -Dsiac.port=${http} -Dsiac.management.port=${management}${
  options['maven-repository'] ? ` -Dmaven.repo.local=${options['maven-repository']}` : ''
}`;
const server = run(start, clone);
try {
  await server.says('Stop with Ctrl-C');
  const secondsToReady = Math.round((Date.now() - began) / 1000);
  const told = await callWithInspector();
  assert.ok(told.includes('author@demo.siac.test'), told);
  console.log(JSON.stringify({ secondsToReady, told: 'author@demo.siac.test' }));
} catch (surprise) {
  console.error(`${surprise.stack}\nWhat the start printed:\n${server.said()}`);
  process.exitCode = 1;
} finally {
  await server.stop();
  await rm(home, { recursive: true, force: true });
}

async function callWithInspector() {
  // The Inspector that the tests have, and not whichever is newest today.
  await symlink(PACKAGES, join(home, 'node_modules'));
  const callback = `http://127.0.0.1:${await freePort()}/oauth/callback`;
  const command = block('npx @modelcontextprotocol/inspector --cli').replace('localhost:8080', `localhost:${http}`);
  const inspector = run(command, home, {
    PATH: `${await quiet(join(home, 'bin'))}:${join(PACKAGES, '.bin')}:${process.env.PATH}`,
    // It prints where to sign in although no person sits at its terminal.
    MCP_AUTO_OPEN_ENABLED: 'true',
    MCP_OAUTH_CALLBACK_URL: callback,
    MCP_INSPECTOR_SECRET_STORE: 'file',
    MCP_STORAGE_DIR: join(home, 'inspector'),
  });
  const [authorizationUrl] = (await inspector.says('/oauth/authorize?')).match(/https?:\S+/);
  await signIn(authorizationUrl, callback);
  assert.equal(await inspector.ended, 0, inspector.said());
  return inspector.said();
}

/** Programs that would open a browser on this desk, and now open none. */
async function quiet(folder) {
  await mkdir(folder);
  await Promise.all(['open', 'xdg-open'].map((name) => writeFile(join(folder, name), '#!/bin/sh\n', { mode: 0o700 })));
  return folder;
}

/** As README says: with one of the demo accounts, whose passwords are in a file. */
async function signIn(authorizationUrl, callback) {
  const demo = await readFile(join(clone, '.siac/demo.properties'), 'utf8');
  const property = (name) => demo.match(new RegExp(`^${name}=(.*)$`, 'm'))[1].replaceAll('\\', '');
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext(device(430, 'en'))).newPage();
    await allow(page, {
      authorizationUrl,
      app: 'Inspector',
      callback,
      email: property('author.email'),
      password: property('author.password'),
      language: 'en',
      resource: `http://localhost:${http}/mcp`,
    });
  } finally {
    await browser.close();
  }
}

function shellBlocks(markdown) {
  return [...markdown.matchAll(/^ *```sh\n(.*?)^ *```$/gms)].map(([, text]) => text.trim());
}

/** The one block that begins like this. */
function block(beginning) {
  const found = blocks.filter((text) => text.startsWith(beginning));
  assert.equal(found.length, 1, `README.md has one block that begins with ${beginning}`);
  return found[0];
}

/** A command at a terminal, all of whose programs Ctrl-C reaches. */
function run(command, folder, environment = {}) {
  const shell = spawn('sh', ['-euc', command], {
    cwd: folder,
    detached: true,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = [];
  const waiting = [];
  for (const stream of [shell.stdout, shell.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      waiting.filter(({ words }) => line.includes(words)).forEach(({ found }) => found(line));
    });
  }
  const said = () => lines.join('\n');
  const ended = new Promise((end) => shell.on('close', end));
  return {
    said,
    ended,
    says: (words) =>
      Promise.race([
        new Promise((found) => waiting.push({ words, found })),
        ended.then((code) => assert.fail(`${command} ended with ${code}:\n${said()}`)),
      ]),
    async stop() {
      if (shell.exitCode === null) {
        process.kill(-shell.pid, 'SIGINT');
        await ended;
      }
    },
  };
}

async function freePort() {
  const listener = createServer();
  await new Promise((listening) => listener.listen(0, listening));
  const { port } = listener.address();
  await new Promise((closed) => listener.close(closed));
  return port;
}
