// Lets clients nobody here wrote trade on a venue and watch it; ends with an error at the first thing they do not understand.
//
//   node clients.mjs --url http://127.0.0.1:8090 --control http://127.0.0.1:8091
import { parseArgs } from 'node:util';
import * as spot from './clients/binance-spot.mjs';
import * as pro from './clients/ccxt.mjs';
import { Venue } from './clients/venue.mjs';

const { values: args } = parseArgs({ options: { url: { type: 'string' }, control: { type: 'string' } } });
const venue = new Venue(args.url, args.control);

async function step(name, run) {
  const begun = Date.now();
  try {
    await run();
  } catch (error) {
    console.error(`${name} failed`);
    throw error;
  }
  console.log(`${name}: ${Date.now() - begun} ms`);
}

// Each with an account of its own: what one leaves behind is nothing to the next.
const one = await venue.account('ccxt');
await step('ccxt with a shared secret', () => pro.trades(venue, one.hmac.apiKey, one.hmac.secret));
await step('ccxt with Ed25519', () => pro.trades(venue, one.ed25519.apiKey, one.ed25519.privateKey));
await step('ccxt.pro watches the market', () => pro.watchesTheMarket(venue));

const two = await venue.account('spot');
await step('@binance/spot by REST with a shared secret', () => spot.tradesByRest(venue, two.hmac));
await step('@binance/spot by REST with Ed25519', () => spot.tradesByRest(venue, two.ed25519));
await step('@binance/spot by WebSocket with a shared secret', () => spot.tradesBySocket(venue, two.hmac, false));
await step('@binance/spot by WebSocket, logged on with Ed25519', () => spot.tradesBySocket(venue, two.ed25519, true));
await step('@binance/spot watches the market', () => spot.watchesTheMarket(venue));

await step('what ccxt is refused', async () => pro.isRefused(venue, await venue.account('refused')));
process.exit(0);
