/** What people type for short, and what it stands for. Data: one line each, `typed=meant`. */
const WRITTEN = `
nxt=next lst=last yr=year yrs=years wk=week wks=weeks mth=month mths=months mnth=month mnths=months mtg=meeting mtgs=meetings mtn=meeting
pls=please plz=please plse=please thx=thanks ta=thanks cheers=thanks thankyou=thanks tnx=thanks
tmrw=tomorrow tmw=tomorrow tomo=tomorrow tmoro=tomorrow 2moro=tomorrow 2day=today tdy=today tonite=tonight nite=night lastnight=last_night
tues=tuesday tue=tuesday weds=wednesday wed=wednesday thurs=thursday thur=thursday thu=thursday fri=friday
jan=january feb=february apr=april jun=june jul=july aug=august sept=september sep=september oct=october nov=november dec=december
info=information dets=details deets=details docs=documents doc=document agcy=agency orgs=organisations org=organisation
govt=government dept=department mgr=manager mgmt=management sec=section
w=with wi=with b4=before abt=about u=you ur=your r=are n=and nd=and bn=been thru=through til=till untill=until
whats=what_is wots=what_is wats=what_is wot=what wat=what wheres=where_is whos=who_is hows=how_is whens=when_is whys=why_is
thats=that_is theres=there_is heres=here_is its=its lets=let_us shes=she_is hes=he_is
ive=i_have im=i_am id=id weve=we_have youve=you_have theyve=they_have theyre=they_are youre=you_are whove=who_have
cant=can_not cannot=can_not couldnt=could_not dont=do_not doesnt=does_not didnt=did_not isnt=is_not arent=are_not wasnt=was_not werent=were_not
hasnt=has_not havent=have_not hadnt=had_not wont=will_not wouldnt=would_not shouldnt=should_not mustnt=must_not shouldve=should_have couldve=could_have wouldve=would_have mustve=must_have mightve=might_have havnt=have_not hasent=has_not dosnt=does_not
aint=is_not owt=anything nowt=nothing summat=something ay=is_not yow=you dint=did_not int=is_not innit=is_it hasny=has_not didny=did_not cos=because coz=because bcos=because prolly=probably defo=definitely bk=back gd=good hve=have wud=would shud=should shld=should shd=should wld=would cld=could cud=could ppl=people
gimme=give_me gonna=going_to wanna=want_to gotta=got_to lemme=let_me dunno=do_not_know
prog=progress prio=priority prios=priorities acts=actions evid=evidence resp=response comms=communication sched=schedule
rpt=report rev=review revs=reviews recs=recommendations rec=recommendation att=attendance apols=apologies apol=apologies apologys=apologies
subgroup=subgroup subgroups=subgroup subgrp=subgroup subgp=subgroup grp=group grps=groups gp=gp
mids=midlands bham=birmingham vol=voluntary approx=about fyi=fyi asap=asap eom=end_of_month eow=end_of_week eoy=end_of_year
wed's=wednesday fortnights=fortnight 1st=1st
`;

/** Typed word → the words it stands for. */
export const SHORTHAND: ReadonlyMap<string, readonly string[]> = new Map(
  WRITTEN.trim()
    .split(/\s+/)
    .map((pair) => {
      const [typed = '', meant = ''] = pair.split('=');
      return [typed, meant.split('_')];
    }),
);

/** Polite beginnings and asides that carry no meaning; taken out before a message is read. */
export const FILLERS: readonly string[] = `
please|thank you in advance|if possible|if you can|when you get a chance|when you have a minute|sorry to bother you|quick question|quick one
can you tell me|could you tell me|can you show me|could you show me|can you give me|could you give me|can you list|can you find|can you check|can you
could you please|could you|would you|would you mind|do you know|do you happen to know|any idea|any chance you can|any chance of|any chance
i want to know|i need to know|i would like to know|i was wondering|i am wondering|just wondering|wondering|i want to see|i need to see|i would like to see
id like to see|id like to know|id like|i would like|i am trying to find out|i am trying to find|i am looking for|looking for|can i see|can i get|can i have|can i please|could i see
could i get|could i have|may i see|may i have|i just want|i just need|i could do with knowing|i could do with|i think|i guess|to be honest|tbh
hi there|hi|hello|hey|hiya|ok so|okay so|ok|okay|right then|so|um|erm|er|oh|actually|basically|just|really|quickly|kindly
for me please|bot|convenor|mate|our kid|bab|luv|pal|duck|me duck|chuck|chick|hun|petal|treacle|cocker|my lover|guys|folks|as well|too|at the moment|at present|currently|right now|as it stands|these days|by the way|btw|fyi
the whole county|whole county|across the county|county wide|countywide|the whole borough|whole borough|across the borough|borough wide|the whole city|whole city|across the city|citywide|city wide|the whole council area
if you would|if you would not mind|if you do not mind|if it is not too much trouble|when you are ready|over a cup of tea|over a coffee|over a cuppa|there is a dear|there is a love|be a love|be a dear|for my sins|for the love of god|for gods sake|on fire|for goodness sake|for heavens sake|for petes sake
`
  .trim()
  .split(/[|\n]/);
