import { formsOf } from './inflect.ts';
import { singular } from './work.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(',').map((word) => word.trim()));
}

/** Words that any wall could carry: without for whom or where they say nothing. */
export const walls =
  set(`growth, innovation, excellence, efficiency, effectiveness, synergy, collaboration, communication, teamwork, quality,
  performance, productivity, engagement, culture, alignment, wellbeing, well-being, morale, success, value, visibility, awareness,
  sustainability, digitalisation, digitalization, digitization, agility, transparency, diversity, inclusion, satisfaction, loyalty, service, process,
  operation, result, thing, matter, revenue, cost, sale, margin, profit, profitability, experience, outcome, impact, output, motivation, security,
  safety, reliability, stability, scalability, usability, relationship, partnership, brand, reputation, marketing, leadership, competence,
  skill, knowledge, capability, synergies, health, fitness, time management, balance, mindset, approach, practice, standard, capacity, workflow, focus, orientation, cooperation, mentality, spirit, existence, survival, competitiveness, attractiveness, professionalism,
  presence, network, synergy, funding, finance, resource, investment, potential, opportunity, challenge,
  fundraising, membership, attendance, punctuality, stakeholder, customer, staff, team, employee, business, market share, presence, level`);

// What everybody says of what he wants to be.
const praise =
  set(`sustainable, great, excellent, lasting, good, best, more, most, strong, high, positive, profitable, efficient, innovative, effective,
  productive, successful, competitive, attractive, professional, modern, strategic, financial, economic, continuous, constant, steady, happy, ready, fit, first, winning, motivated, committed, engaged, harder, hard, sustainably, organised, organized, seen, perceived, known, regarded, connected, prepared, international, global, recognised, regional, local, national, present,
  satisfied, satisfying, further, even, much, very, new, optimal, ideal, significant, real, overall, better, greater, stronger, higher, happier, bigger,
  faster, smarter, leaner, closer, leading, premier, first-rate, first-class, reliable, agile, dynamic, mature, ambitious, outstanding,
  exceptional, robust, scalable, seamless, holistic, integrated, compelling, powerful, respected, recognised, recognized, important, relevant, valuable,
  meaningful, trusted, preferred, top, true, truly, solid, sound, healthy, big, bold, creative, flexible, resilient, proactive, responsive,
  well, tangible, measurable, visible, consistent, clear, deep, wide, broad, long-term, future, next, extra, full, proud, so, too, rather, possible,
  digital, operational, organisational, organizational, internal, external, corporate, general, current, existing, key, core, own, various,
  day-to-day, different, individual, common, joint, mutual, shared, cross-functional, end-to-end, smart, unique, strongest, greatest, biggest, highest`);

// Who all of us are, and where and with whom all of us work.
const selves =
  set(`company, organisation, organization, enterprise, business, firm, corporation, institution, association, group, charity, club, school,
  college, university, clinic, hospital, practice, office, agency, department, division, unit, function, branch, store, plant, site, team, squad,
  crew, workplace, employer, provider, supplier, manufacturer, player, partner, leader, place, brand, service, product, solution, offering, customer, client,
  user, staff, employee, people, colleague, stakeholder, board, management, market, marketplace, industry, sector, field, region, area, space, segment, supply, chain,
  journey, lifecycle, ecosystem, landscape, environment, atmosphere, climate, condition, job, work, working, year, quarter, season, month, way, world, life-cycle,
  transformation, change, progress, improvement, development, strategy, vision, mission, goal, objective, target, idea, project, initiative,
  activity, task, effort, contribution, difference, step, direction, foundation, basis, framework, base, structure, system, proposition, choice, version,
  profile, image, position, positioning, role, path, course, needle, bar, box, mile, sale, hr, it, ict, finance, logistics, procurement, purchasing, production,
  controlling, engineering, support, operations, administration, cooperation, co-operation, coordination, interaction, exchange, expectation, need, requirement,
  benefit, advantage, added, strength, talent, human, capital, resources, side, end, priority, data, technology, ai, asset, competency, maturity, risk, mistake, time, silo, ownership, decision, everyone, everybody, member, guest, patient,
  resident, pupil, student, visitor, donor, volunteer, community, lifestyle, adviser, advisor, force, dialogue, resilience, execution, account, hand, making, money, care, governance, accountability, delivery, pioneer, council, authority, foundation, centricity, coordination, height, horizon, centre, center, scale, number, teaching, learning, discussion, life, society, trust, everything, something, all, possibility, price`);

// Verbs that leave open what is done.
const open = new Set(
  `be, become, get, do, have, make, go, act, think, work, perform, strive, aim, try, seek, continue, keep, put, take, position, establish, align, leverage,
  utilise, utilize, unlock, unleash, harness, empower, enable, motivate, inspire, engage, encourage, promote, foster, nurture, cultivate, drive, champion, embrace,
  harmonise, harmonize, enrich, professionalise, professionalize, rethink, reimagine, reinvent, innovate, excel, succeed, thrive, collaborate, cooperate, co-operate, communicate, interact, learn, use, deal, break, overcome, concentrate,
  coordinate, invest, address, tackle, solve, master, manage, ensure, secure, provide, offer, deliver, create, build, shape, lead, develop, evolve, focus, concentrate,
  prioritise, prioritize, push, move, bring, step, set, live, serve, respond, care, look, value, respect, support, help, intensify, consolidate, stabilise, stabilize, prepare`
    .split(',')
    .flatMap((verb) => formsOf(verb.trim())),
);

const compound =
  /^[a-z]+-(?:driven|centric|oriented|focused|first|minded|ready|led|class|breed|leading|performing|quality|trust|value|impact|edge|thinking|looking|standing|based|wide|proof|added)$/;
// Of a person who learns something this is what is learnt.
const able =
  /^(?:strong|stronger|better|faster|fit|healthy|happy|happier|proud|bold|creative|calm|more|most|new|full)$/;
const notManner =
  /^(?:family|only|early|supply|assembly|reply|weekly|monthly|daily|hourly|yearly|quarterly|fly|apply|rely|ally|elderly|lonely|lovely|friendly|kindly|homely|lively|july|italy|belly|jelly)$/;
const bare = set(
  'we, us, ourselves, myself, yourself, themselves, itself, i, me, mine, ours, it, they, them, you, what, how, can, could, do, does, than, other, others, one, another, the, along, alongside, closely, closer, such, each, there',
);

/** Whether a word could stand in any goal of anybody: praise, what everybody wants more of, who all of us are and where all of us work. */
export function fitsAnywhere(word: string): boolean {
  const one = singular(word);
  return (
    [praise, selves, walls, bare].some((words) => words.has(word) || words.has(one)) ||
    compound.test(word) ||
    /^(?:best|first|top)-(?:in|of|rate)/.test(word) ||
    (/ly$/.test(word) && !notManner.test(word))
  );
}

/** Whether a word is praise: what everybody says of what he wants to be, and a stranger could not see. */
export function isPraise(word: string): boolean {
  return (praise.has(word) || compound.test(word)) && !able.test(word);
}

/** Whether a verb in any form leaves open what is done: "drive", "fostering", "leverage". */
export function isOpenVerb(form: string): boolean {
  return open.has(form);
}
