import { describe, expect, it, test } from 'vitest';
import { isPrivateHost, readingTerms, termsWithin } from '../../core/extension/reading-terms.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/extension/settings.ts';

test.each([
  ['10.0.0.1', true],
  ['172.16.0.9', true],
  ['172.32.0.9', false],
  ['192.168.1.1', true],
  ['169.254.1.1', true],
  ['100.64.0.1', true],
  ['100.128.0.1', false],
  ['8.8.8.8', false],
  ['127.0.0.1', false],
  ['localhost', false],
  ['app.localhost', false],
  ['[::1]', false],
  ['[fd00::1]', true],
  ['[fe80::1]', true],
  ['[2001:db8::1]', false],
  ['router', true],
  ['printer.local', true],
  ['wiki.intranet', true],
  ['news.example', false],
])('%s is private: %s', (host, isPrivate) => {
  expect(isPrivateHost(host)).toBe(isPrivate);
});

describe('the terms of a page', () => {
  const KEPT_OUT = [
    { host: 'mail.example', kind: 'webmail' },
    { host: 'feed.example', kind: 'social' },
  ] as const;
  const NEWS = [{ host: 'courier.example' }];
  const termsOf = (address: string, settings: Partial<Settings> = {}) =>
    readingTerms(address, { ...DEFAULT_SETTINGS, ...settings }, KEPT_OUT, NEWS, 0);
  const ON = { reading: 'on', rule: null, isWelcome: false, isNeverSolid: false };

  it('are none where reading is off', () => {
    expect(termsOf('https://a.example/', { isOn: false })).toEqual({ reading: 'off' });
    expect(termsOf('https://a.example/', { offSites: ['a.example'] })).toEqual({ reading: 'off' });
    expect(termsOf('https://a.example/', { pausedUntilMs: 1 })).toEqual({ reading: 'off' });
  });

  it('name the rule that its address falls under', () => {
    expect(termsOf('https://a.example/')).toEqual(ON);
    expect(termsOf('https://mail.example/')).toMatchObject({ reading: 'on', rule: 'webmail' });
    expect(termsOf('http://192.168.1.1/')).toMatchObject({ rule: 'private-network' });
  });

  it('let in the front page of a news site', () => {
    expect(termsOf('https://www.courier.example/')).toEqual({ ...ON, isWelcome: true });
  });

  it('let in a feed that the reader has switched on, never as its own word', () => {
    expect(termsOf('https://feed.example/')).toMatchObject({ rule: 'social', isNeverSolid: true });
    expect(termsOf('https://feed.example/', { feedSites: ['feed.example'] })).toEqual({
      ...ON,
      isWelcome: true,
      isNeverSolid: true,
    });
    // What is the reader's own is not opened by the same switch.
    expect(termsOf('https://mail.example/', { feedSites: ['mail.example'] })).toMatchObject({
      rule: 'webmail',
    });
  });
});

describe('a frame', () => {
  const ON = { reading: 'on', rule: null, isWelcome: true, isNeverSolid: false } as const;
  const OFF = { reading: 'off' } as const;

  it('is read on its own terms, and on none that are better than those of its page', () => {
    expect(termsWithin(ON, { ...ON, isWelcome: false })).toEqual(ON);
    expect(termsWithin(ON, OFF)).toEqual(OFF);
    expect(termsWithin(OFF, ON)).toEqual(OFF);
    expect(termsWithin(ON, { ...ON, rule: 'webmail' })).toEqual({ ...ON, rule: 'webmail' });
    expect(termsWithin({ ...ON, rule: 'search' }, { ...ON, rule: 'webmail' })).toMatchObject({
      rule: 'search',
    });
    expect(termsWithin(ON, { ...ON, isNeverSolid: true })).toEqual({ ...ON, isNeverSolid: true });
  });
});
