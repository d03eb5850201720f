/**
 * Orders: stored before anything is asked, decided once, claimed before they are sent, sent once, followed until the venue's truth is
 * ours.
 *
 * <p>{@code domain} holds what an order is and what may happen to it, in plain Java; {@code application} the use cases, one class each;
 * {@code adapter} the HTTP interface, the tables and the call to risk.
 */
@NullMarked
package dev.capstan.execution.order;

import org.jspecify.annotations.NullMarked;
