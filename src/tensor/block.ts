/** Where numbers lie in a memory of compiled code. */

/** A part of a memory of compiled code. Growing replaces the buffer and detaches every view of it. */
export interface Block {
  readonly home: Home;
  /** In bytes. */
  readonly address: number;
}

/** A memory, and who gives out its space (`graph/home.ts`). */
export interface Home {
  readonly memory: {
    /** Replaced by a new one when the memory grows. */
    readonly buffer: ArrayBuffer;
    /** Adds pages of 65,536 bytes. */
    grow(pages: number): number;
  };
  /** How many bytes at address 64 belong to threads, which may work in this memory; 0 where none may. */
  readonly threadBytes: number;
  /** Continues in a new memory with the same numbers, those of threads set to zero. @throws MemoryFull */
  renew(): void;
  /** From here on everything is free. */
  readonly bytes: number;
  /**
   * Space at an aligned address, with whatever numbers were there before.
   * @throws MemoryFull
   */
  reserve(bytes: number): Block;
  /** Space that all use who are done with it before they return, at least so large. */
  transient(bytes: number): Block;
}
