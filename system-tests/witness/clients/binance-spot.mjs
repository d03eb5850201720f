// The venue's own kind of client, @binance/spot, trades on the venue.
import assert from 'node:assert/strict';
import { Spot } from '@binance/spot';
import { bracket, pair, until } from './venue.mjs';

export function client(venue, key) {
  const common = { apiKey: key.apiKey, apiSecret: key.secret, privateKey: key.privateKey };
  return new Spot({
    configurationRestAPI: { ...common, basePath: venue.url, timeout: 10_000, retries: 0 },
    configurationWebsocketAPI: { ...common, wsURL: `${venue.webSocketUrl}/ws-api/v3` },
    configurationWebsocketStreams: { wsURL: venue.webSocketUrl },
  });
}

const limit = { symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: 0.01, price: 40000 };

export async function tradesByRest(venue, key) {
  await venue.holdPrice('50000');
  const { restAPI } = client(venue, key);
  const placed = await (await restAPI.newOrder(limit)).data();
  assert.equal(placed.status, 'NEW');
  assert.equal((await (await restAPI.getOrder({ symbol: 'BTCUSDT', orderId: placed.orderId })).data()).status, 'NEW');
  const less = await (await restAPI.orderAmendKeepPriority({ symbol: 'BTCUSDT', orderId: placed.orderId, newQty: 0.005 })).data();
  assert.equal(less.amendedOrder.qty, '0.00500000');
  assert.equal((await (await restAPI.orderAmendments({ symbol: 'BTCUSDT', orderId: placed.orderId })).data()).length, 1);
  assert.equal((await (await restAPI.deleteOrder({ symbol: 'BTCUSDT', orderId: placed.orderId })).data()).status, 'CANCELED');

  const id = `r${Date.now()}`;
  const list = await (await restAPI.orderListOco(pair(id))).data();
  assert.equal(list.orderReports.length, 2);
  assert.equal((await (await restAPI.deleteOrderList({ symbol: 'BTCUSDT', orderListId: list.orderListId })).data()).listOrderStatus, 'ALL_DONE');
  await restAPI.orderListOtoco(bracket(`${id}b`));
  await venue.holdPrice('48999');
  const stop = await (await restAPI.getOrder({ symbol: 'BTCUSDT', origClientOrderId: `${id}b-stop` })).data();
  assert.equal(stop.status, 'NEW');
  await venue.holdPrice('52001');
  const target = await (await restAPI.getOrder({ symbol: 'BTCUSDT', origClientOrderId: `${id}b-target` })).data();
  assert.equal(target.status, 'FILLED');

  await assert.rejects(restAPI.newOrder({ ...limit, price: 40000.001 }), { code: -1013 });
  await assert.rejects(client(venue, { ...key, secret: 'another', privateKey: undefined }).restAPI.getAccount(), { code: -1022 });
}

export async function tradesBySocket(venue, key, logsOn) {
  await venue.holdPrice('50000');
  const connection = await client(venue, key).websocketAPI.connect();
  try {
    if (logsOn) {
      await connection.sessionLogon();
    }
    const { stream } = logsOn ? await connection.userDataStreamSubscribe() : await connection.userDataStreamSubscribeSignature();
    const events = [];
    stream.on('message', (event) => events.push(event));

    const id = `s${Date.now()}`;
    const placed = await connection.orderPlace({ ...limit, newClientOrderId: id });
    assert.equal(placed.data.status, 'NEW');
    assert.equal((await connection.orderStatus({ symbol: 'BTCUSDT', origClientOrderId: id })).data.status, 'NEW');
    await connection.orderAmendKeepPriority({ symbol: 'BTCUSDT', origClientOrderId: id, newQty: 0.005, newClientOrderId: `${id}-less` });
    await until('the report of the amendment', () => events.some(({ e, x, C, q }) => e === 'executionReport' && x === 'REPLACED' && C === id && q === '0.00500000'));
    assert.equal((await connection.orderCancel({ symbol: 'BTCUSDT', origClientOrderId: `${id}-less` })).data.status, 'CANCELED');
    const list = await connection.orderListPlaceOco(pair(`${id}o`));
    await connection.orderListCancel({ symbol: 'BTCUSDT', orderListId: list.data.orderListId });
    await connection.orderListPlaceOtoco(bracket(`${id}b`));
    await venue.holdPrice('47000');
    await until('the report of the stop', () => events.some(({ e, c, X }) => e === 'executionReport' && c === `${id}b-stop` && X === 'FILLED'));
    await until('the end of the list', () => events.some(({ e, C, L }) => e === 'listStatus' && C === `${id}b` && L === 'ALL_DONE'));
    assert.ok(events.some(({ e }) => e === 'outboundAccountPosition'));
  } finally {
    await connection.disconnect();
  }
}

export async function watchesTheMarket(venue) {
  await venue.releasePrice();
  const connection = await client(venue, { apiKey: 'nobody', secret: 'nothing' }).websocketStreams.connect();
  try {
    const heard = new Set();
    const symbol = 'btcusdt';
    connection.trade({ symbol }).on('message', () => heard.add('trade'));
    connection.kline({ symbol, interval: '1m' }).on('message', () => heard.add('kline'));
    connection.bookTicker({ symbol }).on('message', () => heard.add('bookTicker'));
    connection.diffBookDepth({ symbol, updateSpeed: '100ms' }).on('message', () => heard.add('depth'));
    await until('four kinds of market data', () => heard.size === 4);
  } finally {
    await connection.disconnect();
  }
}
