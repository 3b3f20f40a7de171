/** Every sampler's permanent id, in the order a page lists them. Named as in diffusers. */
export const samplerIds = ['ddpm', 'ddim', 'euler', 'euler_ancestral', 'heun', 'dpmpp_2m'] as const;
export type SamplerId = (typeof samplerIds)[number];
