import type { UseCases } from '#app/act.ts';
import { Refused } from '#contract/refused.ts';
import { findKpiTemplate, findObjectiveTemplate, library } from '#domain/template/library.ts';
import type { FunctionTemplate, KpiTemplate } from '#domain/template/template.ts';
import { defineKpis } from './template-kpis.ts';
import { exampleTitles, existingFor, shownKpiTemplate, shownObjectiveTemplate } from './template-shown.ts';
import { useTemplate } from './template-use.ts';

export const templates: UseCases<'templates'> = {
  list: async (act, { function: key, search }) => {
    const wanted = key === undefined ? library : library.filter((each) => each.key === key);
    if (wanted.length === 0)
      throw new Refused('not_found', `There is no function ${key} in the library.`, 'function');
    const found = wanted.map((of) => ({ of, ...searched(of, search) }));
    const kpis = found.flatMap((each) => each.kpis);
    const existing = await existingFor(act, kpis);
    return {
      functions: library.map((of) => ({
        ...{ key: of.key, name: of.name, part: of.part ?? null, what: of.what },
        ...{ objectives: of.objectives.length, kpis: of.kpis.length },
      })),
      objectives: found.flatMap(({ of, objectives }) =>
        objectives.map((each) => ({
          ...{ key: each.key, function: of.key, title: each.title, why: each.why },
          ...{ commitment: each.commitment, keyResults: exampleTitles(each) },
        })),
      ),
      kpis: kpis.map((kpi) => shownKpiTemplate(kpi, existing)),
    };
  },

  find: async (act, { template }) => {
    const found = findObjectiveTemplate(template);
    if (!found)
      throw new Refused('not_found', `There is no objective ${template} in the library.`, 'template');
    const shown = shownObjectiveTemplate(found.of, found.objective, new Map());
    const existing = await existingFor(
      act,
      shown.kpis.map(({ key }) => findKpiTemplate(key)!),
    );
    return shownObjectiveTemplate(found.of, found.objective, existing);
  },

  use: (act, input) => useTemplate(act, input),

  findKpi: async (act, { template }) => {
    const kpi = findKpiTemplate(template);
    if (!kpi) throw new Refused('not_found', `There is no KPI ${template} in the library.`, 'template');
    return shownKpiTemplate(kpi, await existingFor(act, [kpi]));
  },

  define: (act, input) => defineKpis(act, input),
};

// Each word has to be somewhere in what people read.
function searched(of: FunctionTemplate, search: string | undefined) {
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const has = (...texts: string[]) => {
    const text = texts.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const named = [of.name, of.part ?? ''];
  return {
    objectives: of.objectives.filter((each) => has(...named, each.title, each.why, ...exampleTitles(each))),
    kpis: of.kpis.filter((kpi: KpiTemplate) => has(...named, kpi.name, kpi.purpose, kpi.definition)),
  };
}
