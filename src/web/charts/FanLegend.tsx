import type { ReactNode } from 'react';

/** Names the bands of a fan. */
export function FanLegend(): ReactNode {
  return (
    <>
      {[50, 80, 95].map((percent, index) => (
        <li key={percent}>
          <svg aria-hidden="true" width="16" height="14">
            <rect y="2" width="16" height="10" fill="var(--accent)" opacity={[0.34, 0.24, 0.13][index]} />
          </svg>
          {percent}%{index === 2 ? ' of what may come' : ''}
        </li>
      ))}
    </>
  );
}
