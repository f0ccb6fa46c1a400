import { NativeSelect, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { faultAt } from '../../parts/FormFault.tsx';
import { ConfigText, type FieldsOf } from './ConfigText.tsx';
import { PlaceholderHint } from './PlaceholderHint.tsx';
import classes from './Source.module.css';
import type { Config } from './source-draft.ts';

const encryption = [
  { value: 'verify', label: 'Encrypted and checked' },
  { value: 'require', label: 'Encrypted, unchecked' },
  { value: 'off', label: 'Not encrypted' },
];

/** One query of a database, which cannot write. */
export function SqlFields(fields: FieldsOf<Config<'sql'>>): ReactNode {
  const { config, set, error, isRatio } = fields;
  const columns = isRatio ? 'period, numerator and denominator' : 'period and value';
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          label="Database"
          data={[
            { value: 'postgresql', label: 'PostgreSQL' },
            { value: 'mysql', label: 'MySQL or MariaDB' },
          ]}
          value={config.engine}
          onChange={(event) => set({ engine: event.currentTarget.value as 'mysql' })}
        />
        <ConfigText {...fields} name="host" label="Host" placeholder="db.example.org" required />
        <NumberInput
          label="Port"
          min={1}
          max={65_535}
          placeholder={config.engine === 'mysql' ? '3306' : '5432'}
          thousandSeparator=""
          value={config.port ?? ''}
          onChange={(port) => set({ port: port === '' ? undefined : Number(port) })}
          error={faultAt(error, 'config.port')}
        />
      </div>
      <div className={classes.pair}>
        <ConfigText {...fields} name="database" label="Name of the database" required />
        <ConfigText
          {...fields}
          name="user"
          label="User"
          description="One that may only read, and only this"
          required
        />
        <NativeSelect
          label="Connection"
          data={encryption}
          value={config.tls}
          onChange={(event) => set({ tls: event.currentTarget.value as 'off' })}
        />
      </div>
      {config.tls === 'verify' && (
        <ConfigText
          {...fields}
          name="authority"
          label="Certificate authority, where it is your own"
          placeholder="-----BEGIN CERTIFICATE-----"
          rows={2}
          isCode
        />
      )}
      <ConfigText
        {...fields}
        name="query"
        label="Query"
        description={
          config.result === 'rows'
            ? `One SELECT that gives the columns ${columns}, a row a period`
            : 'One SELECT that gives one row; it is asked once a period'
        }
        placeholder={`select date_trunc('month', sold_at)::date as period, ${isRatio ? 'sum(won) as numerator, count(*) as denominator' : 'sum(amount) as value'}\nfrom sales where sold_at >= :from and sold_at < :until group by 1`}
        rows={5}
        isCode
        required
      />
      <PlaceholderHint sign=":" />
      <NativeSelect
        label="It gives"
        data={[
          { value: 'rows', label: 'A row for each period' },
          { value: 'single', label: 'One row, asked once a period' },
        ]}
        value={config.result}
        onChange={(event) => set({ result: event.currentTarget.value as 'rows' })}
      />
    </>
  );
}

/** PromQL, judged at the end of each period. */
export function PrometheusFields(fields: FieldsOf<Config<'prometheus'>>): ReactNode {
  const { config, set, isRatio } = fields;
  return (
    <>
      <ConfigText
        {...fields}
        name="url"
        label="Address"
        placeholder="https://prometheus.example.org"
        isCode
        required
      />
      <ConfigText
        {...fields}
        name="query"
        label={isRatio && config.denominator !== undefined ? 'Numerator' : 'PromQL'}
        description="Gives one series, judged at each period’s end; {duration} is the length of a period, as in increase(errors_total[{duration}])"
        placeholder="sum(increase(http_requests_total[{duration}]))"
        rows={2}
        isCode
        required
      />
      {isRatio && (
        <ConfigText
          {...fields}
          name="denominator"
          label="Denominator"
          description="Empty: the first gives the ratio itself"
          rows={2}
          isCode
        />
      )}
      <div className={classes.pair}>
        <NativeSelect
          label="Asked"
          data={[
            { value: 'range', label: 'For many periods at once' },
            { value: 'instant', label: 'Period by period' },
          ]}
          value={config.mode}
          onChange={(event) => set({ mode: event.currentTarget.value as 'range' })}
        />
        <NativeSelect
          label="Signs in"
          data={[
            { value: 'none', label: 'Not at all' },
            { value: 'basic', label: 'With user and password' },
            { value: 'bearer', label: 'With a token' },
          ]}
          value={config.signIn.by}
          onChange={({ currentTarget: { value } }) =>
            set({ signIn: value === 'basic' ? { by: value, user: '' } : { by: value as 'none' } })
          }
        />
        {config.signIn.by === 'basic' && (
          <ConfigText
            config={config.signIn}
            set={(part) => set({ signIn: { by: 'basic', user: '', ...part } })}
            error={undefined}
            name="user"
            label="User"
            required
          />
        )}
      </div>
    </>
  );
}
