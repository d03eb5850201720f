package dev.capstan.kit.consumer.deadletter;

import java.util.List;

/** The replayers of all consumers of one kind. */
@FunctionalInterface
public interface Replayers {

    List<Replayer> replayers();
}
