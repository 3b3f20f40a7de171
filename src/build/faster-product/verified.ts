/**
 * The files of onnxruntime-web 1.30.0 that the fast path was tried on, by their SHA-256. Another file is used as it is
 * shipped, and a test says so. To take in a new version: put its hashes here and run `npm test`; the tests compare
 * shipped and faster file on odd shapes and on every model, to the last bit.
 */
export const verifiedFiles: Readonly<Record<string, string>> = {
  'ort-wasm-simd-threaded.wasm': '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
  'ort-wasm-simd-threaded.jspi.wasm': 'a54c76f86b0f0d9572380cf1c6292a7b3903716ffcbcd6b0e5c7050bf430eb93',
  'ort-wasm-simd-threaded.asyncify.wasm': '39f9f0894d478800487ed9f7dbe92618498db320cf55c8e3d89adff8dce658da',
};
