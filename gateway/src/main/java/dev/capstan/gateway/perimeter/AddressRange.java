package dev.capstan.gateway.perimeter;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A network like {@code 10.0.0.0/8} or {@code fd00::/8}, or one address. */
final class AddressRange {

    private static final int LONGEST = 45;
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /** @throws IllegalArgumentException when {@code text} is neither */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw refused(text);
        }
        byte[] network = address.getAddress();
        int longest = network.length * Byte.SIZE;
        int prefix = slash < 0 ? longest : prefix(text.substring(slash + 1), text);
        if (prefix > longest) {
            throw refused(text);
        }
        return new AddressRange(network, prefix);
    }

    /** Null for what is no literal address; no name is ever looked up. */
    static @Nullable InetAddress address(String text) {
        if (text.length() > LONGEST || !LITERAL.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static int prefix(String digits, String text) {
        if (!digits.matches("[0-9]{1,3}")) {
            throw refused(text);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "capstan.gateway.trusted-proxies: expected addresses or networks like 10.0.0.0/8, got: " + text);
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        int rest = prefix % Byte.SIZE;
        int mask = (0xff << (Byte.SIZE - rest)) & 0xff;
        return Arrays.equals(bytes, 0, whole, network, 0, whole)
                && (rest == 0 || (bytes[whole] & mask) == (network[whole] & mask));
    }
}
