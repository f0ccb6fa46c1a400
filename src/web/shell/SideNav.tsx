import { IconKeyboard, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOperation } from '../query.ts';
import { Brand } from './Brand.tsx';
import { places } from './places.ts';
import { SchemeButton } from './SchemeButton.tsx';
import classes from './SideNav.module.css';

type Props = { onFind: () => void; onHelp: () => void };

/** The command key as this machine's keyboard names it. */
export const mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl ';

/** The navigation of a wide screen. */
export function SideNav({ onFind, onHelp }: Props): ReactNode {
  const me = useOperation('people.me', {});
  return (
    <nav className={classes.nav} aria-label="Main">
      <Brand />
      <button type="button" className={classes.find} onClick={onFind}>
        <IconSearch size={15} stroke={1.7} aria-hidden />
        <span>Search</span>
        <kbd aria-hidden>{mod}K</kbd>
      </button>
      {places.map((group) => (
        <ul key={group[0]?.to} className={classes.group}>
          {group.map(({ to, label, icon: Icon, key }) => (
            <li key={to}>
              <Link
                to={to}
                className={classes.place}
                activeOptions={{ exact: to === '/', includeSearch: false }}
                preload="intent"
              >
                <Icon size={17} stroke={1.6} aria-hidden />
                <span>{label}</span>
                <kbd aria-hidden>g {key}</kbd>
              </Link>
            </li>
          ))}
        </ul>
      ))}
      <div className={classes.foot}>
        <Link to="/account" className={classes.me} title="Your account">
          <IconUserCircle size={18} stroke={1.6} aria-hidden />
          <span>{me.data?.name ?? 'Account'}</span>
        </Link>
        <SchemeButton className={classes.small} />
        <button
          type="button"
          className={classes.small}
          onClick={onHelp}
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
        >
          <IconKeyboard size={18} stroke={1.6} aria-hidden />
        </button>
      </div>
    </nav>
  );
}
