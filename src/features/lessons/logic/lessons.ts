/** What the lessons are about. */
export const lessonIds = [
  'noiseToPicture',
  'sameNoise',
  'guidance',
  'fewSteps',
  'freshNoise',
  'noiseLevels',
  'negative',
  'morph',
] as const;
export type LessonId = (typeof lessonIds)[number];

/** States of the page prepared for a lesson, each as the query of its link. Every field stands there: defaults may change. */
export const lessons: Readonly<Record<LessonId, string>> = {
  noiseToPicture:
    '?model=portraits&condition=micah:1,purple-hair:1,long-hair:1,yellow-background:1&seed=6&steps=20&sampler=dpmpp_2m&eta=0&sigmas=log_snr&betas=linear&spacing=leading&guidance=2',
  sameNoise:
    '?model=digits&condition=7:1&seed=42&steps=20&sampler=ddim&eta=0&sigmas=log_snr&betas=linear&spacing=leading&guidance=1.5',
  guidance:
    '?model=emoji&condition=noto:1,butterfly:1&seed=6&steps=20&sampler=dpmpp_2m&eta=0&sigmas=log_snr&betas=linear&spacing=leading&guidance=5',
  fewSteps:
    '?model=digits&condition=8:1&seed=3&steps=4&sampler=ddim&eta=0&sigmas=log_snr&betas=linear&spacing=leading&guidance=1.5',
  freshNoise:
    '?model=digits&condition=5:1&seed=11&steps=40&sampler=euler_ancestral&eta=0&sigmas=log_snr&betas=linear&spacing=leading&guidance=1.5',
  noiseLevels:
    '?model=digits&condition=3:1&seed=42&steps=30&sampler=ddim&eta=0&sigmas=karras&betas=linear&spacing=leading&guidance=1.5',
  negative:
    '?model=portraits&condition=open-peeps:1&not=black-hair:1&seed=4&steps=20&sampler=dpmpp_2m&eta=0&sigmas=log_snr&betas=linear&spacing=leading&guidance=2',
  morph:
    '?model=digits&condition=3:1&seed=42&steps=20&sampler=ddim&eta=0&sigmas=log_snr&betas=linear&spacing=leading&guidance=1.5&toCondition=8:1&toSeed=7&mix=0.5',
};
