import type { KpiRule } from './facts.ts';

/** A KPI that another one measures already. */
export const duplicate: KpiRule = {
  name: 'duplicate',
  why: 'Two KPIs of one thing will differ some day, and the meeting will be about which is right.',
  source: 'Parmenter, Key Performance Indicators (2015): the 10/80/10 rule; PRODUCT 2.6: overdone',
  find({ alike }) {
    const other = alike?.[0];
    return (
      other && {
        severity: 'advice',
        message: `It reads like "${other.item.name ?? other.item.text}". If it is the same, keep one; if not, say in the definition how they differ.`,
        repair: 'open the other one',
        value: { other: other.item.id },
      }
    );
  },
};
