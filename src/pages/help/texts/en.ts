/** Help: how to use the page, its keys, what stands in it, and whom it owes. */
export const texts = {
  help: {
    title: 'How to use the playground',
    intro:
      'The network has learned to look at a noisy picture and to guess the clean one. A sampler starts from pure noise, asks for that guess again and again, and each time takes away a little of the noise.',
    keys: 'Keys',
    keyList: [
      ['Space', 'play or pause'],
      ['← →', 'one step back or forward'],
      ['Home End', 'first or last step'],
      ['D', 'denoise from the start'],
      ['R', 'new seed'],
      ['X', 'pixels, or drawn sharp'],
      ['Esc', 'stop the run'],
      ['?', 'this help'],
    ] as readonly (readonly [string, string])[],
    tour: 'Take the tour',
    lessons: 'Eight lessons',
    glossary: 'Glossary',
    shortcuts: 'Letters are commands',
    honesty:
      'Everything is computed on your own device; nothing is sent anywhere. What is recorded says so; everything else is live.',
    conformance: 'Check it against diffusers',
  },

  credits: {
    title: 'Credits and licences',
    weights: 'network',
    data: 'learned from',
    software: 'Software',
  },
};

export type Texts = typeof texts;
