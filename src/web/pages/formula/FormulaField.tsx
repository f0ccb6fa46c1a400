import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useOperation } from '../../query.ts';
import { type Completion, completed, completionsAt } from './completion.ts';
import classes from './Formula.module.css';

type Props = {
  text: string;
  /** The key of the KPI that has the formula, which cannot read itself. */
  own: string | undefined;
  onText: (text: string) => void;
  /** The place of a fault, as offsets in the text. */
  fault: { at: number; to: number; message: string } | undefined;
  error: string | undefined;
};

/** A formula as text: KPIs and functions are offered while they are typed, and the place of a fault is shown below. */
export function FormulaField({ text, own, onText, fault, error }: Props): ReactNode {
  const id = useId();
  const all = useOperation('kpis.list', {}).data;
  const kpis = useMemo(() => all?.filter(({ key }) => key !== own) ?? [], [all, own]);
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(text.length);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [wanted, setWanted] = useState<number | undefined>(undefined);
  const found = completionsAt(text, caret, kpis);
  const { options } = found;
  const isShown = isOpen && options.length > 0;

  useLayoutEffect(() => {
    if (wanted === undefined) return;
    input.current?.setSelectionRange(wanted, wanted);
    setWanted(undefined);
  }, [wanted]);

  const choose = (option: Completion): void => {
    const next = completed(text, found, option);
    onText(next.text);
    setCaret(next.caret);
    setWanted(next.caret);
    setOpen(false);
    input.current?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    const isAsked = event.key === ' ' && event.ctrlKey;
    if (isAsked || (event.key === 'ArrowDown' && !isShown)) {
      event.preventDefault();
      setCaret(event.currentTarget.selectionStart ?? text.length);
      setActive(0);
      setOpen(true);
      return;
    }
    if (!isShown) return;
    const step = { ArrowDown: 1, ArrowUp: options.length - 1 }[event.key];
    const option = options[active];
    if (step !== undefined) setActive((active + step) % options.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && option) choose(option);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.field}>
      <TextInput
        ref={input}
        label="Formula"
        description="KPIs by their keys, numbers, + - * / ( ), and functions. Begin to type, or press ↓ to see what there is."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        classNames={{ input: classes.input }}
        placeholder="100 * lost-customers / customers"
        required
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        error={error}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={isShown ? id : undefined}
        aria-activedescendant={isShown ? `${id} ${active}` : undefined}
        aria-invalid={fault !== undefined || error !== undefined}
        onChange={(event) => {
          const { value, selectionStart } = event.currentTarget;
          const at = selectionStart ?? value.length;
          onText(value);
          setCaret(at);
          setActive(0);
          const { word, options: next } = completionsAt(value, at, kpis);
          setOpen(/[a-z]/.test(word) && next[0]?.insert !== word);
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      {isShown && (
        <div role="listbox" id={id} className={classes.options} aria-label="What could stand here">
          {options.map((option, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which keeps the focus
            <div
              key={`${option.insert} ${option.about}`}
              id={`${id} ${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              // Before the field loses the focus, which would close the list.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <code>{option.insert}</code>
              <span>{option.about}</span>
            </div>
          ))}
        </div>
      )}
      {fault && <FaultPlace text={text} fault={fault} />}
    </div>
  );
}

/** The formula once more with its fault marked, and what was expected there. */
function FaultPlace({
  text,
  fault: { at, to, message },
}: {
  text: string;
  fault: NonNullable<Props['fault']>;
}): ReactNode {
  return (
    <div role="status" className={classes.fault}>
      <code>
        {text.slice(0, at)}
        <mark>{text.slice(at, to) || ' '}</mark>
        {text.slice(Math.max(at, to))}
      </code>
      <p>{message}</p>
    </div>
  );
}
