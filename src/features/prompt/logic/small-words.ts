/** English and German words that say nothing of a picture by themselves. The vocabulary is asked before these. */

const list = (text: string) => new Set(text.trim().split(/\s+/));
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** Skipped without a word about it: every picture is a portrait of somebody. */
export const silent = list(`
  a an the of and or nor with in on at to as by for from into over is are be am was has have having had
  wear wears wearing worn dressed who whose that which this these those there his her hers their its it he she they
  i me my you your we us him them please draw paint show make create give want like just also plus both other while
  picture portrait portraits image photo photograph photography drawing avatar face human character head headshot
  style styled look looks looking colour color coloured colored some any one kind bit front little emoji icon
  standing sitting posing walking lying facing staring
  masterpiece cinematic photorealistic realistic hyperrealistic realism hyperdetailed detailed intricate hd uhd hdr 4k 8k 16k
  beautiful stunning gorgeous cute pretty lovely handsome elegant amazing awesome nice great perfect professional
  quality highres absurdres artstation deviantart octane unreal render rendered rendering cgi dslr bokeh closeup
  artwork art painting digital studio lighting aesthetic

  der die das den dem des ein eine einen einem einer eines und oder mit im am an auf bei zu zum zur von vom für fuer aus
  ist sind hat haben habe trägt traegt tragen tragend ich mir mich du er sie es wir ihr sein seine seinen ihre ihren
  bitte zeichne zeichnen male malen zeig zeige mach mache bild bilder foto porträt portrait portraet zeichnung gemälde
  gemaelde gesicht kopf person jemand stil farbe farbig sowie auch stehend sitzend schön schöne schöner schönes
  hübsch hübsche hübscher süß süße süßer niedlich detailliert detaillierte hochauflösend hochaufgelöst meisterwerk
  fotorealistisch realistisch qualität beste hohe kinoreif studiobeleuchtung
`);

/** The same in several words. A shorter phrase of the vocabulary in it is not meant: "soft light" is no light heart. */
export const fillers = new Set(
  lines(`
    best quality
    high quality
    highly detailed
    ultra detailed
    very detailed
    extremely detailed
    sharp focus
    in focus
    depth of field
    soft light
    soft lighting
    natural light
    golden hour
    rim light
    close up
    upper body
    full body
    half body
    looking at viewer
    looking at the viewer
    looking at camera
    looking at the camera
    trending on
    award winning
    unreal engine
    octane render
    high resolution
    high definition
    ultra hd
    digital art
    concept art
    oil painting
    in the style of
    sehr detailliert
    hohe qualität
    beste qualität
    im stil von
    im stile von
  `),
);

/** Words of the longest of them. */
export const longestFiller = 4;

/** What comes after is not wanted. */
export const negations = list(`
  no not without never neither except minus lacking isn't aren't doesn't don't hasn't haven't won't can't isnt doesnt dont
  ohne kein keine keinen keinem keiner keines nicht nie weder
`);

/** After these an "and" goes on with what is not wanted: "without beard and hat". */
export const lasting = list('without ohne');

/** What comes after is wanted again. */
export const affirmations = list('with but has have having wears wearing yet though mit aber hat sondern trägt traegt');

export const conjunctions = list('and or und oder');
export const ands = list('and und');

/** What people say of themselves: no style of ours has age or gender. */
const persons = list(`
  person people somebody someone man men woman women boy boys girl girls guy guys lady ladies gentleman gentlemen lad dude
  male female kid kids child children adult adults teen teens teenager teenagers toddler grandma grandpa grandmother
  grandfather mother father mom mum dad sister brother uncle aunt daughter son bloke chap
  mann männer maenner frau frauen mädchen maedchen junge jungen bub dame damen herr herren kerl typ kinder opa oma
  großvater grossvater großmutter grossmutter mutter vater tochter sohn leute erwachsener erwachsene teenie
`);
/** Said of everybody, so that it is worth no word. */
const anybody = list('person people somebody someone leute');

const ages = list(`
  old older young younger elderly aged middle-aged teenage adult senior year years yo
  alt alte alter altes alten jung junger junges älterer ältere aelterer aeltere jährig jährige jähriger jähriges
`);

export const isPerson = (text: string) => persons.has(text);
export const isAnybody = (text: string) => anybody.has(text);
export const isAge = (text: string) => ages.has(text);

/** How much of what comes after: factors of its weight. */
export const strengths: ReadonlyMap<string, number> = new Map([
  ['very', 1.3],
  ['really', 1.3],
  ['super', 1.3],
  ['extremely', 1.5],
  ['slightly', 0.6],
  ['somewhat', 0.7],
  ['sehr', 1.3],
  ['wirklich', 1.3],
  ['extrem', 1.5],
  ['leicht', 0.6],
  ['etwas', 0.7],
]);

/** Shades of a colour. The vocabulary has few of them, and "dark red hair" is not dark hair. */
export const shades = list(
  'dark light pale bright deep vivid dunkel hell dunkle helle dunkler heller dunkles helles dunklen hellen',
);

/** English words of their own, which are no beginnings: a chest is no chestnut. */
export const wholeWords = list('chest cross short water turtle blind micro dough jelly hedge under straight count');
