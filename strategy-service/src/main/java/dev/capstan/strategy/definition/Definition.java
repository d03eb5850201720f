package dev.capstan.strategy.definition;

import java.util.Map;
import java.util.TreeMap;

/** What a save says, checked, every parameter filled in. */
record Definition(String name, String kind, Map<String, String> parameters, boolean autoUpdate) {

    Definition {
        parameters = new TreeMap<>(parameters);
    }
}
