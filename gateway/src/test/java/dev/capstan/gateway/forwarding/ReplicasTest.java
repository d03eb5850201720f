package dev.capstan.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicasTest {

    @Test
    void keepsTheOrderGiven() {
        Replicas replicas = new Replicas(name -> List.of("http://" + name + "-1:8081", "http://" + name + "-2:8081"));
        assertThat(replicas.of(Upstream.MARKET_DATA))
                .containsExactly(URI.create("http://market-data-1:8081"), URI.create("http://market-data-2:8081"));
    }

    @Test
    void refusesAUrlThatIsNotABase() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replicas(_ -> List.of("http://host:1/internal")))
                .withMessageContaining("execution")
                .withMessageContaining("/internal");
    }
}
