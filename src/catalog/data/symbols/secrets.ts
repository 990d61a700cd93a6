import { of, symbolRows } from '../../build-rows.ts';

/** Secret stores. */
export const secrets = symbolRows(
  { kind: 'api', why: 'Reads secrets.', reference: 'https://developer.hashicorp.com/vault/docs' },
  [
    {
      symbols: of(
        ['hvac.Client().secrets.kv.v2.', 'hvac.Client().secrets.kv.v1.', 'hvac.Client().secrets.kv.'],
        'read_secret read_secret_version',
      ),
      capabilities: ['secret.read'],
      arguments: { path: ['path'] },
      result: 'content',
    },
    {
      symbols: ['hvac.Client().read', 'node-vault#default().read', 'hvac.Client().adapter.get'],
      capabilities: ['secret.read'],
      arguments: { path: [0] },
      result: 'content',
    },
    {
      symbols: [
        'hvac.Client().secrets.kv.v2.create_or_update_secret',
        'hvac.Client().write',
        'node-vault#default().write',
      ],
      capabilities: ['secret.write'],
      arguments: { path: [0, 'path'] },
      result: 'status',
    },
    {
      symbols: [
        'onepassword.client.Client().secrets.resolve',
        '@1password/sdk#createClient().secrets.resolve',
        'onepasswordconnectsdk.client.Client().get_item',
      ],
      capabilities: ['secret.read'],
      arguments: { id: [0] },
      result: 'content',
      reference: 'https://developer.1password.com/docs/sdks/',
    },
    {
      symbols: [
        'infisical_sdk.InfisicalSDKClient().secrets.get_secret_by_name',
        '@infisical/sdk#InfisicalSDK().secrets().getSecret',
        'dopplersdk.DopplerSDK().secrets.get',
        'bitwarden_sdk.BitwardenClient().secrets().get',
        'keytar#getPassword',
        'streamlit.secrets',
        'google.colab.userdata.get',
        'kubernetes.client.CoreV1Api().read_namespaced_secret',
        'kubernetes.client.CoreV1Api().list_namespaced_secret',
      ],
      capabilities: ['secret.read'],
      arguments: { name: [0, 'secret_name'] },
      result: 'content',
      reference: 'https://infisical.com/docs/sdks/overview',
    },
  ],
);
