// A venue on loopback as a test sees it: its control API, accounts with both kinds of keys, and waiting with a limit.
import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID } from 'node:crypto';

const PATIENCE = 15_000;

export function loopback(url) {
  const { hostname } = new URL(url);
  assert.ok(hostname === '127.0.0.1' || hostname === 'localhost', `refusing to talk to ${hostname}: loopback addresses only`);
  return url;
}

export class Venue {
  constructor(url, controlUrl) {
    this.url = loopback(url);
    this.webSocketUrl = this.url.replace(/^http/, 'ws');
    this.controlUrl = loopback(controlUrl);
  }

  async control(method, path, body) {
    const response = await fetch(`${this.controlUrl}${path}`, { method, body: body && JSON.stringify(body) });
    const answer = await response.json();
    assert.equal(response.status, 200, JSON.stringify(answer));
    return answer;
  }

  holdPrice(price) {
    return this.control('POST', '/control/price', { symbol: 'BTCUSDT', price });
  }

  releasePrice() {
    return this.control('DELETE', '/control/price?symbol=BTCUSDT');
  }

  /** An account with a shared secret, and a second key of the same account whose private half stays here. */
  async account(name) {
    const apiKey = `${name}-${randomUUID()}`;
    const secret = randomUUID();
    await this.control('POST', '/control/accounts', { apiKey, secretKey: secret, balances: { USDT: '1000000', BTC: '10' } });
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    await this.control('POST', '/control/keys', {
      account: apiKey,
      apiKey: `${apiKey}-ed`,
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }),
    });
    return {
      hmac: { apiKey, secret },
      ed25519: { apiKey: `${apiKey}-ed`, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) },
    };
  }
}

/** Waits until `look` returns something, and returns that. */
export async function until(what, look) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found) {
      return found;
    }
    assert.ok(Date.now() < deadline, `waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** An exit at 52,000 or 48,000. */
export const pair = (id) => ({
  symbol: 'BTCUSDT',
  side: 'SELL',
  quantity: 0.1,
  listClientOrderId: id,
  aboveType: 'LIMIT_MAKER',
  abovePrice: 52000,
  aboveClientOrderId: `${id}-target`,
  belowType: 'STOP_LOSS',
  belowStopPrice: 48000,
  belowClientOrderId: `${id}-stop`,
});

/** An entry at 49,000, and the exits that wait for it. */
export const bracket = (id) => ({
  symbol: 'BTCUSDT',
  listClientOrderId: id,
  workingType: 'LIMIT',
  workingSide: 'BUY',
  workingTimeInForce: 'GTC',
  workingPrice: 49000,
  workingQuantity: 0.1,
  workingClientOrderId: `${id}-entry`,
  pendingSide: 'SELL',
  pendingQuantity: 0.0999,
  pendingAboveType: 'LIMIT_MAKER',
  pendingAbovePrice: 52000,
  pendingAboveClientOrderId: `${id}-target`,
  pendingBelowType: 'STOP_LOSS',
  pendingBelowStopPrice: 48000,
  pendingBelowClientOrderId: `${id}-stop`,
});
