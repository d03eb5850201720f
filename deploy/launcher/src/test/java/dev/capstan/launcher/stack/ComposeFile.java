package dev.capstan.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The services of a compose file, as an operator without settings of his own gets them. */
record ComposeFile(Map<String, Map<String, Object>> services) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::-([^}]*)|:\\?[^}]*)?}");
    private static final Path FILE = Path.of("..", "compose", "compose.yaml");

    static String text() throws IOException {
        return Files.readString(FILE);
    }

    static ComposeFile read() throws IOException {
        return parse(text());
    }

    static ComposeFile parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(500);
        Map<String, Map<String, Map<String, Object>>> document = new Yaml(new SafeConstructor(options)).load(text);
        return new ComposeFile(document.getOrDefault("services", Map.of()));
    }

    Map<String, Object> service(String name) {
        return services.getOrDefault(name, Map.of());
    }

    /** With the defaults of what stands in {@code ${...}}; what has none stays a name, as {@code ${CAPSTAN_UID}}. */
    Map<String, String> environment(String name) {
        Map<String, String> environment = new TreeMap<>();
        if (service(name).get("environment") instanceof Map<?, ?> set) {
            set.forEach((key, value) -> environment.put(key.toString(), resolved(String.valueOf(value))));
        }
        return environment;
    }

    List<?> list(String name, String key) {
        return service(name).get(key) instanceof List<?> list ? list : List.of();
    }

    /** The names of the files that the service finds in its folder of secrets. */
    List<String> secrets(String name) {
        return list(name, "secrets").stream()
                .map(secret -> secret instanceof Map<?, ?> named ? named.get("target") : secret)
                .map(String::valueOf)
                .toList();
    }

    private static String resolved(String value) {
        return VARIABLE.matcher(value).replaceAll(ComposeFile::standard);
    }

    private static String standard(MatchResult variable) {
        String standard = variable.group(2);
        return java.util.regex.Matcher.quoteReplacement(standard == null ? "${" + variable.group(1) + "}" : standard);
    }
}
