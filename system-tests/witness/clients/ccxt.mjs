// ccxt and ccxt.pro trade on the venue.
import assert from 'node:assert/strict';
import ccxt from 'ccxt';
import { bracket, pair, until } from './venue.mjs';

const BTC = 'BTC/USDT';

export function client(venue, apiKey, secret) {
  const exchange = new ccxt.pro.binance({
    apiKey,
    secret,
    enableRateLimit: false,
    options: {
      defaultType: 'spot',
      fetchMarkets: { types: ['spot'] },
      fetchCurrencies: false,
      fetchMargins: false,
      warnOnFetchOpenOrdersWithoutSymbol: false,
    },
  });
  // Every address the library knows leads to the venue of the test: a call that is not meant for it must fail there, not leave this machine.
  const api = exchange.urls.api;
  for (const name of Object.keys(api)) {
    if (name !== 'ws') {
      api[name] = `${venue.url}/${name}`;
    }
  }
  api.public = `${venue.url}/api/v3`;
  api.private = `${venue.url}/api/v3`;
  api.ws = { spot: `${venue.webSocketUrl}/ws`, margin: `${venue.webSocketUrl}/ws`, 'ws-api': { spot: `${venue.webSocketUrl}/ws-api/v3` } };
  return exchange;
}

/** Keeps what a `watch` method brings, until the client is closed. */
function collect(watch) {
  const all = [];
  (async () => {
    for (;;) {
      const news = await watch();
      all.push(...(Array.isArray(news) ? structuredClone(news) : [structuredClone(news)]));
    }
  })().catch((error) => {
    if (!(error instanceof ccxt.ExchangeClosedByUser)) {
      console.error(error);
    }
  });
  return all;
}

export async function trades(venue, apiKey, secret) {
  const exchange = client(venue, apiKey, secret);
  try {
    await venue.holdPrice('50000');
    // Without it the library refuses addresses that begin with ws:.
    await exchange.loadHttpProxyAgent();
    await exchange.loadMarkets();
    const orders = collect(() => exchange.watchOrders(BTC));
    await until('the subscription', async () => {
      const probe = await exchange.createOrder(BTC, 'limit', 'buy', 0.001, 40000);
      await exchange.cancelOrder(probe.id, BTC);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return orders.length > 0;
    });

    const limit = await exchange.createOrder(BTC, 'limit', 'buy', 0.01, 40000);
    assert.equal((await exchange.fetchOrder(limit.id, BTC)).status, 'open');
    assert.deepEqual((await exchange.fetchOpenOrders(BTC)).map(({ id }) => id), [limit.id]);
    assert.equal((await exchange.cancelOrder(limit.id, BTC)).status, 'canceled');
    const bought = await exchange.createOrder(BTC, 'market', 'buy', 0.01);
    assert.equal(bought.status, 'closed');
    assert.ok((await exchange.fetchMyTrades(BTC)).some(({ order }) => order === bought.id));
    const stop = await exchange.createOrder(BTC, 'market', 'sell', 0.01, undefined, { stopLossPrice: 45000 });
    assert.equal((await exchange.fetchOrder(stop.id, BTC)).status, 'open');
    await exchange.cancelOrder(stop.id, BTC);
    await until('the report of the fill', () => orders.some(({ id, status }) => id === bought.id && status === 'closed'));

    await lists(venue, exchange, orders);
  } finally {
    await exchange.close();
  }
}

async function lists(venue, exchange, orders) {
  const id = `o${Date.now()}`;
  const placed = await exchange.privatePostOrderListOco(pair(id));
  assert.equal(placed.contingencyType, 'OCO');
  const canceled = await exchange.privateDeleteOrderList({ symbol: 'BTCUSDT', orderListId: placed.orderListId });
  assert.equal(canceled.listOrderStatus, 'ALL_DONE');

  const entered = await exchange.privatePostOrderListOtoco(bracket(`${id}b`));
  assert.deepEqual(entered.orderReports.map(({ status }) => status), ['NEW', 'PENDING_NEW', 'PENDING_NEW']);
  await venue.holdPrice('48999');
  await venue.holdPrice('47000');
  const order = (name) => exchange.fetchOrder(undefined, BTC, { origClientOrderId: `${id}b-${name}` });
  assert.equal((await order('entry')).status, 'closed');
  assert.equal((await order('stop')).status, 'closed');
  assert.equal((await order('target')).status, 'expired');
  await until('the report of the stop', () => orders.some(({ clientOrderId, status }) => clientOrderId === `${id}b-stop` && status === 'closed'));
}

export async function watchesTheMarket(venue) {
  const exchange = client(venue);
  try {
    await venue.releasePrice();
    // Without it the library refuses addresses that begin with ws:.
    await exchange.loadHttpProxyAgent();
    await exchange.loadMarkets();
    const [prints, candles, book, top] = await Promise.all([
      exchange.watchTrades(BTC),
      exchange.watchOHLCV(BTC, '1m'),
      exchange.watchOrderBook(BTC),
      exchange.watchBidsAsks([BTC]),
    ]);
    assert.ok(prints.length > 0 && candles.length > 0);
    assert.ok(book.asks[0][0] > book.bids[0][0]);
    assert.ok(top[BTC].ask > top[BTC].bid);
    assert.ok((await exchange.fetchOHLCV(BTC, '1m', undefined, 5)).length === 5);
    assert.ok((await exchange.fetchOrderBook(BTC)).bids.length > 0);
    const day = await exchange.fetchTicker(BTC);
    assert.ok(day.low <= day.last && day.last <= day.high && day.bid < day.ask && day.baseVolume > 0);
    const printed = await exchange.fetchTrades(BTC, undefined, 5, { fetchTradesMethod: 'publicGetAggTrades' });
    assert.equal(printed.length, 5);
    const ticker = await exchange.watchTicker(BTC);
    assert.ok(ticker.low <= ticker.last && ticker.last <= ticker.high);
  } finally {
    await exchange.close();
  }
}

/** The venue's code for what `call` was refused for: the library has words of its own. */
async function refusal(exchange, call) {
  try {
    await call(exchange);
  } catch (error) {
    const { code } = JSON.parse(exchange.last_http_response);
    assert.ok(code, `an error without a code: ${error.message}`);
    return code;
  }
  return assert.fail('expected a refusal');
}

export async function isRefused(venue, account) {
  await venue.holdPrice('50000');
  const { apiKey, secret } = account.hmac;
  const order = { symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: '0.01', price: '40000' };
  const stranger = client(venue, apiKey, 'another secret');
  assert.equal(await refusal(stranger, (each) => each.privateGetAccount()), -1022, 'a wrong secret');
  const foreign = client(venue, `${apiKey}-ed`, (await venue.account('foreign')).ed25519.privateKey);
  assert.equal(await refusal(foreign, (each) => each.privateGetAccount()), -1022, 'another private key');

  const exchange = client(venue, apiKey, secret);
  const late = client(venue, apiKey, secret);
  late.nonce = () => Date.now() - 60_000;
  assert.equal(await refusal(late, (each) => each.privatePostOrder(order)), -1021, 'a stale timestamp');
  const forged = client(venue, apiKey, secret);
  const sign = forged.sign.bind(forged);
  forged.sign = (...args) => {
    const request = sign(...args);
    return { ...request, body: request.body.replace('quantity=0.01', 'quantity=0.02') };
  };
  assert.equal(await refusal(forged, (each) => each.privatePostOrder(order)), -1022, 'a changed parameter');
  assert.equal(await refusal(exchange, (each) => each.privatePostOrder({ ...order, price: '40000.001' })), -1013, 'a price off the tick');
  assert.equal(await refusal(exchange, (each) => each.privatePostOrder({ ...order, quantity: '0.00001' })), -1013, 'too small an order');
  assert.equal(await refusal(exchange, (each) => each.privatePostOrder({ ...order, quantity: '1000' })), -2010, 'more than there is');
  assert.equal(await refusal(exchange, (each) => each.privateGetOrder({ symbol: 'BTCUSDT', origClientOrderId: 'never' })), -2013, 'an unknown order');
  // Ten seconds may end on the way, so twice as many as they allow.
  assert.equal(
    await refusal(exchange, async () => {
      for (let number = 0; number <= 100; number += 1) {
        const { orderId } = await exchange.privatePostOrder(order);
        await exchange.privateDeleteOrder({ symbol: 'BTCUSDT', orderId });
      }
    }),
    -1015,
    'an exceeded limit',
  );
}
