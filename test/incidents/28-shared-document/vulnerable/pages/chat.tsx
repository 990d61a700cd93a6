import { useChat } from '@ai-sdk/react';
import ReactMarkdown from 'react-markdown';

export default function Chat() {
  const { messages } = useChat({ id: 'drive' });
  return messages.map(message => <ReactMarkdown key={message.id}>{String(message.parts[0])}</ReactMarkdown>);
}
