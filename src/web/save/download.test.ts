import assert from 'node:assert/strict';
import test from 'node:test';
import { fileName } from './download.ts';

test('the name of a file says what is in it and of which day, in characters that every system bears', () => {
  assert.equal(
    fileName(['panel', 'status breach'], '2026-03-04', 'csv'),
    'panel-status-breach-2026-03-04.csv',
  );
  assert.equal(
    fileName(['Café: “Zürich”/Süd?', undefined, ''], '2026-03-04', 'svg'),
    'cafe-zurich-sud-2026-03-04.svg',
  );
  assert.equal(fileName(['..', '///'], '2026-03-04', 'png'), '2026-03-04.png');
});
