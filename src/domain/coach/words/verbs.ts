import { formsOf } from './inflect.ts';

/**
 * What a verb says of a goal: `raise` and `lower` change a measure, `better` changes it in a direction that the noun tells, `attain` reaches
 * a value, `win` gains what others decide to give, `keep` holds what is there, `make` brings something about whose worth the noun
 * tells, `watch` only looks, and `do` is work.
 */
export type VerbKind = 'raise' | 'lower' | 'better' | 'attain' | 'win' | 'keep' | 'make' | 'watch' | 'do';

const verbs: Record<VerbKind, string> = {
  raise: `increase, raise, grow, boost, double, triple, quadruple, lift, expand, extend, multiply, accelerate, speed up, widen, deepen, scale,
    climb, rise, ramp up, step up, maximise, maximize, strengthen, heighten, bump, push, move, shift, bring, take, broaden, enlarge, uplift`,
  lower: `reduce, decrease, cut, lower, halve, shorten, shrink, drop, fall, decline, eliminate, minimise, minimize, slash, trim, curb, lessen,
    diminish, limit, prevent, avoid, cap, end, stop, remove, eradicate, bring down, contain, ease, narrow, close the gap, drive down, wipe out`,
  better: `improve, enhance, better, optimise, optimize, advance, upgrade, elevate, refine, perfect, polish, sharpen, transform, revitalise,
    revitalize, modernise, modernize, streamline, simplify, turn around, fix up`,
  attain: `achieve, reach, attain, get, hit, obtain, exceed, surpass, score, pass, become, arrive at, top, beat, outperform, realise, realize,
    ensure, guarantee, deliver on, rank, meet`,
  win: `win, acquire, gain, attract, secure, land, earn, enrol, enroll, convert, receive, generate, sell, sign, close, retain, recover, save,
    activate, onboard, capture, renew, upsell, draw, produce, collect pledges, save up, win back, reactivate, adopt`,
  keep: `maintain, keep, stay, remain, sustain, preserve, hold, continue, uphold, safeguard the status quo, carry on, persist, protect the level,
    keep up`,
  make: `build, create, establish, make, develop, deliver, form, found, foster, nurture, cultivate, shape, craft, forge, offer, provide, open, complete, finish`,
  watch: `track, monitor, measure, observe, watch, follow, report on, log, record, review, count, oversee, look at, keep track, keep an eye on`,
  do: `launch, ship, release, roll out, deploy, implement, introduce, install, integrate, migrate, refactor, rewrite, redesign, rebrand, rebuild,
    redo, rework, write, draft, document, publish, post, blog, tweet, send, mail, email, distribute, leaflet, print, design, prototype, code,
    program, automate, standardise, standardize, formalise, formalize, digitise, digitize, organise, organize, hold, host, run, conduct, carry
    out, perform, execute, stage, arrange, plan, prepare, schedule, set up, start, begin, kick off, initiate, pilot, trial, test, try, conclude, finalise, finalize, submit, present, pitch, demo, attend, visit, join, participate, take part, speak, exhibit, sponsor,
    train, coach, teach, educate, mentor, tutor, workshop, hire, recruit, interview, survey, ask, poll, call, phone, contact, reach out, meet
    with, talk, discuss, consult, engage with, assess, analyse, analyze, research, study, investigate, explore, examine, evaluate, inspect,
    audit, check, identify, define, specify, scope, map, list, catalogue, catalog, inventory, collect, gather, compile, update, replace, repair,
    fix, patch, clean, clean up, tidy, refresh, renovate, paint, purchase, buy, order, procure, add, help, support, assist, work, work on, work
    with, focus, focus on, look into, deal with, handle, manage, coordinate, collaborate, align, communicate, announce, promote, advertise,
    campaign, share, translate, film, shoot, edit, file, apply, register, digitalise, negotiate, outsource, appoint, assign, read, go, do, give,
    put, use, treat, practise, practice, rehearse, configure, provision, onboard vendor, consolidate, centralise, centralize, restructure,
    reorganise, reorganize, relocate, move office, validate, verify, benchmark, brainstorm, ideate, facilitate, lead, chair, drive the project,
    create a plan, develop a plan, establish a process, propose, recommend, circulate, hand out, hand over, deliver training, walk, recruit for`,
};

/** A verb as it stands in a text: its base form and what it says. */
export type Verb = { base: string; kind: VerbKind };

const byForm = new Map<string, Verb>();
for (const [kind, list] of Object.entries(verbs) as [VerbKind, string][])
  for (const base of list.split(',').map((each) => each.trim().replaceAll(/\s+/g, ' ')))
    for (const form of formsOf(base)) if (!byForm.has(form)) byForm.set(form, { base, kind });

/** The verb of which some words begin with a form: the longest phrase that is known, up to three words, and how many words it takes. */
export function verbAt(words: readonly string[]): { verb: Verb; length: number } | undefined {
  for (let length = Math.min(3, words.length); length > 0; length -= 1) {
    const verb = byForm.get(words.slice(0, length).join(' '));
    if (verb) return { verb, length };
  }
  return undefined;
}
