package dev.capstan.kit.architecture.wrong.billing.adapter.web;

import dev.capstan.kit.architecture.wrong.billing.adapter.postgres.JdbcBills;
import org.springframework.beans.factory.annotation.Autowired;

class BillController {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    JdbcBills bills;
}
