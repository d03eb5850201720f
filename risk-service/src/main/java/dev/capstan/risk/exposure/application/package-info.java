/**
 * The use cases: {@link dev.capstan.risk.exposure.application.BookOrderEvents}, {@link
 * dev.capstan.risk.exposure.application.RebuildExposure}, and {@link dev.capstan.risk.exposure.application.Valuation}, which puts a price
 * on books.
 */
@NullMarked
package dev.capstan.risk.exposure.application;

import org.jspecify.annotations.NullMarked;
