import { of, symbolRows } from '../../build-rows.ts';

/** MongoDB drivers and mongoose. */
export const mongodb = symbolRows(
  { kind: 'api', why: 'MongoDB driver.', reference: 'https://www.mongodb.com/docs/drivers/' },
  [
    {
      symbols: of(
        [
          'pymongo.MongoClient().',
          'pymongo.collection.Collection().',
          'pymongo.AsyncMongoClient().',
          'motor.motor_asyncio.AsyncIOMotorClient().',
          'mongodb#MongoClient().db().collection().',
          'mongodb#Collection().',
        ],
        'count_documents countDocuments distinct find find_one findOne',
      ),
      capabilities: ['db.read'],
      arguments: { query: [0, 'filter'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'pymongo.MongoClient().',
          'pymongo.collection.Collection().',
          'motor.motor_asyncio.AsyncIOMotorClient().',
          'mongodb#MongoClient().db().collection().',
          'mongodb#Collection().',
        ],
        'aggregate command runCommand',
      ),
      capabilities: ['db.query'],
      arguments: { query: [0, 'pipeline'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'pymongo.MongoClient().',
          'pymongo.collection.Collection().',
          'motor.motor_asyncio.AsyncIOMotorClient().',
          'mongodb#MongoClient().db().collection().',
          'mongodb#Collection().',
        ],
        'bulk_write bulkWrite findOneAndUpdate find_one_and_update insertMany insertOne insert_many insert_one replaceOne replace_one updateMany updateOne update_many update_one',
      ),
      capabilities: ['db.write'],
      arguments: { body: [0, 1] },
      result: 'status',
    },
    {
      symbols: of(
        [
          'pymongo.MongoClient().',
          'pymongo.collection.Collection().',
          'motor.motor_asyncio.AsyncIOMotorClient().',
          'mongodb#MongoClient().db().collection().',
          'mongodb#Collection().',
        ],
        'deleteMany deleteOne delete_many delete_one drop findOneAndDelete find_one_and_delete',
      ),
      capabilities: ['db.delete'],
      arguments: { query: [0] },
      result: 'status',
    },
    {
      symbols: of(
        ['mongoose#model().', 'mongoose#default.model().', 'mongoose#Model.'],
        'aggregate countDocuments distinct exists find findById findOne',
      ),
      capabilities: ['db.read'],
      arguments: { query: [0] },
      result: 'content',
      reference: 'https://mongoosejs.com/docs/api/model.html',
    },
    {
      symbols: of(
        ['mongoose#model().', 'mongoose#default.model().', 'mongoose#Model.', 'mongoose#model()().'],
        'create findByIdAndUpdate findOneAndUpdate insertMany save updateMany updateOne',
      ),
      capabilities: ['db.write'],
      arguments: { body: [0, 1] },
      result: 'content',
      reference: 'https://mongoosejs.com/docs/api/model.html',
    },
    {
      symbols: of(
        ['mongoose#model().', 'mongoose#default.model().', 'mongoose#Model.'],
        'deleteMany deleteOne findByIdAndDelete findOneAndDelete',
      ),
      capabilities: ['db.delete'],
      result: 'content',
      reference: 'https://mongoosejs.com/docs/api/model.html',
    },
  ],
);
