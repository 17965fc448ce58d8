import { createServer } from 'node:http';
import { seen } from './secrets.mjs';

/** Where the browser takes the answer: a loopback address of the client (RFC 8252 §7.3). */
export async function listenForCallback() {
  let arrived;
  const answer = new Promise((resolve) => {
    arrived = resolve;
  });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
    if (pathname === '/callback') {
      seen(searchParams.get('code'));
      response.setHeader('content-type', 'text/plain').end('Connected. You can close this page.');
      arrived(searchParams);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${server.address().port}/callback`,
    answer,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
