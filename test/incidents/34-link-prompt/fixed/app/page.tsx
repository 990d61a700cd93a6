'use client';

import { useChat } from '@ai-sdk/react';
import { DirectChatTransport } from 'ai';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { agent } from '../lib/agent';

export default function Page() {
  const [draft, setDraft] = useState(useSearchParams().get('q') ?? '');
  const { messages, sendMessage } = useChat({ transport: new DirectChatTransport({ agent }) });
  return (
    <form onSubmit={() => sendMessage({ text: draft })}>
      <pre>{JSON.stringify(messages)}</pre>
      <input onChange={event => setDraft(event.target.value)} value={draft} />
    </form>
  );
}
