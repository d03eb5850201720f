package dev.capstan.systemtests.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page under docs/how-to, as text for a shell. */
public final class HowTo {

    private static final Pattern SHELL = Pattern.compile("```shell\\n(.*?)```", Pattern.DOTALL);

    private HowTo() {}

    /** All shell blocks of the page in their order, as they stand there, but for the gateway's address and the data folder of the stack. */
    public static String script(String page, String gateway, String dataOption) {
        String blocks = SHELL.matcher(text(page))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"));
        if (blocks.isEmpty()) {
            throw new AssertionError(page + " has nothing to type");
        }
        return blocks.replace("127.0.0.1:8080", gateway).replace("./capstan token", "./capstan token" + dataOption);
    }

    private static String text(String page) {
        try {
            return Files.readString(Path.of("..", "docs", "how-to", page));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
