/** {@code /api/risk/limits}. */
@NullMarked
package dev.capstan.risk.limit.adapter.web;

import org.jspecify.annotations.NullMarked;
