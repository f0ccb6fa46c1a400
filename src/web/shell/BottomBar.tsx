import { Drawer } from '@mantine/core';
import { IconDots, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import classes from './BottomBar.module.css';
import { places } from './places.ts';
import { SchemeButton } from './SchemeButton.tsx';

/** The navigation of a phone: four near places and the rest in a drawer. */
export function BottomBar({ onFind }: { onFind: () => void }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const all = places.flat();
  return (
    <nav className={classes.bar} aria-label="Main, on a narrow screen">
      {all
        .filter((place) => place.near)
        .map(({ to, label, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            className={classes.near}
            activeOptions={{ exact: to === '/', includeSearch: false }}
          >
            <Icon size={20} stroke={1.6} aria-hidden />
            {label}
          </Link>
        ))}
      <button type="button" className={classes.near} onClick={() => setOpen(true)} aria-expanded={isOpen}>
        <IconDots size={20} stroke={1.6} aria-hidden />
        More
      </button>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="bottom"
        size="27rem"
        title="More"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <ul className={classes.list}>
          {all
            .filter((place) => !place.near)
            .map(({ to, label, icon: Icon, what }) => (
              <li key={to}>
                <Link to={to} className={classes.far} onClick={close}>
                  <Icon size={19} stroke={1.6} aria-hidden />
                  <span>
                    {label}
                    <small>{what}</small>
                  </span>
                </Link>
              </li>
            ))}
          <li className={classes.tools}>
            <button
              type="button"
              onClick={() => {
                close();
                onFind();
              }}
            >
              <IconSearch size={18} stroke={1.6} aria-hidden /> Search
            </button>
            <Link to="/account" onClick={close}>
              <IconUserCircle size={18} stroke={1.6} aria-hidden /> Account
            </Link>
            <SchemeButton />
          </li>
        </ul>
      </Drawer>
    </nav>
  );
}
