import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PagingConfig } from '#domain/connector/config.ts';
import { Choice } from '../../parts/Choice.tsx';
import { AmountFields, ConfigText, type FieldsOf } from './ConfigText.tsx';
import { PlaceholderHint } from './PlaceholderHint.tsx';
import classes from './Source.module.css';
import type { Config } from './source-draft.ts';

const pagings: { value: string; label: string; start: PagingConfig | undefined }[] = [
  { value: '', label: 'One answer holds everything', start: undefined },
  { value: 'link', label: 'Its Link header names the next page', start: { by: 'link' } },
  { value: 'address', label: 'An expression gives the next address', start: { by: 'address', next: '' } },
  { value: 'page', label: 'Pages are counted', start: { by: 'page', parameter: 'page', first: 1 } },
  {
    value: 'cursor',
    label: 'An expression gives a cursor',
    start: { by: 'cursor', parameter: 'cursor', next: '' },
  },
];

/** A JSON answer over HTTP: what is asked, and where period and amounts stand in a row. */
export function HttpJsonFields(fields: FieldsOf<Config<'http-json'>>): ReactNode {
  const { config, set, isRatio } = fields;
  return (
    <>
      <ConfigText
        {...fields}
        name="url"
        label="Address"
        placeholder="https://api.example.org/sales?from={from}&to={to}"
        isCode
        required
      />
      <PlaceholderHint sign="{}" />
      <NativeSelect
        label="Method"
        w={140}
        data={['GET', 'POST']}
        value={config.method}
        onChange={(event) => set({ method: event.currentTarget.value as 'GET' })}
      />
      {config.method === 'POST' && <ConfigText {...fields} name="body" label="Body" rows={3} isCode />}
      <ConfigText
        {...fields}
        name="rows"
        label="Rows"
        description="JSONata or JSONPath that picks the rows of the answer; empty: the answer is the list, or one row"
        placeholder="data.items"
        isCode
      />
      <div className={classes.pair}>
        <ConfigText
          {...fields}
          name="period"
          label="Period"
          description="In each row: a date, or a period. Empty: one number, asked once a period"
          placeholder="month"
          isCode
        />
        <AmountFields {...fields} isRatio={isRatio} what="In each row: a name, or an expression" isCode />
      </div>
      <NativeSelect
        label="Pages"
        data={pagings.map(({ value, label }) => ({ value, label }))}
        value={config.paging?.by ?? ''}
        onChange={(event) =>
          set({ paging: pagings.find(({ value }) => value === event.currentTarget.value)?.start })
        }
      />
      {config.paging && <PagingFields {...fields} paging={config.paging} />}
    </>
  );
}

function PagingFields({
  paging,
  set,
  error,
}: FieldsOf<Config<'http-json'>> & { paging: PagingConfig }): ReactNode {
  const part = {
    config: paging as { parameter?: string; next?: string },
    set: (more: object) => set({ paging: { ...paging, ...more } as PagingConfig }),
    error,
  };
  return (
    <div className={classes.pair}>
      {'parameter' in paging && (
        <ConfigText {...part} name="parameter" label="Parameter of the address" isCode required />
      )}
      {'next' in paging && (
        <ConfigText
          {...part}
          name="next"
          label="What gives the next one"
          placeholder="meta.next"
          isCode
          required
        />
      )}
    </div>
  );
}

/** A CSV at an address: its columns by their names. */
export function CsvFields(fields: FieldsOf<Config<'csv'>>): ReactNode {
  const { config, set } = fields;
  return (
    <>
      <ConfigText
        {...fields}
        name="url"
        label="Address"
        description="Of a Google Sheet: File, Share, Publish to the web, as CSV"
        placeholder="https://docs.google.com/spreadsheets/d/e/…/pub?output=csv"
        isCode
        required
      />
      <div className={classes.pair}>
        <ConfigText {...fields} name="period" label="Column of the period" placeholder="Month" required />
        <AmountFields {...fields} what="The name of its column" />
        <ConfigText {...fields} name="note" label="Column of a note" />
      </div>
      <Choice
        label="Numbers are written"
        options={[
          { value: '', label: 'As it finds out' },
          { value: '.', label: '1,234.5' },
          { value: ',', label: '1.234,5' },
        ]}
        value={config.decimal ?? ''}
        onChange={(decimal) => set({ decimal: decimal === '' ? undefined : (decimal as '.') })}
      />
    </>
  );
}
