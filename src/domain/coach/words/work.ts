import { formsOf } from './inflect.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(',').map((word) => word.trim()));
}

/** A noun in the singular: "newsletters" and "newsletter" are one. */
export function singular(noun: string): string {
  if (/ies$/.test(noun) && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(noun)) return noun;
  if (/(?:ches|shes|xes|sses)$/.test(noun)) return noun.slice(0, -2);
  return noun.replace(/s$/, '');
}

/** What a team makes, sends, holds or fills in by its own decision: more of it is more work, and not yet a result. */
export const ownWork =
  set(`newsletter, hire, post, article, blog, email, e-mail, mailing, flyer, leaflet, brochure, poster, meeting, workshop,
  webinar, training, seminar, inspection, audit, interview, campaign, presentation, report, checklist, one-on-one, stand-up, standup,
  retrospective, retro, commit, test, call, outreach, drill, round, walk, documentation, policy, feature, event, session, demo, podcast,
  tweet, video, survey, questionnaire, study, playbook, guide, manual, handbook, page, template, ticket type, drive, fair, roadshow, show,
  exhibition, lecture, talk, course, class, lesson, document, dashboard, prototype, mockup, wireframe, plan, proposal, pitch, bid, letter,
  press release, release note, appraisal, stocktake, visit, hackathon, review, briefing, update, announcement, reminder, form, script, ad, advert, advertisement, posting, job ad,
  rehearsal, one-to-one, feedback talk, release note, site visit, a/b test, experiment, press release, case study, standup meeting, sprint, check, episode, e-learning, refresher, induction, playtest, tasting, safety tour, open evening, open day`);

/** A thing or an arrangement that is made and is then there. */
export const artefacts =
  set(`website, site, app, application, portal, platform, tool, system, software, dashboard, database, warehouse,
  intranet, crm, erp, api, module, feature, framework, library, engine, page, form, handbook, playbook, manual, guide, policy, procedure,
  process, strategy, plan, roadmap, budget, report, document, presentation, template, checklist, list, catalogue, register, inventory, archive,
  building, room, office, branch, shop, store, clinic, ward, wing, centre, center, laboratory, lab, studio, gallery, garden, playground, kitchen,
  canteen, line, plant, machine, server, network, cloud, newsletter, brochure, flyer, campaign, logo, video, film, podcast, blog, book,
  course, curriculum, programme, program, project, scheme, workshop, event, conference, meeting, committee, board, department, role,
  position, coordinator, manager, officer, engineer, assistant, director, head, team lead, nurse, teacher, developer, contract, survey,
  questionnaire, interview, study, pilot, prototype, version, release, patch, update, backlog, migration, integration, infrastructure, car
  park, fence, roof, foyer, facade, lift, boiler, shed, stage, set, costume, prop, poster, timetable, schedule, rota, calendar, agenda, hub,
  newsletter, fund, charter, code of conduct, toolkit, kit, chatbot, bot, script, pipeline tool, ledger, wiki, forum, kiosk, locker, board`);

/** People and their decisions: they come because they want to, so that to have won them is a result. */
export const takers =
  set(`customer, client, member, subscriber, donor, buyer, guest, visitor, user, reader, listener, viewer, patient, pupil,
  student, learner, participant, player, patron, tenant, resident, rider, passenger, shopper, sponsor, partner, investor, backer, supporter,
  volunteer, applicant, candidate, lead, order, booking, sale, deal, contract, pledge, legacy, donation, gift, grant, renewal, referral,
  referrer, signup, sign-up, registration, subscription, membership, reservation, enrolment, enrollment, advocate, champion, ambassador,
  family, household, farmer, grower, winery, farm, dealer, reseller, retailer, logo, account, season ticket, ticket, seat, commission, retainer,
  engagement, opportunity, home, job, placement, offer, follow-on, fan, foster parent, carer, adopter, blood donor, fellow, alumna, alumnus, trader, commuter, lender, bank, insurer, landlord, regulator`);

/** Words that end a phrase around a noun. */
export const stops =
  set(`for, to, so, that, which, who, where, until, in, of, by, with, without, from, among, across, as, than, on, at,
  through, into, when, while, before, after, and, or, but, per, within, under, over, above, below, during, via, using, between, against, is,
  are, was, were, be, has, have, will, because, if, not, no, up, down, out, about, around, towards, toward, onto, after, since, despite,
  throughout, inside, outside, beyond, every, plus, versus, vs, this, next, more, fewer, less, at least, again, together`);

/** Words that stand before a noun and never before a verb. */
export const determiners = set(
  'the, a, an, our, my, all, each, every, their, its, your, his, her, this, these, those, any, both, some, another, new, more, additional, further, several, many, two-thirds, at',
);

/** Whether a verb form can only be a participle here: "held", "written", "installed". */
export function isParticiple(form: string, base: string): boolean {
  if (form === base) return false;
  const forms = formsOf(base.split(' ')[0]!);
  const past = forms.filter((each) => each !== base && !/ing$/.test(each) && !/[^s]s$/.test(each));
  return past.at(-1) === form || /ed$/.test(form);
}

/** Those who work here: what they do is our own doing, and what they get is our own giving. */
export const ownPeople =
  set(`employee, staff, manager, adviser, advisor, consultant, nurse, doctor, clinician, teacher, engineer, developer, team, branch, department,
  ward, shift, unit, rep, agent, seller, salesperson, colleague, officer, coach, trainer, tutor, volunteer, driver, technician, crew, squad,
  apprentice, trainee, intern, supervisor, worker, editor, analyst, assistant, head, director, lead, lecturer, caseworker, social worker, ranger, captain,
  office, site, depot, lab, leader, foreman, foremen, chef, host, warden, porter, midwife, librarian, clerk, kitchen, studio, group, section, board member, everyone, everybody, we, us, dispatcher, buyer, planner, designer, journalist, recruiter, facilitator`);

/** Work that became a noun: "distribution of flyers", "launch of the app". */
export const workNouns =
  /^(?:(?:re-?)?(?:distribution|creation|production|publication|organi[sz]ation|implementation|introduction|installation|completion|translation|preparation|presentation|translation|migration|integration|automation|digiti[sz]ation|documentation|definition|evaluation|investigation|consolidation|coordination|execution|execution|configuration|renovation|restoration|construction|development|deployment|establishment|appointment|procurement|recruitment|replacement|refurbishment|redesign|design|launch|roll-?out|release|set-?up|purchase|review|analysis|assessment|audit|revision|update|upgrade|hiring|training|writing|drafting|building|testing|planting|printing|mailing|sending|opening|delivery|conduct|hosting|running|holding|submission|inspection|validation|selection|negotiation|facilitation|moderation|compilation|collection|formation|finali[sz]ation|standardi[sz]ation|harmoni[sz]ation|provision|organisation))$/;

/** What is signed or granted, and then there. */
export const papers =
  /^(?:lease|contract|licence|license|permit|certificate|insurance|accreditation|agreement|patent|visa|loan|mortgage|deal|merger|acquisition|permission|approval|accreditation)$/;
