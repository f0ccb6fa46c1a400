import {
  keepPreviousData,
  QueryCache,
  QueryClient,
  queryOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#client/client.ts';
import type { Input, Name, Output } from '#contract/index.ts';
import { type Fault, faultOf } from './refusal.ts';

/** Calls an operation outside of React; in components use the hooks below. */
export const call = client();

type Departure = () => void;
let depart: Departure = () => {};

/** Says what to do when the server no longer knows who is asking; set once by the routes. */
export function onSignedOut(action: Departure): void {
  depart = action;
}

/** The one cache of the server's answers, keyed by `[operation, input]`. */
export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (faultOf(error).code === 'not_signed_in') depart();
    },
  }),
  defaultOptions: {
    queries: {
      // The live stream says what is stale; without it a minute is fresh enough.
      staleTime: 60_000,
      retry: (count, error) => count < 2 && ['unavailable', 'bug'].includes(faultOf(error).code),
    },
  },
});

/** The query of a reading operation, for prefetching in a loader or on hover. */
export function operationQuery<N extends Name>(name: N, input: Input<N>) {
  return queryOptions<Output<N>, Error, Output<N>, [name: N, input: Input<N>]>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
  });
}

type Reading = { enabled?: boolean; keepPrevious?: boolean; refetchInterval?: number };

/** Reads an operation and stays current with it: `useOperation('kpis.list', {})`. */
export function useOperation<N extends Name>(
  name: N,
  input: Input<N>,
  { keepPrevious = false, ...rest }: Reading = {},
): UseQueryResult<Output<N>, Error> {
  return useQuery({
    ...operationQuery(name, input),
    ...rest,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });
}

type Writing<N extends Name> = {
  /** Operations (`kpis.list`) or whole nouns (`kpis`) that this write makes stale. */
  stale?: string[];
  onDone?: (output: Output<N>, input: Input<N>) => void;
  onRefused?: (fault: Fault) => void;
};

type Call<N extends Name> = UseMutationResult<Output<N>, Error, Input<N>> & {
  /** Until the server has answered; `isPending` lasts until what became stale is read again. */
  isSending: boolean;
};

/** Writes an operation: `const record = useCall('readings.record', {stale: ['panel']}); record.mutate({…})`. */
export function useCall<N extends Name>(
  name: N,
  { stale = [], onDone, onRefused }: Writing<N> = {},
): Call<N> {
  const [isSending, setSending] = useState(false);
  const mutation = useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => call(name, input),
    onMutate: () => setSending(true),
    onSuccess: async (output, input) => {
      setSending(false);
      onDone?.(output, input);
      await drop([name.split('.')[0] as string, ...stale]);
    },
    onError: (error) => {
      setSending(false);
      const fault = faultOf(error);
      if (fault.code === 'not_signed_in') depart();
      onRefused?.(fault);
    },
  });
  return { ...mutation, isSending };
}

/** Marks the answers of these operations or nouns as stale, and reads again those that are on the screen. */
export function drop(names: string[]): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [operation] }) =>
      names.some((name) => operation === name || String(operation).startsWith(`${name}.`)),
  });
}

/** Marks every answer as stale. */
export function dropAll(): Promise<void> {
  return queries.invalidateQueries();
}
