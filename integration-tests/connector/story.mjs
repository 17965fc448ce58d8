// How a person connects an MCP client to SIAC Assistant, with an official client and a real browser, to the first
// refreshed token. Prints what happened as one line of JSON; any surprise ends it with a message and a picture.
//   SIAC_STORY_EMAIL=… SIAC_STORY_PASSWORD=… node story.mjs --client=sdk-1|client-2 --mcp=URL [--issuer=URL]
//     [--language=en|es] [--app=NAME] [--width=430] [--picture=FILE]   (a picture of the consent page, so wide)
//     [--transcript=FILE]   (what went over the wire)
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { listenForCallback } from './callback.mjs';
import { CLIENTS } from './clients.mjs';
import { Credentials } from './credentials.mjs';
import { allow, device } from './person.mjs';
import { Wire } from './wire.mjs';

const TOOL = 'siac_validate_template';
const GOOD_TEMPLATE = {
  template_name: 'order_confirmation',
  body_text: 'Hello {{1}}, your order {{2}} is on its way to you.',
  category: 'UTILITY',
  language_code: 'en_US',
  examples: { 1: 'Ana', 2: 'A-1042' },
};
const BAD_TEMPLATE = { ...GOOD_TEMPLATE, template_name: 'Order Confirmation!' };

const { values: options } = parseArgs({
  options: {
    client: { type: 'string' },
    mcp: { type: 'string' },
    issuer: { type: 'string' },
    language: { type: 'string', default: 'en' },
    app: { type: 'string', default: 'Connector story' },
    picture: { type: 'string' },
    width: { type: 'string', default: '430' },
    transcript: { type: 'string' },
  },
});
const kind = CLIENTS[options.client];
assert.ok(kind, `--client is one of ${Object.keys(CLIENTS).join(', ')}`);
assert.ok(options.mcp, '--mcp is the address of the MCP server');
const { SIAC_STORY_EMAIL: email, SIAC_STORY_PASSWORD: password } = process.env;
assert.ok(email && password, 'SIAC_STORY_EMAIL and SIAC_STORY_PASSWORD say who signs in');

const mcp = new URL(options.mcp);
const wire = new Wire(options.transcript);
const callback = await listenForCallback();
const credentials = new Credentials(options.app, callback.address);
const newTransport = () => new kind.Transport(mcp, { authProvider: credentials, fetch: wire.fetch });
let now = 'start';

try {
  now = 'discover and register';
  const stranger = newTransport();
  await assert.rejects(kind.create().connect(stranger), kind.Unauthorized);
  const [greeting] = wire.find('POST', mcp.pathname);
  assert.equal(greeting.status, 401);
  assert.match(greeting.challenge, /^Bearer .*resource_metadata="/);
  succeeded('GET', `/.well-known/oauth-protected-resource${mcp.pathname}`, 200);
  succeeded('GET', '/.well-known/oauth-authorization-server', 200);
  succeeded('POST', '/oauth/register', 201);
  const request = credentials.authorizationUrl.searchParams;
  assert.equal(request.get('resource'), mcp.href);
  assert.equal(request.get('code_challenge_method'), 'S256');
  assert.equal(request.get('client_id'), credentials.clientInformation().client_id);

  now = 'sign in and allow';
  await inTheBrowser(async (page) => {
    await allow(page, {
      authorizationUrl: credentials.authorizationUrl.href,
      app: options.app,
      callback: callback.address,
      email,
      password,
      language: options.language,
      resource: mcp.href,
      picture: options.picture,
    });
    await page.getByText('Connected').waitFor();
  });
  const answer = await callback.answer;
  assert.equal(answer.get('state'), credentials.state());
  assert.equal(answer.get('iss'), options.issuer ?? mcp.origin, 'the answer names its issuer (RFC 9207)');

  now = 'redeem the code';
  await kind.finish(stranger, answer);
  const first = credentials.tokens();
  assert.equal(first.token_type, 'Bearer');
  assert.ok(first.refresh_token, 'there is a refresh token');
  const [redemption] = wire.tokenRequests('authorization_code');
  assert.equal(redemption.form.get('resource'), mcp.href);

  now = 'connect with the token';
  const client = kind.create();
  const transport = newTransport();
  await client.connect(transport);
  const protocolVersion = kind.negotiated(client, transport);
  assert.equal(protocolVersion, kind.protocolVersion);

  now = 'list and call tools';
  const tools = (await client.listTools()).tools.map(({ name }) => name);
  assert.ok(tools.includes(TOOL), `${TOOL} is one of ${tools}`);
  const good = await validate(client, GOOD_TEMPLATE);
  assert.deepEqual(good.findings.filter(({ severity }) => severity === 'ERROR'), []);

  now = 'refresh';
  credentials.spoilAccessToken();
  const bad = await validate(client, BAD_TEMPLATE);
  const second = credentials.tokens();
  const [refresh, ...further] = wire.tokenRequests('refresh_token');
  assert.equal(refresh.status, 200);
  assert.equal(refresh.form.get('refresh_token'), first.refresh_token);
  assert.equal(further.length, 0, 'the client refreshed once');
  assert.equal(wire.messages().filter(({ status }) => status === 401).length, 1, 'one call was refused, then repeated');

  now = 'look back';
  const versions = new Set(wire.messages().map(({ headers }) => headers.get('mcp-protocol-version')));
  const methods = wire.messages().map(({ message }) => message.method);
  if (kind === CLIENTS['client-2']) {
    assert.deepEqual([...versions], [kind.protocolVersion], 'each message names the new version');
    assert.ok(!methods.includes('initialize'), 'there is no handshake any more');
  } else {
    assert.deepEqual([...versions], [null, kind.protocolVersion], 'each message but the first names the version');
    assert.equal(methods[0], 'initialize');
  }
  await client.close();
  console.log(
    JSON.stringify({
      client: options.client,
      language: options.language,
      protocolVersion,
      tools,
      goodTemplate: good.validation_status,
      badTemplate: bad.validation_status,
      accessTokenChanged: second.access_token !== first.access_token,
      refreshTokenRotated: second.refresh_token !== first.refresh_token,
    }),
  );
} catch (surprise) {
  console.error(`The story of ${options.client} stopped at "${now}": ${surprise.stack}`);
  for (const { method, path, status } of wire.exchanges) {
    console.error(`  ${method} ${path} -> ${status}`);
  }
  process.exitCode = 1;
} finally {
  callback.close();
}

function succeeded(method, path, status) {
  const statuses = wire.find(method, path).map((exchange) => exchange.status);
  assert.ok(statuses.includes(status), `${method} ${path} answers ${status}: ${statuses}`);
}

async function validate(client, template) {
  const result = await client.callTool({ name: TOOL, arguments: template });
  assert.ok(!result.isError, JSON.stringify(result.content));
  return result.structuredContent;
}

async function inTheBrowser(acts) {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext(device(Number(options.width), options.language));
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    try {
      await acts(page);
    } catch (surprise) {
      const picture = fileURLToPath(new URL(`../target/story-${options.client}.png`, import.meta.url));
      await page.screenshot({ path: picture, fullPage: true });
      console.error(`What the browser showed at ${page.url()} is in ${picture}`);
      throw surprise;
    }
  } finally {
    await browser.close();
  }
}
