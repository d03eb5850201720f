/**
 * {@code /api/accounts}. Keys come in and never go out.
 */
@NullMarked
package dev.capstan.execution.account.adapter.web;

import org.jspecify.annotations.NullMarked;
