// Stands between a client that knows no tokens and the MCP server: adds the access token of a service account to every
// request and changes nothing else, neither Host nor Origin. Streams pass as they come; who leaves, leaves on both sides.
// Says its port on the first line and ends with its standard input.
//   SIAC_PROXY_CLIENT=id SIAC_PROXY_SECRET=… node token-proxy.mjs --to=ORIGIN
import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { parseArgs } from 'node:util';
import { seen, seenByClient } from './secrets.mjs';

const RENEW_BEFORE_MILLIS = 60_000;
// RFC 9110 §7.6.1: these are about one connection.
const OF_ONE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding']);

const { values: options } = parseArgs({ options: { to: { type: 'string' } } });
const server = new URL(options.to);
const { SIAC_PROXY_CLIENT: client, SIAC_PROXY_SECRET: secret } = process.env;
let token = { value: '', renewAt: 0 };

async function freshToken() {
  if (Date.now() >= token.renewAt) {
    const answer = await fetch(new URL('/oauth/token', server), {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    assert.equal(answer.status, 200, `no token: ${answer.status}`);
    await seenByClient(answer);
    const { access_token, expires_in } = await answer.json();
    token = { value: access_token, renewAt: Date.now() + expires_in * 1000 - RENEW_BEFORE_MILLIS };
  }
  return token.value;
}

const proxy = createServer(async (incoming, outgoing) => {
  const forwarded = request({
    host: server.hostname,
    port: server.port,
    method: incoming.method,
    path: incoming.url,
    headers: { ...incoming.headers, authorization: `Bearer ${await freshToken()}` },
    agent: false,
  });
  outgoing.on('close', () => forwarded.destroy());
  forwarded.on('error', () => outgoing.destroy());
  forwarded.on('response', (answer) => {
    seen(answer.headers['mcp-session-id']);
    const headers = Object.entries(answer.headers).filter(([name]) => !OF_ONE_CONNECTION.has(name));
    outgoing.writeHead(answer.statusCode, Object.fromEntries(headers));
    outgoing.flushHeaders();
    answer.on('error', () => outgoing.destroy());
    answer.pipe(outgoing);
  });
  incoming.pipe(forwarded);
});
proxy.listen(0, 'localhost', () => console.log(proxy.address().port));
process.stdin.resume().on('end', () => process.exit());
