/** What a widget shows beside its picture. */
export const allParts = ['timeline', 'transport', 'status', 'link', 'denoise'] as const;
export type WidgetPart = (typeof allParts)[number];
