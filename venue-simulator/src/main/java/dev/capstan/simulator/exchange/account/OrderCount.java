package dev.capstan.simulator.exchange.account;

/**
 * Orders an account placed in the running ten seconds and the running day that have not filled at all. The first fill of an order takes it
 * off again, and four others with it when the order was resting: who trades is not held back, only who floods.
 */
public final class OrderCount {

    private static final long TEN_SECONDS = 10_000L;
    private static final long DAY = 86_400_000L;

    private static final int MAKER_REWARD = 5;

    private long window;
    private long day;
    private int inWindow;
    private int inDay;

    public void placed(int orders, long now) {
        roll(now);
        inWindow += orders;
        inDay += orders;
    }

    public void firstFill(long now, boolean maker) {
        roll(now);
        int off = maker ? MAKER_REWARD : 1;
        inWindow = Math.max(0, inWindow - off);
        inDay = Math.max(0, inDay - off);
    }

    public OrderUsage usage(long now) {
        roll(now);
        return new OrderUsage(inWindow, inDay);
    }

    private void roll(long now) {
        if (window != now / TEN_SECONDS) {
            window = now / TEN_SECONDS;
            inWindow = 0;
        }
        if (day != now / DAY) {
            day = now / DAY;
            inDay = 0;
        }
    }
}
