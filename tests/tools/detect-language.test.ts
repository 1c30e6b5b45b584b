import { expect, test } from 'vitest';
import { LANGUAGES } from '../../core/matching/languages/index.ts';
import { detectLanguage } from '../../tools/detect-language.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  en: 'The farmers of the valley sold their apples at the market before noon.',
  az: 'Vadinin kəndliləri almalarını günortadan əvvəl bazarda satdılar.',
  fa: 'کشاورزان دره سیب‌های خود را پیش از ظهر در بازار فروختند.',
  hy: 'Հովտի գյուղացիները կեսօրից առաջ շուկայում վաճառեցին իրենց խնձորները։',
  ru: 'Крестьяне долины продали свои яблоки на рынке до полудня.',
  tr: 'Vadinin çiftçileri elmalarını öğleden önce pazarda sattı.',
  sq: 'Fshatarët e luginës i shitën mollët e tyre në treg para mesditës.',
  ar: 'باع فلاحو الوادي تفاحهم في السوق قبل الظهر.',
  de: 'Die Bauern des Tals verkauften ihre Äpfel vor dem Mittag auf dem Markt.',
  fr: 'Les paysans de la vallée ont vendu leurs pommes au marché avant midi.',
  es: 'Los campesinos del valle vendieron sus manzanas en el mercado antes del mediodía.',
  pt: 'Os camponeses do vale venderam as suas maçãs no mercado antes do meio-dia.',
  it: 'I contadini della valle hanno venduto le loro mele al mercato prima di mezzogiorno.',
};

test.each([...LANGUAGES.keys()])('%s is told', async (code) => {
  expect(await detectLanguage(SENTENCES[code] ?? '')).toBe(code);
});

test.each(['', '12 345', '!'])('%o is in none', async (text) => {
  expect(await detectLanguage(text)).toBeNull();
});
