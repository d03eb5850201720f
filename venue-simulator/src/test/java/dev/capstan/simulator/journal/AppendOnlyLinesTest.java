package dev.capstan.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendOnlyLinesTest {

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasAppendedAndGoesOnAfterIt() throws IOException {
        Path file = folder.resolve("lines");
        append(file, "one", "two");
        append(file, "three");
        assertThat(read(file)).containsExactly("one", "two", "three");
    }

    @Test
    void cutsOffATornLastLineWhereverItWasTorn() throws IOException {
        Path whole = folder.resolve("whole");
        append(whole, "first", "second", "third");
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 0; length <= bytes.length; length++) {
            Path torn = Files.write(folder.resolve("torn" + length), Arrays.copyOf(bytes, length));
            long lines = new String(bytes, 0, length, StandardCharsets.UTF_8)
                    .chars()
                    .filter(each -> each == '\n')
                    .count();
            append(torn, "after");
            assertThat(read(torn)).hasSize((int) lines + 1).endsWith("after").doesNotContain("secon", "thir");
        }
    }

    @Test
    void readsAPartFromAKnownPlace() throws IOException {
        try (AppendOnlyLines lines = AppendOnlyLines.open(folder.resolve("part"))) {
            lines.append(bytes("a"));
            long second = lines.append(bytes("bb"));
            lines.append(bytes("ccc"));
            List<String> read = new ArrayList<>();
            lines.forEach(second, 2, 1, (number, line) -> read.add(number + " " + text(line)));
            assertThat(read).containsExactly("2 bb");
        }
    }

    private static void append(Path file, String... texts) throws IOException {
        try (AppendOnlyLines lines = AppendOnlyLines.open(file)) {
            for (String text : texts) {
                lines.append(bytes(text));
            }
        }
    }

    private static List<String> read(Path file) throws IOException {
        List<String> read = new ArrayList<>();
        try (AppendOnlyLines lines = AppendOnlyLines.open(file)) {
            lines.forEach((number, line) -> read.add(text(line)));
        }
        return read;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
