function pattern(words: string): RegExp {
  const each = words.split(',').map((word) => word.trim().replaceAll(/\s+/g, '[\\s-]+'));
  return new RegExp(`(?<![\\w-])(?:${each.join('|')})s?(?![\\w])`, 'i');
}

/** What can be measured of how things go: a text that names one of these is about a measure even without a verb. */
export const measures =
  pattern(`rate, rates, ratio, share, score, scores, index, nps, csat, enps, percentage, percent, average, mean, median,
  time, times, wait, duration, delay, latency, lead time, uptime, availability, downtime, cost, costs, revenue, income, turnover, profit,
  margin, sales, spend, price, budget, yield, output, throughput, volume, capacity, utilisation, utilization, occupancy, accuracy, quality
  score, error, errors, defect, defects, bug, bugs, incident, incidents, complaint, complaints, churn, retention, conversion, conversions,
  satisfaction, rating, ratings, attendance, absence, absenteeism, turnout, response, productivity, velocity, frequency, usage, adoption,
  penetration, coverage, completion, orders, bookings, referrals, renewals, returns, visits, visitors, users, customers, members, subscribers,
  donors, donations, applicants, applications, signups, sign-ups, leads, deals, level, levels, count, number, amount, per, downloads, weight,
  distance, speed, temperature, emissions, consumption, energy, waste, speed, backlog, stockouts, shrinkage, violations, accidents, injuries,
  readmissions, mortality, literacy, grades, marks, mark, pace, length, queue, depth, height, width, area, gap, age, size, hours, minutes, days, weeks, cancellations, calls, tickets,
  requests, wage, salary, debt, cash, runway, arr, mrr, gmv, roi, ltv, cac, ebitda, footfall, sessions, impressions, resolution, fulfilment, fulfillment, attrition, arrears, overtime, breach, breaches, exclusions, casualties, adherence,
  lifetime value, order value, contract value, inventory turns, days sales outstanding, receivables, headcount, oee, mau, dau, wau, arpu, cpl, cpa, roas, ebit, variance`);

/** What grows by itself and moves nobody: numbers to show rather than to steer by. */
export const vanity =
  pattern(`impressions, followers, likes, page views, pageviews, hits, video plays, plays, views, connections, retweets,
  reposts, shares, mentions, fans, eyeballs, clicks, downloads, installs, registered users, registrations, accounts created, mailing list
  size, mailing list, newsletter list, distribution list, email list, email list size, audience reach, organic reach, social reach, press clippings, clippings, pickups, website traffic, web traffic, site visits, website visitors, opens,
  registered accounts, registered members, user accounts, follower count, follower number, like count, fan count, view count, click count, download count,
  install count, follower growth, app installs, page likes, people reached, upvotes, claps, reads, reactions, page visits, subscriber count, likes`);

/** Counting from the beginning of time can only rise. */
export const everGrowing = pattern(
  'cumulative, overall number, total number, all-time, ever, to date, lifetime total, since launch, since founding, since opening, since inception, since the start, since the beginning, since the launch, since the opening, in total',
);

/** The same where nothing else can be meant. */
export const sinceEver = pattern(
  'cumulative, all-time, lifetime total, since launch, since founding, since opening, since inception, since the start, since the beginning, since the launch, since the opening, in total',
);

/** Counting what was sent, made or held says what we did, not what came of it. */
export const ownOutput =
  pattern(`mailed, sent, posted, printed, published, distributed, handed out, held, hosted, written, produced, delivered
  leaflets, organised, organized, attended, conducted, completed tasks, logged hours, hours worked, lines of code, story points, commits,
  meetings, emails, flyers, leaflets, brochures, postcards, newsletters, posts, tweets`);

/** What an operation runs to and plans with: to meet it is what is expected, not a change. */
export const plans = pattern(
  'plan, plans, budget, budgets, quota, quotas, target, targets, goal, goals, forecast, forecasts, sla, slas, service level, service levels, requirement, obligation, agreement, duty, duties, allocation, deadline, deadlines, number, numbers, commitments, kpi, kpis, okr, okrs, metrics',
);

const procedures =
  'inspection|test|code|code review|audit|review|checklist|walk|safety[- ]walk|training|appraisal|documentation|meeting|drill|one-on-one|stand-?up|retrospective|form|timesheet|time sheet|plan|project|task|roll-?out|round|process|procedure|policy|e-learning|module|milestone|report|unit test|briefing|toolbox talk|handover sheet|sprint|backlog|ticket update|crm|data entry';

/** How much of one's own procedure was carried out, or what it is made of: "code review participation", "completion of checklists". */
export const ownRounds = new RegExp(
  `\\b(?:participation|attendance) (?:in|at) (?:the |our |all )?(?:\\w+ )?(?:${procedures})s?\\b|\\b(?:${procedures})s?[\\s-]+(?:completion|coverage|participation|adherence|compliance|attendance|hygiene|progress)\\b|\\b(?:completion|coverage|adherence|compliance) (?:rate )?(?:of|to|with) (?:the |our |all |mandatory |annual |monthly |weekly |daily )*(?:\\w+ )?(?:${procedures})s?\\b`,
  'i',
);

/** The same, as set phrases. */
export const ownProcedure =
  pattern(`inspection coverage, test coverage, code coverage, training completion, audit completion, checklist completion,
  attendance of meetings, documentation coverage, inspection completion, compliance with process, process compliance, task completion, project
  completion, rollout completion, roll-out completion, implementation progress, on-time delivery of milestones`);

/** Words that paint the state to come, which a task does not have. */
export const aspiration =
  pattern(`superb, thriving, wonderful, wonderfully, outstanding, excellent, exceptional, brilliant, world-class, world
  class, best, best-in-class, finest, leading, effortless, effortlessly, delightful, delightfully, remarkable, unforgettable, amazing,
  fantastic, first-class, first-rate, top, number one, favourite, favorite, most, dependable, trusted, loved, beloved, unbeatable, flourishing,
  vibrant, lasting, sustainable, safe, safer, healthy, healthier, welcoming, seamless, seamlessly, frictionless, irresistible, great, greater,
  magical, joyful, proud, fearless, resilient, self-sufficient, market-leading, award-winning, high-performing, winning, inspiring, happier,
  gripping, dazzling, sparkling, glittering, roaring, lively, joyous, festive, stunning, captivating, charming, enchanting, thrilling, breathtaking, spectacular, magnificent, glorious, marvellous,
  gorgeous, beautiful, extraordinary, sensational, legendary, painless, hassle-free, impeccable, enviable, remarkably, strikingly, genuinely, exceptionally, refreshingly, unmistakably, mouth-watering, record-breaking, sold-out,
  sell-out, buzzing, bustling, booming, unmissable, rave reviews, standing ovation, applause, acclaim, full house, packed,
  stronger, faster, easier, simpler, calmer, calm, feel, love, delight, delighted, wow, astonish, astonishing, quick, memorable, go-to, truly`);

/** What grows between people, or in them, and cannot be ticked off. */
export const bonds =
  pattern(`trust, culture, community, team, foundation, reputation, presence, foothold, movement, habit, relationship, bond, bridge,
  confidence, loyalty, audience, home, place, name, alliance, friendship, following, demand, pride, joy, hope, belonging, faith, appetite,
  curiosity, courage, momentum, mindset, courtesy, voice, ownership, resilience, future, life, lives, life skills, love, generation, family, families,
  company, organisation, organization, workplace, school, city, town, neighbourhood, hospital, society, world, experience, business, brand, band,
  orchestra, ensemble, choir, club, network of, sense of, access, routine, network, ecosystem, relief, calm, order, dignity, independence, leader, leaders, talent, people, successors, next generation, story, stories, heart, taste, doors, soul, spirit, chapter, dream, magic,
  adventure, tradition`);

/** The most of something: "the fastest repairs", "best". */
export const superlative =
  /\b(?!(?:test|request|interest|harvest|forest|guest|west|midwest|rest|invest|honest|contest|protest|quest|chest|latest|arrest|nest|digest|manifest|suggest|modest|priest|budapest|podcast|everest|pest|vest|crest|zest|bequest|unrest|conquest|oldest)s?\b)\w{3,}est\b/i;
