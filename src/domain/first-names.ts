/**
 * Common first names of children in England, in lower case. The data is our own and serves one
 * purpose: to notice that a message may name a child. Names that are also words (“grace”, “will”,
 * “summer”, “amber”) or names of places, agencies or days (“chelsea”, “april”) are left out.
 */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `jack aaliyah aaron abby abdul abdullah abdullahi abigail adam addison aditya adrian ahmad ahmed aidan aiden aimee aisha
  aishah alan alana albie aleena alejandro aleksander alesha alex alexa alexander alexandra alexis alfie alfred ali alia
  alice alicia alina alisha alishba alyssa amaan amanda amara amarjit amelia amelie amina aminah amir amira amirah amy ana
  anaya andrea andrei andrew angela angus anika anisa anita aniyah anna annabel annabelle annalise anne annie anthony
  anton antoni anya arabella arianna ariel arjun arlo armaan arran arthur arya asad asha ashleigh ashley ashton asif
  asma athena ava ayaan ayan ayesha ayla aylin ayra azaan barbara barnaby bartosz beatrice becky bella ben benjamin beth
  bethan bethany bilal blake bobby bradley brandon breanna brendan brian brianna bridget brody brogan brooke brooklyn
  bryony caden caitlin caleb callum calum cameron camilla cara carl carly carmen caroline casey cassie catherine cerys
  chanel chantelle charlene charles charley charlie charlotte chelsey cheyenne chloe chris christian christina christopher
  cian ciara claire clara claudia clementine cody cohen colby colin colton connie connor conor corey cormac courtney
  curtis daisy damian damien daniel daniela danielle danny darcey darcie darcy daria darius darragh darren david dawid
  dawson deborah declan delilah demi denis denzel derek dexter diana dillon dion dominic dominik dylan eddie edie
  edith edward edwin eesa eilidh elaine eleanor elena eliana elias elijah eliot elisha eliza elizabeth ella elle ellen
  ellie elliot elliott ellis elodie eloise elsa elsie emaan eman emil emilia emily emma emmanuel enzo erica erik erin
  esmae esme esmee esther ethan etta euan eva evan evelyn evie ewan ezekiel ezra faisal faiza farah farhan fatima fatimah
  felicity felix fenella finlay finley finn fiona fletcher florence frances francesca francis frankie fraser freddie
  freddy frederick freya gabriel gabriela gabriella gareth gary gavin gemma genevieve georgia georgie georgina gethin
  gianna gina giovanni gordon grayson gregory gulzar gurpreet hadley hafsa haider haleema halima hamish hamza hana hanna
  hannah hanson hareem hari haris harleen harley haroon harpreet harriet harrison harvey harvinder hasan hassan
  hayden hayley heidi helen helena henry hettie hina holly howard huda hugo humaira husnain hussain ian ibrahim idris
  ieuan iga ilyas imaan imani imogen imran inaaya inaya iqra irfan isaac isabel isabella isabelle isha isla ismaeel ismail
  isobel ivan jackson jacob jacqueline jaden jadon jaiden jake jakub jamal james jamie janet jasleen jasmin jasmine jason
  jasper javier jaxon jaxson jayden jaydon jayla jaylen jayson jeffrey jemima jenna jennifer jenny jenson jeremiah jeremy
  jermaine jessica jessie joanna joanne jodie joel johan johanna john jolie jonah jonas jonathan jonny jorge jorja joseph
  josephine josh joshua josiah josie joyce juan judah jude judith julia julian julie juliet junaid justin kacey
  kacie kacper kai kaiden kaine kaira kaitlyn kaleb kamil kane kara karen karl karol kasey kasper kate katelyn katherine
  kathleen kathryn katie katrina katy kayden kaydon kayla kaylee kayleigh keanu keeley keira keiran kelly kelsey kelvin
  kenneth kenza kenzie kenzo kevin keziah khadija khadijah khalid kian kiara kiera kieran kimberley kirsty kobe koby kody
  krish kristian kristina kuba kyan kyla kyle kylie kyra kyran lacey lacie laila lara larissa laura lauren laurence layla
  layton leah leanne leela leia leighton lena lennie lennon lennox leo leon leona leonard leonardo leonie leslie levi
  lewis lexi lexie leyla liam libby lila lilah lilia lilian liliana lilly lily linda lisa liyana logan lola loretta lorna
  lottie louie louis louisa louise luca lucas lucia lucie lucille lucy luis lukas luke luna luqman lydia lyla lyra mabel
  mackenzie macy maddie maddison madeleine madison maeve mahdi maheen mahira mahnoor maisie maisy maja malachi malaika
  malakai malala malik manahil manraj marcel marcin marco marcus margaret margot maria mariah mariam marianne mario
  marley marlon marnie marsha martha martin mary maryam mateo mateusz matilda matteo matthew maurice maximilian
  maxwell maya mckenzie megan mehmet mehreen mei melanie melissa mia michael michaela michal michelle miguel mikael
  mikayla mikey mila millie milly milo mina minahil miriam misbah mohamed mohammad mohammed mohsin mollie molly
  monica morgan moses muhammad muhammed musa mustafa myah myla myles myra nabeela nadia nadine naima nancy naomi nasir
  natalia natalie natasha nathan nathanael nathaniel navdeep neema neha nevaeh niall niamh nicholas nicky nico nicola
  nicolas nicole nieve nikita nikola nikolai nina noah noel noor nora norah nusaybah nyla nylah octavia olaf oliver olivia
  oliwia oliwier ollie omar ophelia orla orlaith oscar osian oskar otis otto owain owen ozzy paige pamela parveen patricia
  patrick patryk patsy paul paula pauline penelope perrie peter petra philip philippa phillip phoebe piotr pippa poppie
  preston priscilla priya quinn rachael rachel rafael rafferty raheem rahim rahul raihan raj rajan ralph ramona rania
  raphael rashid rayan raymond reece reegan reggie rehan reuben rhea rhian rhianna rhiannon rhys riaz ricardo richard
  ricky rihanna riley robert roberta roberto robyn rocco romeo romy ronan ronnie rory rosalie rosanna rosie rowan
  roxanne rufus rupert russell ryan ryder ryley saad sabrina safa safiya safiyah saif saira salma salman samaira samantha
  sameer samia samina samira sammy samson samuel sana sandeep sanjay saoirse saphia sara sarah sasha savannah scarlett
  seamus sean sebastian selina serena seth shabana shahid shakira shania shannon sharon shaun shauna shay shayla shayna
  sheila shelby shelley sian siddharth sienna simon simran siobhan sion skye skyla skylar sofia sofie solomon somaya sonia
  sonny sophia sophie stacey stanislaw stanley stella stephanie stephen steven stuart suhaib sukhdeep suleman sumaya
  sumayyah susan suzanne syeda sylvia szymon tabitha tahir talha talia tallulah tamara tamsin tania tanisha tanya tara
  taran tariq tasha tasnim taylah teddy tegan teresa tess tessa thalia thea theo theodore theresa thomas tia tiana tiegan
  tiffany timothy tobias toby tomas tommy tracey tracy trevor tristan trystan tyler tyra tyreece tyrell tyrese tyrone
  tyson umair umar usman valentina vanessa veronica vicky victor vincent vivienne wayne wiktor wiktoria william willow
  winnie wojciech xander xavier yahya yasin yasmin yasmine yousef youssef yuna yunus yusuf yvette yvonne zac zach
  zachariah zachary zack zahra zaid zain zaina zainab zak zakariya zakir zara zayd zayn zaynab zeeshan zidane zion zoe
  zofia zoha zoya zuri zuzanna`.split(/\s+/),
);
