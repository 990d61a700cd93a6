import { of, symbolRows } from '../../build-rows.ts';

/** axios. */
export const axios = symbolRows(
  {
    kind: 'api',
    why: 'HTTP client of Node and browsers.',
    reference: 'https://axios-http.com/docs/api_intro',
  },
  [
    {
      symbols: [
        'axios#default',
        'axios#request',
        'axios#axios',
        'axios#create()',
        'axios#create().request',
        'axios#axios.request',
        'axios#Axios().request',
      ],
      capabilities: ['http.send'],
      arguments: {
        url: [0, 'url'],
        body: ['data'],
        query: ['params'],
        headers: ['headers'],
        name: ['method'],
      },
      result: 'content',
    },
    {
      symbols: of(
        [
          'axios#',
          'axios#axios.',
          'axios#create().',
          'axios#axios.create().',
          'axios#Axios().',
          '@nestjs/axios#HttpService().',
        ],
        'get head options',
      ),
      capabilities: ['http.get'],
      arguments: { url: [0], query: ['1.params'], headers: ['1.headers'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'axios#',
          'axios#axios.',
          'axios#create().',
          'axios#axios.create().',
          'axios#Axios().',
          '@nestjs/axios#HttpService().',
        ],
        'patch patchForm post postForm put putForm',
      ),
      capabilities: ['http.send'],
      arguments: { url: [0], body: [1], query: ['2.params'], headers: ['2.headers'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'axios#',
          'axios#axios.',
          'axios#create().',
          'axios#axios.create().',
          '@nestjs/axios#HttpService().',
        ],
        'delete',
      ),
      capabilities: ['http.send'],
      arguments: { url: [0], body: ['1.data'], query: ['1.params'], headers: ['1.headers'] },
      result: 'content',
    },
  ],
);
