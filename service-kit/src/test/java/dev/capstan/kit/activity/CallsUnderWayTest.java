package dev.capstan.kit.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.kit.activity.ActivitySource.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CallsUnderWayTest {

    private final CallsUnderWay calls = new CallsUnderWay();
    private final List<Work> seen = new ArrayList<>();

    @Test
    void aCallIsPendingUntilItIsAnswered() throws Exception {
        call("POST");

        assertThat(seen).containsExactly(new Work(1, 0));
        assertThat(calls.look()).isEqualTo(new Work(0, 1));
    }

    @Test
    void whoOnlyLooksIsNotCounted() throws Exception {
        call("GET");

        assertThat(seen).containsExactly(Work.NONE);
        assertThat(calls.look()).isEqualTo(Work.NONE);
    }

    @Test
    void aCallThatFailsIsOver() {
        assertThatThrownBy(() -> calls.doFilter(
                        new MockHttpServletRequest("POST", "/api/orders"), new MockHttpServletResponse(), (_, _) -> {
                            throw new IOException("gone");
                        }))
                .isInstanceOf(IOException.class);

        assertThat(calls.look()).isEqualTo(new Work(0, 1));
    }

    @Test
    void aCallThatIsAnsweredLaterIsPendingUntilThen() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/orders");
        request.setAsyncSupported(true);
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockAsyncContext[] later = new MockAsyncContext[1];

        calls.doFilter(
                request, response, (asked, _) -> later[0] = (MockAsyncContext) asked.startAsync(asked, response));

        assertThat(calls.look()).isEqualTo(new Work(1, 0));
        later[0].complete();
        assertThat(calls.look()).isEqualTo(new Work(0, 1));
    }

    private void call(String method) throws Exception {
        calls.doFilter(
                new MockHttpServletRequest(method, "/api/orders"),
                new MockHttpServletResponse(),
                (_, _) -> seen.add(calls.look()));
    }
}
