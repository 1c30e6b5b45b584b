import { fileURLToPath } from 'node:url';

/** `--texts FOLDER`: where whole texts of sources are, one file `<source-id>.txt` each. */
export const SOURCE_TEXTS_OPTION = {
  type: 'string',
  default: fileURLToPath(new URL('../../shared/seed', import.meta.url)),
} as const;
