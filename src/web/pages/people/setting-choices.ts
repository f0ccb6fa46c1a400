const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** The months as choices, 1 to 12. */
export const months = Array.from({ length: 12 }, (_, at) => ({
  value: String(at + 1),
  label: month.format(new Date(Date.UTC(2024, at, 1))),
}));

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** The days of the week as choices; 1 is Monday, as 1 January 2024 was. */
export const weekdays = Array.from({ length: 7 }, (_, at) => ({
  value: String(at + 1),
  label: weekday.format(new Date(Date.UTC(2024, 0, at + 1))),
}));

/** How often people check in. */
export const every = [
  { value: 'weekly', label: 'Every week' },
  { value: 'fortnightly', label: 'Every second week' },
  { value: 'monthly', label: 'Every month' },
];

/** The sets of rules by which a series speaks, and what each is like. */
export const ruleSets = [
  {
    value: 'wheeler',
    label: 'Wheeler',
    what: 'Three rules: a point beyond a limit, eight on one side, three of four near a limit. Few false alarms.',
  },
  {
    value: 'nhs',
    label: 'NHS',
    what: 'As the English health service reads its charts, with trends of points.',
  },
  { value: 'western-electric', label: 'Western Electric', what: 'Four zone rules from 1956. More alarms.' },
  {
    value: 'nelson',
    label: 'Nelson',
    what: 'Eight rules from 1984. The most sensitive, with the most false alarms.',
  },
];
