package dev.capstan.simulator.control;

import dev.capstan.simulator.binance.protocol.ApiException;
import dev.capstan.simulator.binance.protocol.Form;
import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a control request says in its address and its body. */
record ControlRequest(Map<String, String> query, JsonNode body) {

    static ControlRequest read(String query, String body) {
        try {
            JsonNode json = body.isBlank()
                    ? JsonNodeFactory.instance.objectNode()
                    : JsonMapper.shared().readTree(body);
            if (!json.isObject()) {
                throw new ControlException(null, "expected a JSON object");
            }
            return new ControlRequest(Form.decode(query, ""), json);
        } catch (JacksonException malformed) {
            throw new ControlException(null, "expected JSON");
        } catch (ApiException malformed) {
            throw new ControlException(null, "expected a percent-encoded query");
        }
    }

    /** Refuses fields nobody reads, so that a misspelt one is not taken for absent. */
    ControlRequest only(String... names) {
        Set<String> known = Set.of(names);
        body.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ControlException(name, "unknown field");
                });
        return this;
    }

    Optional<String> text(String name) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new ControlException(name, "expected a string");
        }
        return Optional.of(value.stringValue());
    }

    String mandatory(String name) {
        return text(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new ControlException(name, "must be given"));
    }

    long whole(String name, long usual) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return usual;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new ControlException(name, "expected a whole number");
        }
        return value.longValue();
    }

    boolean flag(String name, boolean usual) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return usual;
        }
        if (!value.isBoolean()) {
            throw new ControlException(name, "expected true or false");
        }
        return value.booleanValue();
    }

    /** A decimal, as a string or a number, in hundred-millionths. */
    Optional<Long> decimal(String name) {
        JsonNode value = body.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(decimal(name, value));
    }

    /** Amounts by asset. */
    Map<String, Long> amounts(String name) {
        JsonNode json = body.get(name);
        Map<String, Long> amounts = new LinkedHashMap<>();
        if (json == null || !json.isObject()) {
            throw new ControlException(name, "expected an object of asset and amount");
        }
        json.properties().forEach(entry -> {
            String field = name + "." + entry.getKey();
            if (!entry.getKey().matches("[A-Z0-9]{1,20}")) {
                throw new ControlException(field, "expected an asset of upper case letters or digits");
            }
            amounts.put(entry.getKey(), decimal(field, entry.getValue()));
        });
        return amounts;
    }

    long queryWhole(String name, long usual) {
        String text = query.get(name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new ControlException(name, "expected a whole number");
        }
        return Long.parseLong(text);
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(text -> !text.isEmpty());
    }

    String queryMandatory(String name) {
        return query(name).orElseThrow(() -> new ControlException(name, "must be given"));
    }

    private static long decimal(String name, JsonNode value) {
        return Decimal8.plain(value.asString(""))
                .filter(Decimal8::fits)
                .map((BigDecimal number) -> Decimal8.of(number))
                .orElseThrow(() -> new ControlException(name, "expected a decimal with at most 8 places"));
    }
}
