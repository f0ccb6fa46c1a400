import { SourceFault } from '#app/connector/source.ts';
import type { IssueAnswer, IssueTracker, TrackerAsk } from '#app/initiative/tracker.ts';
import type { SynchronisedKind } from '#domain/initiative/tracker.ts';
import { openFetch } from './guarded-fetch.ts';
import { type Limits, usualLimits } from './limits.ts';
import { networkFault } from './network-fault.ts';
import { type Resolve, systemResolve } from './resolve.ts';
import { scrubbed, scrubbedFault } from './scrub.ts';
import type { Asking, TrackerDialect } from './tracker-ask.ts';
import { githubIssues } from './tracker-github.ts';
import { gitlabIssues } from './tracker-gitlab.ts';
import { jiraIssues } from './tracker-jira.ts';

const dialects: Readonly<Record<SynchronisedKind, TrackerDialect>> = {
  github: githubIssues,
  gitlab: gitlabIssues,
  jira: jiraIssues,
};

type World = {
  clock?: () => string;
  limits?: Partial<Limits>;
  resolve?: Resolve;
  /** Hears of errors that are no fault of the tracker but ours, with their stack and without the token. */
  bug?: (report: string) => void;
};

/** Opens what asks trackers; each asking ends with all its connections closed. */
export function openTracker({
  clock = () => new Date().toISOString(),
  limits = {},
  resolve = systemResolve,
  bug = () => {},
}: World = {}): IssueTracker {
  async function asking<T>(ask: TrackerAsk, signal: AbortSignal, work: (asking: Asking) => Promise<T>) {
    const most = { ...usualLimits, ...limits };
    const timed = AbortSignal.any([signal, AbortSignal.timeout(most.pullSeconds * 1000)]);
    const web = openFetch({ allowed: ask.allowed, resolve }, most);
    try {
      if (timed.aborted) throw timed.reason;
      return await work({ account: ask, get: web.get, signal: timed, clock });
    } catch (error) {
      const known = error instanceof SourceFault;
      if (!timed.aborted && !known)
        bug(scrubbed(String(error instanceof Error ? error.stack : error), secretsOf(ask)));
      throw scrubbedFault(known ? error : networkFault(error, 'The tracker'), secretsOf(ask));
    } finally {
      await web.close();
    }
  }
  return {
    async issues(ask, keys, signal) {
      const answers: IssueAnswer[] = [];
      const tell = (answer: IssueAnswer) => answers.push(scrubbedAnswer(answer, ask));
      try {
        await asking(ask, signal, (each) => dialects[ask.kind].issues(each, keys, tell));
        return { answers, fault: null };
      } catch (fault) {
        if (!(fault instanceof SourceFault)) throw fault;
        return { answers, fault };
      }
    },
    signedInAs: (ask, signal) => asking(ask, signal, (each) => dialects[ask.kind].signedInAs(each)),
  };
}

function secretsOf({ token }: TrackerAsk): Record<string, string> {
  return token === null ? {} : { token };
}

function scrubbedAnswer(answer: IssueAnswer, ask: TrackerAsk): IssueAnswer {
  const clean = (text: string) => scrubbed(text, secretsOf(ask)).slice(0, 500);
  return 'fault' in answer
    ? { ...answer, fault: clean(answer.fault) }
    : { ...answer, status: clean(answer.status) };
}
