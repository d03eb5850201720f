package dev.capstan.risk.sweep;

import dev.capstan.contracts.order.OrderStanding;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.risk.exposure.application.ExposureConsumer;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Acts on execution's word about one reservation; the package tells why that neither leaks nor releases early. */
@Component
class Release {

    private static final Logger log = LoggerFactory.getLogger(Release.class);

    private final ExposureBooks books;
    private final StreamPositions streams;
    private final Transactions transactions;

    Release(ExposureBooks books, StreamPositions streams, Transactions transactions) {
        this.books = books;
        this.streams = streams;
        this.transactions = transactions;
    }

    void asTold(BookedOrder asked, OrderStanding word) {
        OrderStatus status = word.status();
        if (status == null) {
            release(asked, 0);
        } else if (!asked.key().accountId().text().equals(word.accountId())) {
            log.warn("Execution knows client order id {} for another account only", asked.clientOrderId());
        } else if (applied(asked, word) && status.isTerminal()) {
            release(asked, word.lastEventNumber());
        }
    }

    /** Whether everything execution had written by then is applied, fetching what is missing. No transaction is open here. */
    private boolean applied(BookedOrder asked, OrderStanding word) {
        long applied = streams.lastApplied(ExposureConsumer.NAME, asked.key());
        return applied >= word.lastEventNumber()
                || streams.catchUp(ExposureConsumer.NAME, asked.key()) >= word.lastEventNumber();
    }

    /** Under the key's lock and on the row as it is now: an event newer than the word has the last say. */
    private void release(BookedOrder asked, long wordNumber) {
        transactions.run(() -> {
            books.lock(asked.key());
            books.find(asked.orderId())
                    .filter(BookedOrder::isHeld)
                    .filter(order -> order.lastEventNumber() <= wordNumber)
                    .ifPresent(order -> {
                        books.save(order.released());
                        log.info("Released {} of order {}: execution says it is gone", order.held(), order.orderId());
                    });
        });
    }
}
