import { refusal } from '../../../contract/refusal.ts';
import type { Generator } from './index.ts';

/** It makes no pictures of its own: the task `enlarge` asks it. @throws Failure recipe-invalid */
// eslint-disable-next-line require-yield
export const enlarger: Generator<'enlarger'> = async function* ({ manifest }) {
  throw refusal('model', manifest.id, 'diffusion, gan');
};
