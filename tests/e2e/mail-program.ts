/** A program for mail that writes down what it was opened with, and a browser that opens it. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { evaluateInFirefox } from './firefox-parent.ts';
import type { Session } from './browsers.ts';

export type MailProgram = {
  /** The environment in which Chromium finds it: what Linux opens mail with, by its name. */
  readonly env: Readonly<Record<string, string>>;
  /** Has Firefox open it without asking which program to take, as after a reader's first choice. */
  readonly choose: (session: Session) => Promise<void>;
  /** The addresses that it was opened with, oldest first. */
  readonly readAddresses: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
};

export async function installMailProgram(): Promise<MailProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  const path = join(folder, 'xdg-email');
  const opened = join(folder, 'opened');
  await writeFile(path, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${opened}'\n`);
  await chmod(path, 0o755);
  return {
    env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    choose: async ({ engine, opened: browser }) => {
      if (engine !== 'firefox') return;
      await evaluateInFirefox(
        browser,
        `(() => {
          const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
          file.initWithPath(${JSON.stringify(path)});
          const program = Cc['@mozilla.org/uriloader/local-handler-app;1'].createInstance(
            Ci.nsILocalHandlerApp,
          );
          program.executable = file;
          const info = Cc['@mozilla.org/uriloader/external-protocol-service;1']
            .getService(Ci.nsIExternalProtocolService)
            .getProtocolHandlerInfo('mailto');
          info.preferredApplicationHandler = program;
          info.preferredAction = Ci.nsIHandlerInfo.useHelperApp;
          info.alwaysAskBeforeHandling = false;
          Cc['@mozilla.org/uriloader/handler-service;1']
            .getService(Ci.nsIHandlerService)
            .store(info);
        })()`,
      );
    },
    readAddresses: async () =>
      (await readFile(opened, 'utf8').catch(() => '')).split('\n').filter(Boolean),
    remove: () => rm(folder, { recursive: true }),
  };
}
