package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.venue.adapter.binance.http.ScriptedServer.Then;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;

/** A process of its own for {@link EnabledRetriesTest}: the client reads the property once in its life. */
public final class SubmitTwice {

    private SubmitTwice() {}

    /** Submits on a fresh connection, and then on a pooled one that closes after the request; prints what arrived whole. */
    public static void main(String[] arguments) throws IOException {
        try (ScriptedServer server = new ScriptedServer();
                BinanceEnvironment environment = new BinanceEnvironment(
                        AccountKind.PAPER, server.uri(), URI.create("ws://127.0.0.1:1/x"), Clock.systemUTC())) {
            BinanceVenueClient client =
                    new BinanceVenueClient(AccountId.of(new UUID(7, 7)), environment, new Credential("key", "secret"));
            server.answer(400, "{\"code\":-1013,\"msg\":\"no\"}")
                    .raw("", Then.CLOSE)
                    .answer(400, "{}");
            client.submit(SubmitOnTheWireTest.SUBMISSION);
            System.out.println(
                    client.submit(SubmitOnTheWireTest.SUBMISSION).getClass().getSimpleName() + " "
                            + server.arrivals().size());
        }
    }
}
