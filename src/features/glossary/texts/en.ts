import type { GroupId, TermId } from '../logic/terms.ts';

interface Words {
  readonly name: string;
  /** One or two sentences. */
  readonly text: string;
}

/** The glossary: what every symbol and every control of the page means. */
export const texts = {
  search: 'Search the glossary',
  nothing: (search: string) => `No term with “${search}”.`,
  groupNames: {
    picture: 'The picture and its step',
    recipe: 'The recipe',
    levels: 'Noise levels',
    finer: 'Finer options',
    page: 'On this page',
  } satisfies Record<GroupId, string>,
  terms: {
    xt: {
      name: 'the picture now',
      text: 'The noisy picture in the middle of its way. It starts as pure noise and ends as the finished picture.',
    },
    x0: {
      name: 'the estimate',
      text: 'The clean picture that the network sees in the noise at this step. It guesses anew at every step, and guesses better the less noise there is.',
    },
    original: {
      name: 'the clean picture',
      text: 'A picture without noise: what the forward lane starts from, and what the reverse lane ends in.',
    },
    epsilon: {
      name: 'predicted noise',
      text: 'What is left of the picture now when the estimate is taken away, in units of its noise. Knowing the one is knowing the other.',
    },
    noise: {
      name: 'noise',
      text: 'Random numbers with mean 0 and variance 1, one for every pixel and colour, drawn from the seed.',
    },
    next: {
      name: 'the next picture',
      text: 'What the step makes: a weighted sum of the picture now, the estimate and what the sampler remembers.',
    },
    step: {
      name: 'step',
      text: 'The network estimates the clean picture, and the sampler goes a little of the way there. Each column of the lanes is one step.',
    },
    sigma: {
      name: 'noise level',
      text: 'How strong the noise is beside the picture in it. Far above 1 there is only noise to see, far below 1 hardly any.',
    },
    alpha: {
      name: 'signal and noise',
      text: 'A noisy picture is α times the clean one plus σ times noise. Only their ratio σ/α matters to the network; where α is 1 it is σ itself.',
    },
    snr: {
      name: 'signal to noise',
      text: 'How much stronger the picture is than its noise, as a ratio of variances: one over the square of the noise level.',
    },
    timestep: {
      name: 'timestep',
      text: 'Where on the training schedule this noise level lies: near 1000 is noise, 0 is nearly clean.',
    },
    evaluations: {
      name: 'network evaluations',
      text: 'How often the network was asked: the cost of a picture. Guidance asks twice a step.',
    },
    previous: {
      name: 'earlier estimates',
      text: 'A prime marks what an earlier step found. Multistep samplers remember it to see which way the estimate is going.',
    },
    second: {
      name: 'second look',
      text: 'Some samplers ask the network again within a step, at its end or in its middle, and use both answers.',
    },
    corrected: {
      name: 'corrected picture',
      text: 'UniPC uses the new estimate to improve the step that led to it, before it goes on.',
    },
    model: {
      name: 'model',
      text: 'The trained network: it decides what can be drawn and which words are known.',
    },
    family: {
      name: 'family',
      text: 'The kind of generator. A diffusion model removes noise in steps; a GAN makes its picture from noise in one go.',
    },
    words: {
      name: 'words',
      text: 'What to draw. The network learned these words together with its training pictures; without any it draws what it likes.',
    },
    weight: {
      name: 'weight',
      text: 'How strongly a word is asked for: 1 as in training, 0 not at all.',
    },
    negative: {
      name: 'negative words',
      text: 'What to stay away from: in guidance they take the place of “no words”. They do nothing while guidance is 1.',
    },
    seed: {
      name: 'seed',
      text: 'The number from which all noise is drawn. The same seed is the same noise, here and in PyTorch: change one thing, keep the seed, and see what that one thing does.',
    },
    steps: {
      name: 'steps',
      text: 'How many steps lead from noise to picture. More are slower and closer to the exact way; good samplers need 10 to 30.',
    },
    sampler: {
      name: 'sampler',
      text: 'The rule by which a step goes on from the estimate. Some draw fresh noise on the way, some remember earlier estimates, some look twice.',
    },
    guidance: {
      name: 'guidance',
      text: 'The network guesses with and without the words, and the difference is multiplied by this. 1 is off, at half the cost; high values follow the words more and vary less.',
    },
    without: {
      name: 'without the words',
      text: 'What the network sees when it is told nothing, or told the negative words.',
    },
    with: {
      name: 'with the words',
      text: 'What the network sees when it is told the words. Guidance goes beyond it, away from the estimate without.',
    },
    morph: {
      name: 'morph',
      text: 'A way between two pictures: their words are mixed, and so are their noises, along an arc that keeps them noise. The slider says how far along it is.',
    },
    levels: {
      name: 'noise levels',
      text: 'How the noise falls from step to step. The chart shows it: where its line is flat, many steps are spent.',
    },
    logSnr: {
      name: 'even in log SNR',
      text: 'Every step lowers the noise level by the same factor.',
    },
    karras: {
      name: 'Karras',
      text: 'Levels even in the 7th root of the noise level: the lower the noise, the shorter the steps (Karras et al. 2022).',
    },
    exponential: {
      name: 'exponential',
      text: 'The same as even in log SNR; diffusers calls it so.',
    },
    betaDistribution: {
      name: 'beta distribution',
      text: 'Many short steps at both ends, long ones between them: quantiles of a beta distribution.',
    },
    flow: {
      name: 'rectified flow',
      text: 'Picture and noise are mixed on a straight line: as much as one grows, the other shrinks.',
    },
    shift: {
      name: 'shift',
      text: 'Above 1 the steps dwell on strong noise, below 1 on weak noise.',
    },
    betas: {
      name: 'training schedule',
      text: 'How a classic diffusion model was noised in training, in 1000 small doses β. Steps then pick some of those 1000.',
    },
    spacing: {
      name: 'spacing',
      text: 'Which of the 1000 training timesteps are used: counted from the clean end (leading), from the noisy one (trailing), or both ends included (linspace).',
    },
    zeroTerminalSnr: {
      name: 'zero terminal SNR',
      text: 'Stretches the training schedule so that it ends in pure noise, without a trace of the picture.',
    },
    eta: {
      name: 'eta',
      text: 'How much fresh noise each step adds: 0 is none and the seed alone decides, 1 is as much as DDPM.',
    },
    churn: {
      name: 'churn',
      text: 'Noise put back in before each step and removed with it (Karras et al. 2022, Alg. 2): it mends mistakes at many steps. diffusers’ Euler estimates before it, and so leaves it in for that step.',
    },
    variance: {
      name: 'variance',
      text: 'How much noise DDPM draws at each step: the least (small) or the most (large) that theory allows.',
    },
    order: {
      name: 'order',
      text: 'How far the sampler looks back. Order 2 follows a bending way, order 3 one that bends more and more; steps must be short enough for it.',
    },
    solver: {
      name: 'solver',
      text: 'Where a second-order step takes its slope from: from its middle (midpoint) or as the mean of both ends (Heun).',
    },
    bFunction: {
      name: 'B(h)',
      text: 'A factor in UniPC’s correction: h suits few steps without guidance, exp(h) − 1 most other cases.',
    },
    rescale: {
      name: 'guidance rescale',
      text: 'Strong guidance makes pictures too contrasty; this brings the contrast back to that of the guess with the words.',
    },
    interval: {
      name: 'guidance interval',
      text: 'The noise levels where guidance is on. Outside of it a step costs one evaluation instead of two, and often nothing is lost.',
    },
    temperature: {
      name: 'noise temperature',
      text: 'How much of the noise that a sampler draws on the way is used: 1 all of it, 0 none.',
    },
    clipping: {
      name: 'keep in range',
      text: 'Keeps estimates within what a picture can show: cut off at its ends, or scaled down where much would be cut off (dynamic).',
    },
    truncation: {
      name: 'truncation',
      text: 'Of a GAN: shrinks the noise. Smaller is more typical and less varied.',
    },
    forward: {
      name: 'forward',
      text: 'A clean picture is noised, more from column to column, to the left. No network is needed; in training it learned from such pairs.',
    },
    reverse: {
      name: 'reverse',
      text: 'Noise becomes a picture, step by step, to the right: what a diffusion model is for.',
    },
    difference: {
      name: 'difference picture',
      text: 'Gray is no difference. Where it says ×, the difference is shown that many times larger.',
    },
    rawScale: {
      name: 'raw scale',
      text: 'Shows xₜ as it is: where it grows with the noise, it saturates. Otherwise it is divided by the size it is expected to have.',
    },
    recorded: {
      name: 'recorded and live',
      text: 'Recorded: made by this network with this seed earlier, shown while it loads. Live: computed on your device just now.',
    },
    likelihood: {
      name: 'likelihood',
      text: 'How many bits the model would need to describe a picture: few for what it finds likely, many for what it does not expect.',
    },
    copy: {
      name: 'Is it a copy?',
      text: 'Compares the finished picture with all training pictures, and shows the nearest, and how near such pictures usually are.',
    },
    inversion: {
      name: 'DDIM inversion',
      text: 'Runs the steps backwards: from a picture to the noise from which this sampler would draw it.',
    },
  } satisfies Record<TermId, Words>,
};

export type Texts = typeof texts;
