package dev.capstan.systemtests.dsl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Our books of an account beside the venue's, and every difference in words. */
public final class Books {

    private static final List<String> SYMBOLS = List.of("BTC/USDT", "ETH/USDT", "SOL/USDT", "XRP/USDT");

    private final Capstan capstan;
    private final TradingAccount account;
    private final JsonNode venue;
    private final List<String> differences = new ArrayList<>();

    private Books(Capstan capstan, TradingAccount account) {
        this.capstan = capstan;
        this.account = account;
        this.venue = Witness.reads(capstan.venue(), account, SYMBOLS);
    }

    /** Compares orders, fills, ledger and balances; empty when all agree. */
    public static List<String> differences(Capstan capstan, TradingAccount account) {
        Books books = new Books(capstan, account);
        books.compareOrders();
        books.compareFills();
        books.compareBalances();
        return books.differences;
    }

    /** How often each client order id arrived at the venue as a new order, refused ones too. */
    public static Map<String, Long> arrivals(Capstan capstan, TradingAccount account) {
        Map<String, Long> byId = new TreeMap<>();
        for (JsonNode request : capstan.venue().journal(account)) {
            if ("POST".equals(request.path("method").asString())
                    && request.path("path").asString().endsWith("/order")) {
                byId.merge(request.path("parameters").path("newClientOrderId").asString(), 1L, Long::sum);
            }
        }
        return byId;
    }

    private void compareOrders() {
        Map<String, String> theirs = new TreeMap<>();
        venue.path("orders")
                .forEach(order -> theirs.put(
                        order.path("clientOrderId").asString(),
                        ourWord(order.path("status").asString()) + " "
                                + plain(order.path("filledQuantity").asString())));
        Map<String, String> ours = new TreeMap<>();
        for (JsonNode order : account.orders()) {
            String status = order.path("status").asString();
            String id = order.path("clientOrderId").asString();
            boolean neverPlaced = order.path("venueOrderId").isNull();
            if (!neverPlaced || theirs.containsKey(id)) {
                ours.put(id, status + " " + plain(order.path("filledQuantity").asString()));
            } else if (!Set.of("DENIED", "EXPIRED", "REJECTED", "CANCELED").contains(status)) {
                differences.add("order " + id + " is " + status + " and the venue does not know it");
            }
        }
        compare("order", ours, theirs);
    }

    private static String ourWord(String venueStatus) {
        return switch (venueStatus) {
            case "NEW" -> "ACCEPTED";
            case "EXPIRED_IN_MATCH" -> "EXPIRED";
            default -> venueStatus;
        };
    }

    private void compareFills() {
        Map<String, String> theirs = new TreeMap<>();
        venue.path("trades")
                .forEach(trade -> theirs.put(
                        trade.path("symbol").asString() + "/"
                                + trade.path("tradeId").asString(),
                        plain(trade.path("quantity").asString()) + "@"
                                + plain(trade.path("price").asString()) + " "
                                + plain(trade.path("commission").asString())
                                + trade.path("commissionAsset").asString()));
        Map<String, String> ours = new TreeMap<>();
        for (String row : capstan.sql()
                .texts(
                        "SELECT split_part(instrument_id, '.', 1) || '/' || trade_id || ' ' || last_quantity || ' ' || last_price || ' ' "
                                + "|| commission || ' ' || commission_asset FROM execution.fill WHERE account_id = ?::uuid",
                        account.accountId())) {
            String[] words = row.split(" ", -1);
            ours.put(words[0], plain(words[1]) + "@" + plain(words[2]) + " " + plain(words[3]) + words[4]);
        }
        compare("fill", ours, theirs);
        long booked = capstan.sql()
                .number(
                        "SELECT count(*) FROM execution.order_event WHERE account_id = ?::uuid AND type = 'OrderFilled'",
                        account.accountId());
        if (booked != theirs.size()) {
            differences.add("OrderFilled events: ours " + booked + ", venue fills " + theirs.size());
        }
    }

    private void compareBalances() {
        Map<String, BigDecimal> ours = account.balances();
        Set<String> assets = new TreeSet<>(ours.keySet());
        Map<String, BigDecimal> theirs = new TreeMap<>();
        venue.path("balances")
                .forEach(balance -> theirs.put(
                        balance.path("asset").asString(),
                        new BigDecimal(balance.path("free").asString())
                                .add(new BigDecimal(balance.path("locked").asString()))));
        assets.addAll(theirs.keySet());
        for (String asset : assets) {
            BigDecimal our = ours.getOrDefault(asset, BigDecimal.ZERO);
            BigDecimal their = theirs.getOrDefault(asset, BigDecimal.ZERO);
            if (our.compareTo(their) != 0) {
                differences.add("balance " + asset + ": ours " + our + ", venue " + their);
            }
        }
    }

    private void compare(String what, Map<String, String> ours, Map<String, String> theirs) {
        Set<String> ids = new TreeSet<>(ours.keySet());
        ids.addAll(theirs.keySet());
        for (String id : ids) {
            String our = ours.getOrDefault(id, "absent");
            String their = theirs.getOrDefault(id, "absent");
            if (!our.equals(their)) {
                differences.add(what + " " + id + ": ours " + our + ", venue " + their);
            }
        }
    }

    private static String plain(String decimal) {
        return new BigDecimal(decimal).stripTrailingZeros().toPlainString();
    }
}
