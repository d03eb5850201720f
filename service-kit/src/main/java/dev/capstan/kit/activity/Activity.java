package dev.capstan.kit.activity;

import dev.capstan.kit.health.TimedQuestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks all sources at once. */
final class Activity {

    private record Answer(
            ActivitySource.Work work, @Nullable String problem) {

        /** What nobody knows may well be under way. */
        static Answer unknown(String why) {
            return new Answer(new ActivitySource.Work(1, 0), why);
        }
    }

    private final long start;
    private final Map<String, Supplier<Answer>> sources = new LinkedHashMap<>();
    private final TimedQuestions<Answer> questions = new TimedQuestions<>(Answer::unknown);

    /**
     * Of these.
     *
     * @param start what was done when nothing was: another number in each process, so that one that died and came back does not look as if it
     *     had always been there
     */
    Activity(List<ActivitySource> sources, long start) {
        this.start = start;
        sources.forEach(source -> {
            if (this.sources.put(source.name(), () -> new Answer(source.look(), null)) != null) {
                throw new IllegalStateException("expected one source of activity named " + source.name());
            }
        });
    }

    ActivityView look() {
        Map<String, Long> pending = new TreeMap<>();
        Map<String, String> problems = new TreeMap<>();
        long done = start;
        for (Map.Entry<String, Answer> entry : questions.ask(sources).entrySet()) {
            Answer answer = entry.getValue();
            pending.put(entry.getKey(), answer.work().pending());
            done += answer.work().done();
            if (answer.problem() != null) {
                problems.put(entry.getKey(), answer.problem());
            }
        }
        return new ActivityView(pending, done, problems);
    }

    /**
     * Answer of {@code /activity}.
     *
     * @param pending what is under way, by source; 1 where a source does not answer
     * @param done two equal answers with nothing pending mean that nothing happened between them; begins anywhere
     * @param problems why a source does not answer, by source
     */
    record ActivityView(Map<String, Long> pending, long done, Map<String, String> problems) {}
}
