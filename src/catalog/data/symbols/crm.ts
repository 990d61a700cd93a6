import { of, symbolRows } from '../../build-rows.ts';

/** CRM and business systems. */
export const crm = symbolRows(
  { kind: 'api', why: 'CRM client.', reference: 'https://developers.hubspot.com/docs/api/overview' },
  [
    {
      symbols: of(
        [
          'hubspot.HubSpot().crm.contacts.basic_api.',
          'hubspot.HubSpot().crm.deals.basic_api.',
          'hubspot.HubSpot().crm.companies.basic_api.',
          'hubspot.HubSpot().crm.tickets.basic_api.',
          'hubspot.HubSpot().crm.contacts.',
          'hubspot.HubSpot().crm.contacts.search_api.',
          'hubspot.HubSpot().crm.deals.search_api.',
          '@hubspot/api-client#Client().crm.contacts.basicApi.',
          '@hubspot/api-client#Client().crm.contacts.searchApi.',
          '@hubspot/api-client#Client().crm.deals.basicApi.',
          '@hubspot/api-client#Client().crm.companies.basicApi.',
        ],
        'do_search doSearch getById getPage get_all get_by_id get_page',
      ),
      capabilities: ['crm.read'],
      arguments: { query: [0] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'hubspot.HubSpot().crm.contacts.basic_api.',
          'hubspot.HubSpot().crm.deals.basic_api.',
          'hubspot.HubSpot().crm.companies.basic_api.',
          'hubspot.HubSpot().crm.tickets.basic_api.',
          'hubspot.HubSpot().crm.objects.notes.basic_api.',
          '@hubspot/api-client#Client().crm.contacts.basicApi.',
          '@hubspot/api-client#Client().crm.deals.basicApi.',
          '@hubspot/api-client#Client().crm.companies.basicApi.',
        ],
        'create update',
      ),
      capabilities: ['crm.write'],
      arguments: { body: [0] },
      result: 'content',
    },
    {
      symbols: of(
        ['hubspot.HubSpot().crm.contacts.basic_api.', '@hubspot/api-client#Client().crm.contacts.basicApi.'],
        'archive',
      ),
      capabilities: ['crm.delete'],
      result: 'none',
    },
    {
      symbols: of(
        ['simple_salesforce.Salesforce().'],
        'describe query query_all query_all_iter quick_search search',
      ),
      capabilities: ['crm.read'],
      arguments: { query: [0] },
      result: 'content',
      reference: 'https://simple-salesforce.readthedocs.io/',
    },
    {
      symbols: [
        ...of(['simple_salesforce.Salesforce().**.'], 'create update upsert'),
        'simple_salesforce.Salesforce().restful',
      ],
      capabilities: ['crm.write'],
      arguments: { body: [0, 1] },
      result: 'id',
      reference: 'https://simple-salesforce.readthedocs.io/',
    },
    {
      symbols: of(['simple_salesforce.Salesforce().**.'], 'delete'),
      capabilities: ['crm.delete'],
      result: 'none',
      reference: 'https://simple-salesforce.readthedocs.io/',
    },
    {
      symbols: of(
        ['jsforce#Connection().', 'jsforce#default.Connection().', 'jsforce#Connection().tooling.'],
        'describe describeGlobal query queryAll queryMore search retrieve',
      ),
      capabilities: ['crm.read'],
      arguments: { query: [0] },
      result: 'content',
      reference: 'https://jsforce.github.io/',
    },
    {
      symbols: of(
        [
          'jsforce#Connection().',
          'jsforce#Connection().sobject().',
          'jsforce#Connection().tooling.',
          'jsforce#Connection().tooling.sobject().',
          'jsforce#Connection().metadata.',
        ],
        'create insert update upsert',
      ),
      capabilities: ['crm.write'],
      arguments: { body: [0] },
      result: 'id',
      reference: 'https://jsforce.github.io/',
    },
    {
      symbols: of(
        [
          'jsforce#Connection().',
          'jsforce#Connection().sobject().',
          'jsforce#Connection().tooling.sobject().',
          'jsforce#Connection().metadata.',
        ],
        'delete del destroy',
      ),
      capabilities: ['crm.delete'],
      result: 'status',
      reference: 'https://jsforce.github.io/',
    },
    {
      symbols: [
        'pipedrive.client.Client().deals.get_all_deals',
        'pipedrive#DealsApi().getDeals',
        'zcrmsdk.Record().get_records',
        'odoorpc.ODOO().execute',
        'attio#default().records.query',
        'apollo.Apollo().people.search',
        'mailchimp_marketing.Client().lists.get_list_members_info',
      ],
      capabilities: ['crm.read'],
      result: 'content',
      reference: 'https://developers.pipedrive.com/',
    },
    {
      symbols: [
        'mailchimp_marketing.Client().campaigns.send',
        '@mailchimp/mailchimp_marketing#default.campaigns.send',
        'klaviyo_api.KlaviyoAPI().Campaigns.create_campaign_send_job',
        'customerio.APIClient().send_email',
        'customerio-node#APIClient().sendEmail',
        'loops#LoopsClient().sendTransactionalEmail',
      ],
      capabilities: ['mail.send'],
      arguments: { recipient: ['to'] },
      result: 'status',
      reference: 'https://mailchimp.com/developer/marketing/',
    },
  ],
);
