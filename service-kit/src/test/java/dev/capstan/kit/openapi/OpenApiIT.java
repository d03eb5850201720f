package dev.capstan.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.sample.SampleApplication;
import dev.capstan.kit.testing.DocumentedRoutes;
import dev.capstan.kit.testing.ServiceUnderTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OpenApiIT {

    private final JsonNode document;

    OpenApiIT(@Autowired ApplicationContext service) throws Exception {
        document = DocumentedRoutes.checked(service);
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        ServiceUnderTest.named("sample-service", "sample").register(registry);
    }

    @Test
    void isAnOpenApiDocumentOfThisService() {
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(document.at("/info/title").asString()).isEqualTo("sample-service");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void saysWhoMay() {
        assertThat(operation("/api/halt", "get").path("x-roles").toString()).isEqualTo("[\"risk-manager\",\"admin\"]");
        assertThat(operation("/api/me", "get").path("x-roles").size()).isEqualTo(5);
        assertThat(operation("/health", "get").path("security").size()).isZero();
        assertThat(operation("/api/forgotten", "get").path("x-roles").size()).isZero();
    }

    @Test
    void saysWhatIsTaken() {
        JsonNode parameters = operation("/api/accounts/{accountId}", "get").path("parameters");
        assertThat(parameters.at("/0/in").asString()).isEqualTo("path");
        assertThat(parameters.at("/0/schema/$ref").asString()).endsWith("/AccountId");
        assertThat(parameters.at("/1/schema/maximum").asInt()).isEqualTo(500);
        assertThat(parameters.at("/1/schema/default").asInt()).isEqualTo(10);
        assertThat(parameters.at("/1/required").asBoolean()).isFalse();
        assertThat(parameters.at("/2/required").asBoolean()).isFalse();
        assertThat(operation("/api/needs", "get").at("/parameters/0/required").asBoolean())
                .isTrue();
        JsonNode place = operation("/api/placements", "post");
        assertThat(place.at("/parameters/0/$ref").asString()).endsWith("/IdempotencyKey");
        assertThat(place.at("/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/Placement");
        assertThat(document.at("/components/schemas/Placement/properties/label/maxLength")
                        .asInt())
                .isEqualTo(8);
    }

    @Test
    void saysWhatIsAnswered() {
        JsonNode responses = operation("/api/placements", "post").path("responses");
        assertThat(responses.at("/200/content/application~1json/schema/$ref").asString())
                .endsWith("/Placement");
        assertThat(responses.at("/default/$ref").asString()).endsWith("/Problem");
        assertThat(document.at("/components/responses/Problem/content").has("application/problem+json"))
                .isTrue();
    }

    private JsonNode operation(String path, String verb) {
        JsonNode operation = document.path("paths").path(path).path(verb);
        assertThat(operation.isMissingNode()).as(verb + " " + path).isFalse();
        return operation;
    }
}
