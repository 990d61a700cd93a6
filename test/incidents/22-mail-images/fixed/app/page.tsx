'use client';

import { useChat } from '@ai-sdk/react';
import { Answer } from '../components/answer';

export default function Page() {
  const { messages } = useChat();
  return (
    <main>
      {messages.map(message => (
        <Answer key={message.id} text={message.parts.map(part => (part.type === 'text' ? part.text : '')).join('')} />
      ))}
    </main>
  );
}
