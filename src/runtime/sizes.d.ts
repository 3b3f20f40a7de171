/** The size of a file in bytes, decoded, from src/build/faster-product/plugin.ts. */
declare module '*.wasm?bytes' {
  const bytes: number;
  export default bytes;
}
