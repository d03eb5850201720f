package dev.capstan.execution.account.application;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.account.AccountEvent;
import dev.capstan.execution.account.Account;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import java.time.Clock;
import java.time.Instant;

/** Whole states of accounts, as others are told of them. */
public class AccountRecords {

    private static final String TYPE = "AccountChanged.v1";

    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    public AccountRecords(Outbox outbox, Ids ids, Clock clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    void append(Account account) {
        outbox.append(message(account));
    }

    public OutboxMessage message(Account account) {
        Instant now = clock.instant();
        AccountEvent state = new AccountEvent(
                account.accountId(),
                account.name(),
                account.kind(),
                account.venueId(),
                account.ownerSubject(),
                account.grants(),
                account.version(),
                now);
        return new OutboxMessage(Topics.ACCOUNT_EVENTS, account.accountId().text(), ids.next(), TYPE, now, state);
    }
}
