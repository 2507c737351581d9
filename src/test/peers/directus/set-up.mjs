// What somebody would click together: collections for lost deals, and a user with a static token who may log and read them.

const { PUBLIC_URL: directus, ADMIN_TOKEN, TOKEN } = process.env

const ask = async (method, path, body) => {
  const answer = await fetch(directus + path, {
    method,
    headers: { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.status === 204 ? undefined : (await answer.json()).data
}

const field = (field, type, schema = {}, meta = {}) => ({ field, type, schema, meta })
const required = [{ is_nullable: false }, { required: true }]

const fields = [
  field('id', 'bigInteger', { is_primary_key: true, has_auto_increment: true }),
  field('source', 'string', ...required),
  // there is no constraint over two fields
  field('external_id', 'string', { is_nullable: false, is_unique: true }, { required: true }),
  field('closed_on', 'date', ...required),
  field('owner', 'string'),
  field('value_amount', 'decimal', { numeric_precision: 19, numeric_scale: 4 }),
  field('value_currency', 'string', { max_length: 3 }),
  field('product', 'string'),
  field('segment', 'string'),
  field('region', 'string'),
  field('outcome', 'string'),
  field('competitors', 'json', {}, { special: ['cast-json'] }),
  field('reasons', 'json', {}, { special: ['cast-json'] }),
  field('prices', 'json', {}, { special: ['cast-json'] }),
]

// as collections are by default, where each change is told in two further rows, and without
await ask('POST', '/collections', { collection: 'losses', schema: {}, meta: {}, fields })
await ask('POST', '/collections', { collection: 'plain_losses', schema: {}, meta: { accountability: null }, fields })
const collections = ['losses', 'plain_losses']

const policy = await ask('POST', '/policies', {
  name: 'Logs losses',
  permissions: {
    create: collections.flatMap((collection) =>
      ['create', 'read'].map((action) => ({ collection, action, fields: ['*'], permissions: {}, validation: {} })),
    ),
    update: [],
    delete: [],
  },
})
const role = await ask('POST', '/roles', { name: 'CRM' })
await ask('POST', '/access', { role: role.id, policy: policy.id })
await ask('POST', '/users', { first_name: 'CRM', role: role.id, token: TOKEN })
