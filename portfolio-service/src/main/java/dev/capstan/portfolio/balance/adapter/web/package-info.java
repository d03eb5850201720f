/** {@code GET /api/balances}. */
@NullMarked
package dev.capstan.portfolio.balance.adapter.web;

import org.jspecify.annotations.NullMarked;
