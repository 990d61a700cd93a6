'use client';

import { useChat } from '@ai-sdk/react';
import { DirectChatTransport } from 'ai';
import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { agent } from '../lib/agent';

export default function Page() {
  const question = useSearchParams().get('q');
  const { messages, sendMessage } = useChat({ transport: new DirectChatTransport({ agent }) });
  useEffect(() => {
    if (question) sendMessage({ text: question });
  }, [question, sendMessage]);
  return <pre>{JSON.stringify(messages)}</pre>;
}
