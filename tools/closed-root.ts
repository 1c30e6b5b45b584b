/**
 * Reaches a closed shadow root from outside the page, over the browser's own protocol: a page, and
 * a content script of another extension, cannot.
 */
import { ElementHandle, type Page } from 'puppeteer-core';
import { BidiFrame } from 'puppeteer-core/internal/bidi/Frame.js';
import { CdpFrame } from 'puppeteer-core/internal/cdp/Frame.js';

/**
 * The shadow root of the first element that matches `selector` and has one, or null. With the
 * handle a caller queries, clicks and measures inside the root as on a page, in both browsers.
 */
export async function closedRootOf(page: Page, selector: string): Promise<ElementHandle | null> {
  const frame = page.mainFrame();
  if (frame instanceof CdpFrame) return rootInChromium(frame, selector);
  if (frame instanceof BidiFrame) return rootInFirefox(frame, selector);
  throw new Error('The browser speaks neither CDP nor WebDriver BiDi.');
}

async function rootInChromium(frame: CdpFrame, selector: string): Promise<ElementHandle | null> {
  for (const host of await frame.$$(selector)) {
    // By its object and not by a node id, which ends where the page moves the host meanwhile.
    const { objectId } = host.remoteObject();
    if (objectId === undefined) continue;
    const { node } = await frame.client.send('DOM.describeNode', { objectId, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) continue;
    const handle = await frame.mainRealm().adoptBackendNode(backendNodeId);
    if (handle instanceof ElementHandle) return handle;
  }
  return null;
}

async function rootInFirefox(frame: BidiFrame, selector: string): Promise<ElementHandle | null> {
  const realm = frame.mainRealm();
  const hosts = await realm.realm.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})]`,
    false,
    { serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 } },
  );
  if (hosts.type !== 'success' || hosts.result.type !== 'array') return null;
  for (const host of hosts.result.value ?? []) {
    const root = host.type === 'node' ? host.value?.shadowRoot : undefined;
    if (root === undefined || root === null) continue;
    const handle = realm.createHandle(root);
    if (handle instanceof ElementHandle) return handle;
  }
  return null;
}
