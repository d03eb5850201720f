package dev.capstan.gateway.forwarding;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a request or an answer, read once and never changed. */
public final class Body implements Payload {

    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array as it is; nobody may change it afterwards. */
    public static Body of(byte @Nullable [] bytes) {
        return bytes == null || bytes.length == 0 ? EMPTY : new Body(bytes);
    }

    /** The array itself, to be read only. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public byte[] identity() {
        return bytes;
    }

    @Override
    public BodyPublisher publisher() {
        return bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes);
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
