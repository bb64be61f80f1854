/**
 * Given names of children in England that the lists of the library lack: of Polish, Romanian,
 * Somali, West African, South Asian, Irish, Welsh, Kurdish and other families, and short forms.
 */
export const NAMES_IN_ENGLAND = `
  aaliyah abdi abdiaziz abdifatah abdirahman abdullahi abeba abel abeo adaeze adaora ade adebayo
  adekunle agnieszka aisha akin akua albie aled aleksandra alfie alicja alin alun ama amaan
  amara amna anaya anca andrei angharad anh ania aniela anwen aoife aram archie areeba arham
  arjan arlo asia asma aubree awet axel ayaan ayanle ayesha ayo ayodele ayomide ayub azad azlan
  baljit balvinder bao baran bartek bashir basia beata beau bhavesh bianca bilal bilan biniam
  bobbi bodhi bogdan borys braiden braxton bronwen bryony bukola byron cade caiden calum caoimhe
  carys catalin cathal catrin ceri chanelle chantel chantelle charanjit chardonnay chiamaka
  chidi chidinma chike chinedu chioma chukwuemeka chun cian clodagh codey colm conor corey
  cosmin costel cristian dafydd daithi dakota daljit dami damian damilola daniyal danni dante
  darcie darek darnell darya dawit deacon deeqa demi denisa deshawn devante dilan dilpreet dilys
  dion dontae dorota dragos duc ebele ebony eden eesa efa efosa eilis eimear eira ejiro elin
  ellie elsie emrys enfys eniola eoin esme esosa evin ewa ezekiel ezinne ezra fadumo fahad faiz
  farah farhiya farida femi feven ffion fiadh filip filmon finlay fionn fiza florin folake
  franek frankie freddie funmi gagandeep gareth gethin gheorghe glenys gosha gosia gracie
  grainne grzegorz guled gurdeep gurjit gwenllian habib habibullah hafsa hafsah hallie hamid
  hamza hari haris harjot harleen harley harman harminder haroon harriet hashim hawar heledd
  hermon hevin hibo hira hoa hodan hoi hubert humza huong huw huxley ibraheem idil idris iestyn
  ifan ifeanyi ifeoma ifrah iga igor ikechukwu ikra ilhan ilie ilinca imaan inaya inderjit indie
  insha ioan ioana iolo ionut iqra irfaan ishaan isla ismail issac istahil iulia iwan jacek
  jagdeep jagjit jaiden jannat jasdeep jashan jasiek jaskaran jasmeet jaspreet jaswinder
  jatinder jawad jaxon jaxson jayden jaylen jenson jessie jia jide jing jola jorja jozef jude
  julek jun junaid kacey kaci kacper kadie kai kaiden kaja kamaljit kane karanveer karolina
  karter karwan kasey kashif kasia kavita kaya kayden keanu keeley keira kelechi kenzie keziah
  khadija khadra khanh kian kidane kiera kieran kiki kin kinga kiran koa kobe kobi kody kofi
  kojo kuba kulwinder kwabena kwame kwasi kyle kyra kyron lacey laiba lakhvir lan lana lanre
  laurentiu lavinia layla lei leighton leila lemlem lena leo leona levi lexi lexie li liban
  lillie lilly ling linh logan lola long lottie lowri luca lucas lucian lukasz luqman macey
  macie maciek macsen madalina maddie maddison maeve magda mahad mahdi maheen mahmoud mahnoor
  maisie maja malaika malgorzata mali mandeep maninder manjit manon manpreet marcin mared marek
  marius marley marlon maryam masood mateusz mckenzie mebrahtu megan mei meirion merhawi mia
  michal mihai mikey mikolaj mila millie milosz minahil ming minh mirela mollie moosa musa
  mustafa myla nabeel naima nam nasra natalka natnael navdeep navjot naweed nazanin nerys nevaeh
  nga ngoc ngozi nia niall niamh nico nicusor nimco nimra nkechi nnamdi noor oakley obinna
  octavian oisin ola olek oliwia ollie olu oluchi olumide omid onyeka oran orla osagie osian
  otis ottilie ovidiu owain padraig parisa parminder pavandeep pawel petru phoebe phuong piotr
  prabhjot prabjot preston qi quan quang radek rahim rahma rajinder ranjit ravinder rayyan
  razvan rebin reece reggie rehan reiss reza rhea rhian rhiannon rhodri rhydian rhys rida riley
  rio ritchie robel rocco roisin rojin roman romeo ronan ronnie rory ruaridh rukhsana rupinder
  ruqayyah ryley saad saba sade safa saffron safiyyah sagal sahil sahra saif samatar samira sana
  sandeep sania saoirse satnam savannah scarlett seb segun selam senait seun shabnam shahid
  shamso shanelle shania shanice shannon shaun shay shayan shayla shilan shirin sian simi simon
  simran simranjit sinead siobhan skyla somto sonny soraya sorin stanley stas stefania steffan
  sukhdeep sukhi sukhjit sukhvinder sulaiman suleman sumaya sumayyah suraya surinder szymon
  tadhg taha tahlia taio talha taliesin tariq taylor tayo tayyab teagan teddy tegan teigan
  tejinder tekle temi temitope thao theo thu thuy tia tiana tilda tilly tobi tobiloba toby tolu
  tomasz tomos trang travis trung tsz tuan tunde tuyet tyler tymek tyrell tyrese tyrone ubah
  ubaid uche umair umar usman uzair valentin van varinder vasile vlad wahab wai wale warsame wei
  weronika wiktoria wojciech wyn xia xin yahya yahye yan yaw yemi yi ying yohannes yonas yousaf
  yu yusra yusuf zac zach zack zahra zaid zain zainab zak zakariya zakariye zana zane zara zayd
  zayne zeeshan zhen ziggy zikora zion zofia zosia zoya zuzanna zuzia`;

/** English words that are given names too; they are names only where the sentence makes them one. */
export const WORDS_AND_NAMES = `
  ada ali amber amelia angel anna april archer archie art ash aurora autumn ava basil bay beau
  bella ben bill billy blaze blessing bob bobby brook brooke bud buddy candy carter cash cat
  celeste chad chance charity charlotte chase cherry christian clay clementine cliff cody cole
  colt constance cooper coral crystal daisy dale dan daniel dawn dean dee destiny dex dolly dom
  don donna dot drew dusty earl ebony eden eli ella emma ernest eve faith felicity fern flora
  florence forest frank gabby gale gemma gene georgia gil ginger glen grace grant gray gus guy
  hal hank harley harmony harper harry hazel heath heather heaven holly honour hope hunter ike
  iris israel ivan ivy jack jade jasmine jasper jay jenny jess jet jewel jim jimmy jo joe joey
  jordan josh joy jude june junior justice kai kay kelly ken kim king kit kitty lacey lance lane
  lee leo les lily linden liz lou louis lucky luna lyn mac maddy madison marcel maria marigold
  marina mark martin mason matt max may meg mel melody mercy merry miles misty molly myrtle nan
  ned nell nelly nick noel norm nova olive opal paige pam pansy paris parker pat patience
  peaches pearl peg penny petal peter phil phoenix piper polly poppy precious prince princess
  prudence ralph randy raven ray reed reggie rex rich river rob robin rocky rod roger roman ron
  rory rose rosemary ross rowan roy ruby rudy russ rusty ruth sable saffron sage sam sandy
  savannah scarlet scot scout sid sienna sierra skip sky skye sonny spencer stan star stella
  sterling storm sue summer sunny tamara tanner terry tiger tina tod tom tommy tony tracy trey
  troy tyler tyre verity vic victor victoria viola violet viv wade walt warren wes will willow
  winter woody wren zion`;
