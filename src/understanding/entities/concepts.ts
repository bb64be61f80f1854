/** What words of the field hint at. Data: a concept, then the ways of saying it. */
export const CONCEPTS: Readonly<Record<string, string>> = {
  action:
    'action, actions, task, tasks, to do list, to dos, todo, todos, jobs, job, action log, action plan, action tracker, tracker, recommendation, recommendations, workplan',
  attend:
    'attendance, attend, attended, attends, attending, turnout, turn out, turn up, turns up, turned up, turning up, show up, showed up, showing up, come along, came along, engagement, represented, representation, been coming, in the room, round the table, around the table, at the table, been at, there last time, come to meetings, coming to, came to, came, present',
  absent:
    'missing, absent, absence, absences, missed, miss, misses, no show, no shows, did not show, did not come, not come, not coming, not turned up, did not turn up, has not turned up, not shown up, did not make it, did not attend, has not attended, not attended, not attending, not been, not here, is not here, are not here, awol, who is out, failed to attend, not present, empty chairs, empty seats, not represented, waiting for in the room, yet to arrive, not arrived, no one from',
  quorum:
    'quorate, quorum, inquorate, enough people, enough partners, enough agencies, enough of us, enough members, enough here, numbers to proceed, numbers to go ahead, enough to go ahead, enough to start, enough to proceed, can we proceed, go ahead with the meeting, right people in the room, able to make decisions, make decisions today, valid meeting, legally meet',
  register:
    'register, roll call, rollcall, sign in, signing in, sign in sheet, check in, checking in, attendance sheet, attendance card, attendance list, who is here, take attendance, start attendance, open attendance, do the attendance, headcount',
  apology:
    'apologies, apology, apologise, can not make, can not come, can not attend, can not get to, can not do, will not make, will not be there, will not be able, will not be coming, will not be at, not be able to make, not be able to attend, not able to make, not able to attend, unable to attend, unable to make, unable to come, wont be able, going to miss, have to miss, double booked, clash, clashes, on leave, annual leave, off sick, poorly, in court, send my apologies, give my apologies, count me out, not going to make, can no longer make, not going to be able, not available, unavailable, away for, away on, away that day, stuck in court, stuck in traffic, let the chair know',
  deputy:
    'deputy, deputies, deputise, deputising, in my place, instead of me, on my behalf, stand in, standing in, sat in for, sit in for, sitting in for, in my seat, in my chair, cover for me, covering for me, covering, cover me, in my stead, sending, substitute, representing me, represent us, will be attending for me, attending for me, coming for me, coming instead, instead, delegate, step in for me, stepping in, going for me, take my place, taking my place, take my seat, come for me, fill in for me, filling in',
  chair:
    'chair, chairs, chaired, chairing, chaired by, chairman, chairwoman, chairperson, in the chair, presides over, presided over',
  meeting: 'meeting, meetings, meet, meets, session, get together, sit, sits, sitting',
  agenda:
    'agenda, agendas, order paper, items for, standing item, items on, being discussed, discussing, up for discussion, running order, order of business, on the list for, any other business, aob',
  'meeting-record':
    'the minutes, minutes of, minutes from, minutes for, draft minutes, meeting minutes, meeting notes, meeting summary, summary of the meeting, summary of todays, summary of the last, notes of, recap',
  decided:
    'decision, decisions, agreed, agree, resolved, resolution, resolutions, sign off, signed off, decide, decided, decisions log, decision log, minuted, ratify, ratified, conclude, concluded, settled on, approve, approved, outcome, outcomes, came to a view',
  vote: 'vote, voted, votes, voting, position, positions, view, views, verdict, say so, had their say, given a view, given their view, answered, responded, reply, replied, given an answer, decide yet, decided yet, had a say, give a view, cast, weigh in, weighed in, come back to us, come back on, sign up, answer, answers, outstanding position, submitted, responses',
  undecided:
    'undecided, not decided, not been decided, no decision, without a decision, awaiting decision, awaiting a decision, waiting for a decision, waiting on a decision, decision pending, pending, pending decision, decision outstanding, needs a decision, need a decision, needing a decision, need deciding, to be decided, open decisions, yet to be decided, still to decide, not concluded, still deciding',
  review:
    'review, reviews, practice review, practice reviews, serious case review, serious case reviews, scr, scrs, cspr, csprs, local review, case review, case reviews',
  rapid:
    'rapid review, rapid reviews, rapid rev, rapid, rapids, rr, rrs, serious incident, serious incidents, incident, incidents, notification, notifications, 15 day review, case, cases',
  lcspr:
    'lcspr, lcsprs, local child safeguarding practice review, local child safeguarding practice reviews, full review, full reviews, local practice review, local practice reviews, met threshold, met the threshold, met criteria, met the criteria, practice review commissioned',
  'no-lcspr':
    'no lcspr, not lcspr, did not go to lcspr, did not go to a lcspr, not to do a review, no review needed, no further review, did not meet threshold, did not meet the threshold, did not meet criteria, did not meet the criteria, not meet the criteria, no full review, not go to lcspr, not progressed, not taken forward, did not need a review, did not go forward, did not lead to a review, no practice review',
  'national-panel':
    'national panel, nat panel, np, national safeguarding panel, panel question, panel questioned, panel query, panel queried, panel push back, panel pushed back, panel disagree, panel not agree, panel did not agree, panel does not agree, panel dispute, panel disputed, panel send back, panel sent back, panel quibbled, panel endorsed, panel approve, panel approved, panel nod through, panel answer, panel answered, panel answers, panel content, panel view, panel told, panel notified, panel unhappy, waiting for the panel, waiting on the panel, waiting for panel, waiting on panel, awaiting panel, heard from the panel, hear from the panel, hear back from the panel, heard back from the panel, gone to the panel, sent to the panel, with the panel, told the panel, tell the panel, notify the panel, notified the panel, by the panel, panel response, panel responses, panel letter, panel decision, panel say, panel said, panel says, panel reply, panel replied, panel agree, panel agreed, panel disagreed, panel asked, panel have asked, panel has asked, panel wrote, panel written, panel came back, panel come back, panel have come back, panel has come back, panel think, panel thought, panel got back, panel have, panel has, panel want, panel wants, panel respond, panel responded, panel happy, panel were happy, panel are happy, panel is happy, panel challenge, panel challenged, panel feedback, panel accept, panel accepted, panel back us, panel backed, from the panel, heard from panel, dfe panel, cspr panel, panels response, panels view',
  'panel-agreed':
    'agreed with us, agreed with our, agree with us, agrees with us, agree with our, agrees with our, accepted our, accepted the, backed us, backed our, backs our, happy with our, happy with us, content with our, endorsed, endorsed our, supported our, supports our, upheld our, concur, concurs, concurred, same conclusion, are satisfied, is satisfied, satisfied with',
  'panel-again':
    'look again, looking again, think again, reconsider, reconsidered, reconsideration, rethink, asked us to look, revisit, disagreed, disagree, disagrees, did not agree, do not agree, does not agree, not happy with our, queried, questioned, challenged our, challenged, challenge, pushed back, push back, sent it back, sent back, another look, second look, go back over, not convinced, not satisfied, not content, want more',
  'panel-national':
    'own national review, national review, do it nationally, national thematic, taking it on themselves, take it on themselves, carry out their own, run their own, doing their own, do their own',
  clock:
    'deadline, deadlines, 15 days, fifteen days, 15 day, fifteen day, 15 working days, working days left, days left, days have we got, days do we have, time left, clock, clocks, ticking, timescale, timescales, time limit, run out of time, statutory date, statutory deadline, time is up, days up, days are up, days run out, clock run out, submission date, how long have we got, how long do we have, how long left, in time, on time, count down, countdown, needs to be in, need to be in, has to be in, be submitted, to submit, due in to the panel, due to the panel, due with the panel, get it to the panel, 5 days, five days, window',
  priority:
    'priority, priorities, theme, themes, key area, key areas, focus area, focus areas, strategic aim, strategic aims, focussing on, focusing on, focused on, concentrating on, plan priorities, aims, focus, big things, main things, key things, big issues, main issues, this years plan, years plan, our plan, plan for the year, matters most, sign up to this year, trying to do this year, working on this year, big ticket items, strategic plan',
  objective:
    'objective, objectives, aim, aims, goal, goals, trying to achieve, meant to achieve, want to achieve, supposed to achieve, what we said we would do, trying to do, commitments, set out to do, meant to deliver, promised to do, success look like, what is in the plan for, about',
  lead: 'lead, leads, led by, leading, led, responsible for, in charge of, heads up, runs, running, owner of, owns, accountable for, oversees, driving, looks after, looking after, which group has, whose is, takes the lead, champion, sponsor',
  progress:
    'progress, progressing, how far, getting on, got on, getting along, getting anywhere, moving on, moved on, headway, where are we, where have we got, where are we up to, where do we stand, how is it going, how are things going, going with, gone with, going on, update on, latest on, update, updates, news on, happening, happened with, state of play, picture, doing on, doing about, doing with, done on, done about, done for, made any difference, on track, delivered, achieved, doing, how are we doing, movement on, status of, shape, traction, up to speed on, story on',
  'what-up-to':
    'up to, where is, what happened to, any news, status, latest, where has it got, got to, chase, whatever happened to, how is, coming along, any movement, any sign of',
  detail:
    'tell me about, details of, detail on, more about, information on, full details, story with, background on, background to, bring up, pull up, look up, what is, summary of, run me through, talk me through, remind me what, explain, open up, everything on, all about, deal with',
  history:
    'history, last updated, updated, last changed, changed, last touched, touched, who updated, who changed, when was it, audit trail, timeline, log of, last looked at, last edited',
  drift:
    'dragging their feet, dragging feet, in trouble, trouble, drift, drifts, drifting, gone quiet, going quiet, quiet, stalled, stalling, gone cold, going cold, gone stale, stale, slipping, sliding, dragging, lost momentum, losing momentum, momentum, not moving, no movement, nothing happening, going nowhere, stuck, off track, falling through the cracks, fallen through the cracks, forgotten, forgotten about, worry, worries, worried, worrying, concern, concerns, concerned about, warning signs, red flags, red flag, early warning, at risk, going wrong, problem areas, problems, dormant, silent, lapsed, dropped off, dropping off, tailing off, losing grip, off the boil, cause for concern, hot spots, weak spots, nobody is looking at, slipped off the radar, under the radar, let slide, gathering dust, ball dropped, dropped the ball, governance gaps, gaps in governance, ticking along, red rated',
  'not-met':
    'not met, have not met, has not met, not been meeting, not meeting, stopped meeting, not had a meeting, overdue a meeting, missed meetings, skipped meetings, cancelled meetings, not sat, behind on meetings, supposed to meet, should have met, when they should, no meetings, long since, failing to meet, without meeting, without a meeting, without sitting, not convened, not got together',
  risk: 'risk, risks, risk report, risk register, top risks, biggest risks, governance report, assurance report, exception report, drift report',
  report: 'report, reports, paper, papers, briefing, slides',
  'annual-report':
    'annual report, yearly report, years report, end of year report, year end report, annual review report, annual pack, report pack, evidence pack, annual, yearly, statutory report, published report, end of year pack, year end pack, yearly pack',
  build:
    'build, make, create, generate, produce, put together, pull together, prepare, draft, compile, assemble, gather, run off, prep, knock up, get ready, start on, started on, need for, export',
  remind:
    'remind me, reminder, reminders, give me a nudge, nudge me, nudge, alert me, ping me, let me know, chase me, prompt me, notify me, tell me when, flag it to me, jog my memory, shout when, warn me, heads up, poke me, send me an alert, reminded',
  notify:
    'notifications, notification, alerts, pinging, pings, ping, nagging, nag, messages, message me, messaging me, messaging, notifying, chasing me, bothering me, emails, buzzing, disturb, contact me, texting, bug me, bugging, hassling, sending me, spamming, nudging',
  snooze:
    'snooze, pause, mute, hold off, hush, later, put off, give me a break, leave me alone, not now, hold the reminders, back off, shut up, be quiet, come back to me, leave it till, leave it until, silence, stop pinging, stop nagging, stop chasing, stop messaging, stop reminding, stop sending, stop bothering, ask me later, quiet until, quiet till, suspend, off until, off till, switch off until, turn off until',
  quiet:
    'weekends, weekend, evenings, evening, after 5, after 6, after hours, out of hours, working hours, office hours, work hours, before 9, at night, overnight, outside, quiet hours, do not disturb, on saturdays, on sundays, on fridays, on my day off, non working day, mornings only, only message me, never message, never ping, half term, school holidays, bank holidays, after work, past 5, past 6, at lunch, only in the',
  add: 'add, log, raise, record, new action, create, put down, put in, note an action, assign, set up, capture, action for, stick, give, pop, minute an action, take an action, chuck, jot, add an action, new task, pls action',
  close:
    'close, closed, closing, complete, completed, done, finished, finish, tick off, ticked off, sorted, signed off, wrapped up, wrap up, achieved, delivered, all done, mark as done, mark done, mark complete, mark as complete, can come off, put to bed, in the bag, discharged, off the list, now complete, mark as completed, done and dusted, completed it',
  set: 'set, mark, change, move, update, put, push, push back, shift, extend, extended, extension, amend, switch, flip, make it, slip, slipped to, moved to, revise, bump, edit, defer, delay, needs more time, give us until, give it another, new date, new due date',
  start:
    'start, started, begin, begun, kicked off, kick off, under way, underway, now in progress, work has started, on with it, made a start, got going, commenced, have begun, is going, still going, ongoing, on going, cracked on, picked up, picked it up, in hand',
  open: 'open, launch, set up, get going, put out, send out, issue, circulate, kick off, begin, start, fire up, set off, trigger',
  abandon:
    'on the head, by the wayside, pull the plug, pulled the plug, call it a day, call time on, give up on, giving up on, gave up on, given up on, jack in, jacked in, not happening, wash our hands of, no longer doing, not doing, not going ahead',
  block:
    'blocked, stuck, on hold, held up, waiting on, waiting for, delayed by, can not progress, paused, parked, stalled',
  evidence:
    'evidence, evidenced, impact, impacts, proof, difference it made, so what, outcome evidence, outcomes evidence, what difference, show for it, what changed',
  evidenceIs:
    'evidence is, evidence was, the evidence, evidence attached, impact is, impact was, as evidence, evidence for it, for evidence, the impact is, the impact was, it meant that, it showed',
  help: 'help, what can you do, what do you do, how does this work, how do i use, how do you work, what can i ask, what can i say, what should i ask, what sort of things, what kind of things, instructions, guide, commands, options, menu, how do i, stuck on how, what are you for, user guide, examples, show me how, what else can you, capabilities, what questions, get started, how to use',
  thanks:
    'thanks, thank you, great, brilliant, perfect, lovely, nice one, good bot, good job, well done, awesome, fab, super, excellent, wonderful, star, legend, much appreciated, appreciated, helpful, spot on, that is it, no worries, never mind, sorted thanks, life saver, lifesaver, nice, champion',
  greet:
    'hello, hi, hey, morning, good morning, afternoon, good afternoon, evening all, good evening, hiya, alright, how are you, how is it going, how are things, you ok, bye, goodbye, see you, cya, good night, have a good weekend, have a nice day, happy friday, yo, who are you, are you a robot, are you real, are you there, you there, good to see you, happy new year, merry christmas',
  next: 'next, upcoming, coming, forthcoming, following',
  last: 'last, latest, previous, most recent, recent',
  when: 'when, what date, which date, what day, what time, dates, date',
  where: 'where, venue, location, teams link, link',
  who: 'who, which agencies, which agency, which partners, which partner, which organisations, whose, anyone, anybody, nobody, no one',
  many: 'how many, number of, count of, total number, count, numbers, tally, how much, figures',
  child:
    'lad, lass, little one, youngster, child, baby, babies, kid, boy, girl, infant, toddler, teenager, mother, father, mum, mom, dad, parents, parent, sibling, siblings, family, young person, victim, perpetrator, newborn, twins, twin',
  case: 'cp plan, on a plan, child protection plan, cin plan, social worker, looked after, in care, foster, fostered, adopted, known to, open to, referral for, on a cp, case file, case notes, case record, abused, injuries, injured, hurt, died, killed, bruises, bruising, arrested, removed, address, lives, living with, school does, mash referral, case open, care order, child in need, subject to, section 47, strategy meeting',
  identity:
    'name, named, names, called, identity, identify, who is, who was, address, date of birth, dob, how old, age, gender, ethnicity, school, live, lives, happened to, photo, picture of, initials, surname, nhs number, details of the family, real name',
  agencyWord:
    'agency, agencies, partner, partners, organisation, organisations, each agency, each partner',
  groupWord: 'group, groups, subgroup, sub group, committee, committees',
  owner:
    'owner, owners, owned, assigned, allocated, ownership, lead officer, responsible, accountable, named lead, whose, unowned, orphan, orphaned, unassigned, unallocated',
  due: 'due, owed, expected, target date, due date, deadline, timescale, finish date, end date, falling due',
  list: 'list, show, give me, which, what, all, any, anything',
};
