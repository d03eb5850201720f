package dev.capstan.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackPortsTest {

    @Test
    void usualPortsAreTheOnesInTheConventions() {
        StackPorts ports = StackPorts.from(Map.of());
        assertThat(ports.of(PortName.GATEWAY)).isEqualTo(8080);
        assertThat(ports.of(PortName.POSTGRES)).isEqualTo(5442);
        assertThat(new HashSet<>(ports.numbers().values())).hasSize(PortName.values().length);
    }

    @Test
    void variableOverridesOnePort() {
        StackPorts ports = StackPorts.from(Map.of("CAPSTAN_PORT_MARKET_DATA", "18084"));
        assertThat(ports.of(PortName.MARKET_DATA)).isEqualTo(18084);
        assertThat(ports.of(PortName.RISK)).isEqualTo(8082);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "http", "-1", "99999999999"})
    void nonsenseIsRefusedByName(String text) {
        assertThatThrownBy(() -> StackPorts.from(Map.of("CAPSTAN_PORT_KAFKA", text)))
                .hasMessageContaining("CAPSTAN_PORT_KAFKA");
    }

    @Test
    void everyServiceHasAPortOfItsName() {
        assertThat(Services.all()).allSatisfy(service -> PortName.valueOf(service.variableName()));
    }
}
