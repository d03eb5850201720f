package dev.capstan.simulator.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Every signed request as it arrived, in a file of its own that a start only counts and never has to understand. */
public final class RequestJournal implements AutoCloseable {

    private static final int INDEX_STEP = 256;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AppendOnlyLines lines;
    private final List<Long> index = new ArrayList<>();
    private long last;

    private RequestJournal(AppendOnlyLines lines) {
        this.lines = lines;
    }

    /** Opens or creates the journal in {@code folder}. */
    public static RequestJournal open(Path folder) {
        try {
            RequestJournal journal = new RequestJournal(AppendOnlyLines.open(folder.resolve("requests.journal")));
            journal.countLines();
            return journal;
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot open the request journal in " + folder, broken);
        }
    }

    /** Returns when {@code request} would survive the end of this process; its sequence is set here. */
    public synchronized void append(SignedRequest request) {
        try {
            SignedRequest numbered = request.withSequence(last + 1);
            long position = lines.append(JSON.writeValueAsBytes(numbered));
            added(position);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot write the request journal", broken);
        }
    }

    /** Up to {@code limit} requests from number {@code from} on. */
    public List<SignedRequest> read(long from, int limit) {
        List<SignedRequest> found = new ArrayList<>();
        long first = Math.max(1, from);
        if (first > last()) {
            return found;
        }
        int slot = (int) ((first - 1) / INDEX_STEP);
        long slotNumber = (long) slot * INDEX_STEP + 1;
        try {
            lines.forEach(position(slot), slotNumber, first - slotNumber + limit, (number, line) -> {
                if (number >= first) {
                    found.add(JSON.readValue(line, SignedRequest.class));
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the request journal", broken);
        }
        return found;
    }

    /** Number of the last request, 0 before the first. */
    public synchronized long last() {
        return last;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private synchronized long position(int slot) {
        return index.get(slot);
    }

    private void countLines() throws IOException {
        long[] position = {0};
        lines.forEach((number, line) -> {
            added(position[0]);
            position[0] += line.length + 1L;
        });
    }

    private void added(long position) {
        if (last % INDEX_STEP == 0) {
            index.add(position);
        }
        last++;
    }
}
