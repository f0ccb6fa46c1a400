import { convert, type DurationUnit, durationUnits, type Unit } from '#domain/kpi/unit.ts';

const codes = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP ' +
    'CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD ' +
    'IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR ' +
    'MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP ' +
    'SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF ' +
    'YER ZAR ZMW ZWG'
  ).split(' '),
);

// The first code is the one that a bare sign proposes; a KPI in any of them accepts the sign.
const signs: Record<string, readonly string[]> = {
  '€': ['EUR'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP', 'TWD'],
  US$: ['USD'],
  A$: ['AUD'],
  C$: ['CAD'],
  NZ$: ['NZD'],
  R$: ['BRL'],
  '£': ['GBP', 'EGP', 'GIP', 'FKP', 'SHP'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  '₽': ['RUB'],
  '₩': ['KRW'],
  '₺': ['TRY'],
  '₫': ['VND'],
  '₪': ['ILS'],
  '₴': ['UAH'],
  '₦': ['NGN'],
  '฿': ['THB'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  zł: ['PLN'],
  Kč: ['CZK'],
  Fr: ['CHF'],
};

/** The codes that a currency sign or code may mean, the likeliest first; undefined when it is none. */
export function currencyCodes(text: string): readonly string[] | undefined {
  if (Object.hasOwn(signs, text)) return signs[text];
  const code = text.toUpperCase();
  return codes.has(code) && /^[A-Za-z]{3}$/.test(text) ? [code] : undefined;
}

/** The currency sign or code at the start of a text, before a digit, a sign or a space. */
export function leadingCurrency(text: string): string | undefined {
  const found = /^(?:[A-Z]{0,2}[€$£¥₹₽₩₺₫₪₴₦฿]|[A-Za-złč]{2,3}\.?)(?=[\s\d.,+-])/.exec(text)?.[0];
  return found !== undefined && currencyCodes(found.replace('.', '')) ? found : undefined;
}

const durationWords: Record<DurationUnit, RegExp> = {
  seconds: /^(s|secs?|seconds?)\.?$/,
  minutes: /^(m|mins?|minutes?)\.?$/,
  hours: /^(h|hrs?|hours?)\.?$/,
  days: /^(d|days?)\.?$/,
  weeks: /^(w|wks?|weeks?)\.?$/,
  months: /^(mos?|mths?|months?)\.?$/,
};

/** The unit of time that a word stands for: "h", "hrs" and "hours" are hours. */
export function durationUnit(word: string): DurationUnit | undefined {
  return durationUnits.find((unit) => durationWords[unit].test(word.toLowerCase()));
}

/** So much time in another unit; undefined between months and anything else: a cell must not become a number that nobody measured. */
export function convertDuration(value: number, from: DurationUnit, to: DurationUnit): number | undefined {
  if (from !== to && (from === 'months' || to === 'months')) return undefined;
  const other = convert(value, { kind: 'duration', unit: from }, { kind: 'duration', unit: to });
  // 1.1 h are 66.00000000000001 minutes in binary; nobody wrote the last digit.
  return other === undefined ? undefined : Number(other.toPrecision(15));
}

const plain = /^(|number|numbers|count|counts|ratio|integer|#|no|no\.|nr|nr\.|none|times|x)$/;

/** The unit that a cell of a definitions file names: "scale 1-5", "minutes", "%", "EUR", "points"; undefined when it is none. */
export function readUnit(text: string): Unit | undefined {
  const word = text.normalize('NFKC').trim();
  const lower = word.toLowerCase();
  if (plain.test(lower)) return { kind: 'number' };
  if (/^(%|percent|percentage|per cent|pct)$/.test(lower)) return { kind: 'percent' };
  const scale =
    /^(?:rating |likert )?(?:scale)?[ :]*\(?(-?\d+(?:\.\d+)?) *(?:-|–|—|to|\.\.) *(-?\d+(?:\.\d+)?)\)?$/.exec(
      lower,
    );
  if (scale) return scaleOf(Number(scale[1]), Number(scale[2]));
  const duration = durationUnit(/^duration\b/.test(lower) ? lower.replace(/^duration[ :(]*|\)$/g, '') : word);
  if (duration) return { kind: 'duration', unit: duration };
  const currency = currencyCodes(word.replace(/^currency[ :(]*|\)$/gi, ''));
  if (currency?.[0]) return { kind: 'currency', code: currency[0] };
  return /^\p{L}[\p{L} /-]{0,19}$/u.test(word) ? { kind: 'number', symbol: word } : undefined;
}

function scaleOf(from: number, to: number): Unit | undefined {
  return from < to ? { kind: 'scale', from, to } : undefined;
}

/** A unit as a person would say it: "minutes", "%", "EUR", "a scale from 1 to 5". */
export function unitInWords(unit: Unit): string {
  if (unit.kind === 'percent') return '%';
  if (unit.kind === 'currency') return unit.code;
  if (unit.kind === 'duration') return unit.unit;
  if (unit.kind === 'scale') return `a scale from ${unit.from} to ${unit.to}`;
  return unit.symbol ?? 'plain numbers';
}
