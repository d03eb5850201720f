package dev.capstan.execution.account.adapter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of accounts; there is one page, because nobody has many. */
record AccountList(List<AccountView> items, @Nullable String nextCursor) {}
