package dev.capstan.trading.architecture.wrong.one;

import dev.capstan.trading.architecture.wrong.other.Other;

public record One(Other other) {}
