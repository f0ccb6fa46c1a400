import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { tokens, variables } from './tokens.ts';

const accent: MantineColorsTuple = [
  '#edf0fc',
  '#d9e0f8',
  '#b3c1f0',
  '#8ea6ff',
  '#6f89ee',
  '#5472e0',
  '#3f5fd6',
  '#3355c9',
  '#2847ad',
  '#1f388c',
];
const dark: MantineColorsTuple = [
  '#e9eaec',
  '#c3c6cb',
  '#9a9ea6',
  '#73777f',
  '#3a3c42',
  '#2c2e33',
  '#222327',
  '#1a1b1e',
  '#131416',
  '#0d0e0f',
];
const gray: MantineColorsTuple = [
  '#fbfbfa',
  '#f2f2f0',
  '#e5e5e2',
  '#d5d5d2',
  '#b4b6ba',
  '#85888f',
  '#5f636a',
  '#43464b',
  '#2c2e32',
  '#1a1b1d',
];

/** System fonts only: nothing to download, and the policy allows no data: fonts. */
const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Helvetica Neue", Arial, sans-serif';
const mono = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace';

/** Mantine's theme: dense sizes, small radius, one accent. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, dark, gray },
  fontFamily: sans,
  fontFamilyMonospace: mono,
  black: tokens.ink[0],
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '16px' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
      h4: { fontSize: '0.8125rem', lineHeight: '1.4' },
      h5: { fontSize: '0.8125rem', lineHeight: '1.4' },
      h6: { fontSize: '0.75rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false } },
    Modal: { defaultProps: { centered: false, overlayProps: { backgroundOpacity: 0.35 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
  },
});

function scheme(name: 'light' | 'dark'): Record<string, string> {
  return {
    ...variables(name),
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--wash)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-gray-light-color': 'var(--soft)',
    '--mantine-color-gray-text': 'var(--muted)',
    '--mantine-color-gray-outline': 'var(--muted)',
    '--mantine-color-red-text': 'var(--bad)',
    '--mantine-color-red-light-color': 'var(--bad)',
    '--mantine-color-red-outline': 'var(--bad)',
    '--mantine-color-accent-text': 'var(--accent)',
    '--mantine-color-accent-light-color': 'var(--accent)',
    '--mantine-color-accent-outline': 'var(--accent)',
    '--mantine-color-accent-filled': 'var(--accent-fill)',
    '--mantine-primary-color-filled': 'var(--accent-fill)',
  };
}

/** Gives Mantine our colours, so that its components and ours never disagree. */
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: scheme('light'),
  dark: scheme('dark'),
});
