package dev.capstan.kit.openapi;

import dev.capstan.contracts.TextValue;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a contract value looks like as text.
 *
 * @param pattern matched by every text of the type
 */
record ValueForm(String pattern, String example) {

    static final ValueForm DECIMAL = new ValueForm("^(?!-[0.]+$)-?[0-9]{1,20}(\\.[0-9]{1,18})?$", "-12.5");

    private static final String UUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    private static final String VENUE = "[A-Z][A-Z0-9_]{1,23}";
    private static final String INSTRUMENT = "[A-Z0-9][A-Z0-9_-]{0,39}\\." + VENUE;
    private static final String SOME_ID = "019a9c00-0000-7000-8000-000000000001";
    private static final ValueForm AMOUNT = new ValueForm("^[0-9]{1,20}(\\.[0-9]{1,18})?$", "0.015");
    private static final ValueForm VENUES_OWN = new ValueForm("^[!-~]{1,64}$", "28457");

    private static final Map<Class<? extends TextValue>, ValueForm> FORMS = Map.ofEntries(
            Map.entry(AccountId.class, new ValueForm(whole(UUID), SOME_ID)),
            Map.entry(OrderId.class, new ValueForm(whole(UUID), SOME_ID)),
            Map.entry(ClientOrderId.class, new ValueForm("^[A-Za-z0-9_.:/-]{1,36}$", "cabcdefghijklmnopqrstuvwxyz")),
            Map.entry(VenueOrderId.class, VENUES_OWN),
            Map.entry(TradeId.class, VENUES_OWN),
            Map.entry(Asset.class, new ValueForm("^[A-Z0-9]{1,20}$", "BTC")),
            Map.entry(VenueId.class, new ValueForm(whole(VENUE), "BINANCE")),
            Map.entry(InstrumentId.class, new ValueForm(whole(INSTRUMENT), "BTCUSDT.BINANCE")),
            Map.entry(StreamKey.class, new ValueForm(whole(UUID + "\\|" + INSTRUMENT), SOME_ID + "|BTCUSDT.BINANCE")),
            Map.entry(Price.class, AMOUNT),
            Map.entry(Quantity.class, AMOUNT),
            Map.entry(Money.class, DECIMAL));

    /** Null for a value that a service keeps to itself. */
    static @Nullable ValueForm of(Class<?> type) {
        return FORMS.get(type);
    }

    private static String whole(String pattern) {
        return "^" + pattern + "$";
    }
}
