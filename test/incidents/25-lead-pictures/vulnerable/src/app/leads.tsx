'use client';

import { useChat } from '@ai-sdk/react';
import { Streamdown } from 'streamdown';

const pictures = ['https://*.vercel.app/', 'https://assets.corp.example/'];

export default function Leads() {
  const { messages, sendMessage } = useChat();
  return (
    <section>
      {messages.map(message => (
        <Streamdown allowedImagePrefixes={pictures} key={message.id}>
          {message.parts.map(part => (part.type === 'text' ? part.text : '')).join('')}
        </Streamdown>
      ))}
      <button onClick={() => sendMessage({ text: 'Summarise the leads of today' })}>Summarise</button>
    </section>
  );
}
