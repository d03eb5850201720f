package dev.capstan.risk;

import dev.capstan.kit.jdbc.Transactions;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that a test can stop between their last statement and their commit, holding every lock. */
public final class PausableTransactions implements Transactions {

    private final TransactionTemplate template;
    private volatile Runnable beforeCommit = () -> {};

    public PausableTransactions(TransactionTemplate template) {
        this.template = template;
    }

    public void beforeCommit(Runnable pause) {
        beforeCommit = pause;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return Objects.requireNonNull(template.execute(status -> {
            T result = work.get();
            beforeCommit.run();
            return result;
        }));
    }
}
