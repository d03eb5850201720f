/**
 * The page of a backtest: one HTML file that needs nothing else, light or dark as its reader likes. {@link
 * dev.capstan.launcher.backtest.report.ReportPage} fills the template {@code backtest/report.html}, whose script draws what stands in it
 * as JSON: the evidence, and candles thinned so that a page of a million stays one that opens.
 */
@NullMarked
package dev.capstan.launcher.backtest.report;

import org.jspecify.annotations.NullMarked;
