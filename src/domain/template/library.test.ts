import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOkrSet } from '#domain/coach/check.ts';
import { checkKpiDefinition, kpiText } from '#domain/coach/kpi-definition.ts';
import { definitionFault } from '#domain/kpi/definition.ts';
import { thresholdFault } from '#domain/kpi/threshold.ts';
import { conversionFault } from '#domain/kpi/unit.ts';
import { measureFault } from '#domain/okr/measure.ts';
import { findKpiTemplate, findObjectiveTemplate, kpisOfObjective, library } from './library.ts';
import { titleOf } from './render.ts';

const kpis = library.flatMap((each) => each.kpis);
const objectives = library.flatMap((each) => each.objectives);
const titled = objectives.map((each) => ({
  ...each,
  titles: each.keyResults.map((one) => titleOf(one, one.measure, findKpiTemplate(one.kpi)!)),
}));

test('keys are unique in the whole library, and so are names and titles', () => {
  const unique = (what: string, values: readonly string[]) => {
    const twice = values.filter((value, index) => values.indexOf(value) < index);
    assert.deepEqual(twice, [], what);
  };
  unique(
    'keys of KPIs',
    kpis.map(({ key }) => key),
  );
  unique(
    'names of KPIs',
    kpis.map(({ name }) => name),
  );
  unique('definitions', kpis.map(kpiText));
  unique(
    'keys of objectives',
    objectives.map(({ key }) => key),
  );
  unique(
    'titles',
    objectives.map(({ title }) => title),
  );
});

test('every function has several objectives and KPIs, and each KPI feeds or guards one of them', () => {
  for (const { name, kpis: own, objectives: goals } of library) {
    assert.ok(goals.length >= 4 && own.length >= 7, name);
    const used = new Set(goals.flatMap(kpisOfObjective).map(({ key }) => key));
    assert.deepEqual(
      own.filter(({ key }) => !used.has(key)).map(({ key }) => key),
      [],
      `${name}: KPIs that no objective reads or is guarded by`,
    );
  }
});

test('every KPI can be defined as it stands, with lines that fit its direction', () => {
  for (const kpi of kpis) {
    assert.equal(definitionFault(kpi), undefined, kpi.key);
    const { floor, ceiling, desired } = kpi.example;
    assert.equal(
      thresholdFault({ from: '2026-01-01', ...kpi.example }, kpi.direction, kpi.unit),
      undefined,
      kpi.key,
    );
    if (kpi.direction === 'higher') assert.ok(floor !== undefined && desired! > floor, kpi.key);
    if (kpi.direction === 'lower') assert.ok(ceiling !== undefined && desired! < ceiling, kpi.key);
    if (kpi.direction === 'within') assert.ok(floor! < ceiling!, kpi.key);
    assert.ok(kpi.purpose.length > 20 && kpi.definition.length > 40, kpi.key);
  }
});

test('counter-metrics and guardrails are in the library, and are never the KPI itself', () => {
  for (const { key, counters } of kpis) {
    assert.ok(counters.length > 0, key);
    for (const counter of counters)
      assert.ok(counter !== key && findKpiTemplate(counter), `${key}: ${counter}`);
  }
  for (const { key, keyResults } of objectives)
    for (const { kpi, guardrails } of keyResults) {
      assert.ok(findKpiTemplate(kpi), `${key}: ${kpi}`);
      assert.ok(guardrails.length > 0, `${key}: ${kpi} has no guardrail`);
      for (const guard of guardrails) assert.ok(guard !== kpi && findKpiTemplate(guard), `${key}: ${guard}`);
    }
});

test('every objective has two to five key results with a measure that holds and moves its KPI the good way', () => {
  for (const { key, keyResults } of objectives) {
    assert.ok(keyResults.length >= 2 && keyResults.length <= 5, key);
    assert.equal(new Set(keyResults.map(({ kpi }) => kpi)).size, keyResults.length, `${key}: one KPI twice`);
    for (const { kpi, measure } of keyResults) {
      const read = findKpiTemplate(kpi)!;
      assert.equal(measureFault(measure), undefined, `${key}: ${kpi}`);
      if (measure.kind === 'hold') assert.equal(measure.cadence, read.cadence, `${key}: ${kpi}`);
      else if (read.direction !== 'within')
        assert.equal(measure.target > measure.baseline, read.direction === 'higher', `${key}: ${kpi}`);
      assert.equal(conversionFault(read.unit, read.unit), undefined);
    }
  }
});

test('titles have all their numbers, and leave no placeholder open', () => {
  for (const { key, titles } of titled)
    for (const title of titles) assert.ok(!/[{}]/.test(title) && /\d/.test(title), `${key}: ${title}`);
});

test('the coach finds no problem in any objective, key result, set or KPI', () => {
  const problems: string[] = [];
  for (const { key, title, titles } of titled)
    for (const { severity, rule, of, text, message } of checkOkrSet({ objective: title, keyResults: titles }))
      if (severity === 'problem') problems.push(`${key} ${of} ${rule}: ${text} (${message})`);
  for (const { key, name, definition, direction, counters } of kpis) {
    const facts = {
      name,
      definition,
      direction,
      counters: counters.length,
      hasOwner: true,
      hasThreshold: true,
    };
    for (const { severity, rule, message } of checkKpiDefinition(facts))
      if (severity === 'problem') problems.push(`${key} ${rule}: ${message}`);
  }
  assert.deepEqual(problems, []);
});

test('what is not in the library is not found', () => {
  assert.equal(findKpiTemplate('nothing'), undefined);
  assert.equal(findObjectiveTemplate('nothing'), undefined);
  assert.equal(findObjectiveTemplate(objectives[0]!.key)?.objective, objectives[0]);
});
