import { useState } from 'react';
import type { CoachedFinding } from '#contract/coach.ts';
import { call, drop, useCall, useOperation } from '../../query.ts';

type Waiting = { rule: string; about: string; reason: string };

/** Setting findings aside and taking them up; those of what is not written yet wait until it is. */
export type SettingAside = {
  /** The findings with those that wait as set aside. */
  marked(findings: readonly CoachedFinding[]): CoachedFinding[];
  setAside(finding: CoachedFinding, reason: string): void;
  takeUp(finding: CoachedFinding): void;
  /** Keeps what waits, once there is a subject. */
  kept(kind: 'objective' | 'key_result', subject: string): Promise<void>;
  error: unknown;
};

export function useSetAsides(subject: string | undefined): SettingAside {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const me = useOperation('people.me', {}).data;
  const setAside = useCall('coach.setAside');
  const takeUp = useCall('coach.takeUp');
  const isOf = (finding: CoachedFinding) => (each: Waiting) =>
    each.rule === finding.rule && each.about === finding.about;
  return {
    marked: (findings) =>
      findings.map((finding) => {
        const own = waiting.find(isOf(finding));
        if (!own || finding.setAside) return finding;
        return { ...finding, setAside: { id: '', reason: own.reason, by: me?.id ?? '', at: '' } };
      }),
    setAside: (finding, reason) => {
      const { rule, about } = finding;
      // Of a finding about who has too many the subject is another one than the goal.
      const of = finding.subject ?? subject;
      if (of) setAside.mutate({ kind: finding.kind, subject: of, rule, about, reason });
      else setWaiting((old) => [...old, { rule, about, reason }]);
    },
    takeUp: (finding) => {
      if (finding.setAside?.id) takeUp.mutate({ setAside: finding.setAside.id });
      else setWaiting((old) => old.filter((each) => !isOf(finding)(each)));
    },
    kept: async (kind, id) => {
      if (waiting.length === 0) return;
      setWaiting([]);
      // What could not be kept is open, and stands on the page of the goal with its button.
      await Promise.allSettled(waiting.map((each) => call('coach.setAside', { kind, subject: id, ...each })));
      await drop(['coach']);
    },
    error: setAside.error ?? takeUp.error,
  };
}
