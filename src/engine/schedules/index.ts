/** How the noise of the 1000 training steps grows. Named as in diffusers. */
export const betaScheduleIds = ['linear', 'scaled_linear', 'squaredcos_cap_v2', 'sigmoid'] as const;
export type BetaScheduleId = (typeof betaScheduleIds)[number];

/** How the noise levels of a run are chosen: from the training schedule ("betas"), or as a curve from sigmaMax to sigmaMin. */
export const sigmaScheduleIds = ['log_snr', 'karras', 'exponential', 'betas'] as const;
export type SigmaScheduleId = (typeof sigmaScheduleIds)[number];

/** All the curves that the engine knows, those that a page does not offer yet included. */
export const sigmaCurveIds = ['log_snr', 'karras', 'exponential', 'beta', 'flow'] as const;
export type SigmaCurveId = (typeof sigmaCurveIds)[number];

/** How a run's timesteps are spread over those of training. */
export const spacingIds = ['leading', 'linspace', 'trailing'] as const;
export type SpacingId = (typeof spacingIds)[number];
