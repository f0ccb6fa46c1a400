import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useOperation } from '../query.ts';
import { besidePlaces, places } from './places.ts';

const [store, palette] = createSpotlight();

type Props = { isOpen: boolean; onClose: () => void };

/** Search and commands: places, KPIs and objectives by name, opened with mod+K. */
export function Palette({ isOpen, onClose }: Props): ReactNode {
  const navigate = useNavigate();
  // The panel's own list is mostly here already, and is all that a name needs.
  const kpis = useOperation('panel.list', {}, { enabled: isOpen });
  const objectives = useOperation('objectives.list', {}, { enabled: isOpen });
  useEffect(() => {
    if (isOpen) palette.open();
  }, [isOpen]);

  const groups: SpotlightActionGroupData[] = [
    {
      group: 'Go to',
      actions: [...places.flat(), ...besidePlaces].map(({ to, label, what, icon: Icon }) => ({
        id: to,
        label,
        description: what,
        leftSection: <Icon size={18} stroke={1.6} aria-hidden />,
        onClick: () => void navigate({ to }),
      })),
    },
    {
      group: 'KPIs',
      actions: (kpis.data ?? []).map((kpi) => ({
        id: kpi.id,
        label: kpi.name,
        keywords: [kpi.key, ...kpi.labels],
        onClick: () => void navigate({ to: '/kpis/$kpi', params: { kpi: kpi.key } }),
      })),
    },
    {
      group: 'Objectives',
      actions: (objectives.data ?? []).map(({ id, title }) => ({
        id,
        label: title,
        onClick: () => void navigate({ to: '/objectives/$objective', params: { objective: id } }),
      })),
    },
  ];

  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={groups}
      limit={12}
      onSpotlightClose={onClose}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
      nothingFound="Nothing is called that. Try a KPI, an objective or a page."
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
        placeholder: 'Search, or go to …',
        'aria-label': 'Search, or go to',
      }}
    />
  );
}
