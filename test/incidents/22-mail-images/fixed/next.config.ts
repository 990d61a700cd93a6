import type { NextConfig } from 'next';

const policy = "default-src 'self'; img-src 'self'; script-src 'self'";

const config: NextConfig = {
  headers: async () => [{ source: '/(.*)', headers: [{ key: 'Content-Security-Policy', value: policy }] }],
};

export default config;
