package dev.capstan.gateway.limit;

import dev.capstan.gateway.limit.Budget.Window;
import java.util.Map;

/** Where the calls of all gateways add up. */
interface SharedCounts {

    /**
     * Adds to each window and answers the sums.
     *
     * @throws org.springframework.dao.DataAccessException when the table is out of reach; then nothing was added
     */
    Map<Window, Long> add(Map<Window, Long> calls);

    /** Forgets windows that ended long ago. */
    void purge();
}
