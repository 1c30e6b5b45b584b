/** What a reader has chosen in their system. */
import type { Page } from 'puppeteer-core';
import { CdpFrame } from 'puppeteer-core/internal/cdp/Frame.js';
import type { Session } from './browsers.ts';
import { evaluateInFirefox } from './firefox-parent.ts';

/** Forced colours are the system's own, light or dark. */
export const SCHEMES = ['light', 'dark', 'forced light', 'forced dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Has the page shown as to a reader of `scheme`; in Firefox all pages, until the next call. */
export async function preferScheme({ opened }: Session, page: Page, scheme: Scheme): Promise<void> {
  const isDark = scheme.endsWith('dark');
  const isForced = scheme.startsWith('forced');
  const frame = page.mainFrame();
  if (frame instanceof CdpFrame) {
    // Puppeteer's own call knows no forced colours.
    await frame.client.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' },
        { name: 'forced-colors', value: isForced ? 'active' : 'none' },
      ],
    });
    return;
  }
  const [paper, ink] = isDark ? ['#000000', '#ffffff'] : ['#ffffff', '#000000'];
  await evaluateInFirefox(
    opened,
    `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${isDark ? '0' : '1'});
    Services.prefs.setIntPref('browser.display.document_color_use', ${isForced ? '2' : '0'});
    Services.prefs.setStringPref('browser.display.background_color', '${paper}');
    Services.prefs.setStringPref('browser.display.foreground_color', '${ink}');`,
  );
}
