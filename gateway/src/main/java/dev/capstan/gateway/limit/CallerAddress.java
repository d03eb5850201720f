package dev.capstan.gateway.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one address: all of IPv4, and of IPv6 the half that names a network, because the other half is the caller's to choose. */
final class CallerAddress {

    private static final int NETWORK_BYTES = 8;

    private CallerAddress() {}

    static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String text) {
        InetAddress address = InetAddress.ofLiteral(text);
        return address instanceof Inet6Address
                ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : text;
    }
}
