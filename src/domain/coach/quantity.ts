/** What a number in a goal is: an amount to be reached or left, or part of a date, a time of day, a version or a name. */
export type QuantityRole = 'amount' | 'date' | 'time of day' | 'version' | 'name';

/** A number as it stands in a text, in digits or in words; `at` is where, `bound` whether it is a limit ("at least 4", "< 6", "12+"). */
export type Quantity = {
  text: string;
  at: { from: number; to: number };
  role: QuantityRole;
  unit: string | undefined;
  bound: boolean;
};

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const named =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|zero';

// Products whose numbers are versions.
const products =
  'Java|JDK|Python|Node(?:\\.js)?|PHP|Ruby|Rust|Postgres(?:QL)?|MySQL|MariaDB|Angular|React|Vue|Rails|Django|Laravel|Symfony|Spring(?: Boot)?|Kubernetes|Ubuntu|Debian|CentOS|RHEL|Windows(?: Server)?|macOS|Office|Exchange|Oracle|SQL Server|iOS|Android|TypeScript|\\.NET|Drupal|WordPress|TYPO3|Typo3|Magento|Elasticsearch|Kafka|Redis|MongoDB|Terraform|HTTP|TLS|Bluetooth|USB|Wi-Fi|Bootstrap|Tailwind|Gradle|Maven|Webpack|jQuery|Linux|OpenSSL|OpenAPI|Unity|Unreal';

// The first of these that fits takes the text, so what looks like an amount but is a date or a version stands before the amounts.
const shapes: readonly [QuantityRole, RegExp][] = [
  ['date', new RegExp(`\\b(?:${months})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+(?:19|20)\\d\\d)?\\b`, 'gi')],
  [
    'date',
    new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?:${months})\\b(?:\\s+(?:19|20)\\d\\d)?`, 'gi'),
  ],
  ['date', new RegExp(`\\b(?:${months})\\s+(?:19|20)\\d\\d\\b`, 'gi')],
  ['date', /\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b|\b\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}\b/g],
  [
    'date',
    /\b(?:Q[1-4]|H[12]|FY|T[1-3])\s*[/'’-]?\s*(?:(?:19|20)?\d\d)?\b|\b(?:19|20)\d\d\s*[/-]?\s*(?:Q[1-4]|H[12])\b/gi,
  ],
  ['date', /(?<!\b(?:from|to)\s)\b(?:week|day|sprint)\s+\d+\b(?!\s*%)|\bweek-(?:one|two|three)\b/gi],
  // "A 4-day week", "30-day readmissions", "three-year plan": part of a name, unless it counts stars or points.
  [
    'name',
    new RegExp(
      `\\b(?:\\d+|${named})-(?!stars?\\b(?! (?:standard|service|level|quality|hotel|experience|welcome))|points?\\b|fold\\b|(?:${named})\\b|to-|thirds?\\b)[a-z]+\\b`,
      'gi',
    ),
  ],
  // "The 1974 to 1991 files": of which years.
  ['name', /(?<=\bthe )1[5-9]\d\d\s?(?:-|–|to)\s?(?:1[5-9]|20)\d\d(?=\s[a-z])/gi],
  // "The 50+ segment", "the 18 to 25 age group": who, and not how many.
  [
    'name',
    /\b\d+(?:\+|\s?(?:-|–|to)\s?\d+)[\s-](?=(?:age |year-old )?(?:segment|groups?|ages?|market|bracket|demographic|cohort|class|range)\b)/gi,
  ],
  [
    'name',
    /\b(?:under|over)-\d+s?\b|\b(?:aged?|ages)\s+(?:\d+(?:\s*(?:to|-|–)\s*\d+)?)(?:\s+(?:and|or) (?:over|under|older|younger))?/gi,
  ],
  [
    'date',
    /(?<=\b(?:in|by|until|of|for|during|before|since|from|till|end of|through)\s+(?:the\s+year\s+)?)(?:19|20)\d\d\b(?!\s*%)/gi,
  ],
  // "From 1:20 to 3:00 minutes", "under 1:55": how long, and not when.
  [
    'amount',
    /\b\d{1,3}:\d\d(?::\d\d)?(?=\s*(?:to|→|->|–|-)\s*\d{1,3}:\d\d)|(?<=\b\d{1,3}:\d\d\s*(?:to|→|->|–|-)\s*)\d{1,3}:\d\d|\b\d{1,3}:\d\d(?::\d\d)?(?=\s*(?:min|hours?|hrs?|h\b|m\b|s\b))|(?<=\b(?:under|below|faster than|less than|in|of|over|at least|at most) )\d{1,3}:\d\d(?::\d\d)?\b(?!\s*(?:[ap]\.?m|o'clock))/gi,
  ],
  ['time of day', /\b\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.|o'clock)(?![a-z])|\b\d{1,2}:\d\d\b/gi],
  [
    'version',
    /\b(?:v|version|firmware|release|revision|rev|patch|phase|edition|stage|step|part|level|tier|module|chapter|iteration|mark|mk|grade|generation|gen)\.?[\s-]*\d+(?:\.\d+)*\b/gi,
  ],
  // "Upgrade Postgres from 12 to 16": the numbers of a product that is named.
  [
    'version',
    /(?<=\b(?:[Uu]pgrad|[Uu]pdat|[Mm]igrat|[Mm]ov|[Bb]ump|[Pp]ort|[Ss]witch)(?:e|es|ed|ing)? (?:[\w-]+ ){0,4}?(?:[A-Z][\w.+#-]*|\w*[A-Z]\w*) (?:(?:from )?(?:version )?[\d.]+ )?(?:from |to )?(?:version )?)(?<!\d)\d+(?:\.\d+)*(?![\d.]*\s?(?:%|percent|[kKmM]\b|[a-z]+s\b))/g,
  ],
  ['version', /(?<=\b[A-Z][\w-]*\s)\d+\.\d+(?:\.\d+)*\b(?!\s*(?:%|percent|points|[a-z]+s\b))/g],
  [
    'version',
    new RegExp(
      `\\b(?:${products})[\\s/]?\\d+(?:\\.(?:\\d+|x))*\\b(?!\\s*(?:%|percent))|(?<=\\b(?:${products})[\\s/]?\\d+(?:\\.\\d+)* (?:to|→|->|onto|and) )\\d+(?:\\.(?:\\d+|x))*\\b(?!\\s*(?:%|percent))`,
      'g',
    ),
  ],
  [
    'name',
    /\b(?:ISO|IEC|EN|DIN|RFC|GDPR|SOC|WCAG|COVID|Windows|iOS|Android|Article|Section|Formula|Web|Industry|Agenda|Vision|Channel|Studio|Series)[- ]?\d+(?:[.:]\d+)*\b/g,
  ],
  [
    'name',
    /(?<!\b(?:each|every|per|a) )\b(?:route|line|bus|tram|gate|room|building|hall|zone|area|class|ward|platform|unit|district|year|court|track|lane|key stage|series|bay|plot|block|form)\s\d+[a-z]?\b(?!\s*(?:%|percent|to\s\d))/gi,
  ],
  ['name', /(?<=\b(?:for|with|from|our|among) (?:the |our )?)top[- ]\d+\b(?!\s?%)/gi],
  // "Roadmap items 3 to 7": which ones, and not how many.
  [
    'name',
    /\b(?:items|steps|phases|chapters|milestones|modules|stages|sections|parts|epics|floors|lots|wards|lines|routes|sprints|rooms|years|grades|volumes|units)\s\d+(?:\s?(?:to|-|–|and|through|,|&)\s?\d+)+\b(?!\s*(?:%|percent))/gi,
  ],
  ['date', /(?<=\bthan (?:in )?)(?:19|20)\d\d(?=[.!,;]|$)/g],
  // "Vision 2030", "the 2027 season": a year stands for itself.
  [
    'date',
    /\b20[2-4]\d(?:\/\d\d)?(?=\s+(?:season|budget|edition|intake|cohort|strategy|programme|campaign|plan|elections?|festival|annual)\b)/gi,
  ],
  ['date', /(?<=\b[A-Z]\w+\s)20[2-4]\d\b(?!\s*(?:%|\w))/g],
  [
    'name',
    /#\d+\b|\b1[:-](?:2-)?1s?\b|\b\d+(?:st|nd|rd|th)\b|\b24\/7\b|\b(?:B2B|B2C|5S|3D|2D|4K|5G|P2P|A\/B|[A-Z]+\d+[A-Z]*|\d+D)\b/g,
  ],
  [
    'name',
    /\b(?:one|two)-(?:on|to)-(?:one|many)\b|\bnumber one\b|\bone of\b|\b(?:no|every|any|each|this|that) one\b|\bfirst-\w+\b/gi,
  ],
];

const prefix = '(?:[$€£¥]|(?:EUR|USD|GBP|CHF)\\s?)?';
const digits = '\\d{1,3}(?:[,\u00a0\u202f ]\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?';
const unit =
  '\\s?(?:%|percent(?:age points?)?|per cent|pp|ppt|pts?|points?|‰|[kKmM](?:n|bn|io)?\\b|bn\\b|x\\b|×|thousand|million|billion|k€|h\\b|hrs?\\b|hours?|mins?\\b|minutes?|s\\b|secs?\\b|seconds?|ms\\b|days?|weeks?|months?|years?|kg|g\\b|km|m\\b|m3|m²|m³|cm|mm|kwh|mwh|t\\b|tonnes?|tons?|litres?|liters?|€|\\$|£|stars?)';
const amounts = new RegExp(
  `${prefix}(?:${digits})(?:${unit})?\\+?|\\b(?:${named})(?:[\\s-](?:${named}))*\\b(?:\\s(?:percent|per cent))?`,
  'gi',
);
// Amounts that are said without a number.
const wordy =
  /\b(?:double(?! down\b)|doubles|doubled|doubling|triple|triples|tripled|tripling|quadruple|halve|halves|halved|halving|by half|in half|by a (?:third|quarter|fifth)|a (?:third|quarter) (?:of|fewer|less|more)|two[- ]thirds|twice|thrice|half as (?:many|much)|by an order of magnitude|once an?|once per|not a single|^no(?= (?!one\b|longer\b|more\b))|none of|half (?:of|the|our)|(?:one|two|three|four)[- ](?:thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)|(?<=\b(?:within|inside|under|in less than|in under) )(?:an?|the same|(?:the|their|its|his|her|our) first|the next) (?:working |business )?(?:hour|day|week|month|minute|second|quarter|year|shift|fortnight)|(?<=\bby )(?:an?|half an?|one) (?:full |whole |half )?(?:grade|point|step|level|notch|mark|star|degree|order of magnitude)|every (?:second|third|fourth|fifth|tenth)(?= \w)|(?<=\b(?:from|to|by|than|under|over|above|below|about|nearly|almost|at least|at most|→|reach(?:es)?|covers?|is|are|only) )(?:a |one[- ])(?:half|third|quarter|fifth|sixth|eighth|tenth|twentieth|hundredth)|(?:an?|one|half an?) (?:full |whole |working )?(?:hour|day|week|month|minute|second|year|point|degree|kilo|litre|metre|shift|night|lesson|grade|star|step)(?= (?:less|fewer|more|sooner|earlier|faster|quicker|shorter|longer|later|better|higher|lower|per|an?|each|every|saved|on average|off)\b)|a majority of|most of the|without (?:a single|any)|down to (?:none|nothing)|(?<=(?:\b(?:from|to|becomes?)|→|->) )(?:(?:once|twice|every) )?(?:hourly|daily|weekly|fortnightly|bi-?weekly|monthly|bi-?monthly|quarterly|yearly|annual(?:ly)?|never|none|nothing)|(?<=\bto )all\b(?= (?:of|\d)))\b/gi;

// "Nine of 15 councillors", "7 in 10", "one in five": a share.
const ratio = new RegExp(
  `\\b(?:\\d+|${named})\\s+(?:(?:[a-z-]+\\s+)?(?:out\\s+of|in)|of)\\s+(?:(?:the|our|all|every)\\s+)?(?:\\d+|${named})\\b(?!\\s*(?:%|days?|weeks?|months?|years?|hours?|minutes?))`,
  'gi',
);

const boundBefore =
  /(?:[<>≤≥=]|at least|at most|more than|less than|fewer than|over|under|above|below|up to|no more than|not more than|no longer than|no later than|no worse than|no fewer than|no less than|not exceed(?:ing)?|exceed(?:s|ing)?|better than|faster than|longer than|shorter than|higher than|lower than|minimum(?: of)?|maximum(?: of)?|within|beyond)\s*$/i;
const oneUnit =
  /^one (?:(?:an?|per|every|each) (?:\w+ )?(?:hour|shift|day|night|week|fortnight|month|quarter|season|term|year)s?\b|(?:working |business |calendar |full )?(?:days?|weeks?|hours?|months?|minutes?|seconds?|years?|points?|percent|shift|night|complaint|error|incident)\b)/i;
const boundAfter =
  /^\s*(?:%\s*)?(?:or (?:more|higher|better|less|fewer|lower|above|below|over|under)|and (?:more|above|over))\b/i;

/** Every number of a text in its order, with what it is. */
export function quantitiesOf(text: string): Quantity[] {
  const found: Quantity[] = [];
  const isFree = (from: number, to: number) => found.every(({ at }) => to <= at.from || from >= at.to);
  const take = (role: QuantityRole, match: RegExpMatchArray, isRatio = false) => {
    const from = match.index;
    if (from === undefined || !isFree(from, from + match[0].length)) return;
    const before = text.slice(Math.max(0, from - 20), from);
    found.push({
      text: match[0],
      at: { from, to: from + match[0].length },
      role,
      unit: /[%€$£]|[a-z]+$/i.exec(match[0].replace(/\+$/, ''))?.[0],
      bound:
        isRatio ||
        boundBefore.test(before) ||
        boundAfter.test(text.slice(from + match[0].length)) ||
        match[0].endsWith('+'),
    });
  };
  for (const [role, shape] of shapes) for (const match of text.matchAll(shape)) take(role, match);
  for (const match of text.matchAll(ratio)) take('amount', match, true);
  for (const match of text.matchAll(wordy)) take('amount', match);
  for (const match of text.matchAll(amounts)) {
    // "One" alone is mostly a pronoun, and a digit inside a word is part of a name.
    const inWord = /(?:[\p{L}\d]|\p{Lu}-)$/u.test(text.slice(0, match.index)) && /^\d/.test(match[0]);
    const isOne =
      /^one$/i.test(match[0]) &&
      !boundBefore.test(text.slice(0, match.index)) &&
      !oneUnit.test(text.slice(match.index));
    if (!inWord && !isOne) take('amount', match);
  }
  return found.sort((a, b) => a.at.from - b.at.from);
}
