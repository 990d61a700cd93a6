import { describe, expect, it } from 'vitest';
import { read } from '../../../src/label/lexical/reading.ts';
import { nameStems, splitDescription, stem } from '../../../src/label/lexical/words.ts';

describe('stem', () => {
  it.each([
    ['sends', 'sending', 'send'],
    ['deletes', 'deleted', 'deleting', 'delete'],
    ['creates', 'created', 'creating', 'create'],
    ['messages', 'message'],
    ['queries', 'query'],
    ['searches', 'searched', 'searching', 'search'],
    ['stopped', 'stops', 'stop'],
    ['moved', 'moves', 'moving', 'move'],
    ['files', 'file'],
  ])('joins the forms of %s', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  it('keeps different words apart', () => {
    const words = [
      'note',
      'not',
      'news',
      'new',
      'status',
      'state',
      'address',
      'add',
      'process',
      'access',
      'need',
    ];
    expect(new Set(words.map(stem)).size).toBe(words.length);
  });
});

describe('nameStems', () => {
  it.each([
    ['getHTTPPage', ['get', 'http', 'page']],
    ['mcp__mail__send-all', ['mcp', 'mail', 'send', 'all']],
    ['search.v2', ['search', 'v']],
    ['', []],
  ])('splits %s', (name, stems) => {
    expect(nameStems(name)).toEqual(stems);
  });
});

describe('splitDescription', () => {
  it('takes the first statement', () => {
    expect(splitDescription('Sends a letter to a person. Use it with care.')[0]).toBe(
      'Sends a letter to a person',
    );
  });

  it('skips headings and numbering', () => {
    const [first] = splitDescription(
      'Warning: it changes data.\n Purpose:\n  1. Creates a record of a type. Returns its id.',
    );
    expect(first.trim()).toBe('Creates a record of a type');
  });
});

describe('read', () => {
  it.each([
    ['get_thread_replies', undefined, 'read'],
    ['vm_delete', undefined, 'delete'],
    ['inbox', 'Use this when you need to search the mailbox', 'search'],
    ['list_messages', 'Lists messages', 'read'],
  ])('finds the verb of %s', (name, description, verb) => {
    expect(read({ name, ...(description && { description }) }).verb).toBe(verb);
  });

  it('finds what a name ends in', () => {
    const { head, headed } = read({ name: 'list_merge_request_emoji_reactions' });
    expect(head).toBe('reaction');
    expect(headed).toContain('reaction');
  });
});
