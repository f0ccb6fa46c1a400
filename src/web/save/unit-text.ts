import type { Unit } from '#domain/kpi/unit.ts';

/** The unit of a value that stands as a bare number in a file: 'percent', 'EUR', 'hours', 'scale 1 to 3: red; amber; green', a symbol, or nothing. */
export function unitText(unit: Unit): string {
  switch (unit.kind) {
    case 'percent':
      return 'percent';
    case 'currency':
      return unit.code;
    case 'duration':
      return unit.unit;
    case 'scale':
      return `scale ${unit.from} to ${unit.to}${unit.steps ? `: ${unit.steps.join('; ')}` : ''}`;
    default:
      return unit.symbol ?? '';
  }
}
