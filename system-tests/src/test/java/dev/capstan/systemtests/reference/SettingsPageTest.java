package dev.capstan.systemtests.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.reference.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of all settings is what the build knows about their types, and what the defaults files say. */
class SettingsPageTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String KIT = "service-kit";
    private static final List<String> MODULES = List.of(
            KIT,
            "gateway",
            "execution-service",
            "risk-service",
            "portfolio-service",
            "market-data-service",
            "backtest-service");

    @Test
    void settingsPageListsEverySetting() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Settings

                Every setting with its default. It is set by its environment variable, or by an argument like
                `--capstan.orders.submit-within=4s`. A missing or wrong value stops the start with its name. Passwords and keys are
                files in the folder `CAPSTAN_SECRETS_DIR`, named like their setting. This page is generated from the settings' types.
                """);
        for (String module : MODULES) {
            page.append(section(module));
        }
        GeneratedFile.check("docs/reference/settings.md", page.toString());
    }

    @Test
    void everySettingSaysWhatItMeans() throws IOException {
        for (String module : MODULES) {
            assertThat(settings(module))
                    .isNotEmpty()
                    .allSatisfy(setting ->
                            assertThat(setting.meaning()).as(setting.name()).isNotBlank());
        }
    }

    private static String section(String module) throws IOException {
        String title = module.equals(KIT) ? "Every service" : module;
        String rows = settings(module).stream().map(Setting::row).collect(Collectors.joining("\n"));
        return """

                ## %s

                | setting | variable | type | default | meaning |
                | --- | --- | --- | --- | --- |
                %s
                """.formatted(title, rows);
    }

    private static List<Setting> settings(String module) throws IOException {
        Path classes = ROOT.resolve(module).resolve("target/classes");
        JsonNode metadata = new JsonMapper()
                .readTree(Files.readString(classes.resolve("META-INF/spring-configuration-metadata.json")));
        YamlSettings yaml =
                YamlSettings.in(classes.resolve(module.equals(KIT) ? "capstan-defaults.yaml" : "application.yaml"));
        return StreamSupport.stream(metadata.get("properties").spliterator(), false)
                .filter(property -> property.get("name").stringValue().startsWith("capstan."))
                .map(property -> setting(property, yaml))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private static Setting setting(JsonNode property, YamlSettings yaml) {
        String name = property.get("name").stringValue();
        return new Setting(
                name,
                yaml.variableOf(name),
                type(property.get("type").stringValue()),
                yaml.valueOf(name, text(property.get("defaultValue"))),
                text(property.get("description")).replaceAll("\\{@code ([^}]*)}", "`$1`"));
    }

    private static String text(JsonNode node) {
        if (node == null) {
            return "";
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(SettingsPageTest::text)
                        .collect(Collectors.joining(","))
                : node.asString();
    }

    /** {@code Duration} for {@code java.time.Duration}; words for what people would not know. */
    private static String type(String java) {
        String simple = java.replaceAll("<.*", "").replaceAll(".*[.$]", "");
        return switch (simple) {
            case "Duration" -> "duration";
            case "String" -> "text";
            case "Integer", "Long" -> "number";
            case "BigDecimal", "Double" -> "decimal";
            case "Boolean" -> "true or false";
            case "DataSize" -> "size";
            case "List", "Set" -> "list";
            case "Map" -> "by name";
            case "URI" -> "URL";
            case "Path" -> "file or folder";
            default -> simple;
        };
    }
}
