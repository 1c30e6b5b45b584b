import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showOnToolbar } from '../../core/extension/toolbar.ts';

const { action } = fakeBrowser;

beforeEach(() => {
  fakeBrowser.reset();
});

it('shows badge and tooltip on the one tab', async () => {
  await showOnToolbar(7, { badge: '3', title: 'Three passages' });
  expect(await action.getBadgeText({ tabId: 7 })).toBe('3');
  expect(await action.getTitle({ tabId: 7 })).toBe('Three passages');
  expect(await action.getBadgeText({ tabId: 8 })).toBe('');
  expect(await action.getBadgeText({})).toBe('');
  expect(await action.getTitle({})).toBe('');
});

it('takes a badge away again', async () => {
  await showOnToolbar(7, { badge: '3', title: 'Three passages' });
  await showOnToolbar(7, { badge: '', title: 'Rejoinder' });
  expect(await action.getBadgeText({ tabId: 7 })).toBe('');
  expect(await action.getTitle({ tabId: 7 })).toBe('Rejoinder');
});

it('colours the badge neither red nor green', async () => {
  await showOnToolbar(7, { badge: '3', title: 'Three passages' });
  const [red, green, blue] = await action.getBadgeBackgroundColor({ tabId: 7 });
  expect(blue).toBeGreaterThan(Math.max(red, green));
});

it('takes a tab that was closed meanwhile for no error', async () => {
  const gone = new Error('No tab with id: 7.');
  const spies = [
    vi.spyOn(action, 'setBadgeText').mockRejectedValue(gone),
    vi.spyOn(action, 'setTitle').mockRejectedValue(gone),
  ];
  await expect(showOnToolbar(7, { badge: '3', title: 'Three passages' })).resolves.toBeUndefined();
  for (const spy of spies) spy.mockRestore();
});
