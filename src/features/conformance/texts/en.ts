/** The texts of the conformance page. */
export const texts = {
  title: 'Conformance',
  intro: (diffusers: string, torch: string) =>
    `Every sampler, replayed in this browser against what diffusers ${diffusers} with PyTorch ${torch} wrote down: each step from the same picture, network output and noise, and whole runs from their seed.`,
  running: (done: string, total: string) => `Replaying ${done} of ${total} …`,
  allPassed: (total: string) => `All ${total} configurations agree.`,
  someFailed: (failed: string, total: string) => `${failed} of ${total} configurations do not agree.`,
  unavailable: (reason: string) => `The recorded numbers did not arrive: ${reason}.`,
  configurations: 'configurations',
  stepError: 'largest error of a step',
  runError: 'of a whole run',
  verdict: 'verdict',
  passed: 'agrees',
  failedIn: (names: string) => `differs: ${names}`,
  models: 'The models, against Python',
  modelsIntro: (version: string) =>
    `Whole runs on WebAssembly, against what ONNX Runtime ${version} drew in Python with the same file and the same seed: how far any value of the finished picture differs.`,
  replaying: 'Loading the model and making its runs again …',
  noGoldenRuns: 'Nothing was written down for this model.',
  inversion: 'DDIM inversion',
  runColumn: 'run',
  pictureError: 'largest error',
  run: (sampler: string, steps: string, guidance: string, seed: string) =>
    `${sampler}, ${steps} steps, guidance ${guidance}, seed ${seed}`,
  ganRun: (truncation: string, seed: string) => `one evaluation, truncation ${truncation}, seed ${seed}`,
  differs: 'differs',
  backends: 'WebAssembly against WebGPU',
  backendsIntro: 'The same run on both: how far any value of any frame differs. It takes a while without a real GPU.',
  compare: 'Compare',
  largest: (difference: string) => `largest difference ${difference}`,
  eachStep: (model: string) => `${model}: largest difference of each step`,
  copy: 'Copy the report',
  sampler: 'sampler',
};

export type Texts = typeof texts;
