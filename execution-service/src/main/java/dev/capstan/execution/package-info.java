/**
 * The money path: an order is stored before anything is asked, decided once, claimed before it is sent, sent once, and followed until
 * our books equal the venue's.
 *
 * <p>Features: {@code order} (intent, decision, claim, intake, in-doubt), {@code session} (who may speak to a venue account), {@code
 * tradingstate} (halt and re-arm), {@code account} (owners, grants, venue keys), {@code venue} (the port and its adapters), {@code
 * reconciliation} (our books against the venue's).
 */
@NullMarked
package dev.capstan.execution;

import org.jspecify.annotations.NullMarked;
