import { of, symbolRows } from '../../build-rows.ts';

/** Redis clients. */
export const redis = symbolRows(
  { kind: 'api', why: 'Redis client.', reference: 'https://redis.io/docs/latest/commands/' },
  [
    {
      symbols: of(
        [
          'redis.Redis().',
          'redis.StrictRedis().',
          'redis.from_url().',
          'redis.Redis.from_url().',
          'redis.asyncio.Redis().',
          'redis.asyncio.from_url().',
          'redis#createClient().',
          'ioredis#default().',
          'ioredis#Redis().',
          '@upstash/redis#Redis().',
          '@upstash/redis#Redis.fromEnv().',
          '@vercel/kv#kv.',
          'valkey.Valkey().',
        ],
        'get getAll hGet hGetAll hget hgetall hmget json().get keys lRange lpop lrange mGet mget scan sMembers smembers xread zrange',
      ),
      capabilities: ['db.read'],
      arguments: { id: [0] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'redis.Redis().',
          'redis.StrictRedis().',
          'redis.from_url().',
          'redis.Redis.from_url().',
          'redis.asyncio.Redis().',
          'redis.asyncio.from_url().',
          'redis#createClient().',
          'ioredis#default().',
          'ioredis#Redis().',
          '@upstash/redis#Redis().',
          '@upstash/redis#Redis.fromEnv().',
          '@vercel/kv#kv.',
        ],
        'append expire hSet hmset hset incr lPush lpush mset rPush rpush sAdd sadd set setEx setex xadd zadd',
      ),
      capabilities: ['db.write'],
      arguments: { id: [0], body: [1] },
      result: 'status',
    },
    {
      symbols: of(
        [
          'redis.Redis().',
          'redis.from_url().',
          'redis.asyncio.Redis().',
          'redis#createClient().',
          'ioredis#default().',
          'ioredis#Redis().',
          '@upstash/redis#Redis().',
        ],
        'del delete flushall flushAll flushdb hDel hdel unlink',
      ),
      capabilities: ['db.delete'],
      result: 'status',
    },
    {
      symbols: of(
        [
          'redis.Redis().',
          'redis.asyncio.Redis().',
          'redis#createClient().',
          'ioredis#default().',
          'ioredis#Redis().',
        ],
        'publish',
      ),
      capabilities: ['queue.write'],
      arguments: { channel: [0], body: [1] },
      result: 'status',
    },
    {
      symbols: of(
        ['redis.Redis().', 'redis#createClient().', 'ioredis#default().'],
        'eval execute_command sendCommand',
      ),
      capabilities: ['db.query'],
      arguments: { code: [0] },
      result: 'content',
    },
  ],
);
