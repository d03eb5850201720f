package dev.capstan.kit.architecture.wrong.billing.adapter.web;

import dev.capstan.kit.architecture.wrong.billing.adapter.postgres.JdbcBills;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;

class BillController {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    JdbcBills bills;

    /** For whom? */
    @GetMapping("/api/bills")
    String forWhom() {
        return bills.toString();
    }
}
