export type DriverRow = {
  organisation: string;
  input: string;
  output: string;
  note: string;
  author: string | null;
  recorded_at: string;
};

export type RecomputeBacklogRow = {
  organisation: string;
  kpi: string;
  input: string;
  first: string;
  last: string;
  marked_at: string;
};

export type FormulaTables = {
  kpi_input: { organisation: string; kpi: string; input: string };
  driver: DriverRow;
  recompute_backlog: RecomputeBacklogRow;
};
