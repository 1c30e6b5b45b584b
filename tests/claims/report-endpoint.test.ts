import * as v from 'valibot';
import { expect, it, test } from 'vitest';
import {
  endpointHost,
  endpointPattern,
  ReportEndpoint,
} from '../../core/claims/report-endpoint.ts';

test.each([
  'https://desk.example/reports',
  'https://desk.example:8443/reports?to=list',
  'http://127.0.0.1:8080/',
  'http://localhost/reports',
])('takes %s', (text) => {
  expect(v.is(ReportEndpoint, text)).toBe(true);
});

test.each([
  '',
  'desk.example',
  'http://desk.example/',
  'http://127.0.0.1.desk.example/',
  'http://localhost.desk.example/',
  'http://192.168.1.7/',
  'http://10.0.0.1/',
  'https://user:word@desk.example/',
  'https://desk.example/#a',
  'javascript:alert(1)',
  'file:///tmp/reports',
  'data:text/plain,a',
  'ws://127.0.0.1/',
  `https://desk.example/${'a'.repeat(2_000)}`,
])('refuses %j', (text) => {
  expect(v.is(ReportEndpoint, text)).toBe(false);
});

it('has a site that access is asked for, on any port', () => {
  const endpoint = v.parse(ReportEndpoint, 'http://127.0.0.1:8080/reports');
  expect(endpointPattern(endpoint)).toBe('http://127.0.0.1/*');
  expect(endpointHost(endpoint)).toBe('127.0.0.1');
});
