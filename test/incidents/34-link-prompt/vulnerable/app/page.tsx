'use client';

import { useChat } from '@ai-sdk/react';
import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';

export default function Page() {
  const question = useSearchParams().get('q');
  const { messages, sendMessage } = useChat();
  useEffect(() => {
    if (question) sendMessage({ text: question });
  }, [question, sendMessage]);
  return <pre>{JSON.stringify(messages)}</pre>;
}
