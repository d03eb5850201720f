package dev.capstan.kit.consumer.work;

import java.util.List;

/** All consumers of one kind. A bean of this type has them run. */
@FunctionalInterface
public interface BatchTargets {

    List<BatchTarget> targets();
}
