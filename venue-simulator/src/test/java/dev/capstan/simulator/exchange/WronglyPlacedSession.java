package dev.capstan.simulator.exchange;

import org.eclipse.jetty.server.Request;
import tools.jackson.databind.JsonNode;

/** Breaks the rules on purpose, so that a test can see them fail. */
public interface WronglyPlacedSession {

    JsonNode answer(Request request);
}
