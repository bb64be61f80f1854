/**
 * Given names of children in England that the lists of the library lack: of Polish, Romanian,
 * Somali, West African, South Asian, Irish, Welsh, Kurdish and other families, and short forms.
 */
export const NAMES_IN_ENGLAND = `
  aaliyah abdi abdiaziz abdifatah abdirahman abdullahi abeba abel abeo adaeze adaora ade adebayo
  adekunle agnieszka aisha akua albie aled aleksandra alfie alicja alin alun ama amaan amara amna
  anaya anca andrei angharad anh ania aniela anwen aoife aram archie areeba arham arjan arlo asia
  asma aubree awet axel ayaan ayanle ayesha ayo ayodele ayomide ayub azad azlan baljit balvinder
  bao baran bartek bashir basia beata bhavesh bianca bilal bilan biniam bobbi bodhi bogdan borys
  braiden braxton bronwen bryony bukola byron cade caiden calum caoimhe carys catalin cathal
  catrin ceri chanelle chantel chantelle charanjit chardonnay chiamaka chidi chidinma chike
  chinedu chioma chukwuemeka chun cian clodagh codey colm conor corey cosmin costel cristian
  dafydd daithi dakota daljit dami damian damilola daniyal danni dante darcie darek darnell darya
  dawit deeqa demi denisa deshawn devante dilan dilpreet dilys dion dontae dorota dragos duc ebele
  eden eesa efa efosa eilis eimear eira ejiro elin ellie elsie emrys enfys eniola eoin esme esosa
  evin ewa ezekiel ezinne ezra fadumo fahad faiz farah farhiya farida femi feven ffion fiadh filip
  filmon finlay fionn fiza florin folake franek frankie freddie funmi gagandeep gareth gethin
  gheorghe glenys gosha gosia gracie grainne grzegorz guled gurdeep gurjit gwenllian habib
  habibullah hafsa hafsah hallie hamid hamza hari haris harjot harleen harley harman harminder
  haroon harriet hashim hawar heledd hermon hevin hibo hira hoa hodan hoi hubert humza huong huw
  huxley ibraheem idil idris iestyn ifan ifeanyi ifeoma ifrah iga igor ikechukwu ikra ilhan ilie
  ilinca imaan inaya inderjit insha ioan ioana iolo ionut iqra irfaan ishaan isla ismail issac
  istahil iulia iwan jacek jagdeep jagjit jaiden jannat jasdeep jashan jasiek jaskaran jasmeet
  jaspreet jaswinder jatinder jawad jaxon jaxson jayden jaylen jenson jessie jia jide jing jola
  jorja jozef jude julek jun junaid kacey kaci kacper kadie kai kaiden kaja kamaljit kane
  karanveer karolina karter karwan kasey kashif kasia kavita kaya kayden keanu keeley keira
  kelechi kenzie keziah khadija khadra khanh kian kidane kiera kieran kiki kinga kiran koa kobe
  kobi kody kofi kojo kuba kulwinder kwabena kwame kwasi kyle kyra kyron lacey laiba lakhvir lan
  lana lanre laurentiu lavinia layla lei leighton leila lemlem lena leo leona levi lexi lexie li
  liban lillie lilly ling linh logan lola lottie lowri luca lucas lucian lukasz luqman macey macie
  maciek macsen madalina maddie maddison maeve magda mahad mahdi maheen mahmoud mahnoor maisie
  maja malaika malgorzata mali mandeep maninder manjit manon manpreet marcin mared marek marius
  marley marlon maryam masood mateusz mckenzie mebrahtu megan mei meirion merhawi mia michal mihai
  mikey mikolaj mila millie milosz minahil ming minh mirela mollie moosa musa mustafa myla nabeel
  naima nam nasra natalka natnael navdeep navjot naweed nazanin nerys nevaeh nga ngoc ngozi nia
  niall niamh nico nicusor nimco nimra nkechi nnamdi noor oakley obinna octavian oisin ola olek
  oliwia ollie olu oluchi olumide omid onyeka oran orla osagie osian otis ottilie ovidiu owain
  padraig parisa parminder pavandeep pawel petru phoebe phuong piotr prabhjot prabjot preston qi
  quan quang radek rahim rahma rajinder ranjit ravinder rayyan razvan rebin reece reggie rehan
  reiss reza rhea rhian rhiannon rhodri rhydian rhys rida riley rio ritchie robel rocco roisin
  rojin romeo ronan ronnie rory ruaridh rukhsana rupinder ruqayyah ryley saad saba sade safa
  safiyyah sagal sahil sahra saif samatar samira sana sandeep sania saoirse satnam savannah
  scarlett seb segun selam senait seun shabnam shahid shamso shanelle shania shanice shannon shaun
  shay shayan shayla shilan shirin sian simi simon simran simranjit sinead siobhan skyla somto
  sonny soraya sorin stanley stas stefania steffan sukhdeep sukhi sukhjit sukhvinder sulaiman
  suleman sumaya sumayyah suraya surinder szymon tadhg taha tahlia taio talha taliesin tariq
  taylor tayo tayyab teagan tegan teigan tejinder tekle temi temitope thao theo thu thuy tia tiana
  tilda tilly tobi tobiloba toby tolu tomasz tomos trang travis trung tsz tuan tunde tuyet tyler
  tymek tyrell tyrese tyrone ubah ubaid uche umair umar usman uzair valentin varinder vasile vlad
  wahab wai wale warsame wei weronika wiktoria wojciech wyn xia xin yahya yahye yaw yemi yi ying
  yohannes yonas yousaf yu yusra yusuf zac zach zack zahra zaid zain zainab zak zakariya zakariye
  zana zane zara zayd zayne zeeshan zhen ziggy zikora zion zofia zosia zoya zuzanna zuzia`;

/** English words that are given names too; they are names only where the sentence makes them one. */
export const WORDS_AND_NAMES = `
  ada alexia ali amber amelia angel angelica anna april archer archie aria art ash aura aurora
  autumn ava azalea bailey barney basil bay beau bella ben benedict benny bertha bill billy birdie
  blaze blessing bluebell bob bobby brad brandy brook brooke bud buddy buttercup candy carol
  carter cash cat celeste chad chance charity charlotte chase cherry cherub christian christie
  clarence clay clement clementine cliff clover cody cole colleen colt comfort constance cooper
  coral crystal daffodil dahlia daisy dale dan daniel daphne dawn deacon dean dee derrick destiny
  dex divine dolly dom don donna dot drew dusty earl ebony eddy eden eli ella ember emerald emma
  ernest eve faith fay felicity fen fern flora florence forest fortune frank fritz gabby gal gale
  garnet gemma gene genesis georgia gil gilbert ginger glen grace graham grant gray griffin gus
  guy hal hank hardy harley harmony harper harry haven hazel heath heather heaven hector holden
  holly honour hope hunter ike indie indigo innocent iris israel ivan ivor ivory ivy jack jade
  jane jasmine jasper jay jazz jean jenny jerry jess jet jewel jill jim jimmy jo jocelyn jody joe
  joey johnny jordan josh joy jude julian june junior justice kai kali karma kay kelly ken kim
  king kip kit kitt kitty kris lacey lambert lance lane lark laurel lea lee leo leone les levi
  levy lily linden linn liz lou louis loyal lucky lulu luna lyn lyric mac maddy madison magnolia
  marc marcel marge marguerite maria marigold marina mark marlon marquis martin mason matt
  maverick mavis max maxim may meg mel melody mercy merle merlin merry mica mick mike miles milos
  miracle misty molly morris murphy myrtle nan ned nell nelly nelson nick noble noel norm nova
  olive opal orchid oriel paige pam pansy paris parker pat patience patty peaches pearl peg penny
  perry petal peter phil phoenix pip piper polly poppy precious prince princess promise prosper
  prudence quin raff ralph randy ransom raven ray rebel reed reef reggie reign rex rhea rich rick
  rio river rob robin rocky rod roger roman ron rory rose rosemary ross rowan roy royal ruby rudy
  russ rusty ruth sable saffron sage sally sam sandy sapphire savannah scarlet scot scout sequoia
  serenity shelly sherry sibyl sid sienna sierra skip sky skye sonnet sonny spencer stan star
  stella sterling storm sue summer sunny tad tam tamara tammy tanner ted teddy terry tiara tiger
  tina tod tom tommy tony tracy trey trinity troy tyler tyre valentine verity vic victor victoria
  viola violet viv wade walt warren wes will willow winter wolf woody wren xenia zephyr zion`;
