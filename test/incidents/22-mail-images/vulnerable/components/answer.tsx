import Markdown from 'react-markdown';

export function Answer({ text }: { text: string }) {
  return <Markdown>{text}</Markdown>;
}
