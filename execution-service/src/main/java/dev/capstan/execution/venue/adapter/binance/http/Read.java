package dev.capstan.execution.venue.adapter.binance.http;

/** The reads that we make, each with what the venue counts it as and what we make it for. */
enum Read {
    ORDER("/api/v3/order", 4, Purpose.QUERY),
    FILLS_OF_ORDER("/api/v3/myTrades", 5, Purpose.QUERY),
    ACCOUNT("/api/v3/account", 20, Purpose.QUERY),
    LAST_PRICE("/api/v3/ticker/price", 2, Purpose.QUERY),
    AVERAGE_PRICE("/api/v3/avgPrice", 2, Purpose.QUERY),
    RULES("/api/v3/exchangeInfo", 20, Purpose.RULES),
    OPEN_ORDERS("/api/v3/openOrders", 80, Purpose.RECONCILIATION),
    ORDERS("/api/v3/allOrders", 20, Purpose.RECONCILIATION),
    FILLS("/api/v3/myTrades", 20, Purpose.RECONCILIATION);

    private final String path;
    private final int weight;
    private final Purpose purpose;

    Read(String path, int weight, Purpose purpose) {
        this.path = path;
        this.weight = weight;
        this.purpose = purpose;
    }

    String path() {
        return path;
    }

    int weight() {
        return weight;
    }

    Purpose purpose() {
        return purpose;
    }
}
