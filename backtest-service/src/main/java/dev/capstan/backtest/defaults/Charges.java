package dev.capstan.backtest.defaults;

/** What users' runs are charged when a start does not say. */
@FunctionalInterface
public interface Charges {

    /** What {@code owner} said last, or what is usual. */
    UserDefaults of(String owner);
}
