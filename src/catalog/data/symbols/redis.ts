import { of, symbolRows } from '../../build-rows.ts';

/** Objects that take commands, in all clients; `valkey` is the free fork with the same interface. */
const clients = [
  '@upstash/redis#Redis().',
  '@upstash/redis#Redis.fromEnv().',
  '@vercel/kv#kv.',
  'iovalkey#default().',
  'ioredis#Cluster().',
  'ioredis#Redis().',
  'ioredis#default().',
  'redis#createClient().',
  'redis#createCluster().',
  'redis.Redis().',
  'redis.Redis.from_url().',
  'redis.StrictRedis().',
  'redis.asyncio.Redis().',
  'redis.asyncio.RedisCluster().',
  'redis.asyncio.from_url().',
  'redis.cluster.RedisCluster().',
  'redis.from_url().',
  'valkey.Valkey().',
];

/** Redis clients. */
export const redis = symbolRows(
  { kind: 'api', why: 'Redis client.', reference: 'https://redis.io/docs/latest/commands/' },
  [
    {
      symbols: of(
        clients,
        `ft().info ft().search get getAll getex getrange hGet hGetAll hKeys hMGet hVals hget hgetall hkeys hmget hscan hscan_iter hvals
        json.get json().get json().mget keys lIndex lRange lindex lrange mGet mget pubsub().get_message pubsub().listen randomkey sMembers
        scan scanIterator scan_iter sinter smembers srandmember sscan sunion vsim xRange xRead xinfo_stream xpending xrange xread
        xreadgroup xrevrange zRange zRangeByScore zrange zrangebyscore zrevrange zscan`,
      ),
      capabilities: ['db.read'],
      arguments: { id: [0] },
      result: 'content',
    },
    {
      symbols: of(
        clients,
        `dbsize exists hExists hLen hexists hlen hstrlen lLen llen sCard sIsMember scard sismember strlen ttl type xlen zCard zScore zcard
        zcount zrank zscore`,
      ),
      capabilities: ['db.read'],
      arguments: { id: [0] },
      result: 'status',
    },
    {
      symbols: of(clients, 'getdel lpop rpop lPop rPop getDel'),
      capabilities: ['db.delete', 'db.read'],
      arguments: { id: [0] },
      result: 'content',
    },
    {
      symbols: of(
        clients,
        `append decr decrby expire expireat ft().create_index ft().add_document getset hIncrBy hSet hincrby hincrbyfloat hmset hset hsetnx incr incrby
        incrbyfloat json.set json().arrappend json().numincrby json().set lPush lRem lSet linsert lpush lrem lset ltrim mset persist pexpire rPush
        rename rpush sAdd sRem sadd setEx setex setnx set setrange smove spop srem vadd xAck xack xAdd xadd xclaim xgroup_create xtrim zAdd zIncrBy zRem
        zadd zincrby zrem`,
      ),
      capabilities: ['db.write'],
      arguments: { id: [0], body: [1, 'mapping'] },
      result: 'status',
    },
    {
      symbols: of(
        clients,
        'del delete flushAll flushDb flushall flushdb ft().dropindex hDel hdel json().delete json.del unlink vrem xdel xgroup_destroy',
      ),
      capabilities: ['db.delete'],
      result: 'status',
    },
    {
      symbols: of(clients, 'publish spublish'),
      capabilities: ['queue.write'],
      arguments: { channel: [0], body: [1] },
      result: 'status',
    },
    {
      symbols: of(clients, 'pSubscribe psubscribe pubsub().psubscribe pubsub().subscribe subscribe'),
      capabilities: ['queue.read'],
      arguments: { channel: [0] },
      result: 'status',
      why: 'Listens to channels that any client of the server may publish to.',
    },
    {
      symbols: of(clients, 'client_info client_list config_get info memory_stats slowlog_get'),
      capabilities: ['system.read'],
      result: 'content',
      why: 'State of the server and its clients.',
    },
    {
      symbols: of(clients, 'client_kill config_set debug_object save bgsave shutdown slaveof'),
      capabilities: ['db.admin'],
      result: 'status',
      why: 'Changes the server itself.',
    },
    {
      symbols: of(clients, 'call eval evalsha execute_command fcall sendCommand'),
      capabilities: ['db.query'],
      arguments: { sql: [0] },
      result: 'content',
      why: 'Any command or script.',
    },
  ],
);
