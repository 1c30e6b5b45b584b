import { expect, test } from 'vitest';
import { ownHosts } from '../../core/page/own-hosts.ts';

test('only what was added is ours, and the page cannot tell', () => {
  const host = document.createElement('div');
  const serializer = new XMLSerializer();
  const before = serializer.serializeToString(host);
  ownHosts.add(host);
  expect(ownHosts.has(host)).toBe(true);
  expect(ownHosts.has(host.cloneNode())).toBe(false);
  expect(serializer.serializeToString(host)).toBe(before);
});
