/** Milliseconds of work between two moments in which the page can answer. */
const slice = 40;

/** Does long work step by step, with room in between for what the person does. Gives back how to stop. */
export function inSlices<P, T>(
  steps: Generator<P, T>,
  onProgress: (progress: P) => void,
  onDone: (answer: T) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    for (const end = performance.now() + slice; ; ) {
      const step = steps.next();
      if (step.done) {
        onDone(step.value);
        return;
      }
      if (performance.now() < end) continue;
      onProgress(step.value);
      timer = setTimeout(run);
      return;
    }
  };
  run();
  return () => clearTimeout(timer);
}
