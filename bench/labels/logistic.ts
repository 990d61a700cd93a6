/** One training example: feature indices with values, the answer and how much it counts. */
export interface Example {
  readonly at: Int32Array;
  readonly value: Float64Array;
  readonly yes: boolean;
  readonly weight: number;
}

/** Past steps that L-BFGS keeps. */
const memory = 12;

/**
 * Logistic regression with an L2 penalty, fitted by L-BFGS: minimises |w|²/2 + strength · Σ weight · loss. Index 0 of
 * the result is the intercept, which is not penalised. Deterministic.
 */
export function fitLogistic(examples: readonly Example[], features: number, strength: number): Float64Array {
  const size = features + 1;
  let weights: Float64Array = new Float64Array(size);
  let { value, gradient } = objective(examples, weights, strength);
  const steps: { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[] = [];
  for (let round = 0; round < 200; round++) {
    const direction = descend(gradient, steps);
    const slope = dot(direction, gradient);
    let step = round === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    let next = moved(weights, direction, step);
    let result = objective(examples, next, strength);
    for (let tries = 0; tries < 30 && result.value > value + 1e-4 * step * slope; tries++) {
      step /= 2;
      next = moved(weights, direction, step);
      result = objective(examples, next, strength);
    }
    const s = difference(next, weights);
    const y = difference(result.gradient, gradient);
    const sy = dot(s, y);
    if (sy > 1e-10) steps.push({ s, y, rho: 1 / sy });
    if (steps.length > memory) steps.shift();
    const gain = value - result.value;
    weights = next;
    value = result.value;
    gradient = result.gradient;
    if (gain < 1e-5 * Math.max(1, value)) break;
  }
  return weights;
}

/** Weighted sum of an example, intercept included. */
export function margin(weights: Float64Array, at: Int32Array, value: Float64Array): number {
  let sum = weights[0] ?? 0;
  for (let i = 0; i < at.length; i++) sum += (weights[(at[i] ?? 0) + 1] ?? 0) * (value[i] ?? 0);
  return sum;
}

function objective(examples: readonly Example[], weights: Float64Array, strength: number) {
  const gradient = new Float64Array(weights.length);
  let value = 0;
  for (let i = 1; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    value += (weight * weight) / 2;
    gradient[i] = weight;
  }
  for (const example of examples) {
    const sum = margin(weights, example.at, example.value);
    const signed = example.yes ? sum : -sum;
    const scale = strength * example.weight;
    value += scale * (signed > 0 ? Math.log1p(Math.exp(-signed)) : -signed + Math.log1p(Math.exp(signed)));
    const slope = (example.yes ? -1 : 1) * (scale / (1 + Math.exp(signed)));
    gradient[0] = (gradient[0] ?? 0) + slope;
    for (let i = 0; i < example.at.length; i++) {
      const index = (example.at[i] ?? 0) + 1;
      gradient[index] = (gradient[index] ?? 0) + slope * (example.value[i] ?? 0);
    }
  }
  return { value, gradient };
}

function descend(
  gradient: Float64Array,
  steps: readonly { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[],
): Float64Array {
  const direction = gradient.map(part => -part);
  const alphas: number[] = [];
  for (const { s, y, rho } of [...steps].reverse()) {
    const alpha = rho * dot(s, direction);
    alphas.push(alpha);
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) - alpha * (y[i] ?? 0);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) * scale;
  }
  for (const { s, y, rho } of steps) {
    const beta = rho * dot(y, direction);
    const alpha = alphas.pop() ?? 0;
    for (let i = 0; i < direction.length; i++)
      direction[i] = (direction[i] ?? 0) + (alpha - beta) * (s[i] ?? 0);
  }
  return direction;
}

function moved(from: Float64Array, direction: Float64Array, step: number): Float64Array {
  return from.map((part, i) => part + step * (direction[i] ?? 0));
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((part, i) => part - (b[i] ?? 0));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
