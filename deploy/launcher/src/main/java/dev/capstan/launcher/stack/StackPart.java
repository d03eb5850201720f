package dev.capstan.launcher.stack;

import dev.capstan.launcher.component.Component;
import java.util.Set;

/**
 * A component and its place in the order.
 *
 * @param needs names of those that must be ready before it starts for the first time; who needs nobody is one of those that others need
 * @param layer parts of a higher layer are ended before those of a lower one
 * @param jvm whether it counts among the JVMs of which few boot at a time
 */
record StackPart(Component component, int port, Set<String> needs, int layer, boolean jvm) {

    StackPart {
        needs = Set.copyOf(needs);
    }

    String name() {
        return component.name();
    }
}
