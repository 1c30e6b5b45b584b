/** Pages that allow themselves next to nothing: the extension needs nothing of what they forbid. */
import { expect, it } from 'vitest';
import { cardRoot, openCard, waitForMarks } from '../../tools/read-annotations.ts';
import { describeInBrowsers } from './browsers.ts';
import { PASSAGES, writeDocument } from './written-page.ts';

const POLICY =
  "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

describeInBrowsers('a page under a strict content security policy', (session) => {
  it('is annotated, its card opens and is styled, and no rule of it is broken', async () => {
    const html = writeDocument(`<p>${PASSAGES.drones}</p>`);
    const page = await session().opened.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const reports: string[] = [];
      Object.assign(window, { reports });
      document.addEventListener('securitypolicyviolation', (report) => {
        // The page's own icon, which Firefox fetches without a head.
        if (report.effectiveDirective === 'img-src') return;
        reports.push(`${report.effectiveDirective} ${report.blockedURI} ${report.sourceFile}`);
      });
    });
    await page.goto(session().server.servePage(html, { 'content-security-policy': POLICY }));
    const readReports = () => page.evaluate('JSON.stringify(reports)');

    expect(await waitForMarks(page)).toEqual([{ text: PASSAGES.drones, style: 'solid' }]);
    const line = await page.evaluate(
      () => getComputedStyle(document.body, '::highlight(rejoinder-solid)').textDecorationLine,
    );
    expect(line).toBe('underline');

    expect(await openCard(page, 0)).not.toBeNull();
    const root = await cardRoot(page);
    const style = await root?.$eval('[role=dialog]', (dialog) => {
      const { borderStartStartRadius, overflowY } = getComputedStyle(dialog);
      return { isRound: borderStartStartRadius !== '0px', overflowY };
    });
    expect(style).toEqual({ isRound: true, overflowY: 'auto' });
    expect(await readReports()).toBe('[]');

    // The page is as strict as it says, and reports come through.
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'p { color: red }';
      document.body.append(style);
    });
    await expect.poll(readReports, { timeout: 5_000 }).not.toBe('[]');
  });
});
