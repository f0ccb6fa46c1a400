/** An objective with its key results, and whether a careful reader would call all of it good. */
export type ExampleSet = {
  label: 'good' | 'bad';
  objective: string;
  keyResults: readonly string[];
  defects: readonly string[];
};

/** Sets as teams bring them to planning. */
export const sets: readonly ExampleSet[] = [
  {
    label: 'good',
    objective: 'Make renting from us feel fair',
    keyResults: [
      'Deposit disputes drop from 9% to 3% of move-outs',
      'Tenants who say charges were clear rise from 54% to 80%',
      'Average days until the deposit is back: 31 → 10',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Win the trust of mid-size hospitals',
    keyResults: [
      'Grow hospitals on paid contracts from 6 to 15',
      'Security questionnaire turnaround down from 15 days to 3',
      '4 of 5 pilots convert to a full contract',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Give engineers their mornings back',
    keyResults: [
      'Cut meetings before noon from 9 h to 3 h per engineer and week',
      'Median build time drops from 22 min to 6 min',
      'Share of engineers who rate focus time 4 or 5 of 5 up from 27% to 60%',
    ],
    defects: [],
  },
  {
    label: 'bad',
    objective: 'Modernise our IT',
    keyResults: ['Migrate mail to the cloud', 'Replace 300 laptops', 'Hold 6 security trainings'],
    defects: ['activity_not_outcome'],
  },
  {
    label: 'bad',
    objective: 'Be a better employer',
    keyResults: ['Improve morale', 'Better communication from managers', 'Stronger culture'],
    defects: ['vague', 'no_number'],
  },
  {
    label: 'bad',
    objective: 'Run a healthy service desk',
    keyResults: [
      'Keep first response under 1 hour',
      'Maintain CSAT at 4.5',
      'Stay below 3% reopened tickets',
    ],
    defects: ['kpi_relabelled'],
  },
  {
    label: 'good',
    objective: 'Make the emergency department bearable again',
    keyResults: [
      'Median wait to see a doctor falls from 3 h 40 to 1 h 30',
      'Patients who leave without being seen: 9% → 3%',
      'Staff who would recommend working here up from 31% to 55%',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Turn our documentation into our best salesperson',
    keyResults: [
      'Raise developers who reach a first API call within 10 minutes from 24% to 60%',
      'Cut support tickets labelled "docs" from 220 to 80 a month',
      '25% of new contracts name the docs as reason to buy',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Give small donors a reason to stay',
    keyResults: [
      'Second-gift rate among new donors up from 27% to 40%',
      'Reduce cancelled direct debits from 5.1% to 3% a quarter',
      '300 donors bring a friend who gives',
    ],
    defects: [],
  },
  {
    label: 'bad',
    objective: 'Launch our product in Poland',
    keyResults: ['Translate the website', 'Hire 2 sales people in Warsaw', 'Attend the Poznań fair'],
    defects: ['activity_not_outcome'],
  },
  {
    label: 'bad',
    objective: 'Improve customer happiness',
    keyResults: ['Happier customers', 'Faster support', 'Better product'],
    defects: ['vague', 'no_number'],
  },
  {
    label: 'bad',
    objective: 'Keep the plant safe',
    keyResults: ['Maintain zero lost-time accidents', 'Keep inspection rate at 100%', 'Remain certified'],
    defects: ['kpi_relabelled'],
  },
  {
    label: 'good',
    objective: 'Make recycling the easy choice downtown',
    keyResults: [
      'Contaminated bins fall from 23% to 8%',
      'Households that sort food waste up from 2,900 to 7,000',
      'Missed pick-ups reported per week: 64 → 15',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Prove that our pilot saves hospitals money',
    keyResults: [
      '4 of 6 pilot wards cut agency hours by 20% or more',
      'Finance confirms savings above £150k a year in at least two hospitals',
      'Reduce time to roster a ward from 6 h to 1 h',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Become the bank that freelancers recommend',
    keyResults: [
      'Increase freelancers who refer a colleague from 4% to 12%',
      'Account opening finished in one sitting: 48% → 80%',
      'Lower complaints per 1,000 accounts from 7.5 to 3',
    ],
    defects: [],
  },
  {
    label: 'bad',
    objective: 'Strengthen our security',
    keyResults: ['Complete pen test', 'Publish the new password policy', 'Train all staff in phishing'],
    defects: ['activity_not_outcome'],
  },
  {
    label: 'bad',
    objective: 'Grow our people',
    keyResults: ['Better leaders', 'More feedback', 'Careers are clearer'],
    defects: ['vague', 'no_number'],
  },
  {
    label: 'bad',
    objective: 'Healthy finances',
    keyResults: ['Keep liquidity above €500k', 'Stay within budget', 'Maintain DSO at 40 days'],
    defects: ['kpi_relabelled'],
  },
  {
    label: 'good',
    objective: 'Get vaccines to every village before the rains',
    keyResults: [
      'Villages within an hour of a stocked clinic: 44% → 75%',
      'Wasted doses drop from 18% to 6%',
      'Children fully vaccinated at twelve months up from 51% to 68%',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Make our checkout the calmest minute of the day',
    keyResults: [
      'Abandoned payments fall from 34% to 20%',
      'Increase customers who pay in under 30 seconds from 40% to 75%',
      'Payment-related calls down from 95 to 30 a week',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Turn reviews into growth instead of ritual',
    keyResults: [
      '70% of staff say their last review helped them (now 33%)',
      'Raise internal moves from 8 to 25 a year',
      'Regretted leavers cut from 14 to 6',
    ],
    defects: [],
  },
  {
    label: 'bad',
    objective: 'Make marketing measurable',
    keyResults: ['Install Google Analytics 4', 'Create a dashboard', 'Define 20 metrics'],
    defects: ['activity_not_outcome'],
  },
  {
    label: 'bad',
    objective: 'Strengthen the community',
    keyResults: ['More cohesion', 'Happier neighbours', 'Livelier squares'],
    defects: ['vague', 'no_number'],
  },
  {
    label: 'bad',
    objective: 'Reliable trains',
    keyResults: ['Maintain punctuality of 92%', 'Keep cancellations under 1%', 'Keep the fleet available'],
    defects: ['kpi_relabelled'],
  },
  {
    label: 'good',
    objective: 'Make our night buses the safe way home',
    keyResults: [
      'Reported incidents on night lines fall from 31 to 12 a quarter',
      'Women among night riders rise from 24% to 38%',
      'Waiting time at unlit stops under 8 minutes, from 19',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Become the first call for families who plan a funeral',
    keyResults: [
      '60% of enquiries come by recommendation (today 35%)',
      'Families rate our first talk 4.8 of 5',
      'Time from call to first visit drops from 26 hours to 6',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective:
      'Ready the nursery for a second site by showing waiting families we can grow without losing care',
    keyResults: [
      'Parent rating of the morning hand-over stays above 4.5 while places grow from 40 to 52',
      'Staff turnover falls from 28% to 15%',
      'Two deposits paid by partners for the new site by September 30',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Sell our sauces beyond the farm gate',
    keyResults: [
      'Win 12 delicatessens that reorder within 60 days',
      'Jars sold per week through shops: 90 to 400',
      'Gross margin per jar reaches 46% (up from 37%)',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Give patients their time back',
    keyResults: [
      'Median visit length down from 74 to 45 minutes',
      '80% of repeat prescriptions handled without a visit',
      'Calls answered within 2 minutes: 90%, up from 52%',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Establish myself as a portrait photographer people seek out',
    keyResults: [
      'Receive 5+ commissions at my full rate',
      'Complete 15+ paid sittings',
      'Book at least 3 exhibitions with galleries',
      '6 in 10 sitters refer a friend',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Keep our best welders by making this the shop they would pick again',
    keyResults: [
      'Voluntary leavers among welders drop from 9 to 3 a year',
      'Welders who would recommend us: 45% to 70%',
    ],
    defects: [],
  },
  {
    label: 'good',
    objective: 'Wow our readers with a Sunday edition they wait for',
    keyResults: [
      'Read-through of the lead story > 60%',
      'Time spent > 35 minutes per issue',
      'Complaints about late delivery < 0.5%',
    ],
    defects: [],
  },
  {
    label: 'bad',
    objective: 'Modernise the depot',
    keyResults: ['Install the new gate', 'Paint the parking lines', 'Write the depot manual'],
    defects: [],
  },
  {
    label: 'bad',
    objective: 'Improve customer service',
    keyResults: ['Reduce complaints', 'Train all agents', 'Maintain our rating of 4.2'],
    defects: [],
  },
  {
    label: 'bad',
    objective: 'Keep the theatre running well',
    keyResults: ['Meet the season budget', 'Keep technicians happy', 'Maintain the lighting rig'],
    defects: [],
  },
  {
    label: 'bad',
    objective: 'Grow our community',
    keyResults: ['Post daily on Instagram', 'Reach 10,000 followers', 'Attend 5 local fairs'],
    defects: [],
  },
  {
    label: 'bad',
    objective: 'Launch the employee app',
    keyResults: ['Finish the design by May', 'Release version 1.0', 'Run two pilots'],
    defects: [],
  },
  {
    label: 'bad',
    objective: 'Become a safer plant',
    keyResults: ['Hold 12 safety talks', 'Inspect all ladders', '100% completion of safety training'],
    defects: [],
  },
];
