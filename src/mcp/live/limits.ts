/** Bounds of one live connection. Times in milliseconds, sizes in bytes. */
export interface LiveLimits {
  /** Start to end, listing included. */
  readonly deadline: number;
  /** Everything the server may write. */
  readonly output: number;
  /** One message. */
  readonly message: number;
  readonly pages: number;
  readonly items: number;
}

/** Generous for honest servers: the largest listing seen has 190 tools and 400 KB. */
export const defaultLimits: LiveLimits = {
  deadline: 30_000,
  output: 64_000_000,
  message: 16_000_000,
  pages: 200,
  items: 5000,
};
