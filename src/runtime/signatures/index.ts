import type { FamilyId } from '../../contract/options.ts';
import { diffusion } from './diffusion.ts';
import { enlarger } from './enlarger.ts';
import { gan } from './gan.ts';
import type { Signature } from './signature.ts';

/** A line a family. */
export const signatures: { readonly [F in FamilyId]: Signature<F> } = { diffusion, enlarger, gan };
