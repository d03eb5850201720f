package dev.capstan.simulator.exchange;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Makes every command happen at one moment. */
final class ExchangeLock {

    private final ReentrantLock lock = new ReentrantLock(true);

    void run(Runnable command) {
        lock.lock();
        try {
            command.run();
        } finally {
            lock.unlock();
        }
    }

    <T> T get(Supplier<T> command) {
        lock.lock();
        try {
            return command.get();
        } finally {
            lock.unlock();
        }
    }
}
