import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ReliabilityBin, reliabilityLayout, reliabilitySummary } from './reliability.ts';

const size = { width: 420, height: 420 };
const percent = (share: number) => `${share * 100}`;
const bin = (said: number, cameTrue: number, count: number, low: number, high: number): ReliabilityBin => ({
  ...{ said, cameTrue, count, low, high },
});

test('what comes true as often as it is said lies on the diagonal', () => {
  const { marks, plot, diagonal } = reliabilityLayout([bin(0.5, 2, 4, 0.15, 0.85)], size, percent);
  const [mark] = marks;
  const [from, to] = diagonal.slice(1).split('L');
  assert.equal(from, `${plot.left + 13},${plot.bottom - 13}`);
  assert.equal(to, `${plot.right - 13},${plot.top + 13}`);
  assert.equal(mark!.x - plot.left, plot.bottom - mark!.y);
  assert.equal(mark!.isOff, false);
});

test('the plot is a square however the room is shaped, so that the diagonal is one', () => {
  for (const room of [size, { width: 900, height: 300 }, { width: 358, height: 600 }]) {
    const { plot } = reliabilityLayout([], room, percent);
    assert.ok(Math.abs(plot.right - plot.left - (plot.bottom - plot.top)) < 0.01);
    assert.ok(plot.right <= room.width && plot.bottom <= room.height);
  }
});

test('the area of a dot is its count, and an empty bin is not drawn', () => {
  const { marks } = reliabilityLayout(
    [bin(0.1, 0, 16, 0, 0.2), bin(0.3, 0, 0, 0, 1), bin(0.9, 1, 4, 0.05, 0.7)],
    size,
    percent,
  );
  assert.equal(marks.length, 2);
  assert.ok(Math.abs((marks[0]!.radius / marks[1]!.radius) ** 2 - 4) < 0.2);
});

test('a whisker that leaves out what was said is off, and the label of a dot at the right stands left of it', () => {
  const [mark] = reliabilityLayout([bin(1, 1, 10, 0.02, 0.4)], size, percent).marks;
  assert.deepEqual([mark!.isOff, mark!.label.anchor], [true, 'end']);
  assert.ok(mark!.high < mark!.y && mark!.y < mark!.low);
});

test('the summary tells each bin, and says so when there is none', () => {
  const say = (said: number) => `${said * 10} of 10`;
  assert.equal(reliabilitySummary('Ada', [bin(0.7, 3, 6, 0.2, 0.8)], say), 'Ada. 7 of 10: 3 of 6 came true.');
  assert.equal(reliabilitySummary('Ada', [bin(0.7, 0, 0, 0, 1)], say), 'Ada: nothing has come due yet.');
});
