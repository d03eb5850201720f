"use strict";

const LEVELS = 10;
const TRADES = 15;
const CANDLES = 120;
const STATE_MILLIS = 3000;
const RECONNECT_MILLIS = 2000;
const WIDTH = 600;
const HEIGHT = 160;

const byId = (id) => document.getElementById(id);
// Eight places as the venue writes them, without the zeros that say nothing.
const short = (decimal) => decimal.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

let listed = [];
let chosen = null;
let socket = null;
let closes = new Map();

function row(...cells) {
  const line = document.createElement("tr");
  for (const [text, kind] of cells) {
    const cell = document.createElement("td");
    cell.textContent = text;
    cell.className = kind ?? "";
    line.append(cell);
  }
  return line;
}

function showBook(book) {
  const asks = book.asks.slice(0, LEVELS).reverse();
  const bids = book.bids.slice(0, LEVELS);
  byId("book").replaceChildren(
    ...asks.map(([price, quantity]) => row([""], [short(price), "ask"], [short(quantity)])),
    ...bids.map(([price, quantity]) => row([short(quantity)], [short(price), "bid"], [""])),
  );
}

function showTrade(trade) {
  const side = trade.m ? "ask" : "bid";
  const time = new Date(trade.T).toISOString().slice(11, 19);
  byId("last").textContent = short(trade.p);
  byId("trades").prepend(row([time], [short(trade.p), side], [short(trade.q)]));
  while (byId("trades").childElementCount > TRADES) {
    byId("trades").lastElementChild.remove();
  }
}

function showCandle(open, close) {
  closes.set(open, Number(close));
  while (closes.size > CANDLES) {
    closes.delete(closes.keys().next().value);
  }
  const prices = [...closes.values()];
  const low = Math.min(...prices);
  const span = Math.max(...prices) - low || 1;
  const step = WIDTH / Math.max(1, prices.length - 1);
  const points = prices.map((price, at) => `${(at * step).toFixed(1)},${(HEIGHT - ((price - low) / span) * HEIGHT).toFixed(1)}`);
  byId("line").setAttribute("points", points.join(" "));
  byId("range").textContent = `${low} to ${low + span} in ${prices.length} candles of ${chosen.interval}`;
}

async function showHistory(instrument) {
  const query = new URLSearchParams({ symbol: instrument.symbol, interval: instrument.interval, limit: CANDLES });
  const answer = await fetch(`/api/v3/klines?${query}`);
  if (answer.ok && instrument === chosen) {
    const live = closes;
    closes = new Map();
    for (const candle of await answer.json()) {
      showCandle(candle[0], candle[4]);
    }
    live.forEach((close, open) => showCandle(open, close));
  }
}

function listen(instrument) {
  const name = instrument.symbol.toLowerCase();
  const streams = [`${name}@depth20@100ms`, `${name}@trade`, `${name}@kline_${instrument.interval}`];
  const opened = new WebSocket(`ws://${location.host}/stream?streams=${streams.join("/")}`);
  socket = opened;
  opened.onopen = () => (byId("link").textContent = "live");
  opened.onmessage = (message) => {
    const { stream, data } = JSON.parse(message.data);
    if (stream.includes("@depth")) {
      showBook(data);
    } else if (stream.endsWith("@trade")) {
      showTrade(data);
    } else if (data.e === "kline") {
      showCandle(data.k.t, data.k.c);
    }
  };
  opened.onclose = () => {
    if (socket === opened) {
      byId("link").textContent = "disconnected";
      setTimeout(() => socket === opened && listen(chosen), RECONNECT_MILLIS);
    }
  };
}

function choose(instrument) {
  chosen = instrument;
  closes = new Map();
  byId("trades").replaceChildren();
  byId("book").replaceChildren();
  const before = socket;
  listen(instrument);
  before?.close();
  showHistory(instrument);
  showSymbols();
}

function showSymbols() {
  byId("symbols").replaceChildren(
    ...listed.map((instrument) => {
      const button = document.createElement("button");
      button.textContent = `${instrument.base}/${instrument.quote}${instrument.madeUp ? " (made up)" : ""}`;
      button.setAttribute("aria-pressed", String(instrument.symbol === chosen?.symbol));
      button.onclick = () => choose(instrument);
      return button;
    }),
  );
}

function showFaults(state) {
  const lines = state.faults.map(
    (fault) => `${fault.kind} · ${fault.target}${fault.symbol ? ` · ${fault.symbol}` : ""} · ${fault.times} more`,
  );
  if (state.clockAheadMillis !== 0) {
    lines.push(`CLOCK_SKEW · ${state.clockAheadMillis} ms`);
  }
  byId("faults").replaceChildren(
    ...(lines.length ? lines : ["none"]).map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }),
  );
}

async function refresh() {
  try {
    const state = await (await fetch("/page/state")).json();
    byId("epoch").textContent = state.epoch;
    showFaults(state);
    if (listed.length === 0 && state.symbols.length > 0) {
      listed = state.symbols;
      choose(listed[0]);
    }
  } catch (unreachable) {
    byId("link").textContent = "disconnected";
  }
  setTimeout(refresh, STATE_MILLIS);
}

refresh();
