package dev.capstan.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortOwnerTest {

    @Test
    void namesTheProcessThatListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
            PortOwner owner = PortOwner.of(socket.getLocalPort()).orElseThrow();
            assertThat(owner.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(owner.command()).contains("java");
        }
    }

    @Test
    void freePortHasNoOwner() {
        int port = Ports.free();
        assertThat(Ports.isFree(port)).isTrue();
        assertThat(PortOwner.of(port)).isEmpty();
    }
}
