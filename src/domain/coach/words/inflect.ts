const irregular: Record<string, readonly string[]> = {
  be: ['is', 'are', 'was', 'were', 'been', 'being'],
  become: ['becomes', 'became', 'becoming'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  bring: ['brings', 'brought', 'bringing'],
  build: ['builds', 'built', 'building'],
  buy: ['buys', 'bought', 'buying'],
  cut: ['cuts', 'cutting'],
  do: ['does', 'did', 'done', 'doing'],
  draw: ['draws', 'drew', 'drawn', 'drawing'],
  drive: ['drives', 'drove', 'driven', 'driving'],
  equip: ['equips', 'equipped', 'equipping'],
  fall: ['falls', 'fell', 'fallen', 'falling'],
  find: ['finds', 'found', 'finding'],
  get: ['gets', 'got', 'gotten', 'getting'],
  give: ['gives', 'gave', 'given', 'giving'],
  go: ['goes', 'went', 'gone', 'going'],
  grow: ['grows', 'grew', 'grown', 'growing'],
  have: ['has', 'had', 'having'],
  hit: ['hits', 'hitting'],
  hold: ['holds', 'held', 'holding'],
  keep: ['keeps', 'kept', 'keeping'],
  lead: ['leads', 'led', 'leading'],
  lose: ['loses', 'lost', 'losing'],
  make: ['makes', 'made', 'making'],
  meet: ['meets', 'met', 'meeting'],
  pay: ['pays', 'paid', 'paying'],
  put: ['puts', 'putting'],
  read: ['reads', 'reading'],
  rise: ['rises', 'rose', 'risen', 'rising'],
  run: ['runs', 'ran', 'running'],
  sell: ['sells', 'sold', 'selling'],
  send: ['sends', 'sent', 'sending'],
  set: ['sets', 'setting'],
  shrink: ['shrinks', 'shrank', 'shrunk', 'shrinking'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  speed: ['speeds', 'sped', 'speeding'],
  spend: ['spends', 'spent', 'spending'],
  take: ['takes', 'took', 'taken', 'taking'],
  teach: ['teaches', 'taught', 'teaching'],
  think: ['thinks', 'thought', 'thinking'],
  win: ['wins', 'won', 'winning'],
  write: ['writes', 'wrote', 'written', 'writing'],
};

const vowel = /[aeiou]/;

/** Every form of an English verb, its base first: "ship" gives ship, ships, shipped, shipping. A phrase ("roll out") is inflected in its first word. */
export function formsOf(verb: string): string[] {
  const [first = '', ...rest] = verb.split(' ');
  const forms = irregular[first] ? [first, ...irregular[first]] : regular(first);
  return forms.map((form) => [form, ...rest].join(' '));
}

function regular(verb: string): string[] {
  if (/(?:s|x|z|ch|sh)$/.test(verb)) return [verb, `${verb}es`, `${verb}ed`, `${verb}ing`];
  if (/[^aeiou]y$/.test(verb)) {
    const stem = verb.slice(0, -1);
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`];
  }
  if (/ee$/.test(verb)) return [verb, `${verb}s`, `${verb}d`, `${verb}ing`];
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const stem = doubles(verb) ? verb + verb.at(-1) : verb;
  return [verb, `${verb}s`, `${stem}ed`, `${stem}ing`];
}

// The last consonant doubles after one short stressed vowel; of longer verbs only those whose last syllable is stressed.
function doubles(verb: string): boolean {
  const [before, middle, last] = [verb.at(-3) ?? '', verb.at(-2) ?? '', verb.at(-1) ?? ''];
  const ends = !vowel.test(before) && vowel.test(middle) && /[bdgklmnprt]/.test(last);
  return (
    ends &&
    (verb.replaceAll(/[^aeiou]/g, '').length === 1 || /(?:mit|fer|cur|pel|rol|gin|bat|quip|gram)$/.test(verb))
  );
}
