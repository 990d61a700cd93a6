import { easeCubicInOut } from 'd3-ease';

/** Calls `step` with a share from 0 to 1, slow at both ends, over some milliseconds. Gives back how to stop. */
export function animate(duration: number, step: (share: number) => void, done?: () => void): () => void {
  const start = performance.now();
  let frame = requestAnimationFrame(function run(now) {
    const share = Math.min(1, Math.max(0, (now - start) / duration));
    step(easeCubicInOut(share));
    if (share < 1) frame = requestAnimationFrame(run);
    else done?.();
  });
  return () => cancelAnimationFrame(frame);
}
