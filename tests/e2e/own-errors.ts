/** What goes wrong in scripts of ours, on whatever page: a page's own errors are its own business. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { Session } from './browsers.ts';
import { evaluateInFirefox } from './firefox-parent.ts';

/** Watches a tab from now on; what it returns gives what our scripts in it threw or logged as an error. */
export async function watchOwnErrors(
  session: Session,
  page: Page,
): Promise<() => Promise<readonly string[]>> {
  return session.engine === 'chromium'
    ? watchInChromium(page, session.opened.extensionOrigin)
    : watchInFirefox(session);
}

async function watchInChromium(
  page: Page,
  extensionOrigin: string,
): Promise<() => Promise<readonly string[]>> {
  const client = await page.createCDPSession();
  const errors: string[] = [];
  const ours = new Set<number>();
  client.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === extensionOrigin) ours.add(context.id);
  });
  client.on(
    'Runtime.exceptionThrown',
    ({ exceptionDetails: { executionContextId, text, exception } }) => {
      if (executionContextId !== undefined && ours.has(executionContextId))
        errors.push(`${text} ${exception?.description ?? ''}`);
    },
  );
  client.on('Runtime.consoleAPICalled', ({ type, executionContextId, args }) => {
    if (type === 'error' && ours.has(executionContextId))
      errors.push(args.map(({ value, description }) => String(value ?? description)).join(' '));
  });
  await client.send('Runtime.enable');
  return () => Promise.resolve(errors);
}

async function watchInFirefox({ opened }: Session): Promise<() => Promise<readonly string[]>> {
  const logged = "Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage)";
  await evaluateInFirefox(opened, `Services.console.reset(), ${logged}.clearEvents()`);
  const origin = JSON.stringify(opened.extensionOrigin);
  const read = `JSON.stringify([
    ...Services.console.getMessageArray()
      .filter((each) => each instanceof Ci.nsIScriptError)
      .filter(({ flags }) => (flags & Ci.nsIScriptError.warningFlag) === 0)
      .filter(({ sourceName }) => sourceName.startsWith(${origin}))
      .map(({ errorMessage }) => errorMessage),
    ...${logged}.getEvents()
      .filter(({ level, filename }) => level === 'error' && filename.startsWith(${origin}))
      .map(({ arguments: said }) => said.map(String).join(' ')),
  ])`;
  return async () =>
    v.parse(v.array(v.string()), JSON.parse(String(await evaluateInFirefox(opened, read))));
}
