package dev.capstan.launcher.cli;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.stack.Secrets;
import dev.capstan.launcher.stack.StackAddresses;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code up} prints when everything is ready: addresses, log-ins, and three calls that work when pasted. */
final class WelcomeText {

    private WelcomeText() {}

    static String of(StackAddresses addresses, Secrets secrets, Optional<String> account, String dataOption) {
        StringBuilder text = new StringBuilder("\nCapstan is ready.\n\n");
        addresses
                .gateway()
                .ifPresent(url -> text.append("  API       ").append(url).append('\n'));
        text.append("  Keycloak  ").append(addresses.keycloak()).append('\n').append(users(secrets));
        if (addresses.gateway().isPresent() && account.isPresent()) {
            text.append(calls(addresses.gateway().get(), account.get(), dataOption));
        }
        return text.toString();
    }

    private static String users(Secrets secrets) {
        return Arrays.stream(DemoUser.values())
                .map(user -> "            %-13s %s%n".formatted(user.userName(), user.password(secrets)))
                .collect(Collectors.joining("", "  Log-ins   user          password\n", ""));
    }

    private static String calls(String gateway, String account, String dataOption) {
        return """

                Try it (paste the order twice: the same key is the same order):

                TOKEN=$(./capstan token --user trader%3$s)

                curl -s %1$s/api/orders -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
                  -H "Idempotency-Key: my-first-order" \\
                  -d '{"accountId":"%2$s","instrumentId":"BTCUSDT.BINANCE","side":"BUY","orderType":"MARKET","timeInForce":"GTC","quantity":"0.01"}'

                curl -s "%1$s/api/positions?accountId=%2$s" -H "Authorization: Bearer $TOKEN"
                """.formatted(gateway, account, dataOption);
    }
}
