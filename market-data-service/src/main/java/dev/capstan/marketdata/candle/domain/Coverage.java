package dev.capstan.marketdata.candle.domain;

/**
 * What there is of candles that somebody would like to read.
 *
 * @param basis the stored series that gives them: their own, or the one they are added up from
 * @param stretch what is stored of it there
 */
public record Coverage(Series basis, Stretch stretch) {}
