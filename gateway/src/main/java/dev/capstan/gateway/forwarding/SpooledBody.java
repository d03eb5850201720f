package dev.capstan.gateway.forwarding;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/** A body too large for the heap: in a file until the call is over, with its SHA-256. */
public final class SpooledBody implements Payload, AutoCloseable {

    private final Path file;
    private final byte[] digest;

    /** Takes the file over and deletes it when closed. */
    SpooledBody(Path file, byte[] digest) {
        this.file = file;
        this.digest = digest.clone();
    }

    @Override
    public byte[] identity() {
        return digest.clone();
    }

    @Override
    public BodyPublisher publisher() {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException("an upload's file is gone", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
