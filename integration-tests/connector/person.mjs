import assert from 'node:assert/strict';
import { seenByBrowser } from './secrets.mjs';

/** What a person looks for on the pages, in each language. */
const WORDS = {
  en: { email: 'E-mail', password: 'Password', signIn: 'Sign in', allow: 'Allow' },
  es: { email: 'Correo electrónico', password: 'Contraseña', signIn: 'Iniciar sesión', allow: 'Permitir' },
};

/** A phone unless it is wider; and no script: the pages need none. */
export function device(width, language) {
  return { viewport: { width, height: 932 }, deviceScaleFactor: 2, javaScriptEnabled: false, locale: language };
}

/** Signs in and lets the app in, on the pages as they are. */
export async function allow(page, { authorizationUrl, app, callback, email, password, language, resource, picture }) {
  const words = WORDS[language];
  await page.goto(authorizationUrl);
  assert.equal(await page.locator('html').getAttribute('lang'), language, 'the pages follow the browser’s language');
  await page.getByLabel(words.email, { exact: true }).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.signIn, exact: true }).click();

  const allowing = page.getByRole('button', { name: words.allow, exact: true });
  await allowing.waitFor();
  const text = await page.locator('main').innerText();
  for (const fact of [app, email, new URL(callback).hostname, resource]) {
    assert.ok(text.includes(fact), `the consent page says ${fact}:\n${text}`);
  }
  if (picture) {
    await page.screenshot({ path: picture, fullPage: true });
  }
  await allowing.click();
  await page.waitForURL(`${callback}?**`);
  await seenByBrowser(page.context());
}
