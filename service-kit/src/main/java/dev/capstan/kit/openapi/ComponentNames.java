package dev.capstan.kit.openapi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.ResolvableType;

/**
 * Names of components. What all services share bears its own name, what one service made bears the service's before it, so that the
 * documents of all services fit into one.
 */
final class ComponentNames {

    private final String service;
    private final Map<String, String> takenBy = new HashMap<>();

    ComponentNames(String service) {
        this.service = service;
    }

    String of(ResolvableType type) {
        String shortest = prefix(type) + simple(type);
        return takenBy(shortest, type) ? shortest : prefix(type) + withEnclosing(type);
    }

    private boolean takenBy(String name, ResolvableType type) {
        return takenBy.computeIfAbsent(name, _ -> type.toString()).equals(type.toString());
    }

    private String prefix(ResolvableType type) {
        String home = raw(type).getPackageName();
        boolean shared = home.startsWith("dev.capstan.contracts")
                || home.startsWith("dev.capstan.kit")
                || home.startsWith("dev.capstan.trading");
        return shared ? "" : service + ".";
    }

    private static String simple(ResolvableType type) {
        String of =
                Arrays.stream(type.getGenerics()).map(ComponentNames::simple).collect(Collectors.joining("And"));
        return raw(type).getSimpleName() + (of.isEmpty() ? "" : "Of" + of);
    }

    private static String withEnclosing(ResolvableType type) {
        Class<?> enclosing = raw(type).getEnclosingClass();
        String home = raw(type).getPackageName();
        String before = enclosing == null ? home.substring(home.lastIndexOf('.') + 1) : enclosing.getSimpleName();
        return before + "." + simple(type);
    }

    private static Class<?> raw(ResolvableType type) {
        return type.resolve(Object.class);
    }
}
