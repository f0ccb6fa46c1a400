import { useEffect } from 'react';

const scheme = 'data-mantine-color-scheme';

/** Prints a page in the light colours whatever the screen shows: light ink on white paper is not read by anybody. */
export function usePaperColours(): void {
  useEffect(() => {
    const root = document.documentElement;
    let before: string | null = null;
    const begin = (): void => {
      before = root.getAttribute(scheme);
      root.setAttribute(scheme, 'light');
    };
    const end = (): void => {
      if (before) root.setAttribute(scheme, before);
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
}
