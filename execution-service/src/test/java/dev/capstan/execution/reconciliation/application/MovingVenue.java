package dev.capstan.execution.reconciliation.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.execution.order.application.VenueReportIntake;
import dev.capstan.execution.reconciliation.domain.BookedFills;
import dev.capstan.execution.reconciliation.domain.FillKey;
import dev.capstan.execution.reconciliation.domain.OpenOrder;
import dev.capstan.execution.reconciliation.domain.OrderBook;
import dev.capstan.execution.venue.domain.CancelAnswer;
import dev.capstan.execution.venue.domain.QueryAnswer;
import dev.capstan.execution.venue.domain.SubmitAnswer;
import dev.capstan.execution.venue.domain.VenueBalance;
import dev.capstan.execution.venue.domain.VenueClient;
import dev.capstan.execution.venue.domain.VenueClock;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueReport;
import dev.capstan.execution.venue.domain.VenueSubmission;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A venue, and our books of it, in memory. Each of its orders is one fill. Between any two readings {@link #moment} may let orders trade
 * and reports arrive, be lost, or come twice.
 */
final class MovingVenue implements VenueClient, OrderBook, VenueReportIntake {

    static final AccountId ACCOUNT = AccountId.of(new UUID(5, 5));
    static final List<InstrumentId> INSTRUMENTS =
            List.of(InstrumentId.parse("AAAUSDT.BINANCE"), InstrumentId.parse("BBBUSDT.BINANCE"));

    private static final BigDecimal OPENING = new BigDecimal("1000");

    private record Executed(InstrumentId instrumentId, VenueFill fill) {}

    private final List<Executed> executed = new ArrayList<>();
    private final Map<InstrumentId, Map<FillKey, VenueFill>> booked = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private Runnable moment = () -> {};

    /** What happens between readings. */
    void between(Runnable happening) {
        moment = happening;
    }

    Instant nowAtVenue() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** An order of ours, whose intent is in our books, trades; whether we hear of it is another matter. */
    VenueReport execute(InstrumentId instrumentId, String quantity) {
        booked.computeIfAbsent(instrumentId, id -> new LinkedHashMap<>());
        long number = executed.size() + 1L;
        VenueFill fill = new VenueFill(
                TradeId.parse(Long.toString(number)),
                VenueOrderId.parse(Long.toString(1000 + number)),
                number,
                Price.parse("2"),
                Quantity.parse(quantity),
                Money.ZERO,
                Asset.parse("USDT"),
                false,
                now);
        executed.add(new Executed(instrumentId, fill));
        return report(instrumentId, fill, List.of(fill));
    }

    int executions() {
        return executed.size();
    }

    int bookedFills() {
        return booked.values().stream().mapToInt(Map::size).sum();
    }

    /** What the fills up to a number make of the opening balance: the truth a snapshot is held against. */
    BigDecimal bought(InstrumentId instrumentId, long number) {
        return booked.getOrDefault(instrumentId, Map.of()).values().stream()
                .limit(number)
                .map(fill -> fill.lastQuantity().value())
                .reduce(OPENING, BigDecimal::add);
    }

    static Asset baseOf(InstrumentId instrumentId) {
        return Asset.parse(instrumentId.symbol().substring(0, 3));
    }

    @Override
    public void accept(VenueReport report) {
        Map<FillKey, VenueFill> fills = booked.computeIfAbsent(report.instrumentId(), id -> new LinkedHashMap<>());
        report.fills()
                .forEach(fill -> fills.putIfAbsent(
                        new FillKey(report.instrumentId(), fill.tradeId(), fill.venueOrderId()), fill));
    }

    @Override
    public List<VenueBalance> balances() {
        moment.run();
        Map<Asset, BigDecimal> held = new HashMap<>();
        INSTRUMENTS.forEach(instrumentId -> held.put(baseOf(instrumentId), OPENING));
        executed.forEach(each -> held.merge(
                baseOf(each.instrumentId()), each.fill().lastQuantity().value(), BigDecimal::add));
        return held.entrySet().stream()
                .map(entry -> new VenueBalance(entry.getKey(), Money.of(entry.getValue()), Money.ZERO))
                .toList();
    }

    @Override
    public List<VenueFill> fillsSince(InstrumentId instrumentId, Instant since) {
        moment.run();
        return executed.stream()
                .filter(each -> each.instrumentId().equals(instrumentId))
                .map(Executed::fill)
                .filter(fill -> !fill.occurredAt().isBefore(since))
                .toList();
    }

    @Override
    public List<VenueFill> fillsOf(InstrumentId instrumentId, VenueOrderId venueOrderId) {
        return fillsSince(instrumentId, Instant.EPOCH).stream()
                .filter(fill -> fill.venueOrderId().equals(venueOrderId))
                .toList();
    }

    @Override
    public QueryAnswer query(InstrumentId instrumentId, VenueOrderId venueOrderId) {
        return fillsOf(instrumentId, venueOrderId).stream()
                .findFirst()
                .<QueryAnswer>map(fill -> new QueryAnswer.Found(report(instrumentId, fill, List.of())))
                .orElseGet(QueryAnswer.NotFound::new);
    }

    @Override
    public QueryAnswer query(InstrumentId instrumentId, ClientOrderId clientOrderId) {
        return query(instrumentId, VenueOrderId.parse(clientOrderId.text().substring(1)));
    }

    private static VenueReport report(InstrumentId instrumentId, VenueFill fill, List<VenueFill> fills) {
        return new VenueReport(
                ACCOUNT,
                instrumentId,
                ClientOrderId.parse("o" + fill.venueOrderId()),
                fill.venueOrderId(),
                Side.BUY,
                OrderType.MARKET,
                TimeInForce.GTC,
                fill.lastQuantity(),
                null,
                null,
                VenueOrderState.FILLED,
                fill.lastQuantity(),
                fills,
                FactSource.STREAM,
                null,
                fill.occurredAt(),
                fill.occurredAt());
    }

    @Override
    public BookedFills bookedFills(AccountId accountId, Instant since) {
        moment.run();
        Map<InstrumentId, Long> numbers = new HashMap<>();
        booked.forEach((instrumentId, fills) -> numbers.put(instrumentId, (long) fills.size()));
        Map<FillKey, Instant> fills = booked.values().stream()
                .flatMap(each -> each.entrySet().stream())
                .filter(each -> !each.getValue().occurredAt().isBefore(since))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().occurredAt()));
        return new BookedFills(numbers, fills);
    }

    @Override
    public Set<InstrumentId> instruments(AccountId accountId) {
        return Set.copyOf(booked.keySet());
    }

    /** An order whose first report got lost is ours and open; it is the query that tells what became of it. */
    @Override
    public List<OpenOrder> openOrders(AccountId accountId) {
        Set<FillKey> known = booked.values().stream()
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return executed.stream()
                .filter(each -> booked.containsKey(each.instrumentId()))
                .filter(each -> !known.contains(new FillKey(
                        each.instrumentId(), each.fill().tradeId(), each.fill().venueOrderId())))
                .map(each -> new OpenOrder(
                        each.instrumentId(),
                        ClientOrderId.parse("o" + each.fill().venueOrderId()),
                        OrderStatus.ACCEPTED,
                        Quantity.ZERO))
                .toList();
    }

    @Override
    public Optional<ClientOrderId> clientOrderIdOf(
            AccountId accountId, InstrumentId instrumentId, VenueOrderId venueOrderId) {
        return Optional.empty();
    }

    @Override
    public List<VenueReport> openOrders() {
        moment.run();
        return List.of();
    }

    @Override
    public List<VenueReport> ordersSince(InstrumentId instrumentId, Instant since) {
        return List.of();
    }

    @Override
    public VenueClock clock() {
        return () -> Optional.of(now);
    }

    @Override
    public SubmitAnswer submit(VenueSubmission submission) {
        throw new IllegalStateException("reconciliation places nothing");
    }

    @Override
    public CancelAnswer cancel(InstrumentId instrumentId, ClientOrderId clientOrderId) {
        throw new IllegalStateException("reconciliation cancels nothing");
    }
}
