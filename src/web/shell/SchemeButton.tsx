import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Switches between light and dark; until it is used, the system decides. */
export function SchemeButton({ className }: { className?: string | undefined }): ReactNode {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const label = isDark ? 'Use light colours' : 'Use dark colours';
  const Icon = isDark ? IconSun : IconMoon;
  return (
    <button
      type="button"
      className={className}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      aria-label={label}
      title={label}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
    </button>
  );
}
