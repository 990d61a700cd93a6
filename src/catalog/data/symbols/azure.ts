import { of, symbolRows } from '../../build-rows.ts';

/** Azure client libraries. */
export const azure = symbolRows(
  {
    kind: 'api',
    why: 'Azure client library.',
    reference: 'https://learn.microsoft.com/en-us/python/api/overview/azure/',
  },
  [
    {
      symbols: of(
        [
          'azure.storage.blob.BlobServiceClient.from_connection_string().get_blob_client().',
          'azure.storage.blob.BlobServiceClient().get_blob_client().',
          'azure.storage.blob.BlobClient().',
          'azure.storage.blob.ContainerClient().',
          'azure.storage.blob.aio.BlobClient().',
          '@azure/storage-blob#BlobServiceClient.fromConnectionString().getContainerClient().getBlobClient().',
          '@azure/storage-blob#BlobServiceClient().getContainerClient().',
          '@azure/storage-blob#BlobClient().',
          '@azure/storage-blob#ContainerClient().',
        ],
        'download download_blob downloadToBuffer list_blobs listBlobsFlat',
      ),
      capabilities: ['storage.read'],
      result: 'content',
    },
    {
      symbols: of(
        [
          'azure.storage.blob.BlobServiceClient.from_connection_string().get_blob_client().',
          'azure.storage.blob.BlobServiceClient().get_blob_client().',
          'azure.storage.blob.BlobClient().',
          'azure.storage.blob.ContainerClient().',
          '@azure/storage-blob#BlockBlobClient().',
          '@azure/storage-blob#ContainerClient().getBlockBlobClient().',
        ],
        'upload upload_blob uploadData uploadFile',
      ),
      capabilities: ['storage.write'],
      arguments: { body: [0, 'data'] },
      result: 'status',
    },
    {
      symbols: [
        'azure.storage.blob.generate_blob_sas',
        '@azure/storage-blob#generateBlobSASQueryParameters',
        '@azure/storage-blob#BlobClient().generateSasUrl',
      ],
      capabilities: ['storage.publish'],
      result: 'content',
    },
    {
      symbols: of(
        ['azure.storage.blob.BlobClient().', 'azure.storage.blob.ContainerClient().'],
        'delete_blob delete_container',
      ),
      capabilities: ['storage.delete'],
      result: 'status',
    },
    {
      symbols: [
        'azure.keyvault.secrets.SecretClient().get_secret',
        '@azure/keyvault-secrets#SecretClient().getSecret',
        'azure.appconfiguration.AzureAppConfigurationClient().get_configuration_setting',
      ],
      capabilities: ['secret.read'],
      arguments: { name: [0] },
      result: 'content',
    },
    {
      symbols: [
        'azure.keyvault.secrets.SecretClient().set_secret',
        '@azure/keyvault-secrets#SecretClient().setSecret',
      ],
      capabilities: ['secret.write'],
      arguments: { name: [0] },
      result: 'content',
    },
    {
      symbols: [
        'azure.communication.email.EmailClient().begin_send',
        '@azure/communication-email#EmailClient().beginSend',
      ],
      capabilities: ['mail.send'],
      arguments: { recipient: [0], body: [0] },
      result: 'id',
    },
    {
      symbols: ['azure.communication.sms.SmsClient().send', '@azure/communication-sms#SmsClient().send'],
      capabilities: ['sms.send'],
      arguments: { recipient: ['to'], body: ['message'] },
      result: 'id',
    },
    {
      symbols: [
        'azure.search.documents.SearchClient().search',
        'azure.search.documents.aio.SearchClient().search',
        '@azure/search-documents#SearchClient().search',
      ],
      capabilities: ['vector.read'],
      arguments: { query: [0, 'search_text'] },
      result: 'content',
    },
    {
      symbols: of(['azure.search.documents.SearchClient().'], 'merge_or_upload_documents upload_documents'),
      capabilities: ['vector.write'],
      result: 'status',
    },
    {
      symbols: of(
        [
          'azure.cosmos.CosmosClient().get_database_client().get_container_client().',
          'azure.cosmos.ContainerProxy().',
          '@azure/cosmos#CosmosClient().database().container().items.',
        ],
        'query query_items read_all_items read_item',
      ),
      capabilities: ['db.read'],
      arguments: { sql: [0, 'query'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'azure.cosmos.CosmosClient().get_database_client().get_container_client().',
          'azure.cosmos.ContainerProxy().',
          '@azure/cosmos#CosmosClient().database().container().items.',
        ],
        'create create_item replace_item upsert upsert_item',
      ),
      capabilities: ['db.write'],
      arguments: { body: [0] },
      result: 'content',
    },
    {
      symbols: [
        'azure.servicebus.ServiceBusClient().get_queue_sender().send_messages',
        '@azure/service-bus#ServiceBusClient().createSender().sendMessages',
        'azure.storage.queue.QueueClient().send_message',
      ],
      capabilities: ['queue.write'],
      arguments: { body: [0] },
      result: 'none',
    },
    {
      symbols: [
        'azure.monitor.query.LogsQueryClient().query_workspace',
        'azure.kusto.data.KustoClient().execute',
      ],
      capabilities: ['log.read'],
      arguments: { query: [1, 'query'] },
      result: 'content',
    },
    {
      symbols: of(
        ['azure.mgmt.resource.ResourceManagementClient().', 'azure.mgmt.compute.ComputeManagementClient().'],
        'resource_groups.list resources.list virtual_machines.list_all',
      ),
      capabilities: ['cloud.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['azure.mgmt.resource.ResourceManagementClient().', 'azure.mgmt.compute.ComputeManagementClient().'],
        'resource_groups.create_or_update virtual_machines.begin_create_or_update virtual_machines.begin_start',
      ),
      capabilities: ['cloud.write'],
      result: 'content',
    },
    {
      symbols: of(
        [
          'azure.ai.formrecognizer.DocumentAnalysisClient().',
          'azure.ai.documentintelligence.DocumentIntelligenceClient().',
          'azure.ai.textanalytics.TextAnalyticsClient().',
          'azure.cognitiveservices.speech.SpeechRecognizer().',
        ],
        'analyze_sentiment begin_analyze_document begin_analyze_document_from_url recognize_once',
      ),
      capabilities: ['media.analyze'],
      result: 'content',
    },
  ],
);
