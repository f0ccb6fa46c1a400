import { useNavigate, useSearch } from '@tanstack/react-router';

type Plain = string | number | boolean | string[];
type View = Record<string, Plain>;

/** What a search parameter says, in the kind of its default; the default where it says nothing readable. */
export function readAs<T extends Plain>(text: string | undefined, fallback: T): T {
  if (text === undefined) return fallback;
  if (Array.isArray(fallback)) return text.split(',').filter(Boolean) as T;
  if (typeof fallback === 'boolean') return (text === 'yes') as T;
  if (typeof fallback === 'number')
    return (Number.isFinite(Number(text)) && text !== '' ? Number(text) : fallback) as T;
  return text as T;
}

/** A value as a search parameter; undefined for the default, so that a plain view has a plain address. */
export function write(value: Plain, fallback: Plain): string | undefined {
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  const plain = typeof fallback === 'boolean' ? (fallback ? 'yes' : 'no') : String(fallback);
  return text === plain ? undefined : text;
}

type Widened<T extends View> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends number
      ? number
      : T[K] extends boolean
        ? boolean
        : string[];
};

/** The state of a view, kept in the URL: `const [view, setView] = useView({sort: 'name', group: 'none'})`. */
export function useView<const T extends View>(
  defaults: T,
): [view: Widened<T>, change: (part: Partial<Widened<T>>) => void] {
  const search = useSearch({ strict: false }) as Record<string, string>;
  const navigate = useNavigate();
  const view = Object.fromEntries(
    Object.entries(defaults).map(([name, fallback]) => [name, readAs<Plain>(search[name], fallback)]),
  ) as Widened<T>;
  const change = (part: Partial<Widened<T>>): void => {
    const next: Record<string, string | undefined> = {};
    for (const [name, value] of Object.entries(part))
      next[name] = write(value as Plain, defaults[name] as Plain);
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: ((old: Record<string, string>) => ({ ...old, ...next })) as never,
    });
  };
  return [view, change];
}

/** Reads `?a=b&c=d` as plain texts; no JSON in addresses that people share. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Writes plain texts as `?a=b`, leaving out what is undefined or empty. */
export function stringifySearch(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(
    kept.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return text === '' ? '' : `?${text.replaceAll('%2C', ',')}`;
}
