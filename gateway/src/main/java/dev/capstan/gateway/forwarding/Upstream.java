package dev.capstan.gateway.forwarding;

import java.net.URI;
import java.util.Arrays;

/** A service behind the gateway. */
public enum Upstream {
    EXECUTION("execution"),
    RISK("risk"),
    PORTFOLIO("portfolio"),
    MARKET_DATA("market-data"),
    BACKTEST("backtest");

    private final String serviceName;
    private final URI address;

    Upstream(String serviceName) {
        this.serviceName = serviceName;
        this.address = URI.create("http://" + serviceName);
    }

    static Upstream at(URI address) {
        return Arrays.stream(values())
                .filter(upstream -> upstream.serviceName.equals(address.getHost()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no service is addressed by " + address));
    }

    public String serviceName() {
        return serviceName;
    }

    /** Stands for whichever replica will be asked; never resolved as a host. */
    public URI address() {
        return address;
    }
}
