import { useEffect, useState } from 'react';

type MadeOf = typeof import('#domain/coach/made-of.ts');

/** What reads a sentence as a KPI or a key result, fetched when there is one to read; undefined until it is there. */
export function useMadeOf(isWanted: boolean): MadeOf | undefined {
  const [found, setFound] = useState<MadeOf>();
  useEffect(() => {
    if (isWanted) void import('#domain/coach/made-of.ts').then(setFound);
  }, [isWanted]);
  return found;
}
