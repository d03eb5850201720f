package dev.capstan.systemtests.edge;

import java.util.List;

/**
 * Calls a minute. What is not here is as it is shipped.
 *
 * @param reads of a user
 * @param writes of a user
 * @param withoutToken from an address
 * @param strategy from an address
 */
record Quotas(int reads, int writes, int withoutToken, int strategy) {

    /** What an installation has. */
    static final Quotas SHIPPED = new Quotas(1_200, 600, 300, 10);

    /** Reached within seconds. */
    static final Quotas SMALL = new Quotas(60, 40, 30, 10);

    /** Reads from an address, with both. */
    static final int READS_FROM_AN_ADDRESS = 6_000;

    List<String> properties() {
        String each = "-Dcapstan.gateway.limits.";
        return List.of(
                each + "reads-per-user=" + reads,
                each + "writes-per-user=" + writes,
                each + "without-token-per-address=" + withoutToken,
                each + "strategy-per-address=" + strategy);
    }
}
