import type { NodeKind } from '../../../src/model/vocabulary.ts';

/** Outline of a node as path data, from its corner at 0,0: the shape tells the kind where colour cannot. */
export function outline(kind: NodeKind, w: number, h: number): string {
  switch (kind) {
    case 'agent':
    case 'workflow':
      return rounded(w, h, Math.min(h / 2, 14));
    case 'store': {
      const cap = Math.min(6, h / 5);
      return `M0,${cap}C0,${-cap / 3} ${w},${-cap / 3} ${w},${cap}V${h - cap}C${w},${h + cap / 3} 0,${h + cap / 3} 0,${h - cap}Z`;
    }
    case 'trigger':
      return `M4,0H${w - 12}L${w},${h / 2}L${w - 12},${h}H4Q0,${h} 0,${h - 4}V4Q0,0 4,0Z`;
    case 'instruction':
      return `M4,0H${w - 10}L${w},10V${h - 4}Q${w},${h} ${w - 4},${h}H4Q0,${h} 0,${h - 4}V4Q0,0 4,0Z`;
    case 'mcp-server':
      return `M6,0H${w - 6}L${w},6V${h - 6}L${w - 6},${h}H6L0,${h - 6}V6Z`;
    case 'renderer':
      return `M4,0H${w - 4}Q${w},0 ${w},4V${h}H0V4Q0,0 4,0Z`;
    case 'human':
    case 'model':
      return rounded(w, h, h / 2);
    default:
      return rounded(w, h, 6);
  }
}

function rounded(w: number, h: number, r: number): string {
  return `M${r},0H${w - r}Q${w},0 ${w},${r}V${h - r}Q${w},${h} ${w - r},${h}H${r}Q0,${h} 0,${h - r}V${r}Q0,0 ${r},0Z`;
}
