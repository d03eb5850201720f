package dev.capstan.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.account.AccountEvent;
import dev.capstan.contracts.account.AccountGrant;
import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.consumer.View;
import dev.capstan.kit.problem.ProblemException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountAccessTest {

    private static final AccountId ACCOUNT = AccountId.of(new UUID(0, 1));
    private static final AccountEvent STATE = new AccountEvent(
            ACCOUNT,
            "Ann's",
            AccountKind.PAPER,
            VenueId.parse("BINANCE"),
            "ann",
            List.of(new AccountGrant("bob", Permission.VIEW)),
            1,
            Instant.EPOCH);

    private final AccountAccess access = new AccountAccess(new OneAccount());

    @Test
    void theOwnerMayEverythingAndAGrantWhatItSays() {
        assertThat(access.allows(person("ann", Role.TRADER), ACCOUNT, Permission.TRADE))
                .isTrue();
        assertThat(access.allows(person("bob", Role.TRADER), ACCOUNT, Permission.VIEW))
                .isTrue();
        assertThat(access.allows(person("bob", Role.TRADER), ACCOUNT, Permission.TRADE))
                .isFalse();
    }

    @Test
    void anotherUsersAccountLooksLikeNoneAtAll() {
        assertNotFound(person("eve", Role.TRADER), ACCOUNT);
        assertNotFound(person("ann", Role.TRADER), AccountId.of(new UUID(0, 2)));
    }

    @Test
    void overseersSeeAndDoNotTrade() {
        assertThat(access.allows(person("meg", Role.RISK_MANAGER), ACCOUNT, Permission.VIEW))
                .isTrue();
        assertThat(access.allows(person("meg", Role.ADMIN), ACCOUNT, Permission.TRADE))
                .isFalse();
    }

    @Test
    void aServiceHasTheRightsOfWhomItSpeaksFor() {
        assertThatCode(() -> access.require(person("risk", Role.SERVICE), ACCOUNT, Permission.TRADE))
                .doesNotThrowAnyException();
        assertThat(access.allows(new Caller("ann", Set.of(Role.SERVICE), true), ACCOUNT, Permission.TRADE))
                .isTrue();
        assertNotFound(new Caller("eve", Set.of(Role.SERVICE), true), ACCOUNT);
    }

    private void assertNotFound(Caller caller, AccountId accountId) {
        assertThatThrownBy(() -> access.require(caller, accountId, Permission.VIEW))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_FOUND));
    }

    private static Caller person(String subject, Role role) {
        return new Caller(subject, Set.of(role), false);
    }

    private static final class OneAccount implements View<AccountEvent> {

        @Override
        public Optional<AccountEvent> get(String key) {
            return key.equals(ACCOUNT.text()) ? Optional.of(STATE) : Optional.empty();
        }

        @Override
        public Collection<AccountEvent> all() {
            return List.of(STATE);
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public boolean isStale(String key) {
            return false;
        }
    }
}
