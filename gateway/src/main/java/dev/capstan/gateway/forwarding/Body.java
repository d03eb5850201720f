package dev.capstan.gateway.forwarding;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/** The bytes of a request or an answer, read once and never changed. */
public final class Body {

    public static final Body EMPTY = new Body(new byte[0]);

    private static final String ATTRIBUTE = Body.class.getName();

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array as it is; nobody may change it afterwards. */
    public static Body of(byte @Nullable [] bytes) {
        return bytes == null || bytes.length == 0 ? EMPTY : new Body(bytes);
    }

    /** The body that {@link JsonBodyFilter} read. */
    public static Body of(ServerRequest request) {
        return (Body) request.attribute(ATTRIBUTE)
                .orElseThrow(() -> new IllegalStateException("the body filter comes before whoever needs the body"));
    }

    void rememberIn(ServerRequest request) {
        request.attributes().put(ATTRIBUTE, this);
    }

    /** The array itself, to be read only. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Body that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
