package dev.capstan.contracts.reference;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.problem.ProblemCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodePagesTest {

    @Test
    void problemCodesPageListsEveryCode() throws IOException {
        String rows = Arrays.stream(ProblemCode.values())
                .map(code -> "| `%s` | %d | %s |".formatted(code.name(), code.status(), code.title()))
                .collect(Collectors.joining("\n"));
        GeneratedFile.check("docs/reference/problem-codes.md", """
                # Problem codes

                Every error of the HTTP API is an RFC 9457 document (`application/problem+json`) with `type`
                `https://capstan.dev/problems/<code>`, `title`, `status`, `detail`, `code`, `correlationId` and, where fields are
                to blame, `errors[{field, reason}]`. This page is generated from `ProblemCode`.

                | code | status | meaning |
                | --- | --- | --- |
                %s
                """.formatted(rows));
    }

    @Test
    void reasonCodesPageListsEveryReason() throws IOException {
        String rows = Arrays.stream(DenialReason.values())
                .map(reason -> "| `%s` | %s |".formatted(reason.name(), reason.remedy()))
                .collect(Collectors.joining("\n"));
        GeneratedFile.check("docs/reference/denial-reasons.md", """
                # Why an order was denied

                A denied order never reached the venue. The problem `ORDER_DENIED` carries one of these as `reason`, with the order's
                id and the numbers that decided. This page is generated from `DenialReason`.

                | reason | what to do |
                | --- | --- |
                %s
                """.formatted(rows));
    }

    @Test
    void topicsPageListsEveryTopic() throws IOException {
        String rows = Topics.all().stream()
                .map(topic -> "| [`%s`](topics/%s.md) | %s | %s | %s |"
                        .formatted(
                                topic.name(),
                                topic.name(),
                                topic.cleanup().name().toLowerCase(java.util.Locale.ROOT),
                                topic.retentionMillis() < 0 ? "for ever" : topic.retentionMillis() / 3_600_000 + " h",
                                topic.deadLetters() ? "`" + topic.name() + Topics.DEAD_LETTER_SUFFIX + "`" : "none"))
                .collect(Collectors.joining("\n"));
        GeneratedFile.check("docs/reference/topics.md", """
                # Topics

                %d partitions each; the launcher or a compose job makes them, brokers never do. Records are JSON with CloudEvents headers in
                binary mode. This page is generated from `Topics`.

                | topic | clean-up | kept | dead letters |
                | --- | --- | --- | --- |
                %s
                """.formatted(Topics.PARTITIONS, rows));
    }
}
