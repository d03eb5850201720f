package dev.capstan.systemtests.fuzz;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.systemtests.dsl.Capstan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Calls of somebody who is not who he says, or may not. */
final class TokenCases {

    private static final Map<DemoUser, String> ROLES = Map.of(
            DemoUser.VIEWER, "viewer",
            DemoUser.TRADER, "trader",
            DemoUser.RISK_MANAGER, "risk-manager",
            DemoUser.ADMIN, "admin");

    /** Tokens that nearly are the user's own. */
    private record Near(String expired, String elsewhere, String nobody, Forger forger) {}

    private final Capstan capstan;
    private final String otherRealm;
    private final Map<DemoUser, Near> near = new EnumMap<>(DemoUser.class);

    TokenCases(Capstan capstan) {
        this.capstan = capstan;
        Outsiders outsiders = new Outsiders(capstan);
        otherRealm = outsiders.ofAnotherRealm();
        for (DemoUser user : List.of(DemoUser.TRADER, DemoUser.RISK_MANAGER, DemoUser.ADMIN)) {
            near.put(
                    user,
                    new Near(
                            outsiders.soonExpired(user),
                            outsiders.ofAnotherAudience(user),
                            outsiders.withoutRoles(user),
                            new Forger(capstan.person(user).token())));
        }
    }

    /** Whose call is right. */
    static DemoUser callerOf(Operation operation) {
        if (operation.open() || operation.roles().contains(ROLES.get(DemoUser.TRADER))) {
            return DemoUser.TRADER;
        }
        return operation.roles().contains(ROLES.get(DemoUser.RISK_MANAGER)) ? DemoUser.RISK_MANAGER : DemoUser.ADMIN;
    }

    List<FuzzCase> next(Operation operation, RandomGenerator random) {
        if (operation.open()) {
            return List.of();
        }
        Near tokens = Objects.requireNonNull(near.get(callerOf(operation)));
        List<FuzzCase> cases = new ArrayList<>();
        cases.add(FuzzCase.stopped(Kind.NO_TOKEN, "no token", Call::withoutToken));
        cases.add(FuzzCase.stopped(Kind.NO_TOKEN, "an empty token", call -> call.token("")));
        String basic = "Basic " + Wrong.letters(random, 12);
        cases.add(FuzzCase.stopped(Kind.NO_TOKEN, basic, call -> call.header("Authorization", basic)));
        add(cases, Kind.EXPIRED_TOKEN, Map.of("expired", tokens.expired()));
        add(cases, Kind.FOREIGN_TOKEN, Map.of("another audience", tokens.elsewhere()));
        add(cases, Kind.FOREIGN_TOKEN, Map.of("another realm", otherRealm));
        add(cases, Kind.FOREIGN_TOKEN, tokens.forger().foreign(random));
        add(cases, Kind.FORGED_TOKEN, tokens.forger().forged(random));
        add(cases, Kind.WRONG_ROLE, Map.of("no role", tokens.nobody()));
        ROLES.forEach((user, role) -> {
            if (!operation.roles().contains(role)) {
                add(cases, Kind.WRONG_ROLE, Map.of(role, capstan.person(user).token()));
            }
        });
        return cases;
    }

    private static void add(List<FuzzCase> cases, Kind kind, Map<String, String> tokens) {
        tokens.forEach((what, token) -> cases.add(FuzzCase.stopped(kind, what, call -> call.token(token))));
    }
}
