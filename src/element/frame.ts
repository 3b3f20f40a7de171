/** The frame's own few styles; those of the widget come with it. */
export const frame = `
  :host { display: block; position: relative; min-width: 200px; height: 380px; contain: content; }
  :host([hidden]) { display: none; }
  .stage { position: relative; height: 100%; }
  .poster { display: grid; place-items: center; height: 100%; width: 100%; padding: 0; border: 0; background: none;
    font: 600 14px/1.4 system-ui, sans-serif; color: inherit; cursor: pointer; }
  .poster img, .poster ::slotted(*), .poster span { grid-area: 1 / 1; }
  .poster img, .poster ::slotted(img) { width: 100%; height: 100%; object-fit: contain; image-rendering: pixelated; }
  .poster span { padding: 8px 16px; border-radius: 999px; background: #5b45d0; color: #fff; }
  .poster:disabled { cursor: default; }
  .poster:disabled span, [hidden] { display: none !important; }
  .widget { position: absolute; inset: 0; }
`;
