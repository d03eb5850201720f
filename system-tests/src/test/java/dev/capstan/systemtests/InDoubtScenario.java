package dev.capstan.systemtests;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the venue does to one account only: each case waits most of its time, so all run side by side. */
class InDoubtScenario {

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Answers extends InDoubtAnswers {}

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Reports extends InDoubtReports {}
}
