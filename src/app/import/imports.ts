import type { UseCases } from '#app/act.ts';
import { applyDefinitions, applyReadings } from './import-apply.ts';
import { imported } from './import-content.ts';
import { shownPreview } from './import-shown.ts';

export const imports: UseCases<'imports'> = {
  preview: async (act, file) => shownPreview(await imported(act, file)),

  apply: async (act, file) => {
    const read = await imported(act, file);
    const { kind, counts } = read.found;
    const { events, ...done } =
      'plans' in read
        ? await applyDefinitions(act, read.plans, { same: counts.same, reason: file.reason })
        : await applyReadings(act, read.found, read.known, file);
    const result = { kind, ...done, unreadable: counts.unreadable, skip: counts.skip };
    const sheet = read.table.workbook?.sheet ?? null;
    const detail = { file: file.name, sheet, reason: file.reason ?? null, ...result };
    return [result, { kind: 'import.applied', subject: act.organisation.id, detail }, ...events];
  },
};
