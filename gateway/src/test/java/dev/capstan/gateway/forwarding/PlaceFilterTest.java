package dev.capstan.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.kit.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

class PlaceFilterTest {

    private final PlaceFilter filter = new PlaceFilter(new PlaceSettings(1, 1, Duration.ofMillis(20)));
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void refusesACallThatFindsNoPlaceInTime() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ServerResponse> first = threads.submit(() -> filter.filter(call("GET"), _ -> held()));
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> filter.filter(call("POST"), _ -> answer()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("nothing was done");
            assertThat(filter.filter(waiting(), _ -> answer()))
                    .as("waits have their own places")
                    .isNotNull();

            release.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(filter.filter(call("POST"), _ -> answer())).isNotNull();
    }

    @Test
    void givesThePlaceBackAfterACallThatFailed() throws Exception {
        assertThatThrownBy(() -> filter.filter(call("POST"), _ -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(filter.filter(call("POST"), _ -> answer())).isNotNull();
    }

    private ServerResponse held() throws InterruptedException {
        arrived.countDown();
        assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
        return answer();
    }

    private static ServerResponse answer() {
        return ServerResponse.ok().build();
    }

    private static ServerRequest call(String method) {
        return ServerRequest.create(new MockHttpServletRequest(method, "/api/orders"), List.of());
    }

    private static ServerRequest waiting() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/orders/1");
        request.setParameter("wait", "5s");
        return ServerRequest.create(request, List.of());
    }
}
