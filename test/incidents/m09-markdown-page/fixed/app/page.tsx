'use client';
import { useChat } from '@ai-sdk/react';
import ReactMarkdown from 'react-markdown';

export default function Page() {
  const { messages } = useChat();
  return messages.map(message => message.parts.map((part, at) => (part.type === 'text' ? <ReactMarkdown key={at} disallowedElements={['img', 'a']}>{part.text}</ReactMarkdown> : null)));
}
