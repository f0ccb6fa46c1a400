import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CoachReport, CoachReportLine } from '#contract/coach.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { dayName } from '../../parts/dates.ts';
import { glyphs, Mark } from '../../parts/Mark.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import type { Names } from '../../parts/useNames.ts';
import { Why } from '../../parts/Why.tsx';
import classes from './Report.module.css';
import { ruleName } from './report-words.ts';

/** The columns of what is open. */
export function openColumns(rules: CoachReport['rules'], names: Names): Column<CoachReportLine>[] {
  return [
    {
      key: 'goal',
      label: 'Goal and finding',
      width: '54%',
      cell: (line) => <Goal line={line}>{line.message}</Goal>,
      sort: ({ title }) => title,
    },
    {
      key: 'severity',
      label: 'Severity',
      isPlain: true,
      cell: ({ severity }) =>
        severity === 'problem' ? (
          <Mark glyph={glyphs.warning} tone="bad">
            Problem
          </Mark>
        ) : (
          <Mark glyph={glyphs.dashed} tone="quiet">
            Advice
          </Mark>
        ),
      sort: ({ severity }) => (severity === 'problem' ? 0 : 1),
    },
    {
      key: 'rule',
      label: 'Rule',
      cell: ({ rule }) => <Rule rule={rule} rules={rules} />,
      sort: ({ rule }) => rule,
    },
    ...whose(names),
  ];
}

/** The columns of what was set aside: by whom, when, and why. */
export function asideColumns(
  rules: CoachReport['rules'],
  names: Names,
  onTakeUp: (setAside: string) => void,
): Column<CoachReportLine>[] {
  return [
    {
      key: 'goal',
      label: 'Goal and reason',
      width: '50%',
      cell: (line) => <Goal line={line}>“{line.setAside?.reason}”</Goal>,
    },
    { key: 'rule', label: 'Rule', cell: ({ rule }) => <Rule rule={rule} rules={rules} /> },
    {
      key: 'by',
      label: 'Set aside by',
      cell: ({ setAside }) => <PersonName name={names.person(setAside?.by)} nobody="Nobody" />,
    },
    { key: 'at', label: 'On', cell: ({ setAside }) => setAside && dayName(setAside.at.slice(0, 10)) },
    {
      key: 'take up',
      label: '',
      align: 'end',
      cell: ({ setAside }) =>
        setAside && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onTakeUp(setAside.id)}>
            Take it up again
          </Button>
        ),
    },
  ];
}

function whose(names: Names): Column<CoachReportLine>[] {
  return [
    {
      key: 'owner',
      label: 'Owner',
      cell: ({ owner }) => <PersonName name={names.person(owner)} nobody="No owner" />,
      sort: ({ owner }) => names.person(owner) ?? null,
      rank: 2,
    },
    {
      key: 'team',
      label: 'Team',
      cell: ({ team }) => <span className={classes.soft}>{names.team(team)}</span>,
      sort: ({ team }) => names.team(team) ?? null,
      rank: 3,
    },
  ];
}

function Rule({ rule, rules }: { rule: string; rules: CoachReport['rules'] }): ReactNode {
  const { why, source } = rules.find((each) => each.rule === rule) ?? {};
  return (
    <Why title={ruleName(rule)} rule={why} so={source}>
      {ruleName(rule)}
    </Why>
  );
}

function Goal({ line, children }: { line: CoachReportLine; children: ReactNode }): ReactNode {
  return (
    <span className={classes.goal}>
      <Place line={line} />
      <small>{children}</small>
    </span>
  );
}

/** Leads to where the finding can be mended. */
function Place({ line }: { line: CoachReportLine }): ReactNode {
  const { kind, subject, title, objective } = line;
  if (objective)
    return (
      <Link
        to="/objectives/$objective"
        params={{ objective: objective.id }}
        search={{ mend: mendAt(line) } as never}
        {...(kind === 'key_result' && { hash: subject })}
      >
        {title}
      </Link>
    );
  if (kind === 'team')
    return (
      <Link to="/teams/$team" params={{ team: subject }}>
        {title}
      </Link>
    );
  if (kind === 'person')
    return (
      <Link to="/people/$person" params={{ person: subject }}>
        {title}
      </Link>
    );
  return title;
}

/** What opens there: the form of the goal, one for another key result, or nothing where its words are not what is wanting. */
function mendAt({ subject, rule, by }: CoachReportLine): string | undefined {
  if (rule === 'too-few') return 'new';
  return by === 'set' || rule === 'no-how' ? undefined : subject;
}
