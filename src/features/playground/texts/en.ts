import type { FallbackReason, LoadPhase } from '../../../contract/tasks.ts';

/** The texts of the playground itself: stage, parts, numbers, formula, timeline. */
export const texts = {
  denoise: 'Denoise',
  stage: {
    label: 'The picture',
    now: 'the picture now',
    heading: 'where it is heading',
    estimate: 'the network’s estimate',
    finished: 'the finished picture',
    course: 'how it came about',
    courseHint: 'estimates on the way',
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
    start: 'the noise it came from',
    firstEstimate: 'the first estimate',
    atStep: (index: string) => `step ${index}`,
    finished: 'Finished: no noise is left to predict. This is what it came from.',
    noChange: 'Nothing yet: this is the first estimate.',
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
    inversion: 'Let the network find the noise instead (DDIM inversion)',
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
    nextLevel: (level: string, change: string) => (change === '' ? level : `${level} (${change})`),
    noNext: { reverse: 'none: finished', forward: 'none: only noise' },
    noEvaluations: { reverse: 'not recorded', forward: 'none: no network' },
  },
  formula: {
    title: 'What happens here',
    mended: {
      rescaled: 'The mix is then rescaled.',
      clipped: 'The mix is then kept in range.',
    },
    last: 'This is the finished picture: no noise is left to remove.',
    forward: 'One fixed noise n, the same in every column: only how much of it is added differs.',
    lastGuided: (index: string) =>
      `This is the finished picture: no noise is left to remove. Beside it what the words changed at step ${index}, where that was most.`,
    /** Each asks a question, and is the title of the dialog that answers it. */
    likelihood: 'How likely is this picture?',
    nearest: 'Is it a copy?',
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
    space: 'Space',
  },

  lanes: {
    forward: 'forward',
    reverse: 'reverse',
    forwardHint: 'A picture becomes noise',
    reverseHint: 'Noise becomes a picture',
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

  beside: { compare: 'Compare', grid: 'Grid' },

  sheet: { title: 'The run as a contact sheet' },
};

export type Texts = typeof texts;
