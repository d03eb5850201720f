/** The whole service on real PostgreSQL and Kafka, with execution played by {@code ScriptedExecution}. */
@NullMarked
package dev.capstan.portfolio.service;

import org.jspecify.annotations.NullMarked;
