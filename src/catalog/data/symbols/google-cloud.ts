import { of, symbolRows } from '../../build-rows.ts';

/** Google Cloud client libraries and Firebase. */
export const googleCloud = symbolRows(
  {
    kind: 'api',
    why: 'Google Cloud client library.',
    reference: 'https://cloud.google.com/python/docs/reference',
  },
  [
    {
      symbols: [
        ...of(
          [
            'google.cloud.storage.Client().bucket().blob().',
            'google.cloud.storage.Client().get_bucket().blob().',
            'google.cloud.storage.Blob().',
            'google.cloud.storage.Client().bucket().get_blob().',
          ],
          'download_as_bytes download_as_string download_as_text download_to_file download_to_filename open',
        ),
        'google.cloud.storage.Client().list_blobs',
        'google.cloud.storage.Client().bucket().list_blobs',
        ...of(['@google-cloud/storage#Storage().bucket().file().'], 'createReadStream download get'),
        '@google-cloud/storage#Storage().bucket().getFiles',
      ],
      capabilities: ['storage.read'],
      result: 'content',
    },
    {
      symbols: [
        ...of(
          [
            'google.cloud.storage.Client().bucket().blob().',
            'google.cloud.storage.Client().get_bucket().blob().',
            'google.cloud.storage.Blob().',
          ],
          'upload_from_file upload_from_filename upload_from_string',
        ),
        ...of(
          ['@google-cloud/storage#Storage().bucket().file().', '@google-cloud/storage#Storage().bucket().'],
          'createWriteStream save upload',
        ),
      ],
      capabilities: ['storage.write'],
      arguments: { body: [0] },
      result: 'status',
    },
    {
      symbols: [
        ...of(
          ['google.cloud.storage.Client().bucket().blob().', 'google.cloud.storage.Blob().'],
          'generate_signed_url make_public',
        ),
        ...of(['@google-cloud/storage#Storage().bucket().file().'], 'getSignedUrl makePublic'),
      ],
      capabilities: ['storage.publish'],
      result: 'content',
    },
    {
      symbols: [
        'google.cloud.storage.Client().bucket().blob().delete',
        '@google-cloud/storage#Storage().bucket().file().delete',
      ],
      capabilities: ['storage.delete'],
      result: 'status',
    },
    {
      symbols: [
        'google.cloud.bigquery.Client().query',
        'google.cloud.bigquery.Client().query_and_wait',
        '@google-cloud/bigquery#BigQuery().query',
        '@google-cloud/bigquery#BigQuery().createQueryJob',
      ],
      capabilities: ['db.query'],
      arguments: { sql: [0, 'query'] },
      result: 'content',
    },
    {
      symbols: of(['google.cloud.bigquery.Client().'], 'get_table list_datasets list_tables'),
      capabilities: ['db.schema'],
      result: 'content',
    },
    {
      symbols: of(
        ['google.cloud.bigquery.Client().'],
        'insert_rows insert_rows_json load_table_from_dataframe',
      ),
      capabilities: ['db.write'],
      result: 'status',
    },
    {
      symbols: [
        'google.cloud.secretmanager.SecretManagerServiceClient().access_secret_version',
        '@google-cloud/secret-manager#SecretManagerServiceClient().accessSecretVersion',
      ],
      capabilities: ['secret.read'],
      arguments: { name: ['name', 'request'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'google.cloud.firestore.Client().collection().',
          'google.cloud.firestore.Client().collection().document().',
          'google.cloud.firestore.AsyncClient().collection().document().',
          'firebase_admin.firestore.client().collection().document().',
          'firebase_admin.firestore.client().collection().',
          '@google-cloud/firestore#Firestore().collection().doc().',
          '@google-cloud/firestore#Firestore().collection().',
          'firebase-admin/firestore#getFirestore().collection().doc().',
          'firebase-admin/firestore#getFirestore().collection().',
        ],
        'get stream',
      ),
      capabilities: ['db.read'],
      result: 'content',
    },
    {
      symbols: [
        ...of(
          [
            'google.cloud.firestore.Client().collection().document().',
            'firebase_admin.firestore.client().collection().document().',
            '@google-cloud/firestore#Firestore().collection().doc().',
            'firebase-admin/firestore#getFirestore().collection().doc().',
          ],
          'set update create',
        ),
        ...of(
          [
            'google.cloud.firestore.Client().collection().',
            'firebase_admin.firestore.client().collection().',
            'firebase-admin/firestore#getFirestore().collection().',
          ],
          'add',
        ),
      ],
      capabilities: ['db.write'],
      arguments: { body: [0] },
      result: 'status',
    },
    {
      symbols: of(['firebase/firestore#'], 'getDoc getDocs onSnapshot'),
      capabilities: ['db.read'],
      result: 'content',
      reference: 'https://firebase.google.com/docs/firestore',
    },
    {
      symbols: of(['firebase/firestore#'], 'addDoc setDoc updateDoc'),
      capabilities: ['db.write'],
      arguments: { body: [1] },
      result: 'status',
      reference: 'https://firebase.google.com/docs/firestore',
    },
    {
      symbols: of(['firebase/firestore#'], 'deleteDoc'),
      capabilities: ['db.delete'],
      result: 'status',
      reference: 'https://firebase.google.com/docs/firestore',
    },
    {
      symbols: [
        'google.cloud.pubsub_v1.PublisherClient().publish',
        '@google-cloud/pubsub#PubSub().topic().publishMessage',
        '@google-cloud/tasks#CloudTasksClient().createTask',
      ],
      capabilities: ['queue.write'],
      arguments: { channel: [0], body: [1, 'data'] },
      result: 'id',
    },
    {
      symbols: [
        'google.cloud.pubsub_v1.SubscriberClient().pull',
        'google.cloud.pubsub_v1.SubscriberClient().subscribe',
      ],
      capabilities: ['queue.read'],
      result: 'content',
    },
    {
      symbols: of(
        [
          'google.cloud.vision.ImageAnnotatorClient().',
          'google.cloud.speech.SpeechClient().',
          'google.cloud.texttospeech.TextToSpeechClient().',
          'google.cloud.translate_v2.Client().',
          'google.cloud.translate.TranslationServiceClient().',
        ],
        'annotate_image document_text_detection recognize synthesize_speech text_detection translate translate_text',
      ),
      capabilities: ['media.analyze'],
      result: 'content',
    },
    {
      symbols: [
        'google.cloud.discoveryengine.SearchServiceClient().search',
        'google.cloud.discoveryengine_v1.SearchServiceClient().search',
        'vertexai.rag.retrieval_query',
        'vertexai.preview.rag.retrieval_query',
      ],
      capabilities: ['vector.read'],
      arguments: { query: [0, 'text'] },
      result: 'content',
    },
    {
      symbols: ['google.cloud.logging.Client().list_entries', '@google-cloud/logging#Logging().getEntries'],
      capabilities: ['log.read'],
      result: 'content',
    },
    {
      symbols: [
        'googlemaps.Client().geocode',
        'googlemaps.Client().directions',
        'googlemaps.Client().places',
        'googlemaps.Client().places_nearby',
        'googlemaps.Client().distance_matrix',
        '@googlemaps/google-maps-services-js#Client().geocode',
        '@googlemaps/google-maps-services-js#Client().directions',
        '@googlemaps/google-maps-services-js#Client().textSearch',
        'geopy.geocoders.Nominatim().geocode',
        'geopy.geocoders.Nominatim().reverse',
        'osmnx.geocode',
      ],
      capabilities: ['location.map'],
      arguments: { query: [0] },
      result: 'content',
      reference: 'https://developers.google.com/maps/documentation',
    },
    {
      symbols: ['vertexai.agent_engines.create', 'vertexai.agent_engines.update'],
      capabilities: ['deploy.run'],
      result: 'content',
      reference: 'https://cloud.google.com/vertex-ai/generative-ai/docs/agent-engine/overview',
    },
  ],
);
