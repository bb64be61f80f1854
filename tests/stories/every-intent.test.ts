import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { intents } from '../support/understanding.ts';

/** One way to ask each thing, who asks it, and how the answer begins or what it must say. */
const ASKED: readonly [intent: string, who: string, message: string, answer: RegExp][] = [
  [
    'change_several',
    'business-manager',
    'close everything thats done',
    /^Nothing was changed\. I change one action at a time by message; press Change several/,
  ],
  [
    'list_priorities',
    'partnership-chair',
    'remind me of this years priorities',
    /^There are 7 priorities this year/,
  ],
  [
    'priority_progress',
    'partnership-chair',
    'hows exploitation coming along',
    /^Child Exploitation: /,
  ],
  [
    'meeting_calendar',
    'lay-member',
    'put the next board in my calendar',
    /^(Here is the date of the meeting as a file for calendars|The file is in your own chat with me)\.$/,
  ],
  [
    'list_changes',
    'lay-member',
    'what moved since 1 january',
    /^Since Fri 1 January: 15 actions raised and 6 actions completed\.$/,
  ],
  [
    'chase_owners',
    'business-manager',
    'nudge the owners of overdue actions',
    /^Ask \d+ people about \d+ actions\?/,
  ],
  ['priority_detail', 'lay-member', 'who leads on neglect', /^Tackling Child Neglect: led by /],
  [
    'compare',
    'independent-scrutineer',
    'is qppa better attended than slpr',
    /^Agencies attended 35\/50 \(70%\) at /,
  ],
  [
    'group_detail',
    'lay-member',
    'how long since the neglect group sat',
    /^Tackling Neglect Subgroup last met on Thu 11 March, 4 days ago\./,
  ],
  [
    'list_groups',
    'lay-member',
    'what sub-groups do we have',
    /^The partnership has 13 groups: 1 board, 5 sub-groups, /,
  ],
  [
    'list_people',
    'lay-member',
    'who is the partner lead for the trust',
    /^Children's Trust Partner Lead is recorded as partner lead/,
  ],
  [
    'list_learning',
    'lay-member',
    'which briefings have we sent',
    /^No briefing or learning event is recorded\.$/,
  ],
  [
    'learning_detail',
    'coordinator',
    'who has not confirmed the neglect briefing',
    /^No briefing or learning event is recorded\.$/,
  ],
  [
    'send_learning',
    'business-manager',
    'send a briefing on fathers to all agencies',
    /^Send a briefing\? Please check and confirm; nothing is recorded until then\.$/,
  ],
  [
    'list_actions',
    'coordinator',
    'which actions are late with the council',
    /^\d+ of \d+ actions with Sandwell Metropolitan Borough Council are overdue/,
  ],
  [
    'import_sheet',
    'business-manager',
    'can you take in our action tracker from excel',
    /^Attach your workbook \(\.xlsx\) or CSV file /,
  ],
  [
    'list_declarations',
    'education-lead',
    'declarations of interest this year',
    /^No interest is recorded as declared in 2020-21 so far\.$/,
  ],
  [
    'declare_interest',
    'education-lead',
    'I declare an interest at the board',
    /^Declare an interest\?/,
  ],
  [
    'list_seats',
    'education-lead',
    'which seats are vacant',
    /^No seat is recorded as vacant: the partnership keeps no first and last days/,
  ],
  ['record_seat', 'coordinator', 'record a seat', /^Record who holds a seat\?/],
  ['name_deputy', 'coordinator', 'make lay member deputy for the police', /^Name a deputy\?/],
  ['action_detail', 'education-lead', 'give me the detail on SA-024', /^SA-024 “/],
  [
    'audit_trail',
    'coordinator',
    'who changed SA-024 and when',
    /^Nobody has changed SA-024 here since it was imported/,
  ],
  [
    'add_action',
    'coordinator',
    'new action for health: share the audit findings',
    /^Raise a new action\?/,
  ],
  ['update_action_status', 'police-partner-lead', 'SA-071 is now blocked', /^Update SA-071\?/],
  ['complete_action', 'police-partner-lead', 'close SA-071', /^Complete SA-071\?/],
  [
    'verify_action',
    'partnership-chair',
    'verify SA-071',
    /^It is not complete yet, so there is nothing to verify\./,
  ],
  [
    'send_back_action',
    'independent-scrutineer',
    'send SA-071 back, families noticed nothing',
    /^It is not complete yet/,
  ],
  [
    'reassign_action',
    'business-manager',
    'give SA-071 to the trust',
    /^Give SA-071 to somebody else\?/,
  ],
  [
    'awaiting_verification',
    'independent-scrutineer',
    'what needs verifying',
    /^19 of 113 actions are complete with evidence of impact, not yet verified/,
  ],
  [
    'returning_themes',
    'partnership-chair',
    'any actions that came back after they were closed',
    /^[45] themes come from more than one source: .*\. 1 action was raised after a similar one/,
  ],
  [
    'attendance_meeting',
    'partnership-chair',
    'who came to the last board',
    /^10\/12 \(83%\) of the agencies attended/,
  ],
  [
    'attendance_agency',
    'partnership-chair',
    'police attendance this year',
    /^West Midlands Police attended 22\/26 \(85%\)/,
  ],
  [
    'attendance_missing',
    'coordinator',
    'which agencies have missed the last 3 qppa',
    /^Education .* and Sandwell .* came to none of the last 3 meetings of Quality/,
  ],
  [
    'attendance_summary',
    'independent-scrutineer',
    'which agencies attend least',
    /Lay Person attends least, 1\/7 \(14%\)/,
  ],
  [
    'quorum_check',
    'coordinator',
    'are we quorate',
    /^I cannot tell which meeting you mean\. Say which group/,
  ],
  [
    'give_apologies',
    'police-partner-lead',
    'apologies for the board on 12 may',
    /^Give your apologies for Sandwell .*, Wed 12 May 2021\? .*nothing is recorded until then/,
  ],
  [
    'send_deputy',
    'police-partner-lead',
    'sending a deputy to the next board',
    /^Send a deputy to Sandwell .*, Wed 12 May 2021\?/,
  ],
  ['list_sources', 'lay-member', 'which inspections have we had', /^2 inspections: the latest is/],
  ['source_detail', 'lay-member', 'what is left of ofsted 2015', /^Ofsted inspection 2015: 10 rec/],
  ['change_source', 'coordinator', 'add an inspection', /^Add a source\? Please check/],
  [
    'list_recommendations',
    'lay-member',
    'recommendations of the hs review',
    /^4 recommendations of HS review/,
  ],
  ['recommendation_detail', 'lay-member', 'show recommendation OF18-07', /^OF18-07, Ofsted/],
  [
    'add_recommendation',
    'coordinator',
    'add a recommendation to the hs review: hear every child',
    /^Add a recommendation\? Please check/,
  ],
  [
    'change_recommendation',
    'coordinator',
    'respond to recommendation OF18-05',
    /^Respond to OF18-05\? Please check/,
  ],
  ['list_risks', 'lay-member', 'what is on the risk register', /^\d+ risks are on the register/],
  ['risk_detail', 'lay-member', 'tell me about risk CH-07', /^CH-07 “Impact of review actions/],
  ['add_risk', 'coordinator', 'add a risk: the analyst leaves', /^Add a risk\? Please check/],
  ['review_risk', 'coordinator', 'review risk CH-07', /^Review CH-07\? Please check/],
  [
    'list_accepted_findings',
    'partnership-chair',
    'what have we accepted',
    /^Nothing that drifts was accepted/,
  ],
  [
    'list_forward_plan',
    'lay-member',
    'what is on the forward plan for the board',
    /^Nothing is on the forward plan yet\./,
  ],
  [
    'plan_item_detail',
    'partnership-chair',
    'when is our MASA due for review',
    /^Multi-agency safeguarding arrangements \(MASA\): nothing is on the forward plan, so I can’t tell when it is due\./,
  ],
  [
    'add_plan_item',
    'business-manager',
    'put the LADO report on the forward plan of the board for may',
    /^Add to the forward plan\? Please check and confirm/,
  ],
  [
    'change_plan_item',
    'business-manager',
    'FP-03 received',
    /^Nothing on the forward plan has the reference FP-03\./,
  ],
  ['list_themes', 'independent-scrutineer', 'which themes come from more than two reviews', /^/],
  ['theme_detail', 'lay-member', 'what did we learn about fathers', /^Fathers and male carers: /],
  ['add_theme', 'business-manager', 'add a theme: housing', /^Add a theme\?/],
  ['list_challenges', 'lay-member', 'the challenge log', /^No challenge is recorded\./],
  [
    'challenge_detail',
    'lay-member',
    'what came of CHG-01',
    /^No challenge has the reference CHG-01/,
  ],
  [
    'record_challenge',
    'coordinator',
    'log a challenge to the police',
    /^Record a challenge\? Please/,
  ],
  ['change_challenge', 'coordinator', 'answer CHG-02', /^No challenge has the reference CHG-02/],
  ['list_escalations', 'lay-member', 'which escalations are open', /^No escalation is recorded\./],
  ['escalation_detail', 'lay-member', 'where is ESC-01', /^No escalation has the reference ESC-01/],
  [
    'open_escalation',
    'coordinator',
    'escalate SA-019 to the chair',
    /^Escalate SA-019\? Please check/,
  ],
  [
    'change_escalation',
    'coordinator',
    'hold ESC-02 until friday',
    /^No escalation has the reference ESC-02/,
  ],
  [
    'next_meeting',
    'lay-member',
    'when is the next board',
    /^The next meeting of Sandwell Children's Safeguarding Partnership is on Wed 12 May/,
  ],
  [
    'schedule_meeting',
    'coordinator',
    'schedule a meeting of the board on 2 june at 2pm',
    /^Set up a meeting\?/,
  ],
  [
    'move_meeting',
    'coordinator',
    'move the next board to 19 may at 10am',
    /^Move Sandwell .* on Wed 12 May at 14:00\?/,
  ],
  [
    'postpone_meeting',
    'coordinator',
    'postpone the next board',
    /^Postpone Sandwell .* on Wed 12 May at 14:00\?/,
  ],
  [
    'cancel_meeting',
    'coordinator',
    'cancel the next board',
    /^Cancel Sandwell .* on Wed 12 May at 14:00\?/,
  ],
  [
    'list_meetings',
    'lay-member',
    'list the meetings of qppa',
    /^There are 6 meetings of Quality .* in 2020-21: 5 held and 1 scheduled\./,
  ],
  [
    'start_attendance',
    'coordinator',
    'start attendance for the board',
    /its register can be opened on the day/,
  ],
  [
    'mark_room',
    'coordinator',
    'everybody on the list of the board is here but the police',
    /^The register of Sandwell .* is not open yet, so nothing was marked\./,
  ],
  [
    'meeting_summary',
    'coordinator',
    'summary of the last board',
    /^Sandwell .*, meeting on Wed 10 March 2021 at 14:00: no decision recorded/,
  ],
  [
    'record_decision',
    'partnership-chair',
    'record decision: we adopt the neglect strategy',
    /^Record a decision/,
  ],
  [
    'link_chat',
    'business-manager',
    'this chat is for the board',
    /^(This is your own chat with me\.|What is this chat for\?)/,
  ],
  ['show_more', 'lay-member', 'show me more', /^There is no list here to show more of\./],
  ['agenda', 'partnership-chair', 'whats on the agenda for the next board', /^The agenda of /],
  [
    'decisions_log',
    'independent-scrutineer',
    'what did we decide at the last board',
    /^No decision at Sandwell .*, Wed 10 March 2021 is recorded here/,
  ],
  [
    'rapid_review_list',
    'independent-scrutineer',
    'list the rapid reviews for 2020-21',
    /^9 rapid reviews in 2020-21: 8 decided, 1 not yet\./,
  ],
  [
    'rapid_review_detail',
    'partnership-chair',
    'tell me the story of rr4',
    /^RR-2020-04 \(serious harm\): LCSPR under way/,
  ],
  [
    'rapid_review_deadline',
    'business-manager',
    'deadline for RR-2021-01',
    /^RR-2021-01 is due to the Panel by Tue 23 March, in 6 working days/,
  ],
  [
    'rapid_review_who_not_decided',
    'business-manager',
    'who hasnt decided on RR-2021-01',
    /^The decision on RR-2021-01 has not been opened/,
  ],
  ['drift_report', 'partnership-chair', 'what is drifting', /^\d+ things are drifting/],
  [
    'annual_report_pack',
    'business-manager',
    'build the annual report pack 20-21',
    /^The yearly report for 2020-21: due within 12 months of the report before it, whose publication is not recorded\. 3 of its 11 sections have all figures\./,
  ],
  [
    'notify_settings',
    'police-partner-lead',
    'dont message me at weekends',
    /^No messages at weekends\?/,
  ],
  [
    'notice_status',
    'business-manager',
    'what notices went out today',
    /^No messages went out today/,
  ],
  ['help', 'council-member', 'what can you do', /^Ask me in your own words/],
  [
    'rapid_review_record_panel_response',
    'business-manager',
    'the panel has answered on RR-2021-01',
    /^RR-2021-01 has not been decided, so the Panel cannot have answered to it\./,
  ],
  [
    'rapid_review_open_decision',
    'business-manager',
    'open the decision on RR-2021-01',
    /^(Nothing was opened\. Please ask in the chat|RR-2021-01 · serious harm: open for decision, 0 of 3)/,
  ],
  [
    'rapid_review_repair',
    'business-manager',
    'withdraw RR-2021-01, opened by mistake',
    /^It was opened by mistake: RR-2021-01 · serious harm\?/,
  ],
  [
    'lcspr_list',
    'business-manager',
    'which lcsprs are late and why',
    /^None of 4 LCSPRs is known to be late\. Of LCSPR-A, LCSPR-B, /,
  ],
  [
    'lcspr_detail',
    'partnership-chair',
    'who is the reviewer of LCSPR-B',
    /^No reviewer is recorded for LCSPR-B\./,
  ],
  [
    'lcspr_change',
    'business-manager',
    'record that LCSPR-D is delayed',
    /^Publication is delayed: LCSPR-D\?/,
  ],
  [
    'referral_list',
    'business-manager',
    'which referrals did we turn down',
    /^No referral that did not become a rapid review is recorded\.|^I have no referral to show here/,
  ],
  [
    'referral_add',
    'business-manager',
    'log a referral that did not become a review',
    /^Record a referral that did not become a rapid review\?/,
  ],
  ['small_talk', 'health-partner-lead', 'thanks thats great', /You are welcome/],
  ['define', 'lay-member', 'what does quorate mean', /^A meeting is quorate when/],
  ['out_of_scope', 'lay-member', 'whats the weather in west brom', /outside what I know/],
  ['not_kept', 'business-manager', 'how much is left in the budget', /^I keep no record of money/],
  ['case', 'education-lead', 'im worried about a child at my school', /^If a child is in danger/],
  ['ambiguous', 'partnership-chair', 'hows the trust doing', /^Which do you mean/],
];

const NOT_FOR_ALL = /^Not everybody in this chat may see that, so I have answered you/;

describe('everything that can be asked', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('is asked here, and answered below', () => {
    const beyondIntents = ['out_of_scope', 'ambiguous'];
    expect(ASKED.map(([intent]) => intent).sort()).toEqual(
      [...intents.map(({ name }) => name), ...beyondIntents].sort(),
    );
  });

  it.each(ASKED)(
    '%s is answered to %s in a personal chat, a group chat and a channel',
    async (intent, who, message, answer) => {
      for (const place of ['personal', 'group', 'channel'] as const) {
        const reply = await bot.hears(bot.person(who), message, { in: place });
        const isForAll = place === 'personal' || !/^(rapid_review|lcspr)/.test(intent);
        expect(reply.text, place).toMatch(isForAll ? answer : NOT_FOR_ALL);
        // Who reads these chats is not known, so a rapid review is told to the asker alone.
        if (!isForAll) expect(bot.personalMessages(who).at(-1)?.text, place).toMatch(answer);
      }
    },
  );
});
