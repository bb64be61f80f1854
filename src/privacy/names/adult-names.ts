import { wordSet } from '../word-classes.ts';

/**
 * Given names that were common in England before 1985 and are rare among children now: with no
 * words of a case nearby, somebody with such a name is a colleague.
 */
const ADULT_NAMES = wordSet(
  `adele adrian agnes aileen alan alastair alec alison alistair allan andrea andrew andy angela angie ann anne annette anthea anthony antony
  audrey barbara barry bernadette bernard bernie bert beryl bev beverley brenda brendan brian bridget bruce bryan bryony carl carol carole
  caroline carolyn cath catherine cathy cecil cedric celia cheryl chris christina christine christopher cindy claire clare cliff clifford
  clive colin colette connie craig cynthia daphne darren dave dawn dean deb debbie deborah debra deirdre delia denis denise dennis derek des
  desmond diana diane dilys don donald donna doreen doris doug douglas duncan dwayne edna eileen elaine eric ernest esther eunice fergus fiona
  frances gail gareth gary gavin geoff geoffrey geraldine gerard gerry gillian gina giles glen glenda glenn gordon graeme graham greg
  gregory gwen gwyneth hazel heather heidi helen helena hilary howard hugh ian irene iris irvine jacqueline jacqui jan jane janet janice janine jean
  jeanette jeff jeffrey jennifer jenny jeremy jill jim joan joanna joanne john jonathan joy joyce juan judith judy julia julian julie june
  justine karen karl kate kath katherine kathleen kathryn kathy katrina kay keith kelly ken kenneth kerry kev kevin kirsten kirsty lee len
  lesley leslie leonard lianne lindsay lindsey linda lionel liz lorna lorraine louise lynda lyndsey lynette lynn lynne mandy marcia marcus margaret
  marian marie marilyn marion marjorie mark martin martyn mary maureen mavis maxine melanie michelle mick mike moira monica
  morag moya muriel myra nadine natasha neil nell nesta nick nicola nigel nina noel nora norma norman olive olwen owen pam pamela patricia patrick
  paul paula pauline penny pete peter phil philip phillip philippa phyllis rachael rachel ray raymond rebecca rhona richard rita rob robert
  roberta roger roland ron ronald rosalind rosemary ross roy russell ruth sally samantha sandra sanjay sara sarah sean sharon sheila shelagh
  shirley simon sonia stan stella steph stephanie stephen steve steven stewart stu stuart sue susan suzanne sylvia tamsin tania tanya
  terence teresa terry theresa tim timothy tina tony tracey tracy trevor trish trudy ursula val valerie vera vernon veronica vicky vic
  victor vincent viv vivien vivienne wayne wendy wilf winifred yvette yvonne zena
  amit anil anita anjali anwar arif ashok balbir baldev balwinder bhavna bina chandra deepak dilip farhat gita gurmit hardeep harjinder harish
  iqbal jagdish jaswinder jatinder javed kalpana kamal khalid kulwant kuldeep lakhbir mahmood manjit meena meera mohan mukesh nadeem nasreen
  naseem naveed neelam neeta nilesh nirmala parveen pradeep pramod priti priya rajesh rajinder rakesh rashid ravi rekha rukhsana saeed
  sanjit satish shabana shabnam shahida shaheen shamim shazia sukhdev sukhi sunil sunita surinder suresh tariq usha vijay vinod zahida
  `,
);

/** @example isAdultName('graham') // true */
export const isAdultName = (word: string): boolean => ADULT_NAMES.has(word);
