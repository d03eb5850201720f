package dev.capstan.execution.order.adapter.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.OrderSnapshot;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.Ending;
import dev.capstan.execution.order.domain.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The order as it is now.
 *
 * @param detail the context of a denial, or the venue's text
 */
record OrderView(
        @JsonUnwrapped OrderSnapshot order,
        @Nullable Instant approvedAt,
        Instant submitBy,
        @Nullable DenialReason denialReason,
        @Nullable EndReason endReason,
        @Nullable String detail,
        @Nullable Instant inDoubtSince,
        long version) {

    static OrderView of(Order order) {
        Denial denial = order.denial();
        Ending ending = order.ending();
        return new OrderView(
                order.snapshot(),
                order.approvedAt(),
                order.terms().submitBy(),
                denial == null ? null : denial.reason(),
                ending == null ? null : ending.reason(),
                detail(denial, ending),
                order.doubtSince(),
                order.version());
    }

    private static @Nullable String detail(@Nullable Denial denial, @Nullable Ending ending) {
        if (denial != null) {
            return denial.context();
        }
        return ending == null ? null : ending.detail();
    }
}
