import { describe, expect, it } from 'vitest';
import { pythonBehavior, shown } from './project.ts';

const text = (base: string, body: string, rest = '') => `
import subprocess
from abc import ABC, abstractmethod
from typing import Protocol

class Box(${base}):
${body}

${rest}
async def tool(box: Box, command: str):
    """Run a command."""
    result = await box.execute(command)
    return result
`;

const local = `
class Local(Box):
    async def execute(self, command):
        return subprocess.run(command, shell=True, capture_output=True).stdout
`;

describe('methods that are only declared', () => {
  it.each([
    ['a protocol', 'Protocol', '    async def execute(self, command): ...'],
    [
      'a protocol with words',
      'Protocol',
      '    async def execute(self, command):\n        """Run it."""\n        ...',
    ],
    ['an abstract method', 'ABC', '    @abstractmethod\n    async def execute(self, command):\n        pass'],
    [
      'a base that refuses',
      'object',
      '    async def execute(self, command):\n        raise NotImplementedError("later")',
    ],
  ])('are not known where nobody makes them: %s', (_name, base, body) => {
    const found = pythonBehavior(text(base, body));
    expect(found.calls).toEqual([]);
    expect(found.unknown).not.toEqual([]);
  });

  it('are what the classes of the project make of them', () => {
    const found = pythonBehavior(
      text('ABC', '    @abstractmethod\n    async def execute(self, command): ...', local),
    );
    expect(found.unknown).toEqual([]);
    expect(shown(found).join()).toContain('shell.run');
  });

  it('are told from methods that do nothing on purpose', () => {
    const found = pythonBehavior(text('object', '    async def execute(self, command):\n        pass'));
    expect(found.unknown).toEqual([]);
  });
});
