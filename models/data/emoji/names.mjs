/** Which emoji the model learns, and the words of each: from its common name, with a small table by hand. */
import { SETS, read } from './sets.mjs';

const CATEGORIES = {
  'Smileys & Emotion': 'face',
  'Animals & Nature': 'animal',
  'Food & Drink': 'food',
};

/** Of the category "Travel & Places", where the sky is. */
const SKY = `cloud cloud-with-lightning cloud-with-rain cloud-with-snow comet crescent-moon cyclone desert-island
  droplet fire fog full-moon full-moon-face glowing-star globe-showing-americas globe-showing-europe-africa
  high-voltage mount-fuji mountain new-moon-face rainbow ringed-planet rock shooting-star snow-capped-mountain
  snowflake snowman snowman-without-snow star sun sun-behind-cloud sun-with-face tornado volcano water-wave
  wind-face`.split(/\s+/);

/** Signs, bubbles and what cannot be told from others at 32x32. */
const LEFT_OUT = new Set(
  `anger-symbol collision dashing-away dotted-line-face eye-in-speech-bubble fight-cloud guide-dog
  head-shaking-horizontally head-shaking-vertically heart-decoration hole hundred-points left-speech-bubble
  microbe pouring-liquid right-anger-bubble service-dog speech-balloon sweat-droplets thought-balloon wing zzz
  mexican-hat fork-and-knife fork-and-knife-with-plate chopsticks spoon kitchen-knife`.split(/\s+/),
);

/** Small words, and those that say nothing about the picture. */
const DROPPED = new Set(
  `a and at behind but by capped facing for from in no of on over pile the to up with without showing`.split(' '),
);

/** Where the parts of a name would mislead: a hot dog is no dog. */
const BY_HAND = {
  'alien-monster': 'space-invader',
  'baby-bottle': 'baby-bottle',
  'baby-chick': 'chick',
  'beverage-box': 'juice-box',
  'birthday-cake': 'cake birthday',
  'black-bird': 'bird black',
  blossom: 'flower blossom',
  'bottle-with-popping-cork': 'champagne bottle',
  bouquet: 'flower bouquet',
  'bowl-with-spoon': 'bowl spoon',
  'cat-with-wry-smile': 'cat smirking',
  'cheese-wedge': 'cheese',
  'cherry-blossom': 'flower cherry-blossom',
  'clown-face': 'face clown',
  'crying-cat': 'cat crying',
  cupcake: 'cake cupcake',
  'curry-rice': 'curry rice',
  'cut-of-meat': 'meat steak',
  'deciduous-tree': 'tree',
  'desert-island': 'island',
  dove: 'bird dove',
  duck: 'bird duck',
  eagle: 'bird eagle',
  'ear-of-corn': 'corn',
  'empty-nest': 'nest',
  'evergreen-tree': 'tree evergreen',
  'exploding-head': 'face exploding',
  'face-savoring-food': 'face yummy tongue',
  'face-with-symbols-on-mouth': 'face swearing',
  'face-without-mouth': 'face no-mouth',
  'fish-cake-with-swirl': 'fish-cake',
  'four-leaf-clover': 'clover four-leaf',
  'fried-shrimp': 'shrimp fried',
  'front-facing-baby-chick': 'chick front',
  'full-moon': 'full-moon moon',
  'full-moon-face': 'full-moon moon face',
  'ginger-root': 'ginger',
  'glass-of-milk': 'milk glass',
  'globe-showing-americas': 'earth americas',
  'globe-showing-europe-africa': 'earth africa',
  'hatching-chick': 'chick hatching egg',
  'hear-no-evil-monkey': 'monkey hear-no-evil',
  hibiscus: 'flower hibiscus',
  'high-voltage': 'lightning',
  'honey-pot': 'honey',
  'hot-beverage': 'coffee',
  'hot-dog': 'hot-dog',
  'hot-face': 'face hot',
  'hot-pepper': 'chili pepper',
  hyacinth: 'flower hyacinth',
  'ice-cream': 'ice-cream sundae',
  'kiwi-fruit': 'kiwi',
  'lady-beetle': 'ladybug',
  'leafless-tree': 'tree leafless',
  lotus: 'flower lotus',
  'meat-on-bone': 'meat bone',
  'money-mouth-face': 'face money',
  'moon-cake': 'moon-cake',
  'mount-fuji': 'mount-fuji mountain',
  'new-moon-face': 'new-moon moon face',
  'palm-tree': 'tree palm',
  parrot: 'bird parrot',
  'pea-pod': 'peas',
  'pile-of-poo': 'poo',
  'polar-bear': 'bear polar',
  'pot-of-food': 'stew pot',
  'potted-plant': 'plant potted',
  'ringed-planet': 'planet saturn',
  'rolling-on-the-floor-laughing': 'face rolling laughing tears',
  'root-vegetable': 'beet',
  rose: 'flower rose',
  'sad-but-relieved-face': 'face sad sweat',
  'see-no-evil-monkey': 'monkey see-no-evil',
  'shallow-pan-of-food': 'pan paella',
  'sheaf-of-rice': 'rice-plant',
  shortcake: 'cake shortcake',
  'skull-and-crossbones': 'skull crossbones',
  'smiling-face-with-open-hands': 'face hugging',
  'snow-capped-mountain': 'mountain snow',
  'snowman-without-snow': 'snowman plain',
  'soft-ice-cream': 'ice-cream soft-serve cone',
  'speak-no-evil-monkey': 'monkey speak-no-evil',
  'spouting-whale': 'whale spouting',
  'star-struck': 'face star-eyes',
  'sun-with-face': 'sun face',
  sunflower: 'flower sunflower',
  'teacup-without-handle': 'tea cup',
  'tropical-fish': 'fish tropical',
  tulip: 'flower tulip',
  'two-hump-camel': 'camel two-hump',
  'upside-down-face': 'face upside-down',
  'water-buffalo': 'buffalo',
  'water-wave': 'wave',
  'white-flower': 'white-flower',
  'wilted-flower': 'flower rose wilted',
  'wind-face': 'face wind',
};

/** Two words that mean one thing, as written in names. */
const PHRASES = ['heart-eyes', 't-rex', 'smiling-eyes', 'big-eyes', 'tears-of-joy', 'ice-cream', 'spider-web'];

/** 'smiling-cat-with-heart-eyes' -> ['smiling', 'cat', 'heart-eyes'] */
function wordsOf(name) {
  if (name in BY_HAND) return BY_HAND[name].split(' ');
  let rest = name;
  const whole = PHRASES.filter((phrase) => `-${rest}-`.includes(`-${phrase}-`));
  for (const phrase of whole) rest = rest.replace(phrase, '');
  return [...new Set([...rest.split('-').filter((word) => word && !DROPPED.has(word)), ...whole])];
}

/** -> [{name, kind, words}], in the order of Noto's categories. */
export function emoji() {
  const { categories } = read(SETS[0], 'metadata');
  const named = Object.entries(CATEGORIES).flatMap(([category, kind]) =>
    categories[category].map((name) => ({ name, kind })),
  );
  const all = [...named, ...SKY.map((name) => ({ name, kind: 'nature' }))];
  return all.filter(({ name }) => !LEFT_OUT.has(name)).map((one) => ({ ...one, words: wordsOf(one.name) }));
}
