package dev.capstan.risk.limit.adapter.web;

import dev.capstan.risk.limit.LimitChange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes, newest first. */
record LimitChangePage(List<LimitChange> items, @Nullable UUID nextCursor) {

    /** @param found one more than the page holds, when there is more */
    static LimitChangePage of(List<LimitChange> found, int limit) {
        if (found.size() <= limit) {
            return new LimitChangePage(found, null);
        }
        List<LimitChange> page = found.subList(0, limit);
        return new LimitChangePage(page, page.getLast().changeId());
    }
}
