import { Textarea } from '@mantine/core';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import type { CoachedFinding } from '#contract/coach.ts';
import classes from './CoachedField.module.css';
import { segmentsOf } from './segments.ts';

type Props = {
  label: string;
  description: ReactNode;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  findings: readonly CoachedFinding[];
  /** The rule whose words stand out at present. */
  active: string | undefined;
  error: string | undefined;
  field: RefObject<HTMLTextAreaElement | null>;
};

/** A field for one sentence, in which what the coach finds is underlined: a problem by a wave, advice by dots. */
export function CoachedField({
  value,
  onChange,
  findings,
  active,
  description,
  field,
  ...rest
}: Props): ReactNode {
  const mirror = useRef<HTMLDivElement>(null);
  const follow = (): void => {
    if (mirror.current && field.current) mirror.current.scrollTop = field.current.scrollTop;
  };
  useLayoutEffect(follow);
  return (
    <Textarea
      {...rest}
      ref={field}
      required
      autosize
      minRows={1}
      maxRows={5}
      maxLength={200}
      value={value}
      description={
        <>
          {description} <span className="unseen">{spokenSummary(findings)}</span>
        </>
      }
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\s*[\r\n]+\s*/g, ' '))}
      onKeyDown={(event) => {
        // It grows by lines and is one sentence: Enter sends the form as in any field of one line.
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
      onScroll={follow}
      classNames={{ input: classes.input }}
      inputContainer={(input) => (
        <div className={classes.frame}>
          <div className={classes.mirror} ref={mirror} aria-hidden>
            {segmentsOf(value, findings).map(({ from, text, severity, rules }) =>
              severity ? (
                <mark
                  key={from}
                  data-severity={severity}
                  data-active={rules.includes(active ?? '') || undefined}
                >
                  {text}
                </mark>
              ) : (
                text
              ),
            )}
          </div>
          {input}
        </div>
      )}
      data-autofocus
    />
  );
}

function spokenSummary(findings: readonly CoachedFinding[]): string {
  const open = findings.filter(({ setAside }) => !setAside);
  if (open.length === 0) return '';
  return `The coach finds: ${open.map(({ severity, quote }) => `${severity}${quote ? ` in “${quote}”` : ''}`).join(', ')}.`;
}
