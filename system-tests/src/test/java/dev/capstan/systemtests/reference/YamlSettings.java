package dev.capstan.systemtests.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a module's own YAML file says about settings: {@code a.b.c} to its text. */
record YamlSettings(Map<String, String> values) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(CAPSTAN_[A-Z_]+):?(.*)}");

    static YamlSettings in(Path file) throws IOException {
        Map<String, String> values = new TreeMap<>();
        if (Files.exists(file)) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            flatten("", document, values);
        }
        return new YamlSettings(values);
    }

    /** The environment variable that the setting takes its value from. */
    String variableOf(String setting) {
        Matcher found = VARIABLE.matcher(values.getOrDefault(setting, ""));
        return found.matches()
                ? found.group(1)
                : setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** The value it has when the environment says nothing; {@code otherwise} when this file says nothing. */
    String valueOf(String setting, String otherwise) {
        String value = values.get(setting);
        if (value == null) {
            return otherwise;
        }
        Matcher found = VARIABLE.matcher(value);
        return found.matches() ? found.group(2) : value;
    }

    private static void flatten(String name, Object node, Map<String, String> values) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(name.isEmpty() ? key.toString() : name + "." + key, value, values));
        } else if (node != null) {
            values.put(name, node.toString());
        }
    }
}
