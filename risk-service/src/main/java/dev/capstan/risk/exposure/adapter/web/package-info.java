/** Exposure over HTTP: {@code GET /api/risk/exposure}, and the internal rebuild. */
@NullMarked
package dev.capstan.risk.exposure.adapter.web;

import org.jspecify.annotations.NullMarked;
