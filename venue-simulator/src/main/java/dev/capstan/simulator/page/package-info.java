/**
 * The venue's page for people: its books, its last trades, its market epoch and the faults in force. It only shows; what moves on it comes
 * from the market streams that every client can have.
 */
@NullMarked
package dev.capstan.simulator.page;

import org.jspecify.annotations.NullMarked;
