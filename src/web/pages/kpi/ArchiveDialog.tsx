import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { useCall } from '../../query.ts';

/** Archives a KPI: it leaves the panel and takes no more readings. */
export function ArchiveDialog({ kpi, onClose }: { kpi: Kpi; onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  const archive = useCall('kpis.archive', {
    stale: ['panel', 'judgements', 'gaps'],
    onDone: () => void navigate({ to: '/' }),
  });
  return (
    <FormDialog
      title={`Archive ${kpi.name}`}
      lead="It leaves the panel and takes no more readings. Its history, its page and its links stay."
      action="Archive it"
      isGrave
      saving={archive}
      onClose={onClose}
      onSubmit={() => archive.mutate({ kpi: kpi.key })}
    />
  );
}
