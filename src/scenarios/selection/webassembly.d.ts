// The little of the WebAssembly API that is used here: the DOM library, which declares it, is not loaded.
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { initial: number; maximum: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  const Module: new (bytes: Uint8Array) => object;
  class Instance {
    constructor(module: object, imports: { env: { memory: Memory } });
    readonly exports: Record<string, unknown>;
  }
}
