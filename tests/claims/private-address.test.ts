import { expect, test } from 'vitest';
import { looksPrivate } from '../../core/claims/private-address.ts';
import { pageAddress } from '../../core/claims/report.ts';

const looks = (text: string) => {
  const address = pageAddress(text);
  if (address === null) throw new Error(`${text} is no address`);
  return looksPrivate(address);
};

test.each([
  'https://sample-news.example/',
  'https://www.sample-news.example/world/2031/05/17/boats-crossed-the-lake-12345678',
  'https://sample-news.example/article/1234567890123456789012',
  'https://sample-news.example/news/a-minister-signs-the-accounting-law',
  'https://sample-news.example/путь/к/озеру',
  'https://sample-news.example/boats?utm_source=letter&fbclid=abc',
])('is anybody’s: %s', (address) => {
  expect(looks(address)).toBe(false);
});

test.each([
  'https://sample-news.example/boats?id=7',
  'https://sample-news.example/boats?token=abc',
  'https://sample-news.example/login',
  'https://sample-news.example/account/letters',
  'https://login.sample-news.example/boats',
  'https://mail.sample-news.example/boats',
  'https://sample-news.example/share/boats',
  'https://sample-news.example/r/9f8a7c6b5d4e3f2a1b0c9d8e7f6a5b4c',
  'https://sample-news.example/d/1A2b3C4d5E6f7G8h9I0jKlMn/edit',
  'http://localhost/boats',
  'http://wiki/boats',
  'http://192.168.1.7/boats',
  'http://[::1]/boats',
  'http://desk.internal/boats',
])('may be one reader’s: %s', (address) => {
  expect(looks(address)).toBe(true);
});
