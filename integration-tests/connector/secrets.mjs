import { appendFileSync } from 'node:fs';

// What is shorter can stand anywhere by chance.
const SHORTEST = 8;
const OF_CLIENTS = ['access_token', 'refresh_token', 'id_token', 'client_secret', 'registration_access_token'];

/** Notes what may be in no log of a server. The tests say in which file, and look for it when all of them are over. */
export function seen(...secrets) {
  const file = process.env.SIAC_SECRETS_FILE;
  const lines = secrets.filter((secret) => secret?.length >= SHORTEST).map((secret) => `${secret}\n`);
  if (file) {
    appendFileSync(file, lines.join(''));
  }
}

/** Notes what an answer gives a client, which reads it afterwards. */
export async function seenByClient(response) {
  seen(response.headers.get('mcp-session-id'));
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  if (isJson && new URL(response.url).pathname.startsWith('/oauth/')) {
    const told = await response.clone().json();
    seen(...OF_CLIENTS.map((member) => told[member]));
  }
}

/** Notes what a browser has been given. */
export async function seenByBrowser(context) {
  const cookies = await context.cookies();
  seen(...cookies.map(({ value }) => value.replaceAll('"', '')));
}
