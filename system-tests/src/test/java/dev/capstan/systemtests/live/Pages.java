package dev.capstan.systemtests.live;

import dev.capstan.systemtests.dsl.Api;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a list of the API to its end. */
final class Pages {

    private static final int MOST = 1000;

    private Pages() {}

    /** All items at {@code path}, which has parameters already. */
    static List<JsonNode> all(Api api, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(path + "&limit=" + MOST + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200)
                    .body();
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return items;
    }
}
