/** The search of a link to another page of KPIs: the day as of which they are read goes along, and nothing else. */
export const onSameDay = ((old: Record<string, string>) => (old.asOf ? { asOf: old.asOf } : {})) as never;
