// Prints what a venue account holds and did, as JSON, read with ccxt: orders, trades and balances.
//
//   node witness.mjs --url http://127.0.0.1:8090 --key API_KEY --symbols BTC/USDT,ETH/USDT   (the secret comes on standard input)
//
// It is a witness in tests: the same facts read by a client that shares no line with ours.
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { binance } from 'ccxt';

const { values: args } = parseArgs({
  options: { url: { type: 'string' }, key: { type: 'string' }, symbols: { type: 'string' } },
});
for (const name of ['url', 'key', 'symbols']) {
  if (!args[name]) {
    console.error(`missing --${name}`);
    process.exit(2);
  }
}
const host = new URL(args.url).hostname;
if (host !== '127.0.0.1' && host !== 'localhost') {
  console.error(`refusing to read from ${host}: a witness reads loopback addresses only`);
  process.exit(2);
}

const exchange = new binance({
  apiKey: args.key,
  secret: readFileSync(0, 'utf8').trim(),
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
for (const name of Object.keys(exchange.urls.api)) {
  exchange.urls.api[name] = `${args.url}/${name}`;
}
exchange.urls.api.public = `${args.url}/api/v3`;
exchange.urls.api.private = `${args.url}/api/v3`;

const PAGE = 1000;

/** Reads pages upward by id until one is short; `read` gets the id to start from. */
async function pages(read) {
  const all = new Map();
  for (let from = 0, page; ; from = Number(page.at(-1).id) + 1) {
    page = await read(from);
    page.forEach((item) => all.set(item.id, item));
    if (page.length < PAGE) {
      return [...all.values()];
    }
  }
}

await exchange.loadMarkets();
const orders = [];
const trades = [];
for (const symbol of args.symbols.split(',')) {
  orders.push(...(await pages((orderId) => exchange.fetchOrders(symbol, undefined, PAGE, { orderId }))));
  trades.push(...(await pages((fromId) => exchange.fetchMyTrades(symbol, undefined, PAGE, { fromId }))));
}
const balance = await exchange.fetchBalance();

console.log(
  JSON.stringify({
    // The raw texts of the venue: ccxt's own numbers are floats.
    orders: orders.map(({ info }) => ({
      symbol: info.symbol,
      clientOrderId: info.clientOrderId,
      venueOrderId: String(info.orderId),
      side: info.side,
      status: info.status,
      quantity: info.origQty,
      filledQuantity: info.executedQty,
    })),
    trades: trades.map(({ info }) => ({
      symbol: info.symbol,
      tradeId: String(info.id),
      venueOrderId: String(info.orderId),
      price: info.price,
      quantity: info.qty,
      commission: info.commission,
      commissionAsset: info.commissionAsset,
      buyer: info.isBuyer,
    })),
    balances: balance.info.balances.map(({ asset, free, locked }) => ({ asset, free, locked })),
  }),
);
