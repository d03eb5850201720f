package dev.capstan.systemtests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.systemtests.dsl.Agreement;
import dev.capstan.systemtests.dsl.Capstan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No call that is wrong is answered by a fault of ours, left without a reason, or changes anything. */
class FuzzScenario {

    private static final int SAMPLE = 20;
    private static final int ALL = 200;

    /** A service takes a token for ten seconds longer than it lasts, because clocks differ. */
    private static final Duration UNTIL_EXPIRED = Duration.ofSeconds(13);

    private final Capstan capstan = Capstan.shared();
    private final int wanted = Capstan.full() ? ALL : SAMPLE;
    private final long seed = Long.getLong("capstan.fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void whatIsWrongIsRefusedClearlyAndChangesNothing() {
        System.out.println("fuzz: seed " + seed + " (-Dcapstan.fuzz.seed repeats it)");
        capstan.awaitWhole(Duration.ofMinutes(2));
        TokenCases tokens = new TokenCases(capstan);
        long expired = System.nanoTime() + UNTIL_EXPIRED.toNanos();
        Examples examples = new Examples(capstan);
        try (Reached reached = new Reached(capstan);
                Caller caller = new Caller(List.of(capstan.url("gateway", 1), capstan.url("gateway", 2)), random)) {
            Round round = new Round(examples, reached, caller, plans(reached, examples, tokens));
            round.effective();
            await().atMost(UNTIL_EXPIRED.plusSeconds(5)).until(() -> System.nanoTime() > expired);
            BookState books = new BookState(capstan.sql(), examples.accountIds());
            Map<String, String> before = books.settled();
            round.refused();
            Map<String, String> after = books.settled();
            report(round.tallies());
            assertThat(round.complaints(wanted)).isEmpty();
            assertThat(after).as("books after refused calls and reads alone").isEqualTo(before);
            Agreement.awaitBooks(capstan, examples.trading(), Duration.ofMinutes(2));
            Agreement.rebuildGivesTheSameHash(capstan, examples.trading());
        } finally {
            examples.close();
        }
    }

    private Map<Operation, List<FuzzCase>> plans(Reached reached, Examples examples, TokenCases tokens) {
        Map<Operation, List<FuzzCase>> plans = new LinkedHashMap<>();
        for (Operation operation : operations(reached)) {
            plans.put(operation, plan(operation, examples, tokens));
        }
        return plans;
    }

    /** The gateway asks the services for their documents once a minute; none of their operations may be left out. */
    private List<Operation> operations(Reached reached) {
        return await("one document of all services")
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> Operation.of(capstan.trader()
                                .api()
                                .get("/api/openapi.json")
                                .expect(200)
                                .body()),
                        operations -> operations.stream()
                                .map(Operation::name)
                                .collect(Collectors.toSet())
                                .containsAll(reached.published()));
    }

    private List<FuzzCase> plan(Operation operation, Examples examples, TokenCases tokens) {
        DemoUser user = TokenCases.callerOf(operation);
        Map<String, List<String>> strangers = examples.strangers(user);
        ParameterCases parameters = new ParameterCases(operation, strangers);
        FormCases forms = new FormCases();
        FileCases files = new FileCases();
        return new CasePlan(random, wanted).of(source -> {
            List<FuzzCase> cases = new ArrayList<>(parameters.next(source));
            operation.body().ifPresent(body -> cases.addAll(new BodyCases(body, strangers).next(source)));
            if (operation.file()) {
                cases.addAll(files.next(source));
            }
            cases.addAll(forms.next(operation, source));
            cases.addAll(tokens.next(operation, source));
            cases.removeIf(
                    each -> each.expected() == Expected.EITHER && examples.leavesTooMuch(operation, each, source));
            return cases;
        });
    }

    private static void report(Collection<Tally> tallies) {
        System.out.printf("fuzz: %-51s %6s %8s %6s %7s%n", "operation", "cases", "reached", "valid", "failed");
        tallies.forEach(tally -> System.out.println("fuzz: " + tally));
        System.out.printf(
                "fuzz: %d operations, %d cases, %d failed%n",
                tallies.size(),
                tallies.stream().mapToInt(Tally::cases).sum(),
                tallies.stream().mapToInt(Tally::failed).sum());
    }
}
