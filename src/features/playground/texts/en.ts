import { conformance } from '../../conformance/texts/en.ts';
import { inversion } from '../../inversion/texts/en.ts';
import type { FailureCode, FailureDetail } from '../../../contract/failure.ts';
import type { FallbackReason, LoadPhase } from '../../../contract/tasks.ts';
import { likelihood } from '../../likelihood/texts/en.ts';
import { credits, models } from '../../../pages/texts/en-models.ts';
import { morph, prompt } from '../../prompt/texts/en.ts';
import { takeAway } from '../../take-away/texts/en.ts';

const bytes = new Intl.NumberFormat('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const megabytes = (count: number) => `${bytes.format(count / 1e6)} MB`;

/** Every text a visitor sees. Other languages have the same shape (`satisfies Messages`). */
export const en = {
  title: 'Diffusion Playground',
  tagline: 'Noise becomes a picture, live in your browser',

  header: {
    share: 'Share',
    help: 'Help',
    theme: 'Theme',
    themes: { light: 'Light', dark: 'Dark' },
    language: 'Language',
  },

  models,

  prompt,
  morph,

  stage: {
    label: 'The picture',
    now: 'the picture now',
    heading: 'where it is heading',
    estimate: 'the network’s estimate',
    step: (index: string, count: string) => `step ${index} of ${count}`,
    forwardNow: 'the picture, noised',
    forwardOrigin: 'the picture it was',
    forwardEstimate: 'before any noise',
  },

  parts: {
    title: 'Parts of the step',
    noise: 'predicted noise',
    trueNoise: 'the added noise',
    change: 'change of the estimate',
    gainHint: 'Gray is no change. Where it says ×, the change is shown that many times larger.',
    digit: {
      difference: 'what the digit changes',
      without: 'without the digit',
      with: 'with the digit',
      guidancePaused:
        'At this noise level guidance is off: it lies outside of its interval. One evaluation, with the digit.',
      guidanceOff: 'Guidance is off: one evaluation a step. Raise it to see what the digit changes.',
    },
    words: {
      difference: 'what the words change',
      without: 'without the words',
      with: 'with the words',
      guidancePaused:
        'At this noise level guidance is off: it lies outside of its interval. One evaluation, with the words.',
      guidanceOff: 'Guidance is off: one evaluation a step. Raise it to see what the words change.',
    },
    recorded: 'A recording holds the estimate only; these appear when the run is live.',
    forward: 'Forward there is no network: noise is added to a picture, and nothing is guessed.',
  },

  recipe: {
    title: 'Recipe',
    model: 'model',
    steps: 'steps',
    guidance: 'guidance',
    guidanceHint: '1 is off: one evaluation a step instead of two',
    sampler: 'sampler',
    sigmas: 'noise levels',
    betas: 'training schedule',
    spacing: 'spacing',
    eta: 'eta',
    etaHint: 'How much fresh noise each step adds: 0 none, 1 as much as DDPM',
    churn: 'churn',
    churnHint: 'Noise put back in before each step and taken away again: it corrects earlier mistakes',
    variance: 'variance',
    order: 'order',
    solver: 'solver',
    bFunction: 'B(h)',
    finer: 'More',
    rescale: 'guidance rescale',
    rescaleHint: 'Brings back the contrast that strong guidance takes away',
    guidanceInterval: 'guided at noise levels',
    guidanceLow: 'from',
    guidanceHigh: 'to',
    guidanceIntervalHint: 'The noise levels where guidance is on; elsewhere a step costs one evaluation instead of two',
    zeroTerminalSnr: 'zero terminal SNR',
    zeroTerminalSnrNames: { off: 'no', on: 'yes' },
    flowShift: 'shift',
    flowShiftHint: 'Above 1 it dwells on strong noise, below on weak noise',
    temperature: 'noise temperature',
    temperatureHint: 'How much of the noise that the sampler draws on the way is used',
    clipping: 'keep in range',
    clippingNames: { none: 'no', clip: 'cut off', dynamic: 'dynamic' },
    varianceNames: { fixed_small: 'small', fixed_large: 'large' },
    solverNames: { midpoint: 'midpoint', heun: 'Heun' },
    bFunctionNames: { bh1: 'h', bh2: 'exp(h) − 1' },
    sigmasNames: {
      log_snr: 'even in log SNR',
      karras: 'Karras',
      exponential: 'exponential',
      beta: 'beta distribution',
      flow: 'rectified flow',
      betas: 'from the training schedule',
    },
    betasNames: {
      linear: 'linear',
      scaled_linear: 'scaled linear',
      squaredcos_cap_v2: 'cosine',
      sigmoid: 'sigmoid',
    },
    spacingNames: { leading: 'leading', linspace: 'linspace', trailing: 'trailing' },
  },

  chart: {
    title: 'Noise level by step',
    label: (count: string, high: string, low: string) =>
      `Noise level sigma over alpha of ${count} steps, from ${high} down to ${low}`,
    step: (index: string) => `step ${index}`,
  },

  numbers: {
    title: 'This step in numbers',
    noiseLevel: 'noise level',
    signalToNoise: 'signal to noise',
    next: 'next noise level',
    timestep: 'timestep',
    evaluations: 'network evaluations',
    evaluationsOf: (done: string, all: string) => `${done} of ${all}`,
    time: 'time of this step',
    milliseconds: (value: string) => `${value} ms`,
    none: '–',
  },

  formula: {
    title: 'What happens here',
    falls: (percent: string) => `The noise level falls by ${percent}.`,
    last: 'This is the finished picture: no noise is left to remove.',
    noise: 'n is fresh noise, drawn from the seed.',
    forward: 'One fixed noise n, the same in every column: only how much of it is added differs.',
    previous: 'Primes mark estimates of earlier steps, remembered to look ahead.',
    second: 'The double prime is a second look at the end of the step.',
  },

  transport: {
    label: 'Playback',
    play: 'Play',
    pause: 'Pause',
    first: 'First step',
    previous: 'Step back',
    next: 'Step forward',
    last: 'Last step',
    loop: 'Loop',
    speed: 'Speed',
    position: 'Step',
  },

  lanes: {
    forward: 'forward',
    reverse: 'reverse',
    forwardHint: 'A picture becomes noise',
    reverseHint: 'Noise becomes a picture',
    forwardPicture: 'Forward picture',
    pictures: { training: 'a training picture', result: 'this run’s result', own: 'your own' },
    choose: 'Choose …',
    ownHint: 'Or drop or paste one. It stays on your device.',
    invert: 'Invert',
    invertHint: 'Swaps bright and dark',
    drop: 'Drop a picture to noise it',
    raw: 'raw scale',
    rawHint:
      'Shows x_t as it is: where the sampler lets it grow with the noise, it saturates. Otherwise it is divided by the size it is expected to have.',
  },

  status: {
    live: 'live',
    recorded: 'recorded',
    recordedHint: 'Made by this network with this seed earlier, shown while it loads',
    loading: 'loading',
    running: 'Running',
    wasm: (threads: number) => (threads > 1 ? `WebAssembly, ${threads} threads` : 'WebAssembly'),
    webgpu: 'WebGPU',
    perStep: (ms: string) => `${ms} ms a step`,
    evaluations: (count: string) => `${count} evaluations`,
    progress: (loaded: number, total: number | null) =>
      total === null ? megabytes(loaded) : `${megabytes(loaded)} of ${megabytes(total)}`,
    phases: {
      runtime: 'Loading the runtime',
      weights: 'Loading the network',
      compile: 'Preparing the network',
      'warm-up': 'Warming up',
    } satisfies Record<LoadPhase, string>,
    fallback: (reason: string) => `instead of WebGPU: ${reason}`,
    reasons: {
      'no-adapter': 'this browser offers no GPU',
      'software-adapter': 'its GPU is emulated in software and would be slower',
      ios: 'WebGPU is not yet reliable on iOS',
      'create-failed': 'the GPU could not run the network',
      'self-check-failed': 'the GPU computed wrong numbers',
      'device-lost': 'the GPU was lost',
    } satisfies Record<FallbackReason, string>,
  },

  /** What a screen reader hears of a step. */
  spoken: {
    reverse: (index: string, count: string, level: string) => `Step ${index} of ${count}, noise level ${level}`,
    forward: (index: string, count: string, level: string) =>
      `Forward, column ${index} of ${count}, noise level ${level}`,
  },

  sheet: { title: 'The run as a contact sheet' },

  takeAway,

  likelihood,
  /** The rest comes with its dialog: en-nearest.ts. */
  nearest: { title: 'Is it a copy?' },
  conformance,

  inversion,

  notices: {
    label: 'Messages',
    dismiss: 'Dismiss',
    retry: 'Try again',
  },

  failures: {
    cancelled: () => 'Stopped.',
    'recipe-invalid': ({ field, value, accepted }) =>
      `The link asks for ${field} “${value}”, which does not exist here. Accepted: ${accepted}. The default is used instead.`,
    'manifest-invalid': ({ field, value, accepted }) =>
      `The model’s description is damaged: ${field} is ${value}; accepted: ${accepted}.`,
    'download-failed': ({ status }) =>
      `The network could not be downloaded${status === undefined ? '' : ` (the server answered ${status})`}. Check the connection and try again: what has arrived is kept.`,
    'hash-mismatch': () =>
      'The downloaded network is not the one this page was made with: its checksum differs. It was not used. Try again; if it stays, the server holds a damaged file.',
    'model-mismatch': ({ field, value, accepted }) =>
      `The model’s file does not fit its description: ${field} is ${value}; accepted: ${accepted}.`,
    'level-out-of-range': ({ sigma, accepted }) =>
      `This network was not trained at noise level ${sigma}. Accepted: ${accepted}. Choose other noise levels.`,
    'self-check-failed': ({ backend }) =>
      `The network computed wrong numbers on ${backend} and was not used. Another browser or ?backend=wasm may help.`,
    'backend-failed': ({ backend, reason }) => `The network could not be started on ${backend}: ${reason}`,
    'picture-invalid': ({ name, formats, megabytes }) =>
      `“${name}” could not be read as a picture. Accepted: ${formats}, up to ${megabytes} MB.`,
    'worker-lost': () => 'The computation stopped unexpectedly. Try again: it starts afresh.',
    'model-absent': () => 'The network was dropped from memory. Try again: it is loaded anew.',
    'index-missing': ({ status }) =>
      `The index of training pictures did not arrive${status === undefined ? '' : ` (the server answered ${status})`}.`,
    'canvas-unreadable': () =>
      'This browser hands out other pixels than were drawn: nothing can be compared with them.',
    unexpected: ({ reason }) => `Something went wrong: ${reason}`,
  } satisfies Record<FailureCode, (detail: FailureDetail) => string>,

  help: {
    title: 'How to use the playground',
    close: 'Close',
    intro:
      'The network has learned to look at a noisy picture and to guess the clean one. A sampler starts from pure noise, asks for that guess again and again, and each time takes away a little of the noise.',
    keys: 'Keys',
    keyList: [
      ['Space', 'play or pause'],
      ['← →', 'one step back or forward'],
      ['Home End', 'first or last step'],
      ['D', 'denoise from the start'],
      ['R', 'new seed'],
      ['Esc', 'stop the run'],
      ['?', 'this help'],
    ] as readonly (readonly [string, string])[],
    honesty:
      'Everything is computed on your own device; nothing is sent anywhere. What is recorded says so; everything else is live.',
  },

  credits,

  embed: {
    open: 'Open in the playground',
  },
};

/** The shape every language has. */
export type Messages = typeof en;
