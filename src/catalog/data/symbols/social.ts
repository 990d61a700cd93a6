import { of, symbolRows } from '../../build-rows.ts';

/** Social networks. */
export const social = symbolRows(
  { kind: 'api', why: 'Social network client.', reference: 'https://docs.tweepy.org/' },
  [
    {
      symbols: of(
        ['tweepy.Client().', 'tweepy.API().', 'tweepy.asynchronous.AsyncClient().'],
        'create_tweet retweet update_profile update_status update_status_with_media media_upload quote_tweet',
      ),
      capabilities: ['social.post'],
      arguments: { body: [0, 'text', 'status'] },
      result: 'id',
    },
    {
      symbols: of(['tweepy.Client().', 'tweepy.API().'], 'create_direct_message send_direct_message'),
      capabilities: ['social.message'],
      arguments: { recipient: [0, 'participant_id', 'recipient_id'], body: ['text'] },
      result: 'id',
    },
    {
      symbols: of(
        ['tweepy.Client().', 'tweepy.API().', 'tweepy.Paginator().'],
        'get_home_timeline get_tweet get_tweets get_user get_users_mentions get_users_tweets home_timeline mentions_timeline search_all_tweets search_recent_tweets search_tweets user_timeline',
      ),
      capabilities: ['social.read'],
      arguments: { query: [0, 'query'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'twitter-api-v2#TwitterApi().v2.',
          'twitter-api-v2#default().v2.',
          'twitter-api-v2#TwitterApi().readWrite.v2.',
        ],
        'quote reply retweet tweet tweetThread',
      ),
      capabilities: ['social.post'],
      arguments: { body: [0, 'text'] },
      result: 'id',
      reference: 'https://github.com/plhery/node-twitter-api-v2',
    },
    {
      symbols: of(
        ['twitter-api-v2#TwitterApi().v2.', 'twitter-api-v2#default().v2.'],
        'search searchAll singleTweet userMentionTimeline userTimeline homeTimeline',
      ),
      capabilities: ['social.read'],
      arguments: { query: [0] },
      result: 'content',
      reference: 'https://github.com/plhery/node-twitter-api-v2',
    },
    {
      symbols: of(['twitter-api-v2#TwitterApi().v2.'], 'sendDmToParticipant sendDmInConversation'),
      capabilities: ['social.message'],
      arguments: { recipient: [0], body: [1] },
      result: 'id',
      reference: 'https://github.com/plhery/node-twitter-api-v2',
    },
    {
      symbols: [
        ...of(['agent-twitter-client#Scraper().'], 'sendTweet sendQuoteTweet'),
        'masto#createRestAPIClient().v1.statuses.create',
        'mastodon.Mastodon().toot',
        'mastodon.Mastodon().status_post',
        '@atproto/api#BskyAgent().post',
        '@atproto/api#AtpAgent().post',
        'atproto.Client().send_post',
        'instagrapi.Client().photo_upload',
        'facebook.GraphAPI().put_object',
        'linkedin_api.Linkedin().submit_share',
        'wordpress_xmlrpc.Client().call',
        'medium.Client().create_post',
        'tumblr.js#Client().createPost',
      ],
      capabilities: ['social.post'],
      arguments: { body: [0, 'status', 'text', 'message'] },
      result: 'id',
      reference: 'https://docs.bsky.app/',
    },
    {
      symbols: of(
        [
          'praw.Reddit().submission().',
          'praw.Reddit().comment().',
          'praw.Reddit().subreddit().',
          'asyncpraw.Reddit().subreddit().',
          'asyncpraw.Reddit().submission().',
        ],
        'reply submit submit_image edit',
      ),
      capabilities: ['social.post'],
      arguments: { channel: [0], body: [0, 'selftext', 'url'] },
      result: 'id',
      reference: 'https://praw.readthedocs.io/',
    },
    {
      symbols: of(
        [
          'praw.Reddit().subreddit().',
          'asyncpraw.Reddit().subreddit().',
          'praw.Reddit().redditor().',
          'praw.Reddit().',
        ],
        'comments controversial hot new rising search submission top',
      ),
      capabilities: ['social.read'],
      arguments: { query: [0] },
      result: 'content',
      reference: 'https://praw.readthedocs.io/',
    },
    {
      symbols: [
        'praw.Reddit().redditor().message',
        'linkedin_api.Linkedin().send_message',
        'instagrapi.Client().direct_send',
      ],
      capabilities: ['social.message'],
      arguments: { recipient: ['recipients', 1], body: [0, 1, 'message'] },
      result: 'id',
      reference: 'https://praw.readthedocs.io/',
    },
    {
      symbols: [
        'linkedin_api.Linkedin().get_profile',
        'linkedin_api.Linkedin().search_people',
        'instaloader.Profile.from_username',
        'snscrape.modules.twitter.TwitterSearchScraper().get_items',
        'hackernews.HackerNews().top_stories',
        'snoowrap#default().getSubreddit',
        'agent-twitter-client#Scraper().searchTweets',
        'agent-twitter-client#Scraper().getTweets',
      ],
      capabilities: ['social.read'],
      arguments: { query: [0] },
      result: 'content',
      reference: 'https://github.com/tomquirk/linkedin-api',
    },
    {
      symbols: ['redditwarp.ASYNC.Client().p.**', 'redditwarp.SYNC.Client().p.**'],
      capabilities: ['social.read'],
      result: 'content',
      reference: 'https://redditwarp.readthedocs.io/',
      why: 'Posts and comments anyone may write.',
    },
    {
      symbols: of(
        ['redditwarp.ASYNC.Client().p.**.', 'redditwarp.SYNC.Client().p.**.'],
        'create_crosspost create_image_post create_link_post create_poll_post create_text_post edit_text_post_body reply send',
      ),
      capabilities: ['social.post'],
      arguments: { body: [0, 1, 'body', 'text', 'title'] },
      result: 'id',
      reference: 'https://redditwarp.readthedocs.io/',
      why: 'Posts, answers and messages of the account.',
    },
  ],
);
