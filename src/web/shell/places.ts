import {
  IconAdjustments,
  IconChecklist,
  IconClipboardCheck,
  IconCompass,
  IconFileImport,
  IconGauge,
  IconHelpCircle,
  IconHistory,
  IconMessage2Question,
  IconRuler2,
  IconStethoscope,
  IconTarget,
  IconTemplate,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';

/** A place that the navigation leads to. */
export type Place = {
  to:
    | '/'
    | '/strategy'
    | '/gaps'
    | '/fitness'
    | '/cycles'
    | '/templates'
    | '/coach'
    | '/check-in'
    | '/grade'
    | '/import'
    | '/people'
    | '/settings'
    | '/audit'
    | '/guide';
  label: string;
  /** Second key after `g`. */
  key: string;
  icon: TablerIcon;
  /** In the bottom bar of a phone; the others are behind "More". */
  near: boolean;
  what: string;
};

/** The loop first, in its order; then what is needed now and then. */
export const places: readonly (readonly Place[])[] = [
  [
    {
      to: '/',
      label: 'Panel',
      key: 'p',
      icon: IconGauge,
      near: true,
      what: 'Every KPI: status, signal, capability',
    },
    {
      to: '/strategy',
      label: 'Strategy',
      key: 't',
      icon: IconCompass,
      near: false,
      what: 'Mission, pillars, and what carries them',
    },
    {
      to: '/gaps',
      label: 'Gaps',
      key: 'g',
      icon: IconRuler2,
      near: true,
      what: 'Where level and desired level part',
    },
    {
      to: '/fitness',
      label: 'Fitness',
      key: 'f',
      icon: IconStethoscope,
      near: false,
      what: 'What to mend about the KPIs themselves',
    },
    {
      to: '/cycles',
      label: 'OKRs',
      key: 'o',
      icon: IconTarget,
      near: true,
      what: 'Objectives and key results by cycle',
    },
    {
      to: '/templates',
      label: 'Templates',
      key: 'l',
      icon: IconTemplate,
      near: false,
      what: 'Objectives and KPIs to start from, by function',
    },
    {
      to: '/check-in',
      label: 'Check-in',
      key: 'c',
      icon: IconChecklist,
      near: true,
      what: 'What is due from you',
    },
    {
      to: '/grade',
      label: 'Grade',
      key: 'r',
      icon: IconClipboardCheck,
      near: false,
      what: 'Score a cycle honestly',
    },
  ],
  [
    {
      to: '/import',
      label: 'Import',
      key: 'i',
      icon: IconFileImport,
      near: false,
      what: 'Readings and definitions from a file',
    },
    {
      to: '/people',
      label: 'People',
      key: 'e',
      icon: IconUsers,
      near: false,
      what: 'People, teams, invitations',
    },
    {
      to: '/settings',
      label: 'Settings',
      key: 's',
      icon: IconAdjustments,
      near: false,
      what: 'Organisation, rules, tokens',
    },
    {
      to: '/audit',
      label: 'Audit',
      key: 'a',
      icon: IconHistory,
      near: false,
      what: 'Who changed what, and when',
    },
    {
      to: '/guide',
      label: 'KPI or OKR?',
      key: 'k',
      icon: IconHelpCircle,
      near: false,
      what: 'What each is for, and what a sentence is',
    },
  ],
];

/** Places that other pages lead to: the navigation stays short, and keys and the palette know them. */
export const besidePlaces: readonly Place[] = [
  {
    to: '/coach',
    label: 'Coach',
    key: 'h',
    icon: IconMessage2Question,
    near: false,
    what: 'What to mend in the goals of the cycle that is being planned',
  },
];
