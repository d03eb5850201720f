package dev.capstan.trading.architecture.wrong;

final class RuleThatDependsOnTheMachine {

    private RuleThatDependsOnTheMachine() {}

    static double growth(double rate) {
        return Math.pow(1 + rate, 12);
    }
}
