package dev.capstan.simulator.binance.stream;

import dev.capstan.simulator.binance.protocol.AccessErrors;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.report.ExecutionReport;
import dev.capstan.simulator.exchange.report.ListReport;
import dev.capstan.simulator.fault.FaultKind;
import dev.capstan.simulator.fault.Faults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who listens to which account. There is no replay: what is sent while nobody listens is gone. */
public final class UserStreams {

    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Map<StreamConnection, Integer> nextIds = new HashMap<>();
    private final Map<Subscription, ExecutionReport> heldBack = new HashMap<>();
    private final Faults faults;

    public UserStreams(Faults faults) {
        this.faults = faults;
    }

    /**
     * Listens from now on. Whoever reads the answer may order at once, so what happens while it is sent is not missed; and no event overtakes
     * the answer, which holds the id it is wrapped with: events wait for the lock that is held here.
     *
     * @param answer sends the answer and does not wait
     * @throws dev.capstan.simulator.binance.protocol.ApiException when the account is on this connection already
     */
    public synchronized Subscription subscribe(
            StreamConnection connection, Account account, Times times, Consumer<Subscription> answer) {
        boolean there = of(connection).stream().anyMatch(each -> each.uid() == account.uid());
        if (there) {
            throw AccessErrors.alreadySubscribed();
        }
        int id = nextIds.merge(connection, 1, Integer::sum) - 1;
        Subscription subscription = new Subscription(id, account.uid(), account.apiKey(), connection, times);
        answer.accept(subscription);
        subscriptions.add(subscription);
        return subscription;
    }

    /** Ends one subscription, or all when {@code id} is null, and says so on it; false when there was none. */
    public synchronized boolean unsubscribe(StreamConnection connection, @Nullable Long id, long atMicros) {
        List<Subscription> ended = of(connection).stream()
                .filter(each -> id == null || each.id() == id)
                .toList();
        ended.forEach(each -> send(
                each,
                times -> JsonNodeFactory.instance
                        .objectNode()
                        .put("e", "eventStreamTerminated")
                        .put("E", times.of(atMicros))));
        forget(ended);
        return !ended.isEmpty();
    }

    /** Forgets a connection that is gone. */
    public synchronized void closed(StreamConnection connection) {
        forget(of(connection));
        nextIds.remove(connection);
    }

    private void forget(List<Subscription> ended) {
        subscriptions.removeAll(ended);
        heldBack.keySet().removeAll(ended);
    }

    public synchronized List<Subscription> of(StreamConnection connection) {
        return subscriptions.stream()
                .filter(each -> each.connection().equals(connection))
                .toList();
    }

    /** Connections that listen to the account of {@code apiKey}, or to any when it is null. */
    public synchronized Set<StreamConnection> connections(@Nullable String apiKey) {
        return subscriptions.stream()
                .filter(each -> apiKey == null || each.apiKey().equals(apiKey))
                .map(Subscription::connection)
                .collect(Collectors.toSet());
    }

    synchronized void report(ExecutionReport report) {
        for (Subscription each : of(report.order().uid())) {
            String symbol = report.order().symbol();
            if (!faults.holds(FaultKind.SILENT_STREAM, symbol, each.apiKey())) {
                report(each, report, symbol);
            }
        }
    }

    private void report(Subscription listening, ExecutionReport report, String symbol) {
        ExecutionReport late = heldBack.remove(listening);
        if (late == null
                && faults.strike(FaultKind.REORDER_REPORTS, symbol, listening.apiKey())
                        .isPresent()) {
            heldBack.put(listening, report);
            return;
        }
        send(listening, times -> UserEventJson.executionReport(report, times));
        if (faults.strike(FaultKind.DUPLICATE_REPORT, symbol, listening.apiKey())
                .isPresent()) {
            send(listening, times -> UserEventJson.executionReport(report, times));
        }
        if (late != null) {
            send(listening, times -> UserEventJson.executionReport(late, times));
        }
    }

    /** Tells everybody that the venue is about to go. */
    public synchronized void sendShutdown(long atMicros) {
        subscriptions.forEach(each -> send(
                each,
                times -> JsonNodeFactory.instance
                        .objectNode()
                        .put("e", "serverShutdown")
                        .put("E", times.of(atMicros))));
    }

    synchronized void report(ListReport report) {
        OrderList list = report.list();
        for (Subscription each : of(list.uid())) {
            if (!faults.holds(FaultKind.SILENT_STREAM, list.symbol(), each.apiKey())) {
                send(each, times -> UserEventJson.listStatus(report, times));
            }
        }
    }

    synchronized void position(long uid, List<Balance> balances, long at) {
        for (Subscription each : of(uid)) {
            if (!faults.holds(FaultKind.SILENT_STREAM, null, each.apiKey())) {
                send(each, times -> UserEventJson.accountPosition(balances, at, times));
            }
        }
    }

    synchronized void transfer(long uid, String asset, long amount, long at) {
        for (Subscription each : of(uid)) {
            if (!faults.holds(FaultKind.SILENT_STREAM, null, each.apiKey())) {
                send(each, times -> UserEventJson.balanceUpdate(asset, amount, at, times));
            }
        }
    }

    private List<Subscription> of(long uid) {
        return subscriptions.stream().filter(each -> each.uid() == uid).toList();
    }

    private static void send(Subscription subscription, Function<Times, ObjectNode> event) {
        ObjectNode wrapped = JsonNodeFactory.instance.objectNode().put("subscriptionId", subscription.id());
        wrapped.set("event", event.apply(subscription.times()));
        subscription.connection().send(wrapped.toString());
    }
}
