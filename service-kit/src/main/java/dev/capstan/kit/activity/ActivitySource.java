package dev.capstan.kit.activity;

/**
 * A kind of work that {@code /activity} tells of. Beans of this type are asked, each with a limit of its own, and never throw to the
 * caller: one that fails or hangs counts as pending.
 */
public interface ActivitySource {

    /** Stable name: {@code outbox}, {@code consumers}, {@code orders}, ... */
    String name();

    /** As it is at this moment. */
    Work look();

    /**
     * How much there is.
     *
     * @param pending what is under way and will change something, here or elsewhere, without anybody asking for it
     * @param done grows whenever something was finished, so that what came and went between two looks is seen; from anywhere on at the
     *     start of a process
     */
    record Work(long pending, long done) {

        public static final Work NONE = new Work(0, 0);
    }
}
