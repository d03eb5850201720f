package dev.capstan.execution.order.application;

import java.util.List;

/**
 * Some events of a stream.
 *
 * @param events each as its stored bytes, in order of number
 * @param lastNumber of the whole stream, read before the events, so that what is promised can be fetched
 */
public record StreamPage(List<byte[]> events, long lastNumber) {}
