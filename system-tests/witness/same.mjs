// Trades and looks on one venue account with clients nobody here wrote, as a scenario tells it: one command a line in, one answer a line out.
//
//   node same.mjs --url http://127.0.0.1:8090 --symbol SOL/USDT      (the first line in is {"keys": {"hmac": ..., "ed25519": ...}})
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as spot from './clients/binance-spot.mjs';
import * as pro from './clients/ccxt.mjs';
import { loopback, until } from './clients/venue.mjs';

// Standard output is for answers; the libraries say there what they do.
for (const name of ['log', 'info', 'debug']) {
  console[name] = console.error;
}

const { values: args } = parseArgs({ options: { url: { type: 'string' }, symbol: { type: 'string' } } });
const venue = { url: loopback(args.url), webSocketUrl: args.url.replace(/^http/, 'ws') };
const symbol = args.symbol.replace('/', '');

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { keys } = JSON.parse((await lines.next()).value);

const ccxts = {
  'ccxt-hmac': pro.client(venue, keys.hmac.apiKey, keys.hmac.secret),
  'ccxt-ed25519': pro.client(venue, keys.ed25519.apiKey, keys.ed25519.privateKey),
};
const spots = { 'spot-hmac': spot.client(venue, keys.hmac), 'spot-ed25519': spot.client(venue, keys.ed25519) };
for (const exchange of Object.values(ccxts)) {
  // Without it the library refuses addresses that begin with ws:.
  await exchange.loadHttpProxyAgent();
  await exchange.loadMarkets();
}

/** What each stream said last of each order, by the venue's id. */
const streamed = { 'ccxt-hmac': new Map(), 'spot-ed25519': new Map() };
const heard = (client, event) => streamed[client].set(String(event.i), { status: event.X, executed: event.z });

async function listensWithCcxt(client) {
  const exchange = ccxts[client];
  (async () => {
    for (;;) {
      (await exchange.watchOrders(args.symbol)).forEach(({ info }) => heard(client, info));
    }
  })().catch((error) => console.error(error.message));
  // The library tells nobody when its subscription stands: an order of its own shows it.
  await until('the stream of ccxt', async () => {
    const probe = await exchange.createOrder(args.symbol, 'limit', 'buy', exchange.amountToPrecision(args.symbol, 1), probePrice);
    await exchange.cancelOrder(probe.id, args.symbol);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return streamed[client].size > 0;
  });
}

async function listensWithSpot(client) {
  const connection = await spots[client].websocketAPI.connect();
  await connection.sessionLogon();
  const { stream } = await connection.userDataStreamSubscribe();
  stream.on('message', (event) => event.e === 'executionReport' && heard(client, event));
}

let probePrice;

const data = async (answer) => (await answer).data();
const spotRest = (client) => spots[client].restAPI;

/** Each does it with the means of its client. */
const actions = {
  async listen({ price }) {
    probePrice = price;
    await listensWithSpot('spot-ed25519');
    await listensWithCcxt('ccxt-hmac');
    return {};
  },
  async order({ client, order }) {
    if (client in spots) {
      return data(spotRest(client).newOrder({ symbol, ...order }));
    }
    const { type, side, quantity, price, ...more } = order;
    return (await ccxts[client].createOrder(args.symbol, type, side, quantity, price, more)).info;
  },
  async oco({ client, order }) {
    const list = { symbol, ...order };
    return client in spots ? data(spotRest(client).orderListOco(list)) : ccxts[client].privatePostOrderListOco(list);
  },
  async otoco({ client, order }) {
    const list = { symbol, ...order };
    return client in spots ? data(spotRest(client).orderListOtoco(list)) : ccxts[client].privatePostOrderListOtoco(list);
  },
  async cancel({ client, orderId }) {
    return client in spots ? data(spotRest(client).deleteOrder({ symbol, orderId })) : (await ccxts[client].cancelOrder(orderId, args.symbol)).info;
  },
  async cancelAll({ client }) {
    return ccxts[client].cancelAllOrders(args.symbol);
  },
  /** Every order and trade of the account as each client reads it, and what the streams said last. */
  async look() {
    const seen = {};
    for (const [name, exchange] of Object.entries(ccxts)) {
      const orders = (await exchange.fetchOrders(args.symbol, undefined, 1000, { orderId: 0 })).map(({ info }) => info);
      const trades = (await exchange.fetchMyTrades(args.symbol, undefined, 1000, { fromId: 0 })).map(({ info }) => info);
      seen[name] = { orders, trades };
    }
    for (const [name, { restAPI }] of Object.entries(spots)) {
      seen[name] = {
        orders: await data(restAPI.allOrders({ symbol, orderId: 0, limit: 1000 })),
        trades: await data(restAPI.myTrades({ symbol, fromId: 0, limit: 1000 })),
      };
    }
    const streams = Object.fromEntries(Object.entries(streamed).map(([name, events]) => [name, Object.fromEntries(events)]));
    return { seen, streams };
  },
};

/** What the venue refused is an answer; anything else ends this process. */
function refusal(client, error) {
  const code = client in ccxts ? JSON.parse(ccxts[client].last_http_response).code : error.code;
  if (!Number.isInteger(code) || code >= 0) {
    throw error;
  }
  return { code };
}

for await (const line of lines) {
  const command = JSON.parse(line);
  let answer;
  try {
    answer = await actions[command.action](command);
  } catch (error) {
    answer = refusal(command.client, error);
  }
  // Ids may be larger than a number holds; the libraries know, and give a BigInt.
  process.stdout.write(`${JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? String(value) : value))}\n`);
}
process.exit(0);
