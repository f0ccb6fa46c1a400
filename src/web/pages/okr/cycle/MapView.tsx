import { useMediaQuery } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense } from 'react';
import { Fault } from '../../../parts/Fault.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { useOperation } from '../../../query.ts';
import type { Filters } from './tree-rows.ts';

// The library that draws it is larger than the rest of the page: it is fetched when a map is looked at.
const AlignmentMap = lazy(() =>
  import('../map/AlignmentMap.tsx').then((file) => ({ default: file.AlignmentMap })),
);
const MapList = lazy(() => import('../map/MapList.tsx').then((file) => ({ default: file.MapList })));

type View = Filters & { focus: string; kpis: boolean };
type Props = { cycle: string; view: View; onChange: (part: Partial<View>) => void; empty: ReactNode };

/** A cycle as a map; on a phone as a nested list. */
export function MapView({ cycle, view, onChange, empty }: Props): ReactNode {
  const map = useOperation('objectives.map', { cycle });
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  if (!map.data)
    return (
      <>
        <Fault of={map.error} onRetry={map.refetch} />
        {map.isPending && <Loading lines={8} />}
      </>
    );
  return (
    <Suspense fallback={<Loading lines={8} />}>
      {isNarrow ? (
        <MapList
          map={map.data}
          filters={view}
          withKpis={view.kpis}
          onKpis={(kpis) => onChange({ kpis })}
          empty={empty}
        />
      ) : (
        <AlignmentMap key={cycle} map={map.data} view={view} onChange={onChange} empty={empty} />
      )}
    </Suspense>
  );
}
