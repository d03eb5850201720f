package dev.capstan.strategy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Strategies as users save them. */
class SavedStrategiesIT extends StrategyServiceBench {

    private static String saved(String fast, String more) {
        return "{\"name\":\"cross\",\"kind\":\"sma-cross\",\"parameters\":{\"fast\":\"" + fast + "\",\"slow\":\"8\"}"
                + more + "}";
    }

    @Test
    void everySaveIsAVersionThatStays() throws Exception {
        Answer first = post("/api/strategies", saved("3", ""), "save-" + account);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        String id = first.json().path("strategyId").asString();
        assertThat(post("/api/strategies", saved("3", ""), "save-" + account).text())
                .isEqualTo(first.text());
        Answer second = put("/api/strategies/" + id, saved("4", ",\"autoUpdate\":true,\"version\":1"));
        assertThat(second.json().path("version").asInt()).as(second.text()).isEqualTo(2);
        assertThat(put("/api/strategies/" + id, saved("4", ",\"autoUpdate\":true,\"version\":1"))
                        .text())
                .as("a repeated save finds itself done")
                .isEqualTo(second.text());
        assertThat(put("/api/strategies/" + id, saved("5", ",\"version\":1")).text())
                .contains("VERSION_CONFLICT");
        JsonNode versions =
                get("tom", "/api/strategies/" + id + "/versions").json().path("items");
        assertThat(versions.valueStream()
                        .map(each -> each.at("/parameters/fast").asString()))
                .containsExactly("4", "3");
        assertThat(get("eve", "/api/strategies/" + id).status()).isEqualTo(404);

        String body =
                request().replaceAll("\"strategy\":\\{.*?\\}\\},", "\"strategyId\":\"" + id + "\",\"version\":1,");
        JsonNode run =
                post("/api/strategy/start", body, UUID.randomUUID().toString()).json();
        assertThat(run.path("version").asInt()).as(run.toString()).isOne();
        assertThat(run.at("/parameters/fast").asString()).isEqualTo("3");

        assertThat(post("/api/strategies/" + id + "/archive", "", null)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("ARCHIVED");
        assertThat(put("/api/strategies/" + id, saved("6", ",\"version\":2")).text())
                .contains("STATE_CONFLICT");
        assertThat(post("/api/strategy/start", body, UUID.randomUUID().toString())
                        .text())
                .contains("strategyId", "archived");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"","kind":"sma-cross"}                               | name
            {"name":"a","kind":"moon"}                                   | kind
            {"name":"a","kind":"sma-cross","parameters":{"fast":"x"}}    | parameters.fast
            {"name":"a","kind":"sma-cross","version":1}                  | version
            {"name":"a"}                                                 | kind
            """)
    void aBadDefinitionIsRefusedByField(String body, String field) throws Exception {
        Answer answer = post("/api/strategies", body, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void whatCanBeRunIsListedWithItsParameters() throws Exception {
        JsonNode kinds = get("tom", "/api/strategies").json().path("kinds");
        assertThat(kinds.valueStream().map(kind -> kind.path("name").asString()))
                .contains("sma-cross", "rsi");
        assertThat(kinds.at("/0/parameters/0/minimum").asString()).isNotEmpty();
    }

    @Test
    void aVersionCannotBeChangedEvenByTheServiceItself() throws Exception {
        post("/api/strategies", saved("3", ""), "keep-" + account);
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        for (String sql : List.of(
                "UPDATE strategy_versions SET name = 'other'",
                "DELETE FROM strategy_versions",
                "TRUNCATE strategy_versions",
                "UPDATE run_fills SET price = 1",
                "DELETE FROM run_signals")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(sql).update())
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }
}
