package dev.capstan.trading.architecture.wrong.other;

import dev.capstan.trading.architecture.wrong.one.One;
import java.util.List;

public record Other(List<One> ones) {

    public One first() {
        return ones.getFirst();
    }
}
