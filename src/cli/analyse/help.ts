/** What `tandem analyse --help` prints. */
export const analyseHelp = `Judge series of values without a server: limits, signals, season, capability and forecast.

  tandem analyse FILE [--format table|jsonl] [--no-season] [...]

  FILE         a CSV or an Excel workbook (.xlsx) with a column of periods and columns of values, or with the columns
               kpi, period and value; a scorecard; or JSON lines; - reads the standard input. What it is, is told by
               its content.
  --format     table for people (the default), or jsonl: one line of JSON a series, in the order of the file
  --no-season  judge the values as they are: no season is taken out, and no rule is silenced because each value
               depends on the one before

What is asked of each series; a line of JSON may say it for itself
  --cadence    daily, weekly, monthly, quarterly or yearly; a table shows it by its periods
  --horizon    how many periods the forecast looks ahead; else 30 days, 13 weeks, 3 months, a quarter or a year
  --floor, --ceiling, --desired   thresholds and the wanted level: capability, and the odds of being there
  --direction  higher (the default), lower or within
  --rules      wheeler (the default), nhs, western-electric or nelson

For tables
  --columns    only these, by name and parted by commas
  --dates      day-first or month-first, for dates such as 04/05/2026
  --sheet      of a workbook, by its name; else the first one that can be seen and has headings

A line of JSON: {"id": "calls", "values": [310, 295, null, 301], "cadence": "weekly", "horizon": 13, "floor": 250}
and with --format jsonl its answer: id, limits, signals, season, capability, forecast, probability, and in "refused" why
something is missing. Indexes count from 0 over the values; for a table from the first period of the file, and of each
KPI where a file has one line a reading. Limits are made of all values of the series, where the product locks them on
its first 24.

Exit codes: 0 analysed, 1 not a file that can be analysed, 2 not a command.
`;
