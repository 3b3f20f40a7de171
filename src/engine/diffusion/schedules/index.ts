/** How the noise of the 1000 training steps grows. Named as in diffusers. */
export const betaScheduleIds = ['linear', 'scaled_linear', 'squaredcos_cap_v2', 'sigmoid'] as const;
export type BetaScheduleId = (typeof betaScheduleIds)[number];

/** The curves from sigmaMax to sigmaMin. */
export const sigmaCurveIds = ['log_snr', 'karras', 'exponential', 'beta', 'flow'] as const;
export type SigmaCurveId = (typeof sigmaCurveIds)[number];

/** How the noise levels of a run are chosen: as a curve, or from the training schedule ("betas"). */
export const sigmaScheduleIds = [...sigmaCurveIds, 'betas'] as const;
export type SigmaScheduleId = (typeof sigmaScheduleIds)[number];

/** How a run's timesteps are spread over those of training. */
export const spacingIds = ['leading', 'linspace', 'trailing'] as const;
export type SpacingId = (typeof spacingIds)[number];
