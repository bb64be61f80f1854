/**
 * Words by what they say of a text: whether it tells of one child and family, or of the
 * partnership's work. A word may be in several lists; `tests/privacy` measures what they do.
 */
const LISTS = {
  /** A child, in the words of practice. */
  child: `
    adolescent bab babby babe babies baby bairn bairns boy bub bubba bubs bump child daughter
    daughters eldest fetus first-born firstborn foetus girl godchild goddaughter godson grandchild
    granddaughter grandson infant infant's juvenile kid kiddie kiddo kids lad laddie lads lass
    lassie learner little-un minor mite neonate nephew newborn niece nipper orphan preemie preteen
    pupil quads schoolboy schoolchild schoolgirl sibling siblings son sons sprog stepchild
    stepdaughter stepson subject teen teenager toddler tot triplet triplets twin twins tyke unborn
    wean weans youngest youngster youngun youth yp`,
  /** Whoever belongs to a child. */
  family: `
    abbu adoptive amma ammi appa aunt auntie aunty babcia bibi bio birthdad birthmum bloke boyfriend
    brother brothers cousin cousins dad daddy dadi dads ex families family father fathers fella
    fiance fiancee foster-dad foster-mum girlfriend godfather godmother gramps grampy gran gran-dad
    grandad grandads granddad grandfather grandma grandmother grandparents granny guardian
    halfbrother halfsister household hubby husband inlaws kinship lodger mam mama mammy mgf mgm
    missus mom mommy mother mothers mum mumma mummy mums nain nan nana nanna nannan nanny nans nonna
    papa parent parents pgf pgm pops relative relatives sister sisters spouse stepbrother stepdad
    stepfamily stepfather stepmom stepmother stepmum stepparent stepsister taid tata tati uncle
    widow wife`,
  /** What happens to children, with what, and where on the body. */
  harm: `
    abducted absconded absconding abused abuser abusers acid airlifted allegation alone amputated
    amputation arm arms arrested arson asleep assault assaulted assaulting attacked attacker
    barefoot bat bath battered beat beaten beating beats bedbugs bedding begged begging belt bin
    bite bitten blackmail blackmailed blade blades bleach bleed bleeding brain branded bridge bruise
    bruised bruises bruising bullied bullying buried burn burned burns burnt canal cannabis cardiac
    catfished cautioned chained charged cheek choked choking chopping cigarette co-slept cocaine
    cockroaches coerced coffin collapsed coma comatose corrosive cpr crack crash crashed cremated
    cries crying cuckooed cut cuts dead death deceased died dirty drowned drowning drugged drunk
    emaciated expelled exploited extubated eye eyes faeces falling fell fgm fii filmed filthy fire
    flashbacks fleas fled fleeing fondled forced fracture fractured fractures funeral gagged grabbed
    grave groomed groomer grown gun gunshot haematoma haematomas haemorrhage haemorrhages hammer
    handcuffed hanged hanging headaches heroin hit hits hospitalised hunger hungry hurt hurts incest
    indecently ingested injured injuries injury inquest iron jumped ketamine kicked kidnapped killed
    killing knickers knife knifed knives lake left leg legs lice lifeless lifts ligature limp lip
    locked machete maggots malnourished marks marriage married matches men miscarried missing
    molested mortem mortuary motorway mugged murdered nai naked neck neglected nightmares nits noose
    nose nude nudes od offence older outed overdose overdosed overlaid paedophile paracetamol
    perpetrator petrol pills poisoned pool porn possession pregnant punched pushed quarry
    radicalised railway ran-away raped raping rapist rash razor reservoir restrained resuscitated
    resuscitation retinal retinals rib ribs river robbed robbery run-over runaway scald scalded
    scalds scars scavenging scratches screaming screams self-harmed self-harms selfharm selfharmed
    sexting sextorted sextortion sexually shaken shook shooting shoplifting shot shotgun sids skull
    slapped slashed sleeping sleepover slippers slit smothered smuggled soiled sold sores spiked
    squalid squalor stabbed stabbing stairwell stalked starved starving stealing stillbirth
    stillborn stitches stole strangled strapped subdural subdurals submerged sudi suicidal suicide
    suspect suspended swallowed tablets tasered tattooed thigh thighs thin thirsty threatened threw
    throat thrown tied tooth torso touched tracks trafficked trafficker trafficking trousers
    unattended unconscious underfed underwear unfed unkempt unresponsive unwashed urine vape
    ventilator victim video vodka webcam weed weir wheelie whipped window windowsill wire wounds
    wrists`,
  /** Steps and states of casework. */
  case: `
    abe absconder accommodated acquitted admitted adopted adopter adopters adoption age-disputed
    asylum awol bail bailed cafcass camhs carer carers chronology cin contact convicted convictions
    county court cp cpp curfew custodial custody de-registered deportation deported detained
    discharge discharged disclosed disclosure dols ehcp epo excluded exclusion fgmpo fmpo foster
    fostered fosterer fosterers gang genogram guardianship hearing hmp homeless ico icpc incident
    injunction inside intermediary interviewed iro known lac lado lodgings looked loss marac mha
    misper nfa nominal non-molestation nonmolestation notification nrm nrpf off-rolled order
    overstayed placed placement placements placing plan plo ppo pr pre-proceedings prison pru rcpc
    referred refuge refugee rehomed rehoused released remand remanded removed residential respite
    reunification reunified rui s17 s20 s25 s31 s38 s47 section47 sectioned secure sentenced sgo
    stateless step stepped strategy supported-lodgings tag tagged trafficked tribunal tusla uasc
    undocumented wardship whereabouts witness yjs yoi yos yot`,
  /** Conditions, care, and where they are treated. */
  health: `
    abscess adhd ae allergy anaemic anaphylaxis anorexia anorexic appendix asd aspergers asthma
    asthmatic autism autistic bifida biopsy bipolar blind blindness bones bulimia cancer catheter
    catheterised centile chemo chlamydia cleft clinic cochlear coeliac concussion condition
    consultant cystic deaf deafblind depressed depression diabetes diabetic diagnosed diagnosis
    dialysis disability disabled disorder disorders dna downs dyslexic dysphoria dyspraxia
    dystrophy eczema ed epilepsy epileptic epipen eupd fasd feeding fibrosis fluoxetine foetal
    gastrostomy gender genetic gonorrhoea gp hallucinating hearing hepatitis hie hiv hoist hospice
    hospital hydrocephalus immunisation immunisations impetigo incontinent inhaler inpatient
    insulin intubated jaundice leukaemia malnourished malnutrition maternity medication melatonin
    meningitis methadone midwife miscarriage mitochondrial mri mute nicu nonverbal obese ocd odd
    outpatient overweight paediatric paediatrician paeds palliative palsy paralysed passport
    patient pda peg picu prem premature preterm psychiatric psychiatrist psychosis psychotic ptsd
    remission rickets ritalin sarc scabies scan scbu schizophrenia scoliosis sedated sedation
    seizure seizures sepsis sertraline shunt sickle skeletal spina stammer sti stoma surgeon
    surgery surgical symptoms syndrome terminal therapist therapy tourette tourettes tracheostomy
    transplant traumatised tube-fed tumour ultrasound underweight unit vaccinated ventilated ward
    weight wheelchair wnb`,
  /** School life. */
  school: `
    absent academy attendance childminder class classmates college creche detention exam exams
    gcse grammar headteacher infants juniors kindergarten nursery offroll playground prefect
    preschool primary pupil reception roll school schools secondary senco sixth teacher teaching
    uniform year yr`,
  /** Where somebody lives. */
  home: `
    address attic balcony bed bedroom bedsit bungalow caravan cupboard door doorstep evicted
    eviction flat gas hoarding home hostel house kitchen landlord live lived lives living lodging
    maisonette moved neighbour neighbours opened property refuge resides sofa sofa-surfing squat
    staying stays street tenancy`,
  /** Systems that give a case its number. */
  system: `
    athena caf capita carefirst careworks cerner chi cpoms crime crn ecaf ehm emis epic exhibit
    hospital ics lcs liquid liquidlogic logic lorenzo mosaic mrn myconcern nhs nhsno niche nrm
    occurrence pid pnc record rio synergy systmone uln upn urn`,
  /** The partnership’s own work: whoever is named beside it is a colleague. */
  work: `
    abbreviation acronym acronyms acting action actions agenda analyst annual apologies apols
    appointed appraisal apprentice apprentices assembly assurance attend attendance attendee
    attending attends audit audits badge badges bid bids biscuits board boards briefing briefings
    broadband budget business button calendar calendars call camera cameras card catering chair
    chairing chairs chats circulate circulated circulation colleague colleagues column columns
    comma comms conference conflict consultation contract coordinator copies copy course courses
    cover covering covers dashboard dashboards data deadline deck deputise deputising deputy desk
    development dial diary display distribution dongle doodle draft drafts due editor elearning
    email event evidence expenses feedback figures file files flipchart folder font form forms
    formula framework funding glossary governor governors grant grants group guidance handover hdmi
    header headers headset hired inbox induction inquorate insurance interest interview
    interviewing invitation invite invited invoice invoices item items job joined joiner joiners
    joining joins keys lanyards laptop launch launched lead leads leaflet learning leave licence
    link login logo logos lunch mailing manager maternityleave meeting meetings microphone mileage
    minibus minute minutes module multiagency mute newsletter note notes numbers office officer
    onboarding onedrive ooo organiser organisers outlook outofoffice overdue owner panel paper
    papers parking participation passcode password payroll percentage pilot plan policies policy
    poll polls post poster posts present presentation presented press printer printing procedure
    programme project projector promoted promotion proof proofread protocol proxy publication
    publish published quarter quorate quorum rag rate receipts recommendation recommendations
    recruit reference regards register rep report reports representative resignation retirement
    retiring roleplay rollout room rota row rows sandwiches scenario scheme screen script
    scrutineer scrutiny secondment seminar session sessions sheet slide slides spreadsheet
    spreadsheets statistics strategy subgroup supplier survey surveys swapped tab tabs
    taskandfinish team teams teamslink template templates tender terms thread thx timesheet
    timing tks toolkit toolkits trainer trainers training typo typos unmute upload vacancy vacant
    venue volunteer volunteers vote webchat webinar website whiteboard wi-fi wifi workload workshop
    workplan workstream`,
  /** What colleagues are. */
  role: `
    academic admin administrator adviser advisor analyst apprentice apprentices assistant auditor
    author barrister bursar caretaker caseworker ceo chair chief clerk cllr colleague commander
    commissioner comms constable consultant coordinator council councillor dentist deputy developer
    director dpo dsl editor education executive facilitator facilitators finance governor gp he
    head headmaster headteacher health her him housing hr icb ics inspector intern interns judge la
    lado lawyer lead lecturer locum magistrate manager matron member midwife moderator nurse nurses
    officer organiser pa paediatrician pharmacist police practitioner practitioners principal
    probation psychiatrist psychologist rapporteur receptionist registrar rep representative
    researcher reviewer safeguarding scrutineer sct secretary sergeant she smbc solicitor
    statistician superintendent technician temp them they trainer trainers treasurer trust trustee
    trustees tutor-lecturer vicechair visitor wmp worker workers youthworker`,
  /** Words of plans, audits and statistics, which speak of no one child. */
  general: `
    adolescents agencies agree all any assess average awareness boys capacity cent children
    confidence develop drift duty each embed ensure evaluate evaluation every experience families
    fathers few girls hidden how identify improve infants invisible lack learning legislation
    limited lived local mandatory many mean median most mothers multi-agency must national
    nationally never no number numbers often parents people per percent practice practitioners
    prevent prevention professionals promote proportion pupils rarely rate rates recognise
    recognising reporting reports response review risk risks services should some statutory
    teenagers thematic theme themes toddlers total under-fives understanding unseen usually voice
    weak when whether`,
  /** Where people meet for work. */
  venue: `
    academy board building buildings cafe centre church civic clinic college conference costa court
    depot directions drop-in entrance floor foyer hall headquarters hotel hq hub hubs library lunch
    lyng meeting mosque museum office offices online park parking reception room satnav school
    station suite surgery teams temple theatre town training unit university venue`,
  /** What bears the name of a person without being about them. */
  published: `
    act audit bill book centre charity college commission committee cspr documentary film
    foundation fund inquiry institute law lcspr model op operation profile programme reading
    report research review reviews rule scr shorthand slides study theorist theory toolkit trust`,
  /** Last words of places and bodies. */
  place: `
    academies academy act albion alliance arcade arms association ave avenue bay beach bill board
    borough bridge building buildings business canal cathedral center centre church city clinic
    close club college committee common constabulary cottage council county court cres crescent
    drive end estate farm field fields fire forum foundation gardens gate green group grove hall
    heath hill hospital hotel house hub industrial infirmary inn inquiry island islands junction
    lane law library ln lock locks lodge manor market meadow meadows mews mill model mosque network
    nhs nursery office panel park partnership pier place police primary prison programme project
    quay rd report retail review rise road room roundabout rovers row rule safeguarding scheme
    school service services society square st stadium station street suite surgery team temple
    terrace tower towers town trust unit united university valley view villa village walk ward way
    wharf wood woods yard`,
  /** Before the name of an adult. */
  title: `
    acc bishop canon ch chief cllr coach constable councillor dac dame dc dci dcs det detective di
    doctor dr ds dsu father hhj imam insp inspector judge lady lord matron miss mp mr mrs ms mx
    nurse pc pcso prof professor ps rabbi rev revd reverend sergeant sgt sir sister staff
    superintendent supt`,
  /** Before the name of somebody who is written to. */
  greeting: `
    afternoon and apologies apols ask attendees attending attn author by cc chaired chase chasing
    cheers colleague colleagues congrats congratulations contact copy covering dear deputising email
    evening facilitated facilitating fao from guest hello hey hi instead invite invited lead let
    love message minuted morning nudge organiser organisers owner present presenter presenters
    regards regrets remind ring ringing send sent sincerely sorry speaker ta tell text thank thanks
    thankyou to told via welcome wishes with you`,
  /** What colleagues do in messages. */
  adultVerb: `
    abstained accepted agreed agrees answered answers approved approves asked asks attended attends
    audits authored authors booked books can cant chaired chairs chased checks circulates collated
    collates compiled compiles confirmed could couldnt covered covers declared delivers demos
    deputised deputises deputising dialled does drafted drafts edited edits emailed facilitates
    forwarded forwards hopes hosted hosts isnt joined joins leads led liaised liaises may minuted
    minutes missed moderated moderates nominated nudged offered ordered organised owns phoned
    pinged pitched plans presented presents printed promised promises proofreads proposed proposes
    raised raises rang recirculated reckons redrafted reissued replaced replaces replied replies
    resigned responded responds retired retires retiring reviewed rewrites rewrote said sat says
    scanned seconded sends shares showcased signed signs sits stands stepped steps subbed subs
    suggested suggests summarised summarises tabled tables texted thinks tidied to trained trains
    typed uploaded uploads volunteered wants will wont worked works would writes wrote`,
  /** Days, months and seasons. */
  calendar: `
    apr april aug august autumn christmas dec december diwali easter eid feb february fri friday
    jan january jul july jun june lent mar march may mon monday new nov november oct october
    ramadan sat saturday sep sept september spring summer sun sunday thu thur thurs thursday tue
    tues tuesday wed wednesday weds winter`,
  /** Before “boy” or “girl”, they describe one. */
  nationality: `
    afghan african albanian arab asian autistic bangladeshi black british bulgarian caribbean
    chinese congolese czech deaf disabled dutch english eritrean ethiopian french gay german
    ghanaian greek gypsy hindu hongkonger hungarian indian iranian iraqi irish italian jamaican
    jewish kurdish latvian lithuanian muslim nigerian pakistani polish portuguese roma romanian
    russian scottish sikh slovak somali spanish sudanese syrian trans traveller turkish ukrainian
    vietnamese welsh white yemeni zimbabwean`,
  /** What practitioners do with a child. */
  contact: `
    adopting allocated arrested assessed assessing bringing brought collect collected detained
    discharged examined excluded failed failing fostering heard hearing interviewed interviewing
    met moved placed referred removed saw sectioned seen speaking spoke supporting trace traced
    visited visiting`,
  /** Terms, abbreviations, systems and places that look like names. */
  field: `
    a&e acc advisor advisors aed afghanistan african albania am anglia apols asap asian bangladesh
    bangladeshi barnardo barnardos barnet bath bcc belfast birmingham birthdate black blackpool
    bolton bradford brighton bristol britain british bromwich bsl bst btec bulgaria bury cafcass
    cambridge camden camhs cardiff caribbean carlisle cc cce cdop cheshire childline china chinese
    christian ci cin cla cllr cme co co-production co-sleeping convenor cornwall councillor
    coventry covid cp cpoms cpp cps cqc cradley croydon csa cscs cse cspr csv ct cumbria dc dci
    dcs deja derby devon dfe dhr dhsc di discord dob docx dorset dpo dr ds dsl dsu dublin dudley
    durham dvd dwp ealing early ecg edinburgh education ehcp ehe eia emis encompass enfield
    england english epo eritrea esol essex eta etc ethiopia eu european excel exeter ext facebook
    fax fgm fii fname foi forename forenames forum france fw fwd fyi gateshead gb gcp gcp2 gcse
    gdpr germany ghana glasgow gloucestershire gmt google gp gps greenwich gypsy hackney hampshire
    hanoi haringey hbv help hereford hindu hmcts hmicfrs hmpps hmrc hounslow hrs http https hub
    hull icb ico id india indian insp instagram internet ipswich iran iraq ireland irish islington
    italy iv jamaica jewish jtai keeping kent kenya kurdistan lac lado lahore lambeth lancashire
    latvia lcspr leeds legalstatus leicester lewisham lincolnshire liquidlogic lithuania liverpool
    london lscb lscp luton maca manchester mappa marac masa mash mcc mercia microsoft midlands
    mins mirpur miss mob moj mosaic mr mri mrs ms multi multiagency muslim nai newcastle nhs nhsno
    ni niche nigeria norfolk northampton northumberland norwich nottingham nrm nspcc ofsted ok
    oldbury oldham onedrive online outlook oxford pakistan pakistani pc pcso pdf peterborough
    plantype pls plymouth plz pm poland polish portsmouth portugal powerpoint ppu preston prof pru
    ps pshe purdah q qppa qs rag re reading ref regis rev rio roblox rochdale roma romania
    romanian rowley rse russia safe safer salford sandwell santa scotland scottish scp scr sen
    senco send severn sgt sharepoint sheffield shrewsbury shropshire sikh slpr slt smart smethwick
    sname snapchat solihull somalia somerset southampton spain st stafford staffordshire startdate
    stockport stoke sudan sudi suds suffolk sunderland supt surname surrey sussex swindon syria
    systm systmone tba tbc teams tel telford thames thematic thx tiktok tipton tks together
    traveller turkey tv twitter uasc uganda uk ukraine vawg vietnam vietnamese vru vs vu wales
    walsall warwickshire wednesbury welsh whatsapp white wi-fi wifi wigan wiltshire wk
    wolverhampton worcester worcestershire working www xlsx y yjs york yorkshire yos yot youtube
    yr zimbabwe zoom`,
} as const;

export type WordClass = keyof typeof LISTS;

const NAMES = Object.keys(LISTS) as WordClass[];

/** The bit of each class, so that a word's classes are one number. */
export const CLASS = Object.fromEntries(NAMES.map((name, at) => [name, 1 << at])) as Readonly<
  Record<WordClass, number>
>;

/** A child, or whoever belongs to them. */
export const CHILD_OR_FAMILY = CLASS.child | CLASS.family;

const classes = new Map<string, number>();
for (const name of NAMES)
  for (const word of splitWords(LISTS[name]))
    classes.set(word, (classes.get(word) ?? 0) | CLASS[name]);

/** The words of a list, however it is laid out. */
export function splitWords(list: string): string[] {
  return list.trim().split(/\s+/);
}

/**
 * The classes of a word in lower case; a word with hyphens has those of its parts written as one,
 * and of its last: “co-chair”, “step-mum”.
 */
export function classesOf(word: string): number {
  const own = classes.get(word) ?? 0;
  const hyphen = word.lastIndexOf('-');
  if (hyphen < 0) return own;
  return (
    own | (classes.get(word.replaceAll('-', '')) ?? 0) | (classes.get(word.slice(hyphen + 1)) ?? 0)
  );
}

/** A list of words that one rule looks for. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(splitWords(words));

/** “his little brother”, “her worker” */
export const HIS_OR_HER = wordSet('his her');
/** Titles that parents have as colleagues do. */
export const CIVIL_TITLES = wordSet('mr mrs ms miss');
