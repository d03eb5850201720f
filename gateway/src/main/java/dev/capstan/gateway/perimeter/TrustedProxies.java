package dev.capstan.gateway.perimeter;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** The proxies whose word on the caller's address counts. */
final class TrustedProxies {

    private final List<AddressRange> ranges;

    TrustedProxies(List<AddressRange> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    boolean trusts(String address) {
        InetAddress parsed = AddressRange.address(address);
        return parsed != null && ranges.stream().anyMatch(range -> range.contains(parsed));
    }

    /**
     * Who asks. Each proxy wrote down, at the end, whom it got the call from; so the list is read from its end as long as those who
     * wrote are trusted. What stands before that anybody may have made up.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the values of {@code X-Forwarded-For}, in order
     */
    String callerOf(String peer, List<String> forwardedFor) {
        String caller = peer;
        List<String> hops = forwardedFor.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        for (String hop : hops.reversed()) {
            if (!trusts(caller) || AddressRange.address(hop) == null) {
                return caller;
            }
            caller = hop;
        }
        return caller;
    }
}
