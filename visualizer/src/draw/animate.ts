/** Calls `step` with a share from 0 to 1, slow at both ends, over some milliseconds. Gives back how to stop. */
export function animate(duration: number, step: (share: number) => void, done?: () => void): () => void {
  const start = performance.now();
  let frame = requestAnimationFrame(function run(now) {
    const share = Math.min(1, Math.max(0, (now - start) / duration));
    step(share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);
    if (share < 1) frame = requestAnimationFrame(run);
    else done?.();
  });
  return () => cancelAnimationFrame(frame);
}
