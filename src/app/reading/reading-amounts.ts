import { Refused } from '#contract/refused.ts';
import type { Row } from '#db/schema.ts';
import { ratioValue } from '#domain/kpi/roll-up.ts';
import { type Unit, valueFault } from '#domain/kpi/unit.ts';

/** The amounts of a reading as somebody gives them; a value of null withdraws the one that stands. */
export type Amounts = {
  value?: number | null | undefined;
  numerator?: number | undefined;
  denominator?: number | undefined;
};

/** What is stored of a reading: its value, and both sums of a ratio; refuses amounts that contradict each other or the unit, naming `where`. */
export function amountsOf(
  kpi: Pick<Row<'kpi'>, 'unit' | 'adds_up'>,
  given: Amounts,
  where: string,
): Pick<Row<'reading'>, 'value' | 'numerator' | 'denominator'> {
  const { numerator, denominator } = given;
  if (given.value === null) return { value: null, numerator: null, denominator: null };
  if ((numerator === undefined) !== (denominator === undefined))
    throw new Refused(
      'invalid',
      `${where}: a ratio needs both its numerator and its denominator.`,
      numerator === undefined ? 'numerator' : 'denominator',
    );
  if (numerator === undefined || denominator === undefined) {
    if (given.value === undefined) throw new Refused('invalid', `${where}: give a value.`, 'value');
    refuseValue(given.value, kpi, where);
    return { value: given.value, numerator: null, denominator: null };
  }
  if (kpi.adds_up !== 'ratio')
    throw new Refused('invalid', `${where}: this KPI is no ratio; give its value alone.`, 'numerator');
  const value = ratioValue(numerator, denominator, kpi.unit as Unit);
  if (value === null)
    throw new Refused('invalid', `${where}: the denominator is 0, so there is no ratio.`, 'denominator');
  refuseValue(value, kpi, where);
  return { value: agreed(given.value, value, where), numerator, denominator };
}

// What was typed comes back, as long as it is the ratio rounded.
function agreed(given: number | undefined, computed: number, where: string): number {
  if (given === undefined) return computed;
  const decimals = String(given).split('.')[1]?.length ?? 0;
  if (Math.abs(given - computed) > 0.5000001 * 10 ** -decimals)
    throw new Refused(
      'invalid',
      `${where}: the value ${given} is not numerator over denominator, which is ${computed}. Leave the value out.`,
      'value',
    );
  return given;
}

function refuseValue(value: number, kpi: Pick<Row<'kpi'>, 'unit'>, where: string): void {
  const fault = valueFault(value, kpi.unit as Unit);
  if (fault) throw new Refused('invalid', `${where}: ${fault}`, 'value');
}
