package dev.capstan.portfolio.position;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ledger's commission accounts. */
@Component
class JdbcCommissions {

    private final JdbcClient jdbc;

    JdbcCommissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was charged for each instrument of an account. */
    Map<InstrumentId, List<CommissionView>> of(AccountId accountId, List<InstrumentId> instruments) {
        Map<InstrumentId, List<CommissionView>> commissions = new HashMap<>();
        jdbc.sql("""
                        select book, asset, amount from ledger_balance
                        where account_id = :accountId and book = any(:instruments::text[])
                          and ledger_account = 'COMMISSION' and amount <> 0
                        order by book, asset
                        """)
                .param("accountId", accountId.value())
                .param(
                        "instruments",
                        instruments.stream().map(InstrumentId::text).toArray(String[]::new))
                .query((ResultSet row) -> {
                    commissions
                            .computeIfAbsent(InstrumentId.parse(row.getString("book")), any -> new ArrayList<>())
                            .add(new CommissionView(
                                    Asset.parse(row.getString("asset")),
                                    Money.of(row.getBigDecimal("amount").stripTrailingZeros())));
                });
        return commissions;
    }
}
