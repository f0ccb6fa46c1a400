import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analysed, diagnoses } from '../../../test/analysed.ts';

const quiet = [10, 12, 11, 9, 10, 13, 11, 10, 12, 9, 11, 10, 12, 11];
const line = (fields: object) => JSON.stringify({ id: 'calls', cadence: 'weekly', ...fields });

describe('a line of JSON', () => {
  it('is answered by exactly the keys that are promised', async () => {
    const [plain] = await diagnoses(line({ values: quiet }));
    assert.deepEqual(Object.keys(plain!), ['id', 'limits', 'signals', 'season', 'forecast']);
    assert.deepEqual(Object.keys(plain!.limits!), [
      'centre',
      'lower',
      'upper',
      'averageMovingRange',
      'upperRange',
    ]);
    assert.deepEqual(Object.keys(plain!.forecast!), ['method', 'quantiles', 'mean']);
    assert.deepEqual(
      Object.keys(plain!.forecast!.quantiles),
      '0.025 0.05 0.1 0.25 0.5 0.75 0.9 0.95 0.975'.split(' '),
    );
    const [full] = await diagnoses(line({ values: quiet.slice(0, 9), floor: 5, desired: 14, horizon: 2 }));
    assert.deepEqual(Object.keys(full!), [
      'id',
      'limits',
      'signals',
      'season',
      'capability',
      'forecast',
      'probability',
    ]);
    assert.equal(full!.forecast!.mean.length, 2);
    assert.ok(full!.probability!.by >= full!.probability!.at);
  });

  it('is judged over all of its values, and a gap keeps its place', async () => {
    const values = [null, null, ...quiet, null, 30];
    const [found] = await diagnoses(line({ values }));
    const wild = { rule: 'beyond-limits', index: 17, points: [17] };
    assert.deepEqual(found!.signals.at(-1), { ...wild, sense: 'improvement' });
    // 14 quiet values and the wild one: mean of 181 / 15, and the range across the gap does not count.
    assert.ok(Math.abs(found!.limits!.centre - 181 / 15) < 1e-12);
    assert.ok(Math.abs(found!.limits!.averageMovingRange - 23 / 13) < 1e-12);
    const [worse] = await diagnoses(line({ values, direction: 'lower' }));
    assert.deepEqual(worse!.signals.at(-1), { ...wild, sense: 'deterioration' });
  });

  it('names a step beyond the upper range limit by its later point, without a sense', async () => {
    const [found] = await diagnoses(line({ values: [...quiet, 16.4, 9.1, ...quiet] }));
    const wide = found!.signals.filter(({ rule }) => rule === 'range-beyond');
    assert.deepEqual(wide, [{ rule: 'range-beyond', index: 15, points: [14, 15] }]);
  });

  it('is judged without its season, unless raw values are asked for', async () => {
    const months = Array.from(
      { length: 48 },
      (_, index) => 100 + 20 * Math.sin(index / 1.9099) + (index % 5),
    );
    const yearly = line({ values: months, cadence: 'monthly' });
    const [seasonal] = await diagnoses(yearly);
    assert.equal(seasonal!.season?.period, 12);
    assert.ok(seasonal!.season!.strength > 0.8);
    assert.deepEqual(seasonal!.signals, []);
    const [raw] = await diagnoses(yearly, ['--no-season']);
    assert.equal(raw!.season, null);
    assert.ok(raw!.signals.length > 5);
    const [without] = await diagnoses(line({ values: months, cadence: 'yearly' }));
    assert.equal(without!.season, null);
  });

  it('that is short is told what it is too short for', async () => {
    const [five, seven] = await diagnoses(
      `${line({ values: quiet.slice(0, 5) })}\n${line({ values: quiet.slice(0, 7) })}`,
    );
    assert.equal(five!.limits, null);
    assert.match(five!.refused!, /^Limits need at least 6 values, and there are 5\. A forecast needs/);
    assert.notEqual(seven!.limits, null);
    assert.equal(seven!.forecast, null);
    assert.match(seven!.refused!, /^A forecast needs at least 8/);
  });

  it('has the capability and the odds of its thresholds', async () => {
    const table: [object, string | undefined, (at: number) => boolean][] = [
      [{ floor: 2 }, 'capable', (at) => at > 0.95],
      [{ floor: 11 }, 'hit and miss', (at) => at > 0.1 && at < 0.9],
      [{ floor: 30 }, 'not capable', (at) => at < 0.05],
      [{ ceiling: 30 }, 'capable', (at) => at > 0.95],
      [{ floor: 2, ceiling: 30, direction: 'within' }, 'capable', (at) => at > 0.95],
      [{ desired: 30 }, undefined, (at) => at < 0.05],
      [{ desired: 30, direction: 'lower' }, undefined, (at) => at > 0.95],
    ];
    const found = await diagnoses(table.map(([fields]) => line({ values: quiet, ...fields })).join('\n'));
    table.forEach(([fields, capability, isRight], index) => {
      const { capability: made, probability } = found[index]!;
      assert.equal(made, capability, JSON.stringify(fields));
      assert.ok(isRight(probability!.at), `${JSON.stringify(fields)}: ${probability!.at}`);
    });
  });

  it('of whole numbers that were never negative is not forecast to be', async () => {
    const counts = [3, 0, 1, 2, 0, 4, 1, 0, 2, 1, 0, 3, 1, 2];
    const [found] = await diagnoses(line({ values: counts }));
    assert.ok(Object.values(found!.forecast!.quantiles).every((list) => list.every((value) => value >= 0)));
    const [profit] = await diagnoses(line({ values: counts.map((value) => value - 0.5) }));
    assert.ok(profit!.forecast!.quantiles['0.025']!.every((value) => value < 0));
  });
});

describe('a line that cannot be judged', () => {
  const table: [string, string, RegExp][] = [
    ['is no JSON', 'what', /^Line 2 is not JSON: .+\.$/],
    ['is cut off', '{"id":"a","values":[1', /^Line 2 is not JSON/],
    ['is no object', '[1,2]', /^Line 2 is \[1,2\]; write \{"id"/],
    ['has no values', '{"id":"a"}', /^Line 2: values are missing; write a list of numbers/],
    ['has a text among its values', '{"id":"a","values":[1,"2"]}', /^Line 2: values\[1\] is "2", neither/],
    ['has an infinite value', '{"id":"a","values":[1e999]}', /^Line 2: values\[0\] is too large/],
    ['has a huge value', '{"id":"a","values":[1e300]}', /^Line 2: values\[0\] is 1e\+300, too large/],
    [
      'has a strange cadence',
      '{"id":"a","values":[],"cadence":"hourly"}',
      /^Line 2: cadence is "hourly"; write daily, weekly, monthly, quarterly or yearly\.$/,
    ],
    ['looks back', '{"id":"a","values":[],"horizon":0}', /^Line 2: horizon is 0; write a whole number/],
    [
      'has strange rules',
      '{"id":"a","values":[],"rules":"shewhart"}',
      /^Line 2: rules is "shewhart"; write w/,
    ],
    [
      'contradicts itself',
      '{"id":"a","values":[],"floor":5,"ceiling":3}',
      /^Line 2: The floor \(5\) must lie/,
    ],
    ['has an object for its id', '{"id":{},"values":[]}', /^Line 2: id is \{\}; write a text or a number\.$/],
    [
      'has more values than a life has days',
      JSON.stringify({ id: 'a', values: Array(50_001).fill(1) }),
      /^Line 2: 50001 values are more than the 50000/,
    ],
  ];
  for (const [does, bad, why] of table)
    it(`because it ${does} is answered in its place`, async () => {
      const good = line({ values: quiet });
      const [before, refused, after, ...rest] = await diagnoses(`${good}\n${bad}\n${good}\n`);
      assert.equal(rest.length, 0);
      assert.deepEqual(after, before);
      const { refused: told, ...empty } = refused!;
      assert.match(told!, why);
      const id = bad.startsWith('{"id":"a"') && bad.endsWith('}') ? 'a' : null;
      assert.deepEqual(empty, { id, limits: null, signals: [], season: null, forecast: null });
    });

  it('for its length is passed over without being kept', async () => {
    const megabyte = Buffer.alloc(2 ** 20, '7');
    const pieces = function* () {
      yield Buffer.from(`${line({ values: quiet })}\n{"id":"long","values":[`);
      for (let count = 0; count < 50; count += 1) yield megabyte;
      yield Buffer.from(`]}\n${line({ values: quiet })}`);
    };
    const found = await diagnoses(pieces());
    assert.deepEqual(
      found.map(({ id, refused }) => refused ?? id),
      ['calls', 'Line 2 is longer than 16 MB.', 'calls'],
    );
  });

  it('alone makes the file unusable', async () => {
    const { code, out, err } = await analysed('{"id":"a"}\n', ['--format', 'jsonl']);
    assert.equal(code, 1);
    assert.match(out, /"refused":"Line 1: values are missing/);
    assert.match(err, /^No series could be read\. Line 1: values are missing/);
  });
});

describe('lines of JSON', () => {
  const value = fc.option(fc.integer({ min: -1000, max: 1000 }), { freq: 8 });
  const good = fc
    .record({ values: fc.array(value, { maxLength: 30 }), cadence: fc.constantFrom('daily', 'monthly') })
    .map((fields) => line(fields));
  const bad = fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/g, '?'));

  it('are each answered, in order, wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(good, bad), { maxLength: 8 }), fc.nat(200), async (texts, cut) => {
        const lines = [line({ values: quiet }), ...texts];
        const bytes = Buffer.from(lines.join('\n'));
        const found = await diagnoses([bytes.subarray(0, cut), bytes.subarray(cut)]);
        const kept = lines.filter((text) => text.trim() !== '');
        assert.equal(found.length, kept.length);
        const single = await Promise.all(
          kept.map(async (text, index) => {
            // The number of the line is that of the file, blank ones counted.
            const above = '\n'.repeat(lines.indexOf(text, index));
            return text.startsWith('{"id":"calls"') ? (await diagnoses(above + text))[0] : undefined;
          }),
        );
        single.forEach((alone, index) => {
          if (alone) assert.deepEqual(found[index], alone);
          else assert.match(found[index]!.refused!, /^Line \d+/);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('may come in UTF-16, with a byte order mark, with Windows line ends, and in Windows-1252', async () => {
    const text = `${line({ id: 'Größe', values: quiet })}\r\n\r\n${line({ values: quiet })}\r\n`;
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const marked = Buffer.from(`\ufeff${text}`);
    const expected = await diagnoses(text);
    assert.equal(expected[0]!.id, 'Größe');
    for (const bytes of [utf16, marked, Buffer.from(text, 'latin1')])
      assert.deepEqual(await diagnoses([bytes.subarray(0, 7), bytes.subarray(7)]), expected);
  });

  it('take from the flags what they do not say themselves', async () => {
    const both = `${line({ values: quiet })}\n${line({ values: quiet, floor: 2, horizon: 4 })}`;
    const [first, second] = await diagnoses(both, ['--floor', '11', '--horizon=2', '--rules', 'nhs']);
    assert.deepEqual([first!.capability, second!.capability], ['hit and miss', 'capable']);
    assert.deepEqual([first!.forecast!.mean.length, second!.forecast!.mean.length], [2, 4]);
    const [low] = await diagnoses(both, ['--floor', '-3']);
    assert.equal(low!.capability, 'capable');
  });
});
