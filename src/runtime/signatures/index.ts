import type { FamilyId } from '../../contract/families.ts';
import { diffusion } from './diffusion.ts';
import type { Signature } from './signature.ts';

/** A line a family. */
export const signatures: { readonly [F in FamilyId]: Signature<F> } = { diffusion };
