import { ActionIcon, Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type HeaderConfig, headerSecret } from '#domain/connector/config.ts';
import classes from './Source.module.css';

type Props = {
  headers: readonly HeaderConfig[];
  onHeaders: (headers: HeaderConfig[]) => void;
  secrets: Record<string, string>;
  onSecret: (name: string, value: string) => void;
  /** The names of secrets that are kept and need not be given again. */
  kept: readonly string[];
  error?: ReactNode;
};

/** The headers of each request; a secret one is typed once and never shown again. */
export function HeadersInput({ headers, onHeaders, secrets, onSecret, kept, error }: Props): ReactNode {
  const put = (index: number, header: HeaderConfig) =>
    onHeaders(headers.map((each, at) => (at === index ? header : each)));
  return (
    <div className={classes.fields}>
      {headers.map((header, index) => {
        const isSecret = 'secret' in header;
        const secret = headerSecret(header.name);
        const nth = `Header ${index + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
          <div className={classes.header} key={index}>
            <TextInput
              aria-label={`${nth}: name`}
              placeholder="authorization"
              required
              value={header.name}
              onChange={(event) => put(index, { ...header, name: event.currentTarget.value })}
            />
            {isSecret ? (
              <PasswordInput
                aria-label={`${nth}: value`}
                placeholder={kept.includes(secret) ? 'Kept; type to replace it' : 'Bearer …'}
                autoComplete="off"
                value={secrets[secret] ?? ''}
                onChange={(event) => onSecret(secret, event.currentTarget.value)}
              />
            ) : (
              <TextInput
                aria-label={`${nth}: value`}
                required
                value={header.value}
                onChange={(event) => put(index, { name: header.name, value: event.currentTarget.value })}
              />
            )}
            <Checkbox
              label="Secret"
              checked={isSecret}
              onChange={() =>
                put(index, isSecret ? { name: header.name, value: '' } : { name: header.name, secret: true })
              }
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={`Remove ${nth.toLowerCase()}`}
              onClick={() => onHeaders(headers.filter((_, at) => at !== index))}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        );
      })}
      {error && (
        <p role="alert" className={classes.sentence}>
          {error}
        </p>
      )}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            onHeaders([...headers, { name: headers.length === 0 ? 'authorization' : '', secret: true }])
          }
        >
          Add a header
        </Button>
      </div>
    </div>
  );
}
