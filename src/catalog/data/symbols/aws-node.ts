import { of, symbolRows } from '../../build-rows.ts';

/** AWS SDK for JavaScript. */
export const awsNode = symbolRows(
  {
    kind: 'api',
    why: 'AWS SDK for JavaScript; a command says what happens, `send` runs it.',
    reference: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/',
  },
  [
    {
      symbols: of(
        ['@aws-sdk/client-s3#'],
        'GetObjectCommand HeadObjectCommand ListObjectsCommand ListObjectsV2Command SelectObjectContentCommand',
      ),
      capabilities: ['storage.read'],
      arguments: { name: ['Bucket'], path: ['Key'] },
      result: 'content',
    },
    {
      symbols: of(
        ['@aws-sdk/client-s3#', '@aws-sdk/lib-storage#'],
        'CopyObjectCommand PutObjectCommand Upload UploadPartCommand',
      ),
      capabilities: ['storage.write'],
      arguments: {
        name: ['Bucket', 'params.Bucket'],
        path: ['Key', 'params.Key'],
        body: ['Body', 'params.Body'],
        flags: ['ACL'],
      },
      result: 'status',
    },
    {
      symbols: [
        '@aws-sdk/s3-request-presigner#getSignedUrl',
        '@aws-sdk/client-s3#PutBucketPolicyCommand',
        '@aws-sdk/client-s3#PutObjectAclCommand',
        'aws-sdk#S3().getSignedUrl',
        'aws-sdk#S3().getSignedUrlPromise',
      ],
      capabilities: ['storage.publish'],
      result: 'content',
    },
    {
      symbols: of(['@aws-sdk/client-s3#'], 'DeleteBucketCommand DeleteObjectCommand DeleteObjectsCommand'),
      capabilities: ['storage.delete'],
      arguments: { name: ['Bucket'], path: ['Key'] },
      result: 'status',
    },
    {
      symbols: of(['aws-sdk#S3().'], 'getObject listObjects listObjectsV2'),
      capabilities: ['storage.read'],
      arguments: { name: ['Bucket'], path: ['Key'] },
      result: 'content',
    },
    {
      symbols: of(['aws-sdk#S3().'], 'putObject upload'),
      capabilities: ['storage.write'],
      arguments: { name: ['Bucket'], path: ['Key'], body: ['Body'] },
      result: 'status',
    },
    {
      symbols: ['aws-sdk#SES().sendEmail', 'aws-sdk#SES().sendRawEmail'],
      capabilities: ['mail.send'],
      arguments: { recipient: ['Destination', 'Destinations'], body: ['Message', 'RawMessage'] },
      result: 'id',
    },
    {
      symbols: ['@aws-sdk/client-sns#PublishCommand', 'aws-sdk#SNS().publish'],
      capabilities: ['push.send', 'sms.send'],
      arguments: { recipient: ['PhoneNumber', 'TopicArn', 'TargetArn'], body: ['Message'] },
      result: 'id',
    },
    {
      symbols: [
        '@aws-sdk/client-sqs#SendMessageCommand',
        'aws-sdk#SQS().sendMessage',
        '@aws-sdk/client-eventbridge#PutEventsCommand',
        '@aws-sdk/client-kinesis#PutRecordCommand',
      ],
      capabilities: ['queue.write'],
      arguments: { url: ['QueueUrl'], body: ['MessageBody', 'Entries', 'Data'] },
      result: 'id',
    },
    {
      symbols: ['@aws-sdk/client-sqs#ReceiveMessageCommand', 'aws-sdk#SQS().receiveMessage'],
      capabilities: ['queue.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['@aws-sdk/client-dynamodb#', '@aws-sdk/lib-dynamodb#'],
        'BatchGetCommand ExecuteStatementCommand GetCommand GetItemCommand QueryCommand ScanCommand',
      ),
      capabilities: ['db.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['@aws-sdk/client-dynamodb#', '@aws-sdk/lib-dynamodb#'],
        'BatchWriteCommand PutCommand PutItemCommand TransactWriteCommand UpdateCommand UpdateItemCommand',
      ),
      capabilities: ['db.write'],
      arguments: { body: ['Item'] },
      result: 'status',
    },
    {
      symbols: of(
        ['@aws-sdk/client-dynamodb#', '@aws-sdk/lib-dynamodb#'],
        'DeleteCommand DeleteItemCommand DeleteTableCommand',
      ),
      capabilities: ['db.delete'],
      result: 'status',
    },
    {
      symbols: [
        '@aws-sdk/client-secrets-manager#GetSecretValueCommand',
        '@aws-sdk/client-ssm#GetParameterCommand',
        '@aws-sdk/client-ssm#GetParametersCommand',
        '@aws-sdk/client-ssm#GetParametersByPathCommand',
        '@aws-sdk/client-kms#DecryptCommand',
        '@aws-sdk/client-sts#AssumeRoleCommand',
      ],
      capabilities: ['secret.read'],
      arguments: { id: ['SecretId'], name: ['Name'] },
      result: 'content',
    },
    {
      symbols: ['@aws-sdk/client-lambda#InvokeCommand', 'aws-sdk#Lambda().invoke'],
      capabilities: ['cloud.write'],
      arguments: { name: ['FunctionName'], body: ['Payload'] },
      result: 'content',
    },
    {
      symbols: of(
        ['@aws-sdk/client-cloudwatch-logs#'],
        'FilterLogEventsCommand GetLogEventsCommand GetQueryResultsCommand StartQueryCommand',
      ),
      capabilities: ['log.read'],
      arguments: { query: ['filterPattern', 'queryString'] },
      result: 'content',
    },
    {
      symbols: of(
        ['@aws-sdk/client-bedrock-runtime#'],
        'ConverseCommand ConverseStreamCommand InvokeModelCommand InvokeModelWithResponseStreamCommand',
      ),
      capabilities: ['model.call'],
      result: 'content',
    },
    {
      symbols: of(['@aws-sdk/client-bedrock-agent-runtime#'], 'RetrieveAndGenerateCommand RetrieveCommand'),
      capabilities: ['vector.read'],
      result: 'content',
    },
    {
      symbols: of(['@aws-sdk/client-bedrock-agent-runtime#'], 'InvokeAgentCommand'),
      capabilities: ['agent.remote'],
      result: 'content',
    },
    {
      symbols: [
        '@aws-sdk/client-rds-data#ExecuteStatementCommand',
        '@aws-sdk/client-athena#StartQueryExecutionCommand',
        '@aws-sdk/client-redshift-data#ExecuteStatementCommand',
      ],
      capabilities: ['db.query'],
      arguments: { sql: ['sql', 'QueryString', 'Sql'] },
      result: 'content',
    },
  ],
);
