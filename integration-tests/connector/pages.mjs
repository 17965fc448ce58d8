// Looks at pages as people see them: in each language, on a desk and on a phone, with the rules of axe.
// Prints what it found as one line of JSON; pictures go to target/pages.
//   SIAC_PAGES='[{"name": "sign-in", "address": "http://…", "cookies": {"name": "value"}}]' node pages.mjs
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { seen, seenByBrowser } from './secrets.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = fileURLToPath(new URL('../target/pages/', import.meta.url));
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LANGUAGES = ['en', 'es'];
// In the dark on the phone: both palettes are looked at.
const DEVICES = {
  desk: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  phone: { viewport: { width: 360, height: 780 }, colorScheme: 'dark' },
};

const pages = JSON.parse(process.env.SIAC_PAGES);
const TALLEST = 12_000;

await mkdir(PICTURES, { recursive: true });
const browser = await launchBrowser();
try {
  const seen = [];
  for (const language of LANGUAGES) {
    for (const [device, look] of Object.entries(DEVICES)) {
      for (const page of pages) {
        seen.push({ page: page.name, language, device, ...(await visit(page, language, device, look)) });
      }
    }
  }
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}

async function visit({ name, address, cookies, press }, language, device, look) {
  // The pages run no script; axe does, past their content security policy, which stays as it is.
  const context = await browser.newContext({ ...look, locale: language });
  try {
    context.setDefaultTimeout(20_000);
    await context.addCookies(Object.entries(cookies).map(([key, value]) => ({ name: key, value, url: new URL(address).origin })));
    const tab = await context.newPage();
    await tab.goto(address);
    if (press) {
      // What a browser would not send without filling it in is refused by us, too, and that page is looked at.
      await tab.locator(press).evaluate((button) => button.form?.setAttribute('novalidate', ''));
      await Promise.all([tab.waitForNavigation(), tab.click(press)]);
    }
    await seenByBrowser(context);
    // A secret or a link with one, above the warning that it is shown once.
    const once = await tab.locator('p:has(+ p.warn) code').allInnerTexts();
    seen(...once.map((text) => text.replace(/.*key=/, '')));
    // Lists that other tests made long are taken from the top: there is no picture of any height.
    const fullPage = (await tab.evaluate(() => document.documentElement.scrollHeight)) < TALLEST;
    await tab.screenshot({ path: `${PICTURES}${name.replaceAll(/\W+/g, '-')}-${language}-${device}.png`, fullPage });
    return {
      title: await tab.title(),
      template: await tab.locator('body').getAttribute('data-page'),
      spoken: await tab.locator('html').getAttribute('lang'),
      overflow: await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      violations: await violations(tab),
    };
  } finally {
    await context.close();
  }
}

async function violations(tab) {
  await tab.evaluate(AXE);
  const found = await tab.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), RULES);
  return found.violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, where: nodes.map(({ html }) => html) }));
}
