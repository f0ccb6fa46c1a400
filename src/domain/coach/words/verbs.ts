import { formsOf } from './inflect.ts';

/**
 * What a verb says of a goal: `raise` and `lower` change a measure, `better` changes it in a direction that the noun tells, `attain` reaches
 * a value, `win` gains what others decide to give, `keep` holds what is there, `make` brings something about whose worth the noun
 * tells, `watch` only looks, and `do` is work.
 */
export type VerbKind = 'raise' | 'lower' | 'better' | 'attain' | 'win' | 'keep' | 'make' | 'watch' | 'do';

const verbs: Record<VerbKind, string> = {
  raise: `increase, raise, grow, boost, double, triple, quadruple, lift, expand, extend, multiply, accelerate, speed up, widen, deepen, scale,
    climb, rise, ramp up, step up, maximise, maximize, strengthen, heighten, bump, push, move, shift, bring, take, drive, broaden, enlarge, uplift`,
  lower: `reduce, decrease, cut, lower, halve, shorten, shrink, drop, fall, decline, eliminate, minimise, minimize, slash, trim, curb, lessen,
    diminish, limit, prevent, avoid, cap, end, stop, remove, eradicate, bring down, contain, ease, narrow, close the gap, drive down, wipe out, write off`,
  better: `improve, enhance, better, optimise, optimize, advance, upgrade, elevate, refine, perfect, polish, sharpen, transform, revitalise,
    revitalize, modernise, modernize, streamline, simplify, turn around, turn, fix up`,
  attain: `make it, have, achieve, reach, attain, get, hit, obtain, exceed, surpass, score, pass, become, arrive at, top, beat, outperform, realise, realize,
    fulfil, fulfill, ensure, make sure, guarantee, deliver on, rank, meet`,
  win: `win, acquire, gain, attract, secure, land, earn, enrol, enroll, convert, receive, generate, sell, sign, close, retain, recover, save, protect, safeguard, defend,
    activate, onboard, capture, renew, upsell, draw, collect pledges, save up, win back, reactivate, adopt, rehome, rehouse,
    resettle, reunite, cure, heal, rescue, collect, lure, persuade, convince, outsell, fill`,
  keep: `maintain, keep, stay, remain, sustain, preserve, hold, continue, uphold, safeguard the status quo, carry on, persist, protect the level,
    keep up, comply, adhere, conform, abide, administer`,
  make: `produce, build, create, establish, make, develop, deliver, form, found, foster, nurture, cultivate, shape, craft, forge, offer, provide, open, complete, finish`,
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
    campaign, share, translate, film, shoot, edit, file, apply, register, digitalise, negotiate, renegotiate, merge, stand up, wrap up, wind down, wind up, sort out, bring out, choose, select, elect, shut down, switch off, take down, tear down, put together, convert, outsource, appoint, assign, read, go, do, give,
    put, use, treat, practise, practice, rehearse, configure, provision, onboard vendor, consolidate, centralise, centralize, restructure,
    reorganise, reorganize, relocate, move office, validate, verify, benchmark, brainstorm, double down, switch, transition, swap, agree, approve, endorse, ratify, authorise, authorize, sign off, ideate, facilitate, lead, chair, drive the project,
    create a plan, develop a plan, establish a process, propose, recommend, lay, pave, issue, moderate, plant, sew, knit, crochet, bake, cook, weld, retrofit, fit, mount, wire, plaster, scan, photograph,
    curate, restore, refurbish, redecorate, furnish, equip, decommission, retire, archive, sunset, deprecate, relaunch, reopen,
    rename, renumber, reprint, reformat, restock, resurface, repaint, rewire, retrain, brief, lobby, petition, canvass, fundraise, knock,
    invite, stream, broadcast, air, tape, commission, contract, subcontract, tender, bid, quote, invoice, dispatch,
    demolish, excavate, dig, harvest, sow, weed, mow, fence, erect, assemble, calibrate, sample, swab, vaccinate, screen, triage,
    roster, rota, timetable, storyboard, sketch, wireframe, mock up, tag, label, index, annotate, transcribe, digest, summarise,
    summarize, compare, spike, sync, backfill, dockerise, dockerize, containerise, containerize, parametrise, open-source,
    handcraft, choreograph, compose, direct, cast, audition, busk, meditate, journal, jog, swim, cycle, hike, stretch, pray, circulate,
    certify, accredit, call back, call on, draw up, pour, write up, type up, set out, map out, lay out, clear out, varnish, prune, laminate, upholster, thatch, decorate,
    spend, invest, allocate, hand out, hand over, deliver training, walk, recruit for`,
};

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(',').map((word) => word.trim()));
}

/** Verbs that are nouns as well, and then mostly stand before another noun: "call volume", "test failures", "launch delays". */
export const alsoNouns =
  set(`ship, call, plan, report, order, test, design, release, launch, support, check, survey, review, record, sponsor, coach, practice, mail, code,
  help, focus, work, share, lead, visit, hire, train, print, draft, map, list, file, repair, fix, patch, purchase, campaign, study, audit, research,
  market, drop, close, start, trial, pilot, demo, post, blog, film, edit, treat, walk, use, exhibit, process, travel, transport, transfer, contact,
  stage, host, email, tweet, poll, interview, workshop, tutor, schedule, program, pitch, present, move, offer, show, deal, gain, win, score, paint,
  restore, load, store, stock, book, staff, ticket, click, talk, speech, answer, response, feedback, search, checkout, spend, onboarding, training,
  hiring, recruiting, testing, planning, reporting, scheduling, mailing, coaching, teaching, recording, running, building, meeting, reading,
  writing, marketing, pricing, billing, shipping, printing, cleaning, parking, boarding, screening, lift, return, open, cap, stop, cut`);

/** Verbs of work that are done to people: what comes of it stands after the person. */
export const benevolent = set(
  'speak, help, support, give, put, teach, educate, invite, lead, share, treat, mentor, coach, assist, educate, walk, introduce, promote, work, use, go, ask, call, reach out, engage with',
);

/** Verbs that hold or better a measure, and do work to a thing: "hold CSAT" and "hold a fair", "upgrade the rating" and "upgrade laptops". */
export const eventful = set(
  'hold, upgrade, move, extend, expand, modernise, modernize, keep, take, complete, finish, top, polish, perfect, simplify, cap, close, meet',
);

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
  // "Regain" is gaining again.
  const again = byForm.get(/^re-?([a-z]{4,})$/.exec(words[0] ?? '')?.[1] ?? '');
  if (again && ['win', 'raise', 'lower'].includes(again.kind)) return { verb: again, length: 1 };
  return undefined;
}
