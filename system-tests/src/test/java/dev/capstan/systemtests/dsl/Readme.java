package dev.capstan.systemtests.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README's section "The first order", as text for a shell. */
public final class Readme {

    private static final Pattern CALLS = Pattern.compile("## The first order\\s+```\\n(.*?)```", Pattern.DOTALL);

    private Readme() {}

    /**
     * The three parts of the block, which are divided by empty lines.
     *
     * @param logIn sets the token and the account
     */
    public record Calls(String logIn, String order, String positions) {}

    /** As they stand there, but for the gateway's address and the data folder of the stack. */
    public static Calls calls(String gateway, String dataOption) {
        return callsWith(gateway, "./capstan token" + dataOption);
    }

    /** With another command that prints the token. */
    public static Calls callsWith(String gateway, String tokenCommand) {
        Matcher block = CALLS.matcher(text());
        if (!block.find()) {
            throw new AssertionError("the README has no calls under \"The first order\"");
        }
        List<String> parts = List.of(block.group(1)
                .replace("localhost:8080", gateway)
                .replace("./capstan token", tokenCommand)
                .split("\\n\\n", -1));
        if (parts.size() != 3) {
            throw new AssertionError("expected three parts of the README's calls, got: " + parts);
        }
        return new Calls(parts.get(0) + "\n", parts.get(1) + "\n", parts.get(2) + "\n");
    }

    private static String text() {
        try {
            return Files.readString(Path.of("..", "README.md"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
