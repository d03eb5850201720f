package dev.capstan.systemtests.live;

import dev.capstan.contracts.value.Side;
import dev.capstan.systemtests.dsl.Sql;
import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.util.List;

/** Something that a live run was told, as its rows keep it. */
sealed interface Happening {

    /** A candle was over. */
    record CandleOver(long openTime) implements Happening {}

    /** A part of its order was executed; what was charged, in the base asset for a buy and in the quote asset for a sale. */
    record Filled(int intent, Side side, long price, long quantity, long commission) implements Happening {}

    /** The last attempt of an intent was over; {@code price} is 0 when nothing filled. */
    record OrderOver(int intent, String cause, long price) implements Happening {}

    /** Each was written in a transaction of its own that had the run locked: their times are in the order of what happened. */
    String IN_ORDER = """
            SELECT line FROM (
              SELECT created_at AS at, 3 AS place,
                     'CANDLE ' || (extract(epoch FROM candle_open_time) * 1000)::bigint AS line
                FROM strategy.run_signals WHERE run_id = ?::uuid
              UNION ALL
              SELECT created_at, 1, concat_ws(' ', 'FILL', intent_number, side, price, quantity, commission::text)
                FROM strategy.run_fills WHERE run_id = ?::uuid
              UNION ALL
              SELECT ended_at, 2, concat_ws(' ', 'END', intent_number, cause, coalesce(last_price, 0))
                FROM strategy.run_intents i
               WHERE run_id = ?::uuid AND state = 'ENDED'
                 AND attempt = (SELECT max(attempt) FROM strategy.run_intents l
                                 WHERE l.run_id = i.run_id AND l.intent_number = i.intent_number)) AS happened
             ORDER BY at, place""";

    /** All that the run was told. */
    static List<Happening> of(Sql sql, String runId) {
        return sql.texts(IN_ORDER, runId, runId, runId).stream()
                .map(Happening::parse)
                .toList();
    }

    private static Happening parse(String line) {
        String[] words = line.split(" ", -1);
        return switch (words[0]) {
            case "CANDLE" -> new CandleOver(Long.parseLong(words[1]));
            case "FILL" ->
                new Filled(
                        Integer.parseInt(words[1]),
                        Side.valueOf(words[2]),
                        Long.parseLong(words[3]),
                        Long.parseLong(words[4]),
                        Decimal8.of(new BigDecimal(words[5])));
            case "END" -> new OrderOver(Integer.parseInt(words[1]), words[2], Long.parseLong(words[3]));
            default -> throw new IllegalArgumentException(line);
        };
    }
}
