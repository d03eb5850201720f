package dev.capstan.kit.architecture.wrong.billing.adapter.postgres;

public class JdbcBills {}
