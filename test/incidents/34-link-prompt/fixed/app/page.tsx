'use client';

import { useChat } from '@ai-sdk/react';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';

export default function Page() {
  const [draft, setDraft] = useState(useSearchParams().get('q') ?? '');
  const { messages, sendMessage } = useChat();
  return (
    <form onSubmit={() => sendMessage({ text: draft })}>
      <pre>{JSON.stringify(messages)}</pre>
      <input onChange={event => setDraft(event.target.value)} value={draft} />
    </form>
  );
}
