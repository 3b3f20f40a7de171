// What is run in Python and here: every sampler with each way of choosing its levels that it takes, short; and what is
// special of some. In the form of a link; what is left out takes the model's default.

const betas = 'sigmas=betas&spacing=leading&steps=12';
const karras = 'sigmas=karras&steps=12';

/** Every sampler twice: with levels from betas, and on a curve. Distilled samplers know no curves. */
const each = [
  ...['ddpm', 'ddim', 'pndm', 'ipndm', 'euler', 'euler_ancestral', 'heun', 'edm', 'dpm2', 'dpm2_ancestral', 'lms'],
  ...['dpmpp_2m', 'dpmpp_2m_sde', 'dpmpp_3m', 'dpmpp_2s', 'deis', 'unipc', 'flow_euler', 'flow_heun'],
].flatMap((sampler) => [`sampler=${sampler}&${betas}`, `sampler=${sampler}&${karras}`]);

const special = [
  'sampler=lcm&sigmas=betas&steps=4',
  'sampler=tcd&sigmas=betas&steps=4',
  'sampler=tcd&sigmas=betas&steps=4&eta=0.3',
  // The first that a visitor sees, and others of even log SNR.
  '',
  'sampler=dpmpp_2m&sigmas=log_snr&steps=20',
  'sampler=heun&sigmas=exponential&steps=10&guidance=3',
  'sampler=euler_ancestral&sigmas=log_snr&steps=20',
  'sampler=lms&sigmas=log_snr&steps=20&guidance=1',
  'sampler=ddpm&sigmas=log_snr&steps=20&seed=7',
  // Conditions: none, several, and what to stay away from.
  'sampler=ddim&sigmas=betas&condition=&guidance=1',
  'sampler=ddim&sigmas=betas&condition=3:0.7,8:0.7&not=1:1&guidance=2.5&seed=4294967295',
  'sampler=ddim&sigmas=betas&eta=0.5&spacing=trailing&betas=scaled_linear',
  'sampler=ddim&sigmas=karras&eta=1&steps=15',
  // Spacings and training schedules.
  'sampler=ddim&sigmas=betas&spacing=linspace&steps=13',
  'sampler=ddpm&sigmas=betas&spacing=trailing&betas=sigmoid&steps=16',
  'sampler=euler&sigmas=betas&spacing=linspace&betas=sigmoid&steps=11',
  'sampler=euler&sigmas=betas&spacing=trailing&betas=scaled_linear&steps=16',
  'sampler=heun&sigmas=betas&spacing=linspace&betas=scaled_linear&steps=9',
  'sampler=edm&sigmas=betas&spacing=trailing&betas=scaled_linear&steps=9',
  'sampler=flow_euler&sigmas=betas&spacing=linspace&betas=scaled_linear&steps=9',
  'sampler=dpmpp_2m&sigmas=betas&spacing=trailing&betas=sigmoid&steps=16',
  'sampler=unipc&sigmas=betas&spacing=linspace&betas=squaredcos_cap_v2&steps=7&spacing=leading',
  'sampler=deis&sigmas=betas&spacing=linspace&steps=20',
  // What else a recipe may say.
  'sampler=ddim&sigmas=betas&guidance=4&guidanceRescale=0.7&steps=12',
  'sampler=dpmpp_2m&sigmas=karras&guidance=3&clipping=clip&steps=12',
  'sampler=euler&sigmas=betas&guidance=6&clipping=dynamic&steps=12',
  'sampler=ddpm&sigmas=betas&spacing=trailing&variance=fixed_large&steps=12',
  'sampler=ddpm&sigmas=karras&variance=fixed_large&steps=12',
  'sampler=ddpm&sigmas=betas&spacing=trailing&variance=fixed_large&noiseTemperature=0.8&steps=12',
  'sampler=ddpm&sigmas=betas&spacing=linspace&noiseTemperature=0.8&steps=13',
  'sampler=ddim&sigmas=betas&spacing=trailing&eta=0.6&noiseTemperature=1.2&steps=12',
  'sampler=ddim&sigmas=log_snr&eta=0.6&noiseTemperature=1.2&steps=12',
  'sampler=euler_ancestral&sigmas=betas&noiseTemperature=0.8&steps=12',
  'sampler=dpmpp_2m_sde&sigmas=karras&noiseTemperature=0.8&solverType=heun&steps=12',
  'sampler=edm&sigmas=karras&noiseTemperature=0.8&sChurn=10&steps=12',
  'sampler=edm&sigmas=karras&sChurn=0&steps=12',
  'sampler=euler&sigmas=karras&sChurn=20&steps=12',
  'sampler=euler&sigmas=betas&sChurn=2&noiseTemperature=0.7&steps=12',
  'sampler=dpmpp_2m&sigmas=betas&solverType=heun&steps=12',
  'sampler=dpmpp_2s&sigmas=karras&solverType=heun&steps=13',
  'sampler=deis&sigmas=karras&solverOrder=3&steps=12',
  'sampler=deis&sigmas=betas&solverOrder=3&spacing=trailing&steps=16',
  // Where diffusers' float32 would show, DEIS is spelled out.
  'sampler=deis&sigmas=karras&solverOrder=3&steps=256&guidance=1',
  'sampler=deis&sigmas=beta&solverOrder=3&steps=12',
  'sampler=deis&sigmas=betas&solverOrder=3&steps=61&spacing=trailing&guidance=1',
  'sampler=deis&sigmas=betas&solverOrder=2&steps=1000&spacing=linspace&guidance=1',
  'sampler=unipc&sigmas=karras&solverOrder=3&steps=12',
  'sampler=unipc&sigmas=betas&solverOrder=3&bFunction=bh1&steps=12',
  ...['ddim', 'ddpm', 'pndm', 'ipndm', 'euler', 'heun', 'edm', 'dpm2', 'lms', 'dpmpp_2m', 'deis', 'unipc'].map(
    (sampler) => `sampler=${sampler}&sigmas=betas&zeroTerminalSnr=true&betas=scaled_linear&steps=12`,
  ),
  // Between two prompts, two noises, and both.
  'sampler=ddim&sigmas=log_snr&toCondition=8:1&mix=0.5&steps=12',
  'sampler=dpmpp_2m&sigmas=karras&toSeed=7&mix=0.3&steps=12',
  'sampler=euler&sigmas=betas&toSeed=7&mix=0.75&steps=12',
  'sampler=ddpm&sigmas=betas&spacing=trailing&toSeed=4294967295&toCondition=8:0.7,1:0.4&mix=0.6&steps=12',
  'sampler=euler_ancestral&sigmas=karras&toSeed=7&mix=1&steps=12',
  // Numbers of steps that are special: one, many, and those where diffusers makes a timestep too many.
  ...['ddim', 'euler', 'heun', 'dpm2', 'dpmpp_2m', 'pndm', 'deis', 'unipc', 'lms', 'flow_heun'].map(
    (sampler) => `sampler=${sampler}&sigmas=karras&steps=1`,
  ),
  ...['ddim', 'ddpm', 'euler', 'euler_ancestral', 'heun', 'lms', 'dpmpp_2m', 'deis', 'unipc', 'ipndm', 'edm'].map(
    (sampler) => `sampler=${sampler}&sigmas=betas&spacing=trailing&steps=61&guidance=1`,
  ),
  'sampler=dpmpp_2m&sigmas=karras&steps=200&guidance=1',
  'sampler=dpmpp_2m&sigmas=betas&spacing=linspace&steps=1000&guidance=1',
];

/** Every sampler on the two curves of its own kind, and what a recipe says of guidance and warmth. */
const later = [
  ...['ddpm', 'ddim', 'pndm', 'ipndm', 'euler', 'euler_ancestral', 'heun', 'edm', 'dpm2', 'dpm2_ancestral', 'lms'],
  ...['dpmpp_2m', 'dpmpp_2m_sde', 'dpmpp_3m', 'dpmpp_2s', 'deis', 'unipc', 'flow_euler', 'flow_heun'],
].flatMap((sampler) => [
  // Nine steps of this curve magnify the rounding of DPM2 ancestral to 3e-3, above what is allowed: it takes another curve.
  `sampler=${sampler}&sigmas=${sampler === 'dpm2_ancestral' ? 'karras' : 'beta'}&steps=9&guidance=2&guidanceHigh=5`,
  `sampler=${sampler}&sigmas=flow&flowShift=3&steps=9&guidance=2&guidanceLow=0.5&guidanceHigh=20`,
]);
const options = [
  'sampler=ddim&sigmas=flow&steps=20&guidance=4&guidanceLow=0.3',
  'sampler=ddim&sigmas=log_snr&steps=20&guidance=4&guidanceLow=0.3&guidanceHigh=40&guidanceRescale=0.7',
  'sampler=euler&sigmas=beta&steps=1',
  'sampler=dpm2_ancestral&sigmas=karras&noiseTemperature=0.8&steps=12',
  'sampler=dpm2_ancestral&sigmas=betas&noiseTemperature=0.8&steps=12',
  'sampler=dpm2&sigmas=betas&spacing=trailing&steps=61&guidance=1',
  'sampler=dpm2_ancestral&sigmas=betas&spacing=trailing&steps=61&guidance=1',
  'sampler=lcm&sigmas=betas&noiseTemperature=0.8&steps=4',
  'sampler=tcd&sigmas=betas&noiseTemperature=0.8&eta=0.4&steps=4',
];

export const queries = [...each, ...special, ...later, ...options];
