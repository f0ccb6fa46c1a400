import type { Gap } from '#contract/gaps.ts';
import type { Output } from '#contract/index.ts';
import type { Judgement } from '#contract/judgements.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { type Nhs, performance } from './nhs-data.ts';

/** What the story found, for its page. */
export type NhsFacts = {
  nhs: Nhs;
  judgement: Judgement;
  gap: Gap;
  objective: Output<'objectives.find'>;
  trusts: Record<'capable' | 'hit and miss' | 'not capable' | 'too few', number>;
  /** Trusts with a major department. */
  majors: { all: number; capable: number };
  met: number;
  reporting: number;
};

const percent = (value: number | null) => formatValue(value, { kind: 'percent' }, 1);
const count = new Intl.NumberFormat('en-GB');

/** The page of the story, docs/stories/nhs.md. */
export function nhsPage({
  nhs,
  judgement,
  gap,
  objective,
  trusts,
  majors,
  met,
  reporting,
}: NhsFacts): string {
  const limits = judgement.limits!;
  const [keyResult] = objective.keyResults;
  const measure = keyResult!.measure as { baseline: number; target: number };
  const sums = (months: Nhs['england']) => ({
    attendances: months.reduce((sum, month) => sum + month.attendances, 0),
    breaches: months.reduce((sum, month) => sum + month.breaches, 0),
  });
  const all = sums(nhs.england);
  const years = Map.groupBy(nhs.england, ({ period }) =>
    String(Number(period.slice(0, 4)) - (period.slice(5) < '04' ? 1 : 0)),
  );
  const rows = [...years].map(([year, months]) => {
    const { attendances, breaches } = sums(months);
    const values = months.map(performance);
    const share = percent((100 * (attendances - breaches)) / attendances);
    return `| April ${year} to March ${Number(year) + 1} | ${count.format(attendances)} | ${count.format(breaches)} | ${share} | ${percent(Math.max(...values))} | ${percent(Math.min(...values))} |`;
  });
  return `# A story on real data: four hours in England's emergency departments

Every emergency department of England reports how many patients came and how many of them waited for more than four hours.
The national standard: at least 95 % are seen within four hours. This page is what Tandem says of three years of it, from
April 2016 to March 2019. The test \`test/stories/nhs.test.ts\` walks the same way and compares every number below.

The data: NHS England, [Open Government Licence v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/),
by way of the R package NHSRdatasets (CC0).

## 1. The history goes in

${count.format(nhs.rows)} rows, summed over the types of department: ${nhs.trusts.size} trusts, ${nhs.england.length} months,
${count.format(all.attendances)} attendances, ${count.format(all.breaches)} of them longer than four hours.

One KPI, *${judgement.kpi.name}*, is fanned out to the trusts. Each trust keeps its numerator (attendances − breaches) and its denominator
(attendances); England is computed from their sums. A mean of the trusts' percentages would be another number, and a wrong one.

| year | attendances | over four hours | within four hours | best month | worst month |
|---|--:|--:|--:|--:|--:|
${rows.join('\n')}

Trusts open, merge and close: in March 2019, ${judgement.missingChildren.length} of the ${nhs.trusts.size} did not report. England's value is
marked *incomplete*, with the list of who is missing, instead of leaving them out in silence.

## 2. What the process says

![Four-hour performance in England with its limits and the floor of 95 %](nhs.svg)

- **Status: ${judgement.status}.** ${judgement.whys.status.sentence}
- **Level: ${percent(judgement.level)}.** The natural process limits are ${percent(limits.lower)} and ${percent(limits.upper)}. Winter is
  worse every year (${Math.round(judgement.season!.strength * 100)} % of the variation is the season), so the limits are those of the seasonally adjusted values.
- **Signal: ${judgement.speaking!.sense}.** ${judgement.speaking!.sentence}
- **Capability: ${judgement.capability}.** Both limits lie below the floor. *${judgement.whys.capability.sentence}*

Not one of the ${nhs.england.length} months reached 95 %. A red light each month tells nothing new; the process has to change.

By the same rules, of the ${nhs.trusts.size} trusts ${trusts.capable} are capable of 95 %, ${trusts['hit and miss']} hit and miss, ${trusts['not capable']} are not capable, and ${trusts['too few']} have too
few months to say. In March 2019 ${met} of ${reporting} that reported were at 95 % or more. Of the ${majors.all} that have a major
department (type 1), ${majors.capable === 0 ? 'none is' : majors.capable === 1 ? 'one is' : `${majors.capable} are`} capable: the good news comes from the minor injury units.

## 3. The gap

Rank ${gap.rank} on the gap board: *${gap.why.sentence}*

## 4. The OKR that closes it

"Write the OKR" drafts this from the gap; the objective exists because of the gap, and each links to the other.

> **${objective.title}** (${objective.commitment}, ${objective.cycle.name})
>
> ${objective.why}
>
> - ${keyResult!.title}
>   (baseline ${percent(measure.baseline)}, target ${percent(measure.target)}, read from the KPI)
> - guardrail: ${keyResult!.guardrails.map(({ name }) => name).join(', ')}

The guardrail is there because a patient who is admitted just before the fourth hour meets the standard, whether a bed was needed or not.
`;
}
