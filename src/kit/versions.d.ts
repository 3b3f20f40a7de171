/** Of this page and of ONNX Runtime Web; vite.config.ts fills it in. */
declare const __VERSIONS__: { readonly playground: string; readonly runtime: string };
