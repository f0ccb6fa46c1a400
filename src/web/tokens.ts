/** Every colour of the product as a pair, light scheme then dark; each becomes the CSS variable `--name`. */
export const tokens = {
  paper: ['#fbfbfa', '#131416'],
  surface: ['#ffffff', '#1a1b1e'],
  raised: ['#ffffff', '#222327'],
  wash: ['#f2f2f0', '#222327'],
  line: ['#e5e5e2', '#2c2e33'],
  edge: ['#85888f', '#73777f'],
  ink: ['#1a1b1d', '#e9eaec'],
  soft: ['#43464b', '#c3c6cb'],
  muted: ['#5f636a', '#9a9ea6'],
  accent: ['#3355c9', '#8ea6ff'],
  'accent-fill': ['#3355c9', '#3f5fd6'],
  'accent-wash': ['#edf0fc', '#20263d'],
  good: ['#0b7265', '#4cc2ae'],
  'good-wash': ['#e4f3f0', '#14302c'],
  warn: ['#8a5800', '#e3ab4a'],
  'warn-wash': ['#fbf1dd', '#33280f'],
  bad: ['#b8321a', '#ff8d74'],
  'bad-wash': ['#fcebe7', '#3a1c15'],
  noise: ['#70747b', '#8b9098'],
  'chart-line': ['#5b6068', '#a5aab3'],
  'chart-point': ['#3b3f45', '#c9cdd4'],
  'chart-limit': ['#70747b', '#8b9098'],
  'chart-centre': ['#43464b', '#c3c6cb'],
  'chart-band': ['#f1f1ee', '#212327'],
  'chart-grid': ['#ecece9', '#26282c'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** A colour by its meaning. */
export type Token = keyof typeof tokens;

/** The CSS variables of one scheme, as `{'--ink': '#…'}`. */
export function variables(scheme: 'light' | 'dark'): Record<string, string> {
  const at = scheme === 'light' ? 0 : 1;
  return Object.fromEntries(Object.entries(tokens).map(([name, pair]) => [`--${name}`, pair[at]]));
}
