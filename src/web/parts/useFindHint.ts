import { notifications } from '@mantine/notifications';
import { useLayoutEffect } from 'react';

/** Tells those who open the browser's own search on a long table what it cannot find: the rows that are out of sight are not drawn. */
export function useFindHint(isOn: boolean, rows: number): void {
  useLayoutEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      notifications.show({
        id: 'find',
        message: `The browser finds only the rows in sight. To look through all ${rows.toLocaleString('en')}, press Esc, then /.`,
        autoClose: 8_000,
      });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn, rows]);
}
