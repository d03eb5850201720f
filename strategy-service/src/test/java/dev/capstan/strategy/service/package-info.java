/** The whole service over HTTP and Kafka, with the other services played. */
@NullMarked
package dev.capstan.strategy.service;

import org.jspecify.annotations.NullMarked;
