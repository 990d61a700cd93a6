import { of, symbolRows } from '../../build-rows.ts';

/** boto3 and aioboto3. */
export const awsPython = symbolRows(
  {
    kind: 'api',
    why: 'AWS SDK for Python.',
    reference: 'https://boto3.amazonaws.com/v1/documentation/api/latest/index.html',
  },
  [
    {
      symbols: of(
        ['boto3.client(s3).', 'boto3.Session().client(s3).', 'aioboto3.Session().client(s3).'],
        'download_file download_fileobj get_object head_object list_objects list_objects_v2 select_object_content',
      ),
      capabilities: ['storage.read'],
      arguments: { name: ['Bucket', 0], path: ['Key', 1] },
      result: 'content',
    },
    {
      symbols: of(
        ['boto3.client(s3).', 'boto3.Session().client(s3).', 'aioboto3.Session().client(s3).'],
        'copy copy_object put_object upload_file upload_fileobj',
      ),
      capabilities: ['storage.write'],
      arguments: { name: ['Bucket', 1], path: ['Key', 2], body: ['Body', 0], flags: ['ACL', 'ExtraArgs'] },
      result: 'status',
    },
    {
      symbols: of(
        ['boto3.client(s3).', 'boto3.Session().client(s3).', 'aioboto3.Session().client(s3).'],
        'generate_presigned_post generate_presigned_url put_bucket_acl put_bucket_policy put_bucket_website put_object_acl',
      ),
      capabilities: ['storage.publish'],
      arguments: { name: ['Bucket', 'Params'] },
      result: 'content',
    },
    {
      symbols: of(
        ['boto3.client(s3).', 'boto3.Session().client(s3).', 'aioboto3.Session().client(s3).'],
        'delete_bucket delete_object delete_objects',
      ),
      capabilities: ['storage.delete'],
      arguments: { name: ['Bucket'], path: ['Key'] },
      result: 'status',
    },
    {
      symbols: [
        'boto3.client(s3).list_buckets',
        'boto3.Session().client(s3).list_buckets',
        'boto3.resource(s3).buckets.all',
      ],
      capabilities: ['cloud.read'],
      result: 'content',
    },
    {
      symbols: of(
        [
          'boto3.resource(s3).Bucket().',
          'boto3.resource(s3).Object().',
          'boto3.resource(s3).Bucket().objects.',
        ],
        'all download_file filter get',
      ),
      capabilities: ['storage.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['boto3.resource(s3).Bucket().', 'boto3.resource(s3).Object().'],
        'put put_object upload_file upload_fileobj',
      ),
      capabilities: ['storage.write'],
      arguments: { path: ['Key', 1], body: ['Body', 0] },
      result: 'status',
    },
    {
      symbols: of(
        [
          'boto3.client(ses).',
          'boto3.client(sesv2).',
          'boto3.Session().client(ses).',
          'boto3.Session().client(sesv2).',
        ],
        'send_bulk_email send_email send_raw_email send_templated_email',
      ),
      capabilities: ['mail.send'],
      arguments: { recipient: ['Destination', 'Destinations'], body: ['Message', 'RawMessage', 'Content'] },
      result: 'id',
    },
    {
      symbols: of(
        ['boto3.client(sns).', 'boto3.Session().client(sns).', 'boto3.resource(sns).Topic().'],
        'publish publish_batch',
      ),
      capabilities: ['push.send', 'sms.send'],
      arguments: { recipient: ['PhoneNumber', 'TopicArn', 'TargetArn'], body: ['Message'] },
      result: 'id',
    },
    {
      symbols: of(
        ['boto3.client(sqs).', 'boto3.Session().client(sqs).', 'boto3.resource(sqs).Queue().'],
        'send_message send_message_batch',
      ),
      capabilities: ['queue.write'],
      arguments: { url: ['QueueUrl'], body: ['MessageBody'] },
      result: 'id',
    },
    {
      symbols: of(
        ['boto3.client(sqs).', 'boto3.Session().client(sqs).', 'boto3.resource(sqs).Queue().'],
        'receive_message receive_messages',
      ),
      capabilities: ['queue.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['boto3.client(dynamodb).', 'boto3.Session().client(dynamodb).', 'boto3.resource(dynamodb).Table().'],
        'batch_get_item execute_statement get_item query scan',
      ),
      capabilities: ['db.read'],
      arguments: { query: ['KeyConditionExpression', 'FilterExpression', 'Statement'], id: ['Key'] },
      result: 'content',
    },
    {
      symbols: of(
        ['boto3.client(dynamodb).', 'boto3.Session().client(dynamodb).', 'boto3.resource(dynamodb).Table().'],
        'batch_write_item put_item transact_write_items update_item',
      ),
      capabilities: ['db.write'],
      arguments: { body: ['Item'] },
      result: 'status',
    },
    {
      symbols: of(
        ['boto3.client(dynamodb).', 'boto3.resource(dynamodb).Table().'],
        'delete_item delete_table',
      ),
      capabilities: ['db.delete'],
      result: 'status',
    },
    {
      symbols: of(
        ['boto3.client(secretsmanager).', 'boto3.Session().client(secretsmanager).'],
        'batch_get_secret_value get_secret_value',
      ),
      capabilities: ['secret.read'],
      arguments: { id: ['SecretId'] },
      result: 'content',
    },
    {
      symbols: of(
        ['boto3.client(ssm).', 'boto3.Session().client(ssm).'],
        'get_parameter get_parameters get_parameters_by_path',
      ),
      capabilities: ['secret.read'],
      arguments: { name: ['Name'] },
      result: 'content',
    },
    {
      symbols: of(['boto3.client(ssm).'], 'send_command start_session'),
      capabilities: ['shell.run', 'infra.write'],
      arguments: { command: ['Parameters'] },
      result: 'id',
    },
    { symbols: of(['boto3.client(kms).'], 'decrypt'), capabilities: ['secret.read'], result: 'content' },
    {
      symbols: of(['boto3.client(lambda).', 'boto3.Session().client(lambda).'], 'invoke invoke_async'),
      capabilities: ['cloud.write'],
      arguments: { name: ['FunctionName'], body: ['Payload'] },
      result: 'content',
    },
    {
      symbols: of(['boto3.client(lambda).'], 'create_function update_function_code'),
      capabilities: ['deploy.run'],
      result: 'status',
    },
    {
      symbols: of(
        ['boto3.client(logs).', 'boto3.Session().client(logs).'],
        'filter_log_events get_log_events get_query_results start_query',
      ),
      capabilities: ['log.read'],
      arguments: { query: ['filterPattern', 'queryString'] },
      result: 'content',
    },
    {
      symbols: of(
        ['boto3.client(athena).', 'boto3.client(redshift-data).', 'boto3.client(rds-data).'],
        'execute_statement get_query_results get_statement_result start_query_execution',
      ),
      capabilities: ['db.query'],
      arguments: { sql: ['QueryString', 'Sql', 'sql'] },
      result: 'content',
    },
    {
      symbols: of(
        ['boto3.client(iam).', 'boto3.client(sts).', 'boto3.client(organizations).'],
        'add_* attach_* create_* delete_* detach_* put_* remove_* update_*',
      ),
      capabilities: ['iam.write'],
      result: 'content',
    },
    {
      symbols: of(['boto3.client(iam).', 'boto3.client(organizations).'], 'get_* list_*'),
      capabilities: ['iam.read'],
      result: 'content',
    },
    {
      symbols: of(['boto3.client(sts).'], 'assume_role get_caller_identity get_session_token'),
      capabilities: ['secret.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['boto3.client(bedrock-runtime).', 'boto3.Session().client(bedrock-runtime).'],
        'converse converse_stream invoke_model invoke_model_with_response_stream',
      ),
      capabilities: ['model.call'],
      result: 'content',
    },
    {
      symbols: of(
        ['boto3.client(bedrock-agent-runtime).', 'boto3.Session().client(bedrock-agent-runtime).'],
        'retrieve retrieve_and_generate',
      ),
      capabilities: ['vector.read'],
      arguments: { query: ['retrievalQuery', 'input'] },
      result: 'content',
    },
    {
      symbols: of(['boto3.client(bedrock-agent-runtime).'], 'invoke_agent invoke_flow'),
      capabilities: ['agent.remote'],
      result: 'content',
    },
    {
      symbols: of(
        [
          'boto3.client(textract).',
          'boto3.client(rekognition).',
          'boto3.client(comprehend).',
          'boto3.client(translate).',
          'boto3.client(polly).',
          'boto3.client(transcribe).',
        ],
        'analyze_* detect_* start_* synthesize_speech translate_text',
      ),
      capabilities: ['media.analyze'],
      result: 'content',
    },
    {
      symbols: of(
        [
          'boto3.client(ce).',
          'boto3.client(cloudwatch).',
          'boto3.client(ec2).',
          'boto3.client(rds).',
          'boto3.client(ecs).',
          'boto3.client(eks).',
          'boto3.client().',
          'boto3.Session().client().',
        ],
        'describe_* get_* list_*',
      ),
      capabilities: ['cloud.read'],
      result: 'content',
      why: 'Describes resources of the account.',
    },
    {
      symbols: of(
        ['boto3.client().', 'boto3.Session().client().'],
        'create_* modify_* put_* reboot_* run_* start_* stop_* update_*',
      ),
      capabilities: ['cloud.write'],
      result: 'content',
      why: 'Creates or changes resources of the account.',
    },
    {
      symbols: of(['boto3.client().', 'boto3.Session().client().'], 'delete_* terminate_*'),
      capabilities: ['cloud.delete'],
      result: 'content',
      why: 'Removes resources of the account.',
    },
  ],
);
