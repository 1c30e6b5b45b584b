/**
 * The pure globals that every host of the text rooms has: page, worker, Node.
 * `core/claims` and `core/matching` compile against ECMAScript and these, so that `document`,
 * `fetch` or `browser` there is a type error.
 */
declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly href: string;
  username: string;
  password: string;
  search: string;
  hash: string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string);
  decode(input?: ArrayBuffer | ArrayBufferView): string;
}
