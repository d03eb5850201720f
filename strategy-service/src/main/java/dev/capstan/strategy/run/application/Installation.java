package dev.capstan.strategy.run.application;

import java.util.UUID;

/** Whose client order ids execution makes. */
public interface Installation {

    /** @throws dev.capstan.kit.problem.ProblemException 503 while it has not been told and execution does not answer */
    UUID id();
}
