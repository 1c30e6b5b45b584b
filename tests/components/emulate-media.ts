/** What a reader has chosen in their system, as Chromium shows it to a page. */
import { onTestFinished } from 'vitest';
import { cdp } from 'vitest/browser';

/** The colours that a reader can have; forced ones are the system's own, light or dark. */
export const COLOURS = ['light', 'dark', 'forced light', 'forced dark'] as const;
export type Colours = (typeof COLOURS)[number];

/** Until the test ends. */
export async function emulateColours(colours: Colours): Promise<void> {
  onTestFinished(() => emulate({}));
  await emulate({
    'prefers-color-scheme': colours.endsWith('dark') ? 'dark' : 'light',
    'forced-colors': colours.startsWith('forced') ? 'active' : 'none',
  });
}

async function emulate(media: Readonly<Record<string, string>>): Promise<void> {
  const features = Object.entries(media).map(([name, value]) => ({ name, value }));
  await cdp().send('Emulation.setEmulatedMedia', { features });
}
