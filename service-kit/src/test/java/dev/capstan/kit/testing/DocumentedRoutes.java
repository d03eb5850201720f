package dev.capstan.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.json.JsonDialect;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Holds the OpenAPI document that a running service answers against what is mapped in it. */
public final class DocumentedRoutes {

    private DocumentedRoutes() {}

    /** The document, after checking that it names every mapped method and path and nothing else, each with its roles. */
    public static JsonNode checked(ApplicationContext service) throws IOException, InterruptedException {
        JsonNode document = read(service);
        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> documented.add(operation.getKey() + " " + path.getKey())));
        assertThat(documented).isNotEmpty().isEqualTo(mapped(service));
        assertThatItHoldsTogether(document);
        return document;
    }

    /** Whatever is referred to is there, and every operation has a name of its own. */
    public static void assertThatItHoldsTogether(JsonNode document) {
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
        assertThat(document.findValuesAsString("operationId")).doesNotHaveDuplicates();
    }

    private static JsonNode read(ApplicationContext service) throws IOException, InterruptedException {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/openapi"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return JsonDialect.mapper().readTree(answer.body());
        }
    }

    private static Set<String> mapped(ApplicationContext service) {
        Set<String> mapped = new TreeSet<>();
        service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (!ErrorController.class.isAssignableFrom(method.getBeanType())) {
                        mapping.getPatternValues()
                                .forEach(path -> mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(
                                                verb -> mapped.add(verb.name().toLowerCase(Locale.ROOT) + " " + path)));
                    }
                });
        return mapped;
    }
}
